import type { Failure } from "../../events";
import { newId } from "../../identifiers";
import { recordEvent } from "../../record-event";
import type { Deploy, Service } from "../../store";

/** Why a step or a deploy ended, in the API's structure. Empty where it ended well or was canceled. */
export interface Reason {
  readonly buildFailed?: { readonly id: string };
  readonly failure?: Failure;
}

export type Ended = "succeeded" | "failed" | "canceled";

/** The API's description requires a number and does not say which: these are inferred. */
const NUMBERS: Readonly<Record<Ended, number>> = { succeeded: 2, failed: 3, canceled: 4 };

function triggerOf(service: Service, deploy: Deploy): Record<string, unknown> {
  return {
    firstBuild: service.deploys.at(-1) === deploy,
    envUpdated: false,
    manual: deploy.trigger === "api",
    deployedByRender: false,
    clearCache: false,
    rollback: deploy.trigger === "rollback",
    ...(deploy.rollbackTarget === undefined ? {} : { rollbackTargetDeployId: deploy.rollbackTarget }),
  };
}

export function deployStarted(service: Service, deploy: Deploy): void {
  recordEvent(service, "deploy_started", { deployId: deploy.id, trigger: triggerOf(service, deploy) });
}

export function deployEnded(service: Service, deploy: Deploy, ended: Ended, reason: Reason = {}): void {
  const details = { deployId: deploy.id, deployStatus: ended, status: NUMBERS[ended], reason };
  recordEvent(service, "deploy_ended", details);
}

/** Records that the build began. @returns the build's id, for its end */
export function buildStarted(service: Service, deploy: Deploy): string {
  const buildId = newId("bld");
  recordEvent(service, "build_started", { buildId, trigger: triggerOf(service, deploy) });
  return buildId;
}

export function buildEnded(service: Service, buildId: string, ended: Ended, reason: Reason = {}): void {
  recordEvent(service, "build_ended", { buildId, buildStatus: ended, status: NUMBERS[ended], reason });
}

/** Records that the pre-deploy command began. @returns the execution's id, for its end */
export function preDeployStarted(service: Service, deploy: Deploy): string {
  const deployCommandExecutionId = newId("dce");
  recordEvent(service, "pre_deploy_started", { deployCommandExecutionId, deployId: deploy.id });
  return deployCommandExecutionId;
}

export function preDeployEnded(
  service: Service,
  deploy: Deploy,
  deployCommandExecutionId: string,
  ended: Ended,
  reason: Reason = {},
): void {
  recordEvent(service, "pre_deploy_ended", {
    deployCommandExecutionId,
    deployId: deploy.id,
    preDeployStatus: ended,
    status: NUMBERS[ended],
    reason,
  });
}
