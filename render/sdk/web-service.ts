import * as pulumi from "@pulumi/pulumi";
import type { CustomDomain, CustomDomainsArgs, Disk, StayingServiceArgs } from "./service-args";
import type { EnvVars, IpAllowListArgs } from "./variables";

/** Inputs of a web service, by the names of the bridged official provider. */
export interface WebServiceArgs extends StayingServiceArgs {
  readonly healthCheckPath?: pulumi.Input<string>;
  readonly customDomains?: CustomDomainsArgs;
  readonly ipAllowLists?: pulumi.Input<pulumi.Input<IpAllowListArgs>[]>;
  /** Not on the plan `free`. */
  readonly maintenanceMode?: pulumi.Input<{
    readonly enabled?: pulumi.Input<boolean>;
    readonly uri?: pulumi.Input<string>;
  }>;
}

const TYPE = "render:index/webService:WebService";

/** A web service on Render. */
export class WebService extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  declare readonly plan: pulumi.Output<string>;
  declare readonly region: pulumi.Output<string>;
  declare readonly slug: pulumi.Output<string>;
  /** The public address, https://SLUG.onrender.com. */
  declare readonly url: pulumi.Output<string>;
  declare readonly disk: pulumi.Output<Disk | undefined>;
  /** The newest deploy that this resource started. */
  declare readonly deployId: pulumi.Output<string>;
  /** Secret: generated values are among them. */
  declare readonly envVars: pulumi.Output<EnvVars | undefined>;
  /** Those that the program names. */
  declare readonly customDomains: pulumi.Output<CustomDomain[] | undefined>;
  /** All, those that Render has added included. */
  declare readonly activeCustomDomains: pulumi.Output<CustomDomain[]>;

  constructor(name: string, args: WebServiceArgs, options?: pulumi.CustomResourceOptions) {
    // Computed by Render: declared, so that a preview knows them as outputs to come.
    const computed = { slug: undefined, url: undefined, deployId: undefined, activeCustomDomains: undefined };
    super(
      TYPE,
      name,
      { envVars: undefined, disk: undefined, customDomains: undefined, ...args, ...computed },
      options,
    );
  }

  /** A service that exists already, by its id (srv-…). */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): WebService {
    return new WebService(name, {} as WebServiceArgs, { ...options, id });
  }
}
