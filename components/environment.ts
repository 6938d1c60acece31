import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../config";
import { DatabaseConnection, type OtherEndpoints } from "./database-connection";
import type { DatabaseEndpoint } from "./database-endpoint";
import { Service } from "./service";

/** One environment of the service: its database connection and its web service. */
export class Environment extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly port: number;
  readonly serviceId: pulumi.Output<string>;
  /** Without secrets; undefined where the stack types a URL of its own. */
  readonly database: DatabaseEndpoint | undefined;

  constructor(name: string, stack: Stack, options?: pulumi.ComponentResourceOptions) {
    super("portcullis:index:Environment", name, { stack: stack.name }, options);
    const others = otherEndpoints(stack);
    const connection = new DatabaseConnection(`${name}-database`, stack, others, { parent: this });
    const service = new Service(`${name}-service`, stack, connection.url, { parent: this });
    this.url = service.url;
    this.serviceId = service.serviceId;
    this.port = stack.configuration.service.port;
    this.database = connection.endpoint;
    this.registerOutputs({ url: this.url, port: this.port, database: this.database });
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
