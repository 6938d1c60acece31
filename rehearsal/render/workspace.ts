/** An address to which events are sent. */
export interface Webhook {
  readonly id: string;
  readonly secret: string;
  name: string;
  url: string;
  enabled: boolean;
  eventFilter: string[] | null;
}

/** What a workspace has of its own, beside its services, groups and projects. */
export class Workspace {
  readonly webhooks = new Map<string, Webhook>();
  /** As a new workspace has them (recorded 2024-05-29). */
  notifications = {
    slackEnabled: false,
    emailEnabled: true,
    previewNotificationsEnabled: false,
    notificationsToSend: "failure",
  };
  logStream?: { readonly endpoint: string; readonly preview: string };
  metricsStream?: { readonly provider: string; readonly url: string };
}
