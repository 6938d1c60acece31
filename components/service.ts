import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../config";
import * as render from "../render/sdk";
import type { OtherEndpoints } from "./database-connection";

/** The web service on Render, with PORT and DATABASE_URL among its variables. */
export class Service extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly serviceId: pulumi.Output<string>;
  /** The newest deploy that this update or an earlier one started. */
  readonly deployId: pulumi.Output<string>;

  constructor(
    name: string,
    stack: Stack,
    databaseUrl: pulumi.Input<string>,
    otherEnvironments: OtherEndpoints,
    options?: pulumi.ComponentResourceOptions,
  ) {
    const { service, standardPort } = stack.configuration;
    const { port, driver, driverSettings } = service;
    // What the children do not state by themselves; a policy reads it before it judges them.
    const declared = { port, standardPort, driver, driverSettings, otherEnvironments };
    super("portcullis:index:Service", name, declared, options);
    // What the stack sets by itself wins, so that the rules judge what the service would really get.
    const variables = {
      PORT: String(service.port),
      DATABASE_URL: pulumi.secret(databaseUrl),
      ...environment(stack),
    };
    const webService = new render.WebService(
      `${name}-web`,
      {
        name: service.name,
        plan: service.plan,
        region: service.region,
        runtimeSource: runtimeSource(stack),
        startCommand: service.start,
        healthCheckPath: service.healthCheckPath,
        envVars: Object.fromEntries(Object.entries(variables).map(([key, value]) => [key, { value }])),
        ...(service.rootDirectory === undefined ? {} : { rootDirectory: service.rootDirectory }),
      },
      // A component does not hand its own dependencies on to its children.
      { parent: this, ...(options?.dependsOn && { dependsOn: options.dependsOn }) },
    );
    this.url = webService.url;
    this.serviceId = webService.id;
    this.deployId = webService.deployId;
    this.registerOutputs({ url: this.url, serviceId: this.serviceId, deployId: this.deployId });
  }
}

/** The stack's own variables; where one of them is encrypted in the stack file, all of them stay secret. */
function environment({ configuration, secretKeys }: Stack): Record<string, pulumi.Input<string>> {
  const { environment } = configuration.service;
  if (!secretKeys.includes("service")) return environment;
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, pulumi.secret(value)]));
}

function runtimeSource({ configuration: { service } }: Stack): render.WebServiceArgs["runtimeSource"] {
  const { repository: repoUrl, branch, runtime, build = "" } = service;
  if (runtime === "docker") return { docker: { repoUrl, branch } };
  return { nativeRuntime: { repoUrl, branch, runtime, buildCommand: build } };
}
