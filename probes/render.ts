import type { RenderFailure } from "../platforms/render/failure";
import { DEFAULT_HOST, RenderClient } from "../render/client";

export { DEFAULT_HOST, RenderClient };

/** The parts of Render's answers that a verification reads; any of them may be missing. */
export interface RenderService {
  readonly id: string;
  readonly ownerId: string;
  readonly suspended?: string;
  readonly serviceDetails?: {
    readonly url?: string;
    readonly openPorts?: readonly { readonly port: number; readonly protocol?: string }[] | null;
  };
}

export interface RenderDeploy {
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
  readonly finishedAt?: string | null;
  readonly commit?: { readonly id?: string } | null;
}

export interface RenderEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly details?: {
    readonly deployId?: string;
    readonly reason?: { readonly failure?: RenderFailure; readonly buildFailed?: unknown };
  };
}

/** One service at Render, as a verification asks about it. */
export interface ServiceAtRender {
  readonly client: RenderClient;
  readonly serviceId: string;
}

/** True for what Render itself answered or did not answer; its message is in words and without secrets. */
export function isRenderError(error: unknown): error is Error {
  return error instanceof Error && /^Render(Api|Unreachable)Error$/.test(error.name);
}

export const readService = ({ client, serviceId }: ServiceAtRender, signal: AbortSignal) =>
  client.get<RenderService>(`/services/${serviceId}`, { signal });

export const readDeploy = ({ client, serviceId }: ServiceAtRender, deployId: string, signal: AbortSignal) =>
  client.get<RenderDeploy>(`/services/${serviceId}/deploys/${deployId}`, { signal });

/** When Render gave a deploy up; undefined of one that is live, still runs or was replaced. */
export function failedAt({ status, finishedAt }: RenderDeploy): Date | undefined {
  if (!/_failed$|^canceled$/.test(status) || typeof finishedAt !== "string") return undefined;
  const at = new Date(finishedAt);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** The newest deploys, newest first. */
export async function listDeploys(
  { client, serviceId }: ServiceAtRender,
  signal: AbortSignal,
): Promise<readonly RenderDeploy[]> {
  const query = { limit: 100 };
  const page = await client.get<{ deploy: RenderDeploy }[] | null>(`/services/${serviceId}/deploys`, {
    query,
    signal,
  });
  const found = (page ?? []).map(({ deploy }) => deploy);
  return found.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
}

/** The structured reason of a deploy's end; undefined where Render states none. */
export async function failureOf(
  { client, serviceId }: ServiceAtRender,
  deployId: string,
  signal: AbortSignal,
): Promise<RenderFailure | undefined> {
  const path = `/services/${serviceId}/events`;
  const page = await client.get<{ event: RenderEvent }[] | null>(path, { query: { limit: 50 }, signal });
  const ended = (page ?? []).find(
    ({ event }) => event.type === "deploy_ended" && event.details?.deployId === deployId,
  );
  return ended?.event.details?.reason?.failure;
}

/** The value of one of the service's own variables; undefined where it has none of that name. */
export async function readVariable(
  { client, serviceId }: ServiceAtRender,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const path = `/services/${serviceId}/env-vars/${name}`;
    return (await client.get<{ value?: string }>(path, { signal })).value;
  } catch (error) {
    if (isRenderError(error) && (error as { status?: number }).status === 404) return undefined;
    throw error;
  }
}
