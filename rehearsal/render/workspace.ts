/** An address to which events are sent. */
export interface Webhook {
  readonly id: string;
  readonly secret: string;
  name: string;
  url: string;
  enabled: boolean;
  eventFilter: string[] | null;
}

/** Addresses from which services of a region reach others. */
export interface DedicatedIp {
  readonly id: string;
  readonly ownerId: string;
  readonly region: string;
  readonly createdAt: string;
  name: string;
  description: string;
  environmentIds: string[];
  ips: string[];
  status: "CREATING" | "PENDING" | "RUNNING";
  updatedAt: string;
}

/** What a workspace has of its own, beside its services, groups and projects. */
export class Workspace {
  readonly webhooks = new Map<string, Webhook>();
  readonly dedicatedIps = new Map<string, DedicatedIp>();
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
