import type { ResourceKind } from "../resource-kind";
import { backgroundWorker } from "./background-worker";
import { cronJob } from "./cron-job";
import { dedicatedIp } from "./dedicated-ip";
import { envGroup } from "./env-group";
import { envGroupLink } from "./env-group-link";
import { environment } from "./environment";
import { keyvalue } from "./keyvalue";
import { logStream } from "./log-stream";
import { metricsStream } from "./metrics-stream";
import { notificationSetting } from "./notification-setting";
import { postgres } from "./postgres";
import { privateService } from "./private-service";
import { project } from "./project";
import { registryCredential } from "./registry-credential";
import { staticSite } from "./static-site";
import { webService } from "./web-service";
import { webhook } from "./webhook";

/** The provider's table: every kind of resource it serves. */
export const KINDS: readonly ResourceKind[] = [
  webService,
  privateService,
  backgroundWorker,
  cronJob,
  staticSite,
  envGroup,
  envGroupLink,
  project,
  environment,
  postgres,
  keyvalue,
  registryCredential,
  webhook,
  dedicatedIp,
  logStream,
  metricsStream,
  notificationSetting,
];
