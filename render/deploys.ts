import {
  cancelDeploy,
  DEPLOY_POLL,
  describe,
  ENDED_STATUSES,
  endOf,
  isRenderError,
  listDeploys,
  newerDeploy,
  PollPauses,
  type RenderDeploy,
  readDeploy,
  type ServiceAtRender,
  startDeploy as startAtRender,
  statusWords,
  wait,
} from "../render-api";
import { WaitEndedError } from "./failure";
import type { Context } from "./resource-kind";

/** A deploy that did not become live. */
export class DeployFailedError extends Error {
  override readonly name = "DeployFailedError";

  constructor(
    readonly deployId: string,
    readonly status: string,
    newer?: string,
  ) {
    super(
      newer === undefined
        ? `Deploy ${deployId} ended as ${status}: ${ENDED_STATUSES[status]?.words ?? "it did not become live"}. ` +
            "The service stays as it was before; its log tells why."
        : `Deploy ${deployId} was cancelled for deploy ${newer}, which somebody else has asked for. ` +
            "Look at that one in the dashboard, then repeat the update.",
    );
  }
}

const at = ({ client }: Context, serviceId: string): ServiceAtRender => ({ client, serviceId });

/** A service's newest deploy. */
export async function newestDeploy(context: Context, serviceId: string): Promise<RenderDeploy | undefined> {
  const [newest] = await listDeploys(at(context, serviceId), context.signal);
  return newest;
}

/** Starts a deploy of a commit, or of the branch's newest one, and gives its id. */
export function startDeploy(context: Context, serviceId: string, commit: unknown): Promise<string> {
  const log = (words: string, warns?: true) => context.log(words, warns ? "warning" : "info");
  const { signal } = context;
  return startAtRender(at(context, serviceId), { signal, log, ...(isCommit(commit) && { commit }) });
}

const isCommit = (commit: unknown): commit is string => typeof commit === "string" && commit !== "";

/** The commit of the deploy that has the traffic; undefined where none has, or Render does not say it. */
export async function liveCommit(context: Context, serviceId: string): Promise<string | undefined> {
  const deploys = await listDeploys(at(context, serviceId), context.signal);
  return deploys.find(({ status }) => endOf(status) === "live")?.commit?.id ?? undefined;
}

/**
 * Takes the first deploy of a new service back, which Render starts at once, of the branch's newest commit: where that
 * is not the wanted one, and where the service is to have env groups first.
 *
 * @returns whether the service is still to be deployed
 */
export async function withdrawFirst(
  context: Context,
  serviceId: string,
  { commit, groups }: { readonly commit: unknown; readonly groups: boolean },
): Promise<boolean> {
  if (!isCommit(commit) && !groups) return false;
  const first = await newestDeploy(context, serviceId);
  if (first === undefined) return true;
  if (!groups && isCommit(commit) && first.commit?.id?.startsWith(commit)) return false;
  if (endOf(first.status) !== undefined) return true;
  const why = groups ? "begins before its env groups are linked" : `is of another commit than ${commit}`;
  context.log(`Deploy ${first.id} ${why}: it is cancelled.`);
  // One that has ended by now, or whose cancellation is not heard of, is replaced all the same.
  await cancelDeploy(at(context, serviceId), first.id, context.signal).catch((error: unknown) => {
    if (!isRenderError(error)) throw error;
  });
  return true;
}

/** Waits until the deploy has ended, and reports each new status. @throws DeployFailedError, WaitEndedError */
export async function untilLive(context: Context, serviceId: string, deployId: string): Promise<void> {
  const pauses = new PollPauses(DEPLOY_POLL);
  let told = "";
  for (;;) {
    try {
      const { status } = await readDeploy(at(context, serviceId), deployId, context.signal);
      if (status !== told) context.log(`Deploy ${deployId}: ${statusWords(status)}`);
      told = status;
      const end = endOf(status);
      if (end === "failed") {
        const newer =
          status === "canceled" && (await newerDeploy(at(context, serviceId), deployId, context.signal));
        throw new DeployFailedError(deployId, status, newer ? newer.id : undefined);
      }
      if (end === "superseded") context.log(`Deploy ${deployId} was live; a newer one has replaced it.`);
      if (end !== undefined) return;
      await wait(pauses.current, context.signal);
      pauses.grow();
    } catch (error) {
      if (!context.signal.aborted) throw error;
      const now = told === "" ? "" : ` It was ${statusWords(told)}.`;
      const why = describe(context.signal.reason);
      throw new WaitEndedError(`Waiting for deploy ${deployId} ended: ${why}.${now} Render goes on with it.`);
    }
  }
}

/** Whether the deploy has failed. */
export async function hasFailed(context: Context, serviceId: string, deployId: string): Promise<boolean> {
  const { status } = await readDeploy(at(context, serviceId), deployId, context.signal);
  return endOf(status) === "failed";
}
