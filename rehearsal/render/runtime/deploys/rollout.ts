import { stat } from "node:fs/promises";
import path from "node:path";
import { timestamp } from "../../identifiers";
import type { Deploy, DeployStatus, Service } from "../../store";
import type { PreparedDeploy, RuntimeContext } from "../context";
import { StepFailed } from "../processes/one-off-process";
import { build } from "./build";
import { folderNameOf } from "./checkout";
import { deployEnded, deployStarted, type Reason } from "./deploy-events";
import { mark, snapshotOf } from "./deploy-record";
import { preDeploy } from "./pre-deploy";
import { type RunningService, update } from "./update";

export interface Rollout {
  readonly service: Service;
  readonly deploy: Deploy;
  /** The deploy whose snapshot and checkout run again, without a build. */
  readonly again?: Deploy | undefined;
  readonly signal: AbortSignal;
}

/** An unexpected error counts as a failure of the step that was running. */
const FAILED_IN: Partial<Record<DeployStatus, StepFailed["status"]>> = {
  build_in_progress: "build_failed",
  pre_deploy_in_progress: "pre_deploy_failed",
};

function prepare(rollout: Rollout, snapshot: PreparedDeploy["snapshot"], folder: string): PreparedDeploy {
  const { service, deploy } = rollout;
  deploy.snapshot = snapshot;
  deploy.folder = folder;
  return { service, deploy, snapshot, folder };
}

async function prepareByBuild(context: RuntimeContext, rollout: Rollout): Promise<PreparedDeploy> {
  const { service, deploy, signal } = rollout;
  const folder = path.join(context.checkouts.of(service.id), folderNameOf(deploy.id));
  const prepared = prepare(rollout, snapshotOf(context.store, service), folder);
  if (deploy.imagePath === undefined) mark(deploy, "build_in_progress");
  await build(context, prepared, signal);
  if (prepared.snapshot.details.preDeployCommand !== "") {
    mark(deploy, "pre_deploy_in_progress");
    await preDeploy(context, prepared, signal);
  }
  return prepared;
}

async function prepareFromEarlier(rollout: Rollout, again: Deploy): Promise<PreparedDeploy> {
  const { log } = rollout.service;
  const { snapshot, folder } = again;
  const kept = folder !== undefined && (await stat(folder).catch(() => undefined))?.isDirectory();
  if (snapshot === undefined || folder === undefined || !kept) {
    log.note("app", `The working copy of ${again.id} is gone: it cannot run again. Deploy anew instead.`);
    throw new StepFailed("update_failed", { evicted: false });
  }
  log.note("app", `The working copy and configuration of ${again.id} run again, without a build.`);
  if (again.image !== undefined) rollout.deploy.image = again.image;
  if (again.toolchain !== undefined) rollout.deploy.toolchain = again.toolchain;
  return prepare(rollout, snapshot, folder);
}

/** Logs and records how a deploy ended that did not become live. */
function end(rollout: Rollout, error: unknown): void {
  const { service, deploy, signal } = rollout;
  if (signal.aborted) {
    service.log.note("app", "The deploy was canceled.");
    mark(deploy, "canceled");
    deployEnded(service, deploy, "canceled");
    return;
  }
  const known = error instanceof StepFailed;
  const status = known ? error.status : (FAILED_IN[deploy.status] ?? "update_failed");
  const type = status === "build_failed" ? "build" : "app";
  if (!known) service.log.note(type, `The deploy failed: ${(error as Error).message}`);
  const reason: Reason = { failure: known ? error.failure : { evicted: false } };
  mark(deploy, status);
  deployEnded(service, deploy, "failed", reason);
}

/** Runs one deploy from beginning to end. It never rejects: the deploy's status says how it ended. */
export async function rollOut(
  context: RuntimeContext,
  running: RunningService,
  rollout: Rollout,
): Promise<void> {
  const { service, deploy, again, signal } = rollout;
  try {
    signal.throwIfAborted();
    deploy.startedAt = timestamp();
    deployStarted(service, deploy);
    const prepared =
      again === undefined ? await prepareByBuild(context, rollout) : await prepareFromEarlier(rollout, again);
    signal.throwIfAborted();
    mark(deploy, "update_in_progress");
    await update(context, running, prepared, signal);
    deployEnded(service, deploy, "succeeded");
  } catch (error) {
    end(rollout, error);
  }
}
