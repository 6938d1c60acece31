import * as pulumi from "@pulumi/pulumi";
import type { Disk, StayingServiceArgs } from "./service-args";
import type { EnvVars } from "./variables";

/** Inputs of a background worker, by the names of the bridged official provider. */
export type BackgroundWorkerArgs = StayingServiceArgs;

const TYPE = "render:index/backgroundWorker:BackgroundWorker";

/** A process that listens on nothing. */
export class BackgroundWorker extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly slug: pulumi.Output<string>;
  declare readonly disk: pulumi.Output<Disk | undefined>;
  /** The newest deploy that this resource started. */
  declare readonly deployId: pulumi.Output<string>;
  /** Secret: generated values are among them. */
  declare readonly envVars: pulumi.Output<EnvVars | undefined>;

  constructor(name: string, args: BackgroundWorkerArgs, options?: pulumi.CustomResourceOptions) {
    // Computed by Render: declared, so that a preview knows them as outputs to come.
    const computed = { slug: undefined, deployId: undefined };
    super(TYPE, name, { envVars: undefined, disk: undefined, ...args, ...computed }, options);
  }

  /** One that exists already, by its id. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    options?: pulumi.CustomResourceOptions,
  ): BackgroundWorker {
    return new BackgroundWorker(name, {} as BackgroundWorkerArgs, { ...options, id });
  }
}
