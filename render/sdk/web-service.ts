import * as pulumi from "@pulumi/pulumi";
import type { EnvVarArgs, IpAllowListArgs, SecretFileArgs } from "./variables";
import type { RuntimeSourceArgs } from "./web-service-source";

type Text = pulumi.Input<string>;

interface MeasureArgs {
  readonly enabled: pulumi.Input<boolean>;
  readonly percentage: pulumi.Input<number>;
}

/** Inputs of a web service, by the names of the bridged official provider. */
export interface WebServiceArgs {
  readonly name: Text;
  readonly plan: Text;
  /** A change of region replaces the service. */
  readonly region: Text;
  readonly runtimeSource: pulumi.Input<RuntimeSourceArgs>;
  readonly startCommand?: Text;
  readonly preDeployCommand?: Text;
  readonly rootDirectory?: Text;
  readonly healthCheckPath?: Text;
  /** @default 1 */
  readonly numInstances?: pulumi.Input<number>;
  readonly autoscaling?: pulumi.Input<{
    readonly enabled: pulumi.Input<boolean>;
    readonly min: pulumi.Input<number>;
    readonly max: pulumi.Input<number>;
    readonly criteria: pulumi.Input<{
      readonly cpu?: pulumi.Input<MeasureArgs>;
      readonly memory?: pulumi.Input<MeasureArgs>;
    }>;
  }>;
  readonly envVars?: pulumi.Input<Record<string, pulumi.Input<EnvVarArgs>>>;
  readonly secretFiles?: pulumi.Input<Record<string, pulumi.Input<SecretFileArgs>>>;
  readonly customDomains?: pulumi.Input<pulumi.Input<{ readonly name: Text }>[]>;
  readonly disk?: pulumi.Input<{
    readonly name: Text;
    readonly sizeGb: pulumi.Input<number>;
    readonly mountPath: Text;
  }>;
  readonly environmentId?: Text;
  readonly ipAllowLists?: pulumi.Input<pulumi.Input<IpAllowListArgs>[]>;
  /** Not on the plan `free`. */
  readonly maintenanceMode?: pulumi.Input<{
    readonly enabled?: pulumi.Input<boolean>;
    readonly uri?: Text;
  }>;
  /** Seconds. @default 30 */
  readonly maxShutdownDelaySeconds?: pulumi.Input<number>;
  readonly previews?: pulumi.Input<{ readonly generation?: Text }>;
  /** @deprecated Use `previews`. */
  readonly pullRequestPreviewsEnabled?: pulumi.Input<boolean>;
  readonly notificationOverride?: pulumi.Input<{
    readonly notificationsToSend?: Text;
    readonly previewNotificationsEnabled?: Text;
  }>;
  readonly logStreamOverride?: pulumi.Input<{
    readonly setting: Text;
    readonly endpoint?: Text;
    readonly token?: Text;
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
  /** The newest deploy that this resource started. */
  declare readonly deployId: pulumi.Output<string>;
  /** Secret: generated values are among them. */
  declare readonly envVars: pulumi.Output<Record<string, { value: string }> | undefined>;
  declare readonly activeCustomDomains: pulumi.Output<{ name: string; redirectForName?: string }[]>;

  constructor(name: string, args: WebServiceArgs, options?: pulumi.CustomResourceOptions) {
    // Computed by Render: declared, so that a preview knows them as outputs to come.
    const computed = { slug: undefined, url: undefined, deployId: undefined, activeCustomDomains: undefined };
    super(TYPE, name, { envVars: undefined, ...args, ...computed }, options);
  }

  /** A service that exists already, by its id (srv-…). */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): WebService {
    return new WebService(name, {} as WebServiceArgs, { ...options, id });
  }
}
