import { endOf } from "./deploy-status";
import { UnlistedDeployError } from "./errors";
import { postOnce } from "./post-once";
import { hasId } from "./record";
import type { ServiceAtRender } from "./service";
import { wait } from "./wait";

export interface RenderDeploy {
  readonly id: string;
  readonly status: string;
  /** What asked for it: `api`, `rollback`, `service_updated`, … */
  readonly trigger?: string;
  readonly createdAt: string;
  readonly finishedAt?: string | null;
  readonly commit?: { readonly id?: string } | null;
  /** Of a service that runs an image: what its reference was resolved to. */
  readonly image?: { readonly ref?: string; readonly sha?: string } | null;
}

/** As many as one page holds. */
const PAGE = 100;
const QUEUE = { pause: 1_000, attempts: 60 };

/** The newest deploys, newest first. */
export async function listDeploys(
  { client, serviceId }: ServiceAtRender,
  signal: AbortSignal,
): Promise<readonly RenderDeploy[]> {
  const path = `/services/${serviceId}/deploys`;
  const query = { limit: PAGE };
  const page = await client.get<{ deploy: RenderDeploy }[]>(path, { query, signal });
  const found = page.map(({ deploy }) => deploy);
  return found.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || 0);
}

export const readDeploy = ({ client, serviceId }: ServiceAtRender, deployId: string, signal: AbortSignal) =>
  client.get<RenderDeploy>(`/services/${serviceId}/deploys/${deployId}`, { signal });

/** The deploy that has the service's traffic now. */
export async function liveDeploy(service: ServiceAtRender, signal: AbortSignal): Promise<string | undefined> {
  return (await listDeploys(service, signal)).find(({ status }) => endOf(status) === "live")?.id;
}

/**
 * The newest deploy that was asked for after this one, where there is one. By Render's default a deploy that still runs
 * is cancelled for it (docs/facts/render.md#r21).
 */
export async function newerDeploy(
  service: ServiceAtRender,
  deployId: string,
  signal: AbortSignal,
): Promise<RenderDeploy | undefined> {
  const deploys = await listDeploys(service, signal);
  return deploys[0]?.id === deployId || !deploys.some(({ id }) => id === deployId) ? undefined : deploys[0];
}

/** When Render gave a deploy up; undefined of one that is live, still runs or was replaced. */
export function failedAt({ status, finishedAt }: RenderDeploy): Date | undefined {
  if (endOf(status) !== "failed" || typeof finishedAt !== "string") return undefined;
  const at = new Date(finishedAt);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

export const cancelDeploy = async (
  { client, serviceId }: ServiceAtRender,
  deployId: string,
  signal: AbortSignal,
): Promise<void> => {
  await client.request("POST", `/services/${serviceId}/deploys/${deployId}/cancel`, { signal });
};

interface Starting {
  readonly signal: AbortSignal;
  /** The git commit to deploy. @default the newest of the service's branch */
  readonly commit?: string;
  readonly log: (words: string, warns?: true) => void;
}

/**
 * Starts a deploy and gives its id. Render answers a deploy that must wait behind another with 202 and no
 * body: it is then found among the service's deploys. So is one whose answer was lost.
 */
export const startDeploy = (service: ServiceAtRender, starting: Starting): Promise<string> =>
  started(service, starting, "deploys", starting.commit === undefined ? {} : { commitId: starting.commit });

interface RollingBack extends Starting {
  /** The deploys before the first attempt, for a caller that tries again itself. @default asked for now */
  readonly known?: ReadonlySet<string>;
}

/**
 * Starts the rollback to an earlier deploy, and gives the id of the deploy that does it. It is never asked for twice:
 * one that an earlier attempt has started is found.
 */
export const startRollback = (
  service: ServiceAtRender,
  deployId: string,
  starting: RollingBack,
): Promise<string> => started(service, starting, "rollback", { deployId });

/** Whether Render may have started it for this request: it says what asked for a deploy. */
const askedBy = (what: "deploys" | "rollback", { trigger }: RenderDeploy): boolean =>
  what === "deploys" || trigger === undefined || trigger === "rollback";

async function started(
  service: ServiceAtRender,
  { signal, log, known }: RollingBack,
  what: "deploys" | "rollback",
  body: unknown,
): Promise<string> {
  const before = known ?? new Set((await listDeploys(service, signal)).map(({ id }) => id));
  const newOne = async (at: AbortSignal) =>
    (await listDeploys(service, at)).find((deploy) => !before.has(deploy.id) && askedBy(what, deploy));
  const earlier = known === undefined ? undefined : await newOne(signal);
  if (earlier !== undefined) return earlier.id;
  const deploy = await postOnce<RenderDeploy | undefined>({
    client: service.client,
    signal,
    path: `/services/${service.serviceId}/${what}`,
    body,
    log: (message) => log(message, true),
    find: newOne,
    ...(known !== undefined && { pauses: [] }),
  });
  if (hasId(deploy)) return (deploy as RenderDeploy).id;
  log("Render has queued the deploy behind another.");
  for (let attempt = 0; attempt < QUEUE.attempts; attempt++) {
    const found = await newOne(signal);
    if (found) return found.id;
    await wait(QUEUE.pause, signal);
  }
  throw new UnlistedDeployError(
    `Render accepted a deploy of ${service.serviceId}, but lists none that is new after ${QUEUE.attempts} s. ` +
      "Look at the service's deploys in the dashboard.",
  );
}
