import type { ResourceKind } from "../resource-kind";
import { cronJobFields } from "./service/fields";
import { serviceKind } from "./service/kind";

/** `render:index/cronJob:CronJob`: a command that runs by a schedule. */
export const cronJob: ResourceKind = serviceKind({
  token: "render:index/cronJob:CronJob",
  type: "cron_job",
  called: "cron job",
  fields: cronJobFields,
  hasUrl: false,
});
