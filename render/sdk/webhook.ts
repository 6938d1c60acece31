import * as pulumi from "@pulumi/pulumi";

/** Inputs of a webhook, by the names of the bridged official provider. */
export interface WebhookArgs {
  readonly name: pulumi.Input<string>;
  readonly url: pulumi.Input<string>;
  readonly enabled: pulumi.Input<boolean>;
  /** The events that are sent, such as `deploy_ended`. @default all */
  readonly eventFilters?: pulumi.Input<pulumi.Input<string>[]>;
}

/** An address to which Render sends the events of a workspace. */
export class Webhook extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  /** With what the receiver checks that a request is Render's. */
  declare readonly secret: pulumi.Output<string>;

  constructor(name: string, args: WebhookArgs, options?: pulumi.CustomResourceOptions) {
    super("render:index/webhook:Webhook", name, { ...args, secret: undefined }, options);
  }
}
