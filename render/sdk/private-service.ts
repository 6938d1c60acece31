import * as pulumi from "@pulumi/pulumi";
import type { Disk, StayingServiceArgs } from "./service-args";
import type { EnvVars } from "./variables";

/** Inputs of a private service, by the names of the bridged official provider. */
export type PrivateServiceArgs = StayingServiceArgs;

const TYPE = "render:index/privateService:PrivateService";

/** A service that only the other services of the workspace reach. */
export class PrivateService extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  /** Its address inside the workspace's network, `HOST:PORT`. */
  declare readonly url: pulumi.Output<string>;
  declare readonly slug: pulumi.Output<string>;
  declare readonly disk: pulumi.Output<Disk | undefined>;
  /** The newest deploy that this resource started. */
  declare readonly deployId: pulumi.Output<string>;
  /** Secret: generated values are among them. */
  declare readonly envVars: pulumi.Output<EnvVars | undefined>;

  constructor(name: string, args: PrivateServiceArgs, options?: pulumi.CustomResourceOptions) {
    // Computed by Render: declared, so that a preview knows them as outputs to come.
    const computed = { slug: undefined, url: undefined, deployId: undefined };
    super(TYPE, name, { envVars: undefined, disk: undefined, ...args, ...computed }, options);
  }

  /** One that exists already, by its id. */
  static get(
    name: string,
    id: pulumi.Input<pulumi.ID>,
    options?: pulumi.CustomResourceOptions,
  ): PrivateService {
    return new PrivateService(name, {} as PrivateServiceArgs, { ...options, id });
  }
}
