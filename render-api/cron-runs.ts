import type { RenderEvent, ServiceAtRender } from "./service";

/** How a run of a cron job ended. */
export interface RunEnd {
  readonly outcome: "succeeded" | "failed" | "canceled";
  /** Why, behind "failed"; may be empty. */
  readonly words: string;
}

/**
 * Starts a run of a cron job, and gives its id. Render cancels the one that runs: the request is sent once, and never
 * repeated.
 */
export async function startRun({ client, serviceId }: ServiceAtRender, signal: AbortSignal): Promise<string> {
  const { body } = await client.request("POST", `/cron-jobs/${serviceId}/runs`, { signal });
  return String((body as { id?: unknown }).id);
}

/** Undefined while it runs. Runs have no address of their own: their events say how they ended. */
export async function runEnd(
  { client, serviceId }: ServiceAtRender,
  run: string,
  signal: AbortSignal,
): Promise<RunEnd | undefined> {
  const options = { query: { limit: 100 }, signal } as const;
  const page = await client.get<{ event: RunEvent }[]>(`/services/${serviceId}/events`, options);
  const ended = page.find(
    ({ event }) => event.type === "cron_job_run_ended" && event.details?.cronJobRunId === run,
  );
  const details = ended?.event.details;
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
