import * as pulumi from "@pulumi/pulumi";
import type { ProjectEnvironmentArgs } from "./project";

/** An environment of a project that is there, by the names of an environment in `ProjectArgs`. */
export interface EnvironmentArgs extends ProjectEnvironmentArgs {
  /** The project's id, `prj-…`. A change replaces the environment. */
  readonly projectId: pulumi.Input<string>;
}

/**
 * One environment of a project that several stacks share: each declares its own, and `Project` leaves it alone. Its id
 * is what services take as `environmentId`. The official package has no such resource.
 */
export class Environment extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly projectId: pulumi.Output<string>;

  constructor(name: string, args: EnvironmentArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/environment:Environment", name, { ...args }, options);
  }

  /** One that exists already, by its id. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): Environment {
    return new Environment(name, {} as EnvironmentArgs, { ...options, id });
  }
}
