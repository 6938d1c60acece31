import {
  DEPLOY_POLL,
  describe,
  ENDED_STATUSES,
  endOf,
  listDeploys,
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
  ) {
    super(
      `Deploy ${deployId} ended as ${status}: ${ENDED_STATUSES[status]?.words ?? "it did not become live"}. ` +
        "The service stays as it was before; its log tells why.",
    );
  }
}

const at = ({ client }: Context, serviceId: string): ServiceAtRender => ({ client, serviceId });

/** A service's newest deploy. */
export async function newestDeploy(context: Context, serviceId: string): Promise<RenderDeploy | undefined> {
  const [newest] = await listDeploys(at(context, serviceId), context.signal);
  return newest;
}

/** Starts a deploy and gives its id. */
export function startDeploy(context: Context, serviceId: string): Promise<string> {
  const log = (words: string, warns?: true) => context.log(words, warns ? "warning" : "info");
  return startAtRender(at(context, serviceId), { signal: context.signal, log });
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
      if (end === "failed") throw new DeployFailedError(deployId, status);
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
