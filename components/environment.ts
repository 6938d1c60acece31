import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../config";
import { DatabaseConnection, type OtherEndpoints } from "./database-connection";
import type { DatabaseEndpoint } from "./database-endpoint";
import { Service } from "./service";
import { Verification, type VerificationResult } from "./verification";

/** One environment of the service: its database connection, its web service, and the proof that both work. */
export class Environment extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly port: number;
  readonly serviceId: pulumi.Output<string>;
  /** Without secrets; undefined where the stack types a URL that cannot be read. */
  readonly database: pulumi.Output<DatabaseEndpoint | undefined>;
  /** What was checked after the newest deploy. */
  readonly verification: pulumi.Output<VerificationResult>;

  constructor(name: string, stack: Stack, options?: pulumi.ComponentResourceOptions) {
    super("portcullis:index:Environment", name, { stack: stack.name }, options);
    const others = otherEndpoints(stack);
    const connection = new DatabaseConnection(`${name}-database`, stack, others, { parent: this });
    // The service logs in as it starts: role and grants must be there before.
    const after = { parent: this, dependsOn: [connection] };
    const service = new Service(`${name}-service`, stack, connection.url, others, after);
    const { serviceId, deployId, url } = service;
    const args = { serviceId, deployId, url, databaseUrl: connection.url };
    const verification = new Verification(`${name}-verification`, stack, args, { parent: this });
    this.url = service.url;
    this.serviceId = service.serviceId;
    this.port = stack.configuration.service.port;
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
function otherEndpoints(stack: Stack): OtherEndpoints {
  return Object.fromEntries(
    stack.configuration.otherEnvironments.map((name) => [
      name,
      new pulumi.StackReference(name).requireOutput("database"),
    ]),
  );
}
