import { wordsOfRenderFailure } from "../platforms/render/failure";
import {
  ENDED_STATUSES,
  failureOf,
  listDeploys,
  liveDeploy,
  newerDeploy,
  type RenderDeploy,
  type ServiceAtRender,
} from "../render-api";
import { type Answer, fail, notDecided, pass } from "./answer";
import type { LogJudge } from "./log-judge";
import type { DeployLog } from "./service-log";

/** What a deploy is that was cancelled, where nothing shows that it had failed before. */
const CANCELLED = {
  correctiveAction: "Repeat the update with a change of the stack, so that there is a new deploy to verify.",
};

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
  // To cancel a deploy proves nothing wrong with it; Render cancels one that has not become healthy in time.
  if (status === "canceled" && platform === undefined && (decision ?? judge?.cause()) === undefined)
    return notDecided(
      `${ending} before it was live; ${whoIsLive(await liveDeploy(service, signal))}`,
      CANCELLED,
    );
  if (decision === undefined) {
    const unread = log.problem === undefined ? "" : `; its log could not be read: ${log.problem}`;
    return fail(`${ending}${unread}`, { mode: platform?.mode ?? failed.mode });
  }
  const { reason, ...more } = decision;
  return fail(`${ending}: ${reason}`, more);
}

/** Who answers at the service's address after a deploy that did not become live. */
export const whoIsLive = (live: string | undefined): string =>
  live === undefined ? "no deploy is live" : `its predecessor ${live} is still live`;

/**
 * A deploy that was live and is no more. The one that came live after it may be a rollback: then it was given up, by its
 * verification or by hand.
 */
export async function replaced(service: ServiceAtRender, id: string, signal: AbortSignal): Promise<Answer> {
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
