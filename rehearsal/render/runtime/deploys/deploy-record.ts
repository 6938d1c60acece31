import { newId, timestamp } from "../../identifiers";
import type { Deploy, DeployStatus, DeployTrigger, Service, Snapshot, Store } from "../../store";

const ENDED: ReadonlySet<DeployStatus> = new Set([
  "live",
  "deactivated",
  "build_failed",
  "pre_deploy_failed",
  "update_failed",
  "canceled",
]);

export const hasEnded = (deploy: Deploy): boolean => ENDED.has(deploy.status);

/** The deploy that has the service's traffic, or had it last where the service is suspended. */
export const liveDeploy = (service: Service): Deploy | undefined =>
  service.deploys.find((deploy) => deploy.status === "live");

/** Puts a deploy first in the service's list, newest first. */
export function addDeploy(
  service: Service,
  given: {
    trigger: DeployTrigger;
    commit: Deploy["commit"];
    pinned: boolean;
    queued: boolean;
    rollbackTo?: Deploy;
  },
): Deploy {
  const now = timestamp();
  const imagePath = given.rollbackTo?.imagePath ?? service.imagePath;
  const deploy: Deploy = {
    id: newId("dep"),
    trigger: given.trigger,
    commit: given.rollbackTo?.commit ?? given.commit,
    ...(imagePath !== undefined && { imagePath }),
    ...(given.pinned && { pinned: true }),
    createdAt: now,
    // Of an image nothing is built (recorded in 25 of 25).
    status: given.queued ? "queued" : imagePath === undefined ? "created" : "update_in_progress",
    startedAt: null,
    updatedAt: now,
    finishedAt: null,
    ...(given.rollbackTo && given.trigger === "rollback" ? { rollbackTarget: given.rollbackTo.id } : {}),
  };
  service.deploys.unshift(deploy);
  return deploy;
}

/** Sets a deploy's status. `finishedAt` is set once, when it is live or has failed. */
export function mark(deploy: Deploy, status: DeployStatus): void {
  deploy.status = status;
  deploy.updatedAt = timestamp();
  if (hasEnded(deploy)) deploy.finishedAt ??= deploy.updatedAt;
}

/** The service's configuration as it is now, in copies that later changes do not reach. */
export function snapshotOf(store: Store, service: Service): Snapshot {
  return {
    details: structuredClone(service.details),
    rootDir: service.rootDir,
    repo: service.repo,
    imagePath: service.imagePath,
    variables: store.variablesOf(service),
    secretFiles: store.secretFilesOf(service),
  };
}
