import * as pulumi from "@pulumi/pulumi";
import { DatabaseConnection, type DatabaseConnectionArgs } from "./database-connection";
import type { DatabaseEndpoint } from "./database-endpoint";
import { SERVICE_DEFAULTS, Service, type ServiceArgs } from "./service";
import { Verification, type VerificationResult } from "./verification";
import type { ChecksArgs } from "./verification/args";

/** What is stated once for all parts of an environment. */
type Shared = "driver" | "driverSettings" | "otherEnvironments" | "addresses";

/** One environment of a service. */
export interface EnvironmentArgs {
  /** Its web service. Its driver decides the database URL's scheme and parameters. */
  readonly service: Omit<ServiceArgs, "databaseUrl" | "otherEnvironments" | "standardPort"> & {
    readonly driver: pulumi.Input<string>;
  };
  /** Its database, and how the service reaches it. */
  readonly database: Omit<DatabaseConnectionArgs, Shared>;
  /** How a deploy is proven healthy, besides deploy, port, database and health check. */
  readonly verify?: ChecksArgs;
  /** The environment's name. @default the stack's */
  readonly environment?: string;
  /** The port that services of the organisation listen on. @default what the policy pack says, 8000 by itself */
  readonly standardPort?: pulumi.Input<number>;
  /** Names of stacks whose database must not be this one's; each is read by a StackReference. @default none */
  readonly otherEnvironments?: readonly string[];
  /** Where an address is found on this machine, as `host:port`. A rehearsal alone sets it. */
  readonly addresses?: Readonly<Record<string, string>>;
}

/** One environment of the service: its database connection, its web service, and the proof that both work. */
export class Environment extends pulumi.ComponentResource {
  /** The service's public address. */
  readonly url: pulumi.Output<string>;
  readonly port: pulumi.Output<number>;
  readonly serviceId: pulumi.Output<string>;
  /** Without secrets; undefined where the typed URL cannot be read. */
  readonly database: pulumi.Output<DatabaseEndpoint | undefined>;
  /** What was checked after the newest deploy. */
  readonly verification: pulumi.Output<VerificationResult>;

  constructor(name: string, args: EnvironmentArgs, opts?: pulumi.ComponentResourceOptions) {
    const { environment = pulumi.getStack(), addresses = {}, standardPort } = args;
    super("portcullis:index:Environment", name, { stack: environment }, opts);
    const { driver, driverSettings = {}, port = SERVICE_DEFAULTS.port } = args.service;
    const otherEnvironments = endpointsOf(args.otherEnvironments ?? []);
    const shared = { driver, driverSettings, otherEnvironments };
    const connection = new DatabaseConnection(
      `${name}-database`,
      { ...args.database, ...shared, addresses },
      { parent: this },
    );
    const service = new Service(
      `${name}-service`,
      {
        ...args.service,
        ...shared,
        name: args.service.name ?? name,
        databaseUrl: connection.url,
        ...(standardPort !== undefined && { standardPort }),
      },
      // The service logs in as it starts: role and grants must be there before.
      { parent: this, dependsOn: [connection] },
    );
    const { serviceId, deployId, url } = service;
    const { healthCheckPath = SERVICE_DEFAULTS.healthCheckPath } = args.service;
    const verified = { service: args.service.name ?? name, serviceId, deployId, url, port, healthCheckPath };
    const verification = new Verification(
      `${name}-verification`,
      { ...args.verify, ...verified, databaseUrl: connection.url, environment, addresses },
      { parent: this },
    );
    this.url = url;
    this.serviceId = serviceId;
    this.port = pulumi.output(port);
    this.database = connection.endpoint;
    this.verification = verification.result;
    this.registerOutputs({
      url: this.url,
      port: this.port,
      database: this.database,
      serviceId: this.serviceId,
      verification: this.verification,
    });
  }
}

/** The only way from one stack to another: a StackReference that the configuration names. */
function endpointsOf(stacks: readonly string[]): Readonly<Record<string, pulumi.Output<unknown>>> {
  return Object.fromEntries(
    stacks.map((name) => [name, new pulumi.StackReference(name).requireOutput("database")]),
  );
}
