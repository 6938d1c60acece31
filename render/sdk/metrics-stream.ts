import * as pulumi from "@pulumi/pulumi";

/** Inputs of a workspace's metrics stream, by the names of the bridged official provider. */
export interface MetricsStreamArgs {
  /** `BETTER_STACK`, `CUSTOM`, `DATADOG`, `GRAFANA`, `HONEYCOMB`, `NEW_RELIC`, or another that Render has. */
  readonly metricsProvider: pulumi.Input<string>;
  readonly url: pulumi.Input<string>;
  /** Secret. Render never shows it: after an import the next update sets it. */
  readonly token: pulumi.Input<string>;
}

/** Where a workspace sends its metrics. There is one for each workspace. */
export class MetricsStream extends pulumi.CustomResource {
  constructor(name: string, args: MetricsStreamArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/metricsStream:MetricsStream", name, { ...args }, options);
  }
}
