import * as pulumi from "@pulumi/pulumi";

/** Inputs of dedicated addresses, by the names of the bridged official provider. */
export interface DedicatedIpArgs {
  readonly name: pulumi.Input<string>;
  /** A change of it replaces the addresses. */
  readonly region: pulumi.Input<string>;
  readonly description?: pulumi.Input<string>;
  /** Whose services use them. @default all of the workspace in the region */
  readonly environmentIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Addresses from which services of a region reach others. */
export class DedicatedIp extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  /** IPv4 addresses. */
  declare readonly ips: pulumi.Output<string[]>;
  /** `RUNNING` once the addresses are there. */
  declare readonly status: pulumi.Output<string>;
  declare readonly ownerId: pulumi.Output<string>;
  declare readonly createdAt: pulumi.Output<string>;
  declare readonly updatedAt: pulumi.Output<string>;

  constructor(name: string, args: DedicatedIpArgs, options?: pulumi.CustomResourceOptions) {
    const times = { createdAt: undefined, updatedAt: undefined };
    const computed = { ips: undefined, status: undefined, ownerId: undefined, ...times };
    super("render:index/dedicatedIp:DedicatedIp", name, { ...args, ...computed }, options);
  }
}
