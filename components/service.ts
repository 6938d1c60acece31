import * as pulumi from "@pulumi/pulumi";
import { STANDARD_PORT } from "../domain";
import * as render from "../render/sdk";

/** What a service on Render is made of. Each `Input` may be another resource's output. */
export interface ServiceArgs {
  /** The service's name at Render. @default the component's own name */
  readonly name?: pulumi.Input<string>;
  /** The git repository, as an https address. */
  readonly repository: pulumi.Input<string>;
  /** @default "main" */
  readonly branch?: pulumi.Input<string>;
  /** `docker`, or a native runtime of Render: `python`, `node`, `go`, `ruby`, `rust` or `elixir`. */
  readonly runtime: pulumi.Input<string>;
  /** A change of region replaces the service. */
  readonly region: pulumi.Input<string>;
  /** @default "starter" */
  readonly plan?: pulumi.Input<string>;
  /** The build command of a native runtime. */
  readonly build?: pulumi.Input<string>;
  /** The start command; it listens on `$PORT`. */
  readonly start: pulumi.Input<string>;
  /** What PORT says and the service listens on, 1 to 65535. @default 8000 */
  readonly port?: pulumi.Input<number>;
  /** A path of the service that answers 200 once it is healthy; empty for none. @default "/health" */
  readonly healthCheckPath?: pulumi.Input<string>;
  /** The service's folder in the repository. @default the repository itself */
  readonly rootDirectory?: pulumi.Input<string>;
  /** Variables besides PORT and DATABASE_URL, which they replace where they name them. */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Its value of DATABASE_URL, kept as a secret. @default none */
  readonly databaseUrl?: pulumi.Input<string>;
  /** The PostgreSQL driver of the service's code, such as `asyncpg`: the policy pack judges by it. */
  readonly driver?: pulumi.Input<string>;
  /** Settings of the driver outside the URL, by its own names. */
  readonly driverSettings?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>>>;
  /** The port that services of the organisation listen on. @default what the policy pack says, 8000 by itself */
  readonly standardPort?: pulumi.Input<number>;
  /** Database endpoints of other environments, by name: the policy pack rejects a service that uses one of them. */
  readonly otherEnvironments?: Readonly<Record<string, pulumi.Input<unknown>>>;
}

/** What a service is given where its arguments leave it out. */
export const SERVICE_DEFAULTS = {
  branch: "main",
  plan: "starter",
  port: STANDARD_PORT as number,
  healthCheckPath: "/health",
} as const;

/** A web service on Render, with PORT and DATABASE_URL among its variables. */
export class Service extends pulumi.ComponentResource {
  /** The public address, https://SLUG.onrender.com. */
  readonly url: pulumi.Output<string>;
  readonly serviceId: pulumi.Output<string>;
  /** The newest deploy that this update or an earlier one started. */
  readonly deployId: pulumi.Output<string>;

  constructor(name: string, args: ServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    const { driver, driverSettings = {}, otherEnvironments = {} } = args;
    const { port = SERVICE_DEFAULTS.port, standardPort } = args;
    // What the children do not state by themselves; a policy reads it before it judges them.
    const declared = { port, standardPort, driver, driverSettings, otherEnvironments };
    super("portcullis:index:Service", name, declared, opts);
    const webService = new render.WebService(
      `${name}-web`,
      {
        name: args.name ?? name,
        plan: args.plan ?? SERVICE_DEFAULTS.plan,
        region: args.region,
        runtimeSource: runtimeSource(args),
        startCommand: args.start,
        healthCheckPath: args.healthCheckPath ?? SERVICE_DEFAULTS.healthCheckPath,
        envVars: variables(args, port),
        ...(args.rootDirectory === undefined ? {} : { rootDirectory: args.rootDirectory }),
      },
      // A component does not hand its own dependencies on to its children.
      { parent: this, ...(opts?.dependsOn && { dependsOn: opts.dependsOn }) },
    );
    this.url = webService.url;
    this.serviceId = webService.id;
    this.deployId = webService.deployId;
    this.registerOutputs({ url: this.url, serviceId: this.serviceId, deployId: this.deployId });
  }
}

/** What the stack sets by itself wins, so that the rules judge what the service would really get. */
function variables({ environment, databaseUrl }: ServiceArgs, port: pulumi.Input<number>) {
  const all: Record<string, pulumi.Input<string>> = {
    PORT: typeof port === "number" ? String(port) : pulumi.output(port).apply(String),
    ...(databaseUrl !== undefined && { DATABASE_URL: pulumi.secret(databaseUrl) }),
    ...environment,
  };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, { value }]));
}

function runtimeSource(args: ServiceArgs): pulumi.Input<render.RuntimeSourceArgs> {
  const { repository: repoUrl, branch = SERVICE_DEFAULTS.branch, build: buildCommand = "" } = args;
  const of = (runtime: string): render.RuntimeSourceArgs =>
    runtime === "docker"
      ? { docker: { repoUrl, branch } }
      : { nativeRuntime: { repoUrl, branch, runtime, buildCommand } };
  return typeof args.runtime === "string" ? of(args.runtime) : pulumi.output(args.runtime).apply(of);
}
