import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../config";
import * as render from "../render/sdk";

/** The web service on Render, with PORT and DATABASE_URL among its variables. */
export class Service extends pulumi.ComponentResource {
  readonly url: pulumi.Output<string>;
  readonly serviceId: pulumi.Output<string>;

  constructor(
    name: string,
    stack: Stack,
    databaseUrl: pulumi.Input<string>,
    options?: pulumi.ComponentResourceOptions,
  ) {
    const { service, standardPort } = stack.configuration;
    const { port, driver, driverSettings } = service;
    // What the children do not state by themselves; a policy reads it before it judges them.
    super("portcullis:index:Service", name, { port, standardPort, driver, driverSettings }, options);
    // What the stack sets by itself wins, so that the rules judge what the service would really get.
    const variables = {
      PORT: String(service.port),
      DATABASE_URL: pulumi.secret(databaseUrl),
      ...service.environment,
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
      { parent: this },
    );
    this.url = webService.url;
    this.serviceId = webService.id;
    this.registerOutputs({ url: this.url, serviceId: this.serviceId });
  }
}

function runtimeSource({ configuration: { service } }: Stack): render.WebServiceArgs["runtimeSource"] {
  const { repository: repoUrl, branch, runtime, build = "" } = service;
  if (runtime === "docker") return { docker: { repoUrl, branch } };
  return { nativeRuntime: { repoUrl, branch, runtime, buildCommand: build } };
}
