import { postOnce } from "./post-once";
import type { RenderEvent, ServiceAtRender } from "./service";

/** How a run of a cron job ended. */
export interface RunEnd {
  readonly outcome: "succeeded" | "failed" | "canceled";
  /** Why, behind "failed"; may be empty. */
  readonly words: string;
}

/**
 * Starts a run of a cron job, and gives its id. Render cancels the one that runs: it is asked for again only where no
 * run has begun since.
 */
export async function startRun(
  service: ServiceAtRender,
  signal: AbortSignal,
  log: (words: string) => void,
): Promise<string> {
  const { client, serviceId } = service;
  const before = new Set(await begunRuns(service, signal));
  const run = await postOnce<{ readonly id?: unknown }>({
    ...{ client, signal, log, path: `/cron-jobs/${serviceId}/runs`, body: undefined },
    find: async (at) => {
      const id = (await begunRuns(service, at)).find((one) => !before.has(one));
      return id === undefined ? undefined : { id };
    },
  });
  return String(run.id);
}

async function begunRuns(service: ServiceAtRender, signal: AbortSignal): Promise<readonly string[]> {
  const events = await runEvents(service, signal);
  return events.flatMap(({ type, details }) =>
    type === "cron_job_run_started" && details?.cronJobRunId !== undefined ? [details.cronJobRunId] : [],
  );
}

async function runEvents(
  { client, serviceId }: ServiceAtRender,
  signal: AbortSignal,
): Promise<readonly RunEvent[]> {
  const options = { query: { limit: 100 }, signal } as const;
  const page = await client.get<{ event: RunEvent }[]>(`/services/${serviceId}/events`, options);
  return page.map(({ event }) => event);
}

/** Undefined while it runs. Runs have no address of their own: their events say how they ended. */
export async function runEnd(
  service: ServiceAtRender,
  run: string,
  signal: AbortSignal,
): Promise<RunEnd | undefined> {
  const events = await runEvents(service, signal);
  const ended = events.find(
    ({ type, details }) => type === "cron_job_run_ended" && details?.cronJobRunId === run,
  );
  const details = ended?.details;
  if (details === undefined) return undefined;
  const failure = details.reason?.failure ?? details.reason;
  if (details.status === "canceled") return { outcome: "canceled", words: "" };
  // Render's API describes `successful` for a run; its events of deploys say `succeeded`.
  if (details.status === "successful" || details.status === "succeeded")
    return { outcome: "succeeded", words: "" };
  const status = failure?.nonZeroExit;
  return { outcome: "failed", words: status === undefined ? "" : `: it ended with status ${status}` };
}

type RunEvent = Omit<RenderEvent, "details"> & {
  readonly details?: RenderEvent["details"] & { readonly cronJobRunId?: string; readonly status?: unknown };
};
