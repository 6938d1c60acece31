import { LogVerdict } from "../../diagnosis";
import { redact } from "../../domain";
import { type DeployReport, heldBack, SYSTEM_CLOCK, watchDeploy, withCause } from "../../probes";
import {
  cancelDeploy,
  DEPLOY_POLL,
  endOf,
  isRenderError,
  listDeploys,
  liveDeploy,
  mayPass,
  PollPauses,
  type RenderDeploy,
  type ServiceAtRender,
  startRollback,
  wait,
} from "../../render-api";
import { madeOf, revisionIn } from "./revision";
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
  const unwanted: Unwanted = { deployId, known: new Set() };
  try {
    return await untilDeadline(verifying, () =>
      report.answer.outcome === "pass"
        ? toPredecessor(service, unwanted, verifying)
        : keepPredecessor(service, deployId, report, verifying),
    );
  } catch (error) {
    // What is proven by now is said although the rest is not waited for.
    if (signal.aborted) return cancelled(unwanted);
    if (!isRenderError(error)) throw error;
    const to = unwanted.target === undefined ? "" : ` Its last live deploy is ${unwanted.target}.`;
    return `The service was not rolled back: ${error.message}${to} ${await whatIsLive(service, signal)}`;
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
  /** The deploy that it goes back to, once that is known. */
  target?: string;
  /** The deploy that does it, once Render has begun it. */
  started?: string;
}

const cancelled = ({ target, started }: Unwanted): string =>
  started === undefined
    ? "The service was not rolled back: the update was cancelled before."
    : `The rollback to ${target} (by deploy ${started}) was begun, and not waited for: the update was cancelled.`;

async function toPredecessor(
  service: ServiceAtRender,
  unwanted: Unwanted,
  verifying: Verifying,
): Promise<string> {
  const { deployId, known } = unwanted;
  const { signal, onProgress } = verifying;
  const held = await heldBack(service, signal);
  if (held?.final === true)
    return `The service was not rolled back: ${held.reason}. ${held.correctiveAction ?? ""}`;
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
  unwanted.target = target.id;
  const live = await liveDeploy(service, signal);
  // A rollback of an earlier attempt, whose answer was lost, may be live by now.
  const own = deploys.some(({ id, trigger }) => id === live && trigger === "rollback" && !known.has(id));
  if (live !== deployId && !own)
    return `The service was not rolled back: deploy ${live ?? "none"} is live already.`;
  const started = await startRollback(service, target.id, { signal, log: onProgress, known });
  unwanted.started = started;
  onProgress(`rolling back to deploy ${target.id}`);
  const log = new LogVerdict();
  const question = { deployId: started, deadline: DEADLINE, signal, onStatus: onProgress, judge: log };
  const report = await watchDeploy(service, question);
  const answer = withCause(report, log);
  return answer.outcome === "pass"
    ? `The service was rolled back to its last live deploy, ${madeOf(target)} (by deploy ${started}, which is live).${difference(deploys, deployId, target)}`
    : `The rollback to ${target.id} did not succeed: ${answer.reason}${answer.correctiveAction === undefined ? lastWords(report) : ""}. ${await whatIsLive(service, signal)}`;
}

/** What is not to be looked for in the code. */
function difference(deploys: readonly RenderDeploy[], deployId: string, target: RenderDeploy): string {
  const [one, other] = [deploys.find(({ id }) => id === deployId), target].map(
    (each) => each && revisionIn(each),
  );
  if (one === undefined || one !== other) return "";
  return ` Both are of ${one}: they differ in how the service is set, and a new deploy has its settings of now.`;
}

const LONGEST = 200;

/** The last line of a log that names no cause which is known. */
function lastWords({ answer, log }: DeployReport): string {
  const last = answer.outcome === "fail" ? log?.lines.findLast((line) => line.trim() !== "") : undefined;
  return last === undefined ? "" : `; its log ends with: ${redact(last.trim()).slice(0, LONGEST)}`;
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
