import * as pulumi from "@pulumi/pulumi";

/** Inputs of a workspace's notification settings, by the names of the bridged official provider. */
export interface NotificationSettingArgs {
  readonly emailEnabled?: pulumi.Input<boolean>;
  /** `all`, `failure` or `none`. */
  readonly notificationsToSend?: pulumi.Input<string>;
  /** Whether environments of previews notify too. */
  readonly previewNotificationsEnabled?: pulumi.Input<boolean>;
}

/** Of what a workspace is notified. What the program leaves out stays as it is, and so does all when it is destroyed. */
export class NotificationSetting extends pulumi.CustomResource {
  declare readonly slackEnabled: pulumi.Output<boolean>;

  constructor(name: string, args: NotificationSettingArgs, options?: pulumi.CustomResourceOptions) {
    const type = "render:index/notificationSetting:NotificationSetting";
    super(type, name, { ...args, slackEnabled: undefined }, options);
  }
}
