import * as pulumi from "@pulumi/pulumi";

export interface EnvGroupLinkArgs {
  readonly envGroupId: pulumi.Input<string>;
  readonly serviceIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** Gives services the variables of an env group. A service sees them from its next deploy on. */
export class EnvGroupLink extends pulumi.CustomResource {
  declare readonly envGroupId: pulumi.Output<string>;
  declare readonly serviceIds: pulumi.Output<string[]>;

  constructor(name: string, args: EnvGroupLinkArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/envGroupLink:EnvGroupLink", name, { ...args }, options);
  }
}
