import { rm } from "node:fs/promises";
import type { Deploy, Service } from "../store";
import { hasEnded } from "./deploy-record";

/** How many superseded deploys keep their working copy, to roll back to. */
const KEPT_TO_ROLL_BACK = 5;

const CAN_RUN_AGAIN = (deploy: Deploy): boolean => deploy.status === "deactivated";

/** Removes the working copies of failed deploys and of those superseded long ago. */
export async function pruneCopies(service: Service): Promise<void> {
  const kept = new Set([
    ...service.deploys.filter((deploy) => deploy.status === "live" || !hasEnded(deploy)),
    ...service.deploys.filter(CAN_RUN_AGAIN).slice(0, KEPT_TO_ROLL_BACK),
  ]);
  // A rollback runs in its target's copy: a folder goes only when nobody who is kept has it.
  const folders = new Set([...kept].map((deploy) => deploy.folder));
  for (const deploy of service.deploys) {
    if (kept.has(deploy) || deploy.folder === undefined) continue;
    if (!folders.has(deploy.folder)) await rm(deploy.folder, { recursive: true, force: true, maxRetries: 3 });
    delete deploy.folder;
  }
}
