import type { Declared } from "../render/typed-program";

/** Must be in no output, state or journal. */
export const CANARY = "c4nary-s0ak-v4lue";

/** What the program declares at one moment of a soak. */
export interface Plan {
  /** A service that runs, its verification, and a group that is linked to it. */
  readonly base: boolean;
  /** A project, a second group and a service in it, with a disk and a domain. */
  readonly extra: boolean;
  /** Changes variables, names and settings. */
  readonly generation: number;
  /** Distinguishes the names of one making from those of an earlier one. */
  readonly made: number;
  readonly region: "oregon" | "frankfurt";
  /** The ids by which the extra parts are taken over, by resource name. */
  readonly imported?: Readonly<Record<string, string>>;
}

export const NOTHING: Plan = { base: false, extra: false, generation: 0, made: 0, region: "oregon" };

export const nameOf = (plan: Plan, part: string): string => `${part}-${plan.made}`;

export interface Addresses {
  readonly host: string;
  readonly port: number;
  readonly repository: string;
}

export function resourcesOf(plan: Plan, addresses: Addresses): Declared[] {
  return [...(plan.base ? base(plan, addresses) : []), ...(plan.extra ? extra(plan) : [])];
}

function base({ generation }: Plan, { host, port, repository }: Addresses): Declared[] {
  const source = { repoUrl: repository, branch: "main", runtime: "node", buildCommand: "true" };
  return [
    {
      kind: "WebService",
      name: "api",
      args: {
        ...{ name: "api", plan: "starter", region: "oregon", runtimeSource: { nativeRuntime: source } },
        ...{ startCommand: "node server.js", healthCheckPath: "/health", maxShutdownDelaySeconds: 1 },
        envVars: { PORT: { value: String(port) }, TURN: { value: `turn-${Math.floor(generation / 2)}` } },
        customDomains: [{ name: `api-${generation}.example.com` }],
      },
    },
    { kind: "EnvGroup", name: "shared", args: groupArgs("shared", generation) },
    link("shared-link", "shared", "api"),
    {
      kind: "Verification",
      name: "checked",
      args: {
        ...{ service: "api", serviceId: { ref: "api.id" }, deployId: { ref: "api.deployId" } },
        ...{ url: { ref: "api.url" }, port, healthCheckPath: "/health", databaseUrl: "", renderHost: host },
        ...{ records: false, stability: 0, schedule: { interval: 100, consecutiveErrorLimit: 60 } },
      },
    },
  ];
}

function extra(plan: Plan): Declared[] {
  const { generation, region, imported = {} } = plan;
  const taken = (name: string) => {
    const id = imported[name];
    return id === undefined ? {} : { options: { import: id } };
  };
  const environment = { name: "live", protectedStatus: generation % 3 === 0 ? "protected" : "unprotected" };
  const project: Declared = {
    ...{ kind: "Project", name: "project", ...taken("project") },
    args: { name: nameOf(plan, "shop"), environments: { live: environment } },
  };
  const group: Declared = {
    ...{ kind: "EnvGroup", name: "second", ...taken("second") },
    args: groupArgs(nameOf(plan, "second"), generation),
  };
  const side: Declared = {
    ...{ kind: "WebService", name: "side", ...taken("side") },
    args: {
      ...{ name: nameOf(plan, "side"), plan: "starter", region },
      runtimeSource: { image: { imageUrl: "docker.io/library/nginx", tag: "1" } },
      envVars: { KEY: { value: { secret: `${CANARY}-${generation}` } } },
      ...(generation % 2 === 0 && { disk: { name: "data", sizeGb: 1, mountPath: "/data" } }),
      ...(generation % 3 === 0 && { notificationOverride: { notificationsToSend: "failure" } }),
      environmentId: { ref: "project.environments.live.id" },
    },
  };
  return [project, group, side, link("second-link", "second", "side")];
}

const groupArgs = (name: string, generation: number) => ({
  name,
  envVars: { TURN: { value: String(generation) }, KEY: { value: { secret: `${CANARY}-${generation}` } } },
});

const link = (name: string, group: string, service: string): Declared => ({
  ...{ kind: "EnvGroupLink", name },
  args: { envGroupId: { ref: `${group}.id` }, serviceIds: [{ ref: `${service}.id` }] },
});
