import type { RenderFailure } from "../platforms/render/failure";
import type { RenderClient } from "./client";
import { unlessGone } from "./errors";

/** One service at Render, as its deploys, events and variables are asked for. */
export interface ServiceAtRender {
  readonly client: RenderClient;
  readonly serviceId: string;
}

/** The parts of a service that are read to verify it; any of them may be missing. */
export interface RenderService {
  readonly id: string;
  readonly name?: string;
  readonly ownerId: string;
  readonly suspended?: string;
  readonly serviceDetails?: {
    readonly url?: string;
    readonly openPorts?: readonly { readonly port: number; readonly protocol?: string }[] | null;
    readonly maintenanceMode?: { readonly enabled?: boolean } | null;
  };
}

export interface RenderEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly details?: {
    readonly deployId?: string;
    readonly instanceID?: string;
    readonly reason?: RenderFailure & { readonly failure?: RenderFailure; readonly buildFailed?: unknown };
  };
}

export const readService = ({ client, serviceId }: ServiceAtRender, signal: AbortSignal) =>
  client.get<RenderService>(`/services/${serviceId}`, { signal });

/** The structured reason of a deploy's end; undefined where Render states none. */
export async function failureOf(
  { client, serviceId }: ServiceAtRender,
  deployId: string,
  signal: AbortSignal,
): Promise<RenderFailure | undefined> {
  const path = `/services/${serviceId}/events`;
  const page = await client.get<{ event: RenderEvent }[]>(path, { query: { limit: 50 }, signal });
  const ended = page.find(
    ({ event }) => event.type === "deploy_ended" && event.details?.deployId === deployId,
  );
  return ended?.event.details?.reason?.failure;
}

/** Events by which Render says that an instance ended or was started again, with its own words for them. */
const RESTARTS: Readonly<Record<string, string>> = {
  server_failed: "the instance failed",
  server_unhealthy: "the instance was unhealthy",
  server_hardware_failure: "its hardware failed",
  server_restarted: "a restart was asked for",
};

/** A moment at which an instance of the service ended or was started again. */
export interface Restart {
  /** Distinguishes it from every other. */
  readonly key: string;
  readonly words: string;
  /** The instance's id, where Render says it. */
  readonly instance?: string;
}

/** The newest restarts of the service's instances, oldest first. */
export async function restartsOf(
  { client, serviceId }: ServiceAtRender,
  signal: AbortSignal,
): Promise<readonly Restart[]> {
  const path = `/services/${serviceId}/events`;
  const options = { query: { limit: 100 }, signal } as const;
  const page = await client.get<{ event: RenderEvent }[]>(path, options);
  const restarts = page.filter(({ event }) => RESTARTS[event.type] !== undefined);
  return restarts.reverse().map(({ event }) => {
    const { nonZeroExit, earlyExit, oomKilled } =
      event.details?.reason?.failure ?? event.details?.reason ?? {};
    const status = earlyExit === true ? 0 : nonZeroExit;
    const why = status === undefined ? "" : ` with status ${status}`;
    const key = `${event.type} ${event.timestamp}`;
    const words = `${RESTARTS[event.type]}${oomKilled === undefined ? why : " for its memory"}`;
    const instance = event.details?.instanceID;
    return { key, words, ...(instance !== undefined && { instance }) };
  });
}

/** The service's own variables and their values, which are secrets; groups that are linked to it have more. */
export async function readVariables(
  { client, serviceId }: ServiceAtRender,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let cursor: string | undefined; ; ) {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const path = `/services/${serviceId}/env-vars`;
    const page = await client.get<VariablePage>(path, { query, signal });
    for (const { envVar } of page) found.set(envVar.key, envVar.value ?? "");
    cursor = page.at(-1)?.cursor;
    if (page.length < PAGE || cursor === undefined) return found;
  }
}

/**
 * The variables of each group that is linked to the service, the newest group first. Render's list of groups has no
 * cursors: of a workspace with more than a page of them, the rest is not seen.
 */
export async function readLinkedVariables(
  { client, serviceId }: ServiceAtRender,
  signal: AbortSignal,
): Promise<readonly ReadonlyMap<string, string>[]> {
  const query = { limit: PAGE };
  const groups = await client.get<ApiGroup[]>("/env-groups", { query, signal });
  const linked = groups.filter(({ serviceLinks }) => serviceLinks?.some(({ id }) => id === serviceId));
  const found: ReadonlyMap<string, string>[] = [];
  for (const { id } of linked) {
    const { envVars = [] } = await client.get<ApiGroup>(`/env-groups/${id}`, { signal });
    found.push(new Map(envVars.map(({ key, value = "" }) => [key, value])));
  }
  return found;
}

interface ApiGroup {
  readonly id: string;
  readonly serviceLinks?: readonly { readonly id: string }[];
  readonly envVars?: readonly { readonly key: string; readonly value?: string }[];
}

/** As many as one page holds. */
const PAGE = 100;

type VariablePage = {
  readonly envVar: { readonly key: string; readonly value?: string };
  readonly cursor?: string;
}[];

/** The value of one of the service's own variables; undefined where it has none of that name. */
export async function readVariable(
  { client, serviceId }: ServiceAtRender,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const path = `/services/${serviceId}/env-vars/${name}`;
  return (await unlessGone(client.get<{ value?: string }>(path, { signal })))?.value;
}
