import type { ResourceKind } from "../resource-kind";
import { backgroundWorkerFields } from "./service/fields";
import { serviceKind } from "./service/kind";

/** `render:index/backgroundWorker:BackgroundWorker`: a process that listens on nothing. */
export const backgroundWorker: ResourceKind = serviceKind({
  token: "render:index/backgroundWorker:BackgroundWorker",
  type: "background_worker",
  called: "background worker",
  fields: backgroundWorkerFields,
  hasUrl: false,
});
