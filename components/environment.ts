import * as pulumi from "@pulumi/pulumi";
import { assertArguments } from "./arguments/assert-arguments";
import { environment as environmentSchema } from "./arguments/environment";
import type { DatabaseEndpoint } from "./database-endpoint";
import { environmentParts } from "./environment-parts";
import type { EnvironmentArgs, EnvironmentService } from "./environment-types";
import { withShortTraces } from "./short-traces";
import type { VerificationResult } from "./verification";

/** One environment: its database connections, its services, and the proof that they work. */
export class Environment extends pulumi.ComponentResource {
  /** By the keys of `services`; `main` for the only one. */
  readonly services: pulumi.Output<Readonly<Record<string, pulumi.Unwrap<EnvironmentService>>>>;
  /** Endpoints by the names of `databases`, `main` for the only one, without secrets. */
  readonly databases: pulumi.Output<Readonly<Record<string, DatabaseEndpoint | undefined>>>;
  /** The public address of the first service that has one; empty where none has. */
  readonly url: pulumi.Output<string>;
  /** Of the first service. */
  readonly port: pulumi.Output<number | undefined>;
  /** Of the first service. */
  readonly serviceId: pulumi.Output<string>;
  /** Of the first service. Without secrets; undefined where it has none, or its typed URL cannot be read. */
  readonly database: pulumi.Output<DatabaseEndpoint | undefined>;
  /** Of the first service. */
  readonly verification: pulumi.Output<VerificationResult>;

  constructor(name: string, args: EnvironmentArgs, opts?: pulumi.ComponentResourceOptions) {
    assertArguments("Environment", name, environmentSchema, args);
    const { environment = pulumi.getStack() } = args;
    super("portcullis:index:Environment", name, { stack: environment }, opts);
    const parts = withShortTraces(() => environmentParts(name, args, this));
    const [first] = parts.services.values();
    if (first === undefined)
      throw new pulumi.RunError(`${name}: expected \`service\` or \`services\`, got none.`);
    this.services = pulumi.output(
      Object.fromEntries([...parts.services].map(([key, { told }]) => [key, told])),
    );
    this.databases = pulumi.output(Object.fromEntries(parts.databases));
    this.url =
      [...parts.services.values()].find(({ told }) => told.url !== undefined)?.told.url ?? pulumi.output("");
    this.port = pulumi.output(first.port);
    this.serviceId = first.told.serviceId;
    this.database = pulumi.output(first.endpoint);
    this.verification = first.told.verification;
    this.registerOutputs({
      services: this.services,
      databases: this.databases,
      url: this.url,
      port: this.port,
      database: this.database,
      serviceId: this.serviceId,
      verification: this.verification,
    });
  }
}
