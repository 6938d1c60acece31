import { type DeployReport, SYSTEM_CLOCK, watchDeploy } from "../../probes";
import {
  cancelDeploy,
  DEPLOY_POLL,
  endOf,
  isRenderError,
  listDeploys,
  liveDeploy,
  mayPass,
  PollPauses,
  type ServiceAtRender,
  startRollback,
  wait,
} from "../../render-api";
import type { Verifying } from "./verify";

// A rollback builds nothing: it starts what was built, within Render's own limit of 15 minutes for a start.
const DEADLINE = 20 * 60_000;

/**
 * Brings the service back to its last live deploy, and says in words which, with which result, and what is live then. A
 * deploy that is not live yet is cancelled instead, since its predecessor still has the traffic. What Render refuses for
 * now is tried again until the deadline.
 */
export async function rollBack(
  service: ServiceAtRender,
  deployId: string,
  report: DeployReport,
  verifying: Verifying,
): Promise<string> {
  const { signal } = verifying;
  const known = new Set<string>();
  try {
    return await untilDeadline(verifying, () =>
      report.answer.outcome === "pass"
        ? toPredecessor(service, { deployId, known }, verifying)
        : keepPredecessor(service, deployId, report, verifying),
    );
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return `The service was not rolled back: ${error.message} ${await whatIsLive(service, signal)}`;
  }
}

async function untilDeadline(
  { signal, onProgress, rollbackDeadline = DEADLINE }: Verifying,
  attempt: () => Promise<string>,
): Promise<string> {
  const end = SYSTEM_CLOCK.now() + rollbackDeadline;
  for (const pauses = new PollPauses(DEPLOY_POLL); ; pauses.grow()) {
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (!mayPass(error) || SYSTEM_CLOCK.now() + pauses.current > end) throw error;
      onProgress(`rolling back: ${error.message} Trying again.`);
      await wait(pauses.current, signal);
    }
  }
}

async function whatIsLive(service: ServiceAtRender, signal: AbortSignal): Promise<string> {
  try {
    const live = await liveDeploy(service, signal);
    return live === undefined ? "No deploy is live now." : `Deploy ${live} is live now.`;
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return "Which deploy is live now could not be asked.";
  }
}

interface Unwanted {
  readonly deployId: string;
  /** The deploys before the first attempt. */
  readonly known: Set<string>;
}

async function toPredecessor(
  service: ServiceAtRender,
  { deployId, known }: Unwanted,
  verifying: Verifying,
): Promise<string> {
  const { signal, onProgress } = verifying;
  const deploys = await listDeploys(service, signal);
  if (known.size === 0) for (const { id } of deploys) known.add(id);
  const newer = deploys.findIndex(({ id }) => id === deployId);
  // A rollback would cancel it (docs/facts/render.md#r21), and it may be the one that is right.
  const coming = deploys
    .slice(0, Math.max(newer, 0))
    .find(({ id, status }) => known.has(id) && endOf(status) === undefined);
  if (coming !== undefined)
    return `The service was not rolled back: a newer deploy, ${coming.id}, is under way.`;
  // `deactivated` is what was live once (docs/facts/render.md#r20).
  const target = deploys.slice(newer + 1).find(({ status }) => status === "deactivated");
  if (target === undefined) return "The service was not rolled back: it has no earlier live deploy.";
  const live = await liveDeploy(service, signal);
  // A rollback of an earlier attempt, whose answer was lost, may be live by now.
  const own = deploys.some(({ id, trigger }) => id === live && trigger === "rollback" && !known.has(id));
  if (live !== deployId && !own)
    return `The service was not rolled back: deploy ${live ?? "none"} is live already.`;
  const started = await startRollback(service, target.id, { signal, log: onProgress, known });
  onProgress(`rolling back to deploy ${target.id}`);
  const { answer } = await watchDeploy(service, {
    deployId: started,
    deadline: DEADLINE,
    signal,
    onStatus: onProgress,
  });
  return answer.outcome === "pass"
    ? `The service was rolled back to its last live deploy, ${target.id} (by deploy ${started}, which is live).`
    : `The rollback to ${target.id} did not succeed: ${answer.reason}. ${await whatIsLive(service, signal)}`;
}

async function keepPredecessor(
  service: ServiceAtRender,
  deployId: string,
  report: DeployReport,
  { signal }: Verifying,
): Promise<string> {
  const cancelled = report.ended ? "" : `Deploy ${deployId} was cancelled. `;
  if (!report.ended) await cancelDeploy(service, deployId, signal);
  return report.live === undefined
    ? `${cancelled}There is nothing to roll back to: the service has no earlier live deploy.`
    : `${cancelled}The service goes on with its last live deploy, ${report.live}.`;
}
