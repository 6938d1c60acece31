import * as pulumi from "@pulumi/pulumi";
import type { IpAllowListArgs } from "./variables";

export interface ProjectEnvironmentArgs {
  readonly name: pulumi.Input<string>;
  /** `protected` or `unprotected`. */
  readonly protectedStatus: pulumi.Input<string>;
  readonly networkIsolated?: pulumi.Input<boolean>;
  readonly ipAllowLists?: pulumi.Input<pulumi.Input<IpAllowListArgs>[]>;
}

export interface ProjectArgs {
  readonly name: pulumi.Input<string>;
  /** By a key of your own; an import knows environments by their names. */
  readonly environments: pulumi.Input<Record<string, pulumi.Input<ProjectEnvironmentArgs>>>;
}

/** A project with its environments, each with its `id`. */
export class Project extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly environments: pulumi.Output<Record<string, { id: string; name: string }>>;

  constructor(name: string, args: ProjectArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/project:Project", name, { ...args }, options);
  }
}
