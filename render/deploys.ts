import { wait } from "./client";
import { postOnce } from "./create-once";
import { describe, WaitEndedError } from "./failure";
import type { Context } from "./resource-kind";

export interface Deploy {
  readonly id: string;
  readonly status: string;
  readonly createdAt?: string;
}

/** How each status of a deploy ends, or that it has not ended; RENDER's own CLI (pkg/deploy/util.go). */
const ENDED: Readonly<Record<string, "live" | "failed" | "superseded">> = {
  live: "live",
  deactivated: "superseded",
  build_failed: "failed",
  update_failed: "failed",
  pre_deploy_failed: "failed",
  canceled: "failed",
};

const STEP: Readonly<Record<string, string>> = {
  build_failed: "the build failed",
  update_failed: "the new instance did not start, open its port or pass its health check",
  pre_deploy_failed: "the pre-deploy command failed",
  canceled: "it was cancelled",
};

// Render's Terraform provider polls after 3 s, each time a fifth later, at most 15 s.
const POLL = { first: 1_000, factor: 1.2, most: 15_000 };
const QUEUE = { pause: 1_000, attempts: 60 };

/** A deploy that did not become live. */
export class DeployFailedError extends Error {
  override readonly name = "DeployFailedError";

  constructor(
    readonly deployId: string,
    readonly status: string,
  ) {
    super(
      `Deploy ${deployId} ended as ${status}: ${STEP[status] ?? "it did not become live"}. ` +
        "The service stays as it was before; its log tells why.",
    );
  }
}

/** A service's newest deploy. */
export async function newestDeploy(context: Context, serviceId: string): Promise<Deploy | undefined> {
  const [newest] = await deploys(context, serviceId, { limit: 20 });
  return newest;
}

/**
 * Starts a deploy and gives its id. Render answers a deploy that must wait behind another with 202 and no
 * body: it is then found among the service's deploys. So is one whose answer was lost.
 */
export async function startDeploy(context: Context, serviceId: string): Promise<string> {
  const before = new Set((await deploys(context, serviceId, { limit: 100 })).map(({ id }) => id));
  const path = `/services/${serviceId}/deploys`;
  const { client, signal } = context;
  const deploy = await postOnce<Deploy | undefined>({
    client,
    signal,
    path,
    body: {},
    log: (message) => context.log(message, "warning"),
    find: async () => (await deploys(context, serviceId, { limit: 20 })).find(({ id }) => !before.has(id)),
  });
  return deploy?.id ?? (await queuedDeploy(context, serviceId, before));
}

/** Waits until the deploy has ended, and tells each new status. @throws DeployFailedError, WaitEndedError */
export async function untilLive(context: Context, serviceId: string, deployId: string): Promise<void> {
  let told = "";
  let pause = POLL.first;
  for (;;) {
    try {
      const path = `/services/${serviceId}/deploys/${deployId}`;
      const { status } = await context.client.get<Deploy>(path, { signal: context.signal });
      if (status !== told) context.log(`Deploy ${deployId}: ${status.replaceAll("_", " ")}`);
      told = status;
      const end = ENDED[status];
      if (end === "failed") throw new DeployFailedError(deployId, status);
      if (end === "superseded") context.log(`Deploy ${deployId} was live; a newer one has replaced it.`);
      if (end !== undefined) return;
      await wait(pause, context.signal);
      pause = Math.min(pause * POLL.factor, POLL.most);
    } catch (error) {
      if (!context.signal.aborted) throw error;
      const now = told === "" ? "" : ` It was ${told.replaceAll("_", " ")}.`;
      const why = describe(context.signal.reason);
      throw new WaitEndedError(`Waiting for deploy ${deployId} ended: ${why}.${now} Render goes on with it.`);
    }
  }
}

/** Whether the deploy has failed. */
export async function hasFailed(context: Context, serviceId: string, deployId: string): Promise<boolean> {
  const path = `/services/${serviceId}/deploys/${deployId}`;
  const { status } = await context.client.get<Deploy>(path, { signal: context.signal });
  return ENDED[status] === "failed";
}

async function queuedDeploy(context: Context, serviceId: string, before: ReadonlySet<string>) {
  context.log("Render has queued the deploy behind another.");
  for (let attempt = 0; attempt < QUEUE.attempts; attempt++) {
    const [found] = (await deploys(context, serviceId, { limit: 20 })).filter(({ id }) => !before.has(id));
    if (found) return found.id;
    await wait(QUEUE.pause, context.signal);
  }
  throw new Error(
    `Render accepted a deploy of ${serviceId}, but lists none that is new after ${QUEUE.attempts} s. ` +
      "Look at the service's deploys in the dashboard.",
  );
}

/** Newest first. */
async function deploys(context: Context, serviceId: string, query: { limit: number }): Promise<Deploy[]> {
  const path = `/services/${serviceId}/deploys`;
  const page = await context.client.get<{ deploy: Deploy }[]>(path, { query, signal: context.signal });
  const found = (page ?? []).map(({ deploy }) => deploy);
  return found.toSorted((a, b) => Date.parse(b.createdAt ?? "") - Date.parse(a.createdAt ?? "") || 0);
}
