import { wordsOfRenderFailure } from "../platforms/render/failure";
import {
  ENDED_STATUSES,
  failureOf,
  listDeploys,
  newerDeploy,
  type RenderDeploy,
  type ServiceAtRender,
} from "../render-api";
import { type Answer, fail, notDecided, pass } from "./answer";
import type { LogJudge } from "./log-judge";
import type { DeployLog } from "./service-log";

/** The verdict on a deploy that has ended; undefined while it goes on. */
export async function endOf(
  service: ServiceAtRender,
  { id, status }: RenderDeploy,
  { signal, judge }: { readonly signal: AbortSignal; readonly judge?: LogJudge | undefined },
  log: DeployLog,
): Promise<Answer | undefined> {
  if (status === "live") return pass(`deploy ${id} is live`);
  if (status === "deactivated") return replaced(service, id, signal);
  const newer = status === "canceled" ? await newerDeploy(service, id, signal) : undefined;
  if (newer !== undefined) {
    return notDecided(`deploy ${id} was cancelled for a newer one, ${newer.id}`, {
      correctiveAction:
        "Verify that one: repeat the update, or change the stack so that there is a new deploy.",
    });
  }
  const failed = ENDED_STATUSES[status];
  if (failed?.mode === undefined) return undefined;
  // The last lines are often written after the status.
  await log.read(signal);
  const stated = await failureOf(service, id, signal);
  const platform = stated === undefined ? undefined : wordsOfRenderFailure(stated);
  const ending = `deploy ${id}: ${failed.words}${platform ? ` (${platform.words})` : ""}`;
  const decision = judge?.decision();
  if (decision === undefined) {
    const unread = log.problem === undefined ? "" : `; its log could not be read: ${log.problem}`;
    return fail(`${ending}${unread}`, { mode: platform?.mode ?? failed.mode });
  }
  const { reason, ...more } = decision;
  return fail(`${ending}: ${reason}`, more);
}

/**
 * A deploy that was live and is no more. The one that came live after it may be a rollback: then it was given up, by its
 * verification or by hand.
 */
async function replaced(service: ServiceAtRender, id: string, signal: AbortSignal): Promise<Answer> {
  const deploys = await listDeploys(service, signal);
  const live = deploys.find(({ status }) => status === "live");
  // What never came live is no successor.
  const at = deploys.findIndex((one) => one.id === id);
  const newer = deploys.slice(0, Math.max(at, 0));
  const successor = newer.findLast(({ status }) => status === "live" || status === "deactivated");
  if (successor?.trigger === "rollback") {
    const now = live === undefined ? "no deploy is live" : `deploy ${live.id} is live`;
    const by =
      live?.id === successor.id ? `deploy ${live.id}, a rollback, is live` : `by ${successor.id}; ${now}`;
    return fail(`deploy ${id} was live and was rolled back: ${by}`, {
      known: true,
      correctiveAction:
        "Correct what it was rolled back for, and change the stack, so that there is a new deploy to verify.",
    });
  }
  return notDecided(`deploy ${id} was live and has been replaced${live ? ` by ${live.id}` : ""}`, {
    correctiveAction: "Change the stack, so that there is a new deploy to verify.",
  });
}
