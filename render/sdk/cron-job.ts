import * as pulumi from "@pulumi/pulumi";
import type { RunningServiceArgs } from "./service-args";
import type { EnvVars } from "./variables";

/** Inputs of a cron job, by the names of the bridged official provider. */
export interface CronJobArgs extends RunningServiceArgs {
  /** Five fields, in UTC. */
  readonly schedule: pulumi.Input<string>;
}

const TYPE = "render:index/cronJob:CronJob";

/** A command that runs by a schedule. */
export class CronJob extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly slug: pulumi.Output<string>;
  /** The newest deploy that this resource started. */
  declare readonly deployId: pulumi.Output<string>;
  /** Secret: generated values are among them. */
  declare readonly envVars: pulumi.Output<EnvVars | undefined>;

  constructor(name: string, args: CronJobArgs, options?: pulumi.CustomResourceOptions) {
    // Computed by Render: declared, so that a preview knows them as outputs to come.
    const computed = { slug: undefined, deployId: undefined };
    super(TYPE, name, { envVars: undefined, ...args, ...computed }, options);
  }

  /** One that exists already, by its id. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): CronJob {
    return new CronJob(name, {} as CronJobArgs, { ...options, id });
  }
}
