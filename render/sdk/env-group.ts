import * as pulumi from "@pulumi/pulumi";
import type { EnvVarArgs, EnvVars, SecretFileArgs } from "./variables";

export interface EnvGroupArgs {
  readonly name: pulumi.Input<string>;
  readonly environmentId?: pulumi.Input<string>;
  /** Render refuses a group without variables and files. */
  readonly envVars?: pulumi.Input<Record<string, pulumi.Input<EnvVarArgs>>>;
  readonly secretFiles?: pulumi.Input<Record<string, pulumi.Input<SecretFileArgs>>>;
}

/** Variables and files that several services share; `EnvGroupLink` gives them to a service. */
export class EnvGroup extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly envVars: pulumi.Output<EnvVars | undefined>;

  constructor(name: string, args: EnvGroupArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/envGroup:EnvGroup", name, { envVars: undefined, ...args }, options);
  }
}
