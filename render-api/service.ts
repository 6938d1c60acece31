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
  readonly ownerId: string;
  readonly suspended?: string;
  readonly serviceDetails?: {
    readonly url?: string;
    readonly openPorts?: readonly { readonly port: number; readonly protocol?: string }[] | null;
  };
}

export interface RenderEvent {
  readonly type: string;
  readonly timestamp: string;
  readonly details?: {
    readonly deployId?: string;
    readonly reason?: { readonly failure?: RenderFailure; readonly buildFailed?: unknown };
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
  const path = `/services/${serviceId}/env-vars/${name}`;
  return (await unlessGone(client.get<{ value?: string }>(path, { signal })))?.value;
}
