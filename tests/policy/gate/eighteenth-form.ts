/** A resource as Pulumi YAML has it. A text `${name.property}` is an output of another resource of the program. */
export interface Resource {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** A place in a program: the resource's logical name, and a property of it. */
export type Place = readonly [resource: string, property: string];

export interface ProgramCase {
  readonly name: string;
  /** What is wrong and why it cannot work; of a sound one why it does. */
  readonly why: string;
  readonly source: string;
  readonly resources: Readonly<Record<string, Resource>>;
}

/** A program that has to be rejected. */
export interface BrokenProgram extends ProgramCase {
  /** Any of these is right; none are named where the author knows no id that fits, and any with that reason is right. */
  readonly rules: readonly string[];
  readonly at: Place;
  readonly alsoAt?: readonly Place[];
}

const kind =
  (type: string) =>
  (properties: Readonly<Record<string, unknown>>): Resource => ({ type: `render:index:${type}`, properties });

export const web = kind("WebService");
export const privateService = kind("PrivateService");
export const worker = kind("BackgroundWorker");
export const cron = kind("CronJob");
export const site = kind("StaticSite");
export const keyValue = kind("Keyvalue");
export const envGroup = kind("EnvGroup");
export const envGroupLink = kind("EnvGroupLink");
export const registryCredential = kind("RegistryCredential");

/** A native runtime's source. */
export const native = (runtime: string, buildCommand: string, repository = "orchard") => ({
  nativeRuntime: {
    runtime,
    buildCommand,
    repoUrl: `https://github.com/orchard-press/${repository}`,
    branch: "main",
    autoDeploy: true,
  },
});

export const docker = (dockerfilePath = "./Dockerfile", context = ".") => ({
  docker: {
    repoUrl: "https://github.com/orchard-press/orchard",
    branch: "main",
    dockerfilePath,
    context,
    autoDeploy: true,
  },
});

/** Plain values as the provider's map of variables has them. */
export const values = (of: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, { value }]));

export const PIP = "pip install -r requirements.txt";
export const NPM = "npm ci && npm run build";

/** A project that was invented for the programs. */
export const PROJECT = "wqzrkdnvtmhxbylcpgsj";
export const SESSION = `postgresql://app.${PROJECT}:m3PearTree@aws-0-us-west-1.pooler.supabase.com:5432/postgres`;
