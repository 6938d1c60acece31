import type { ServiceAtRender } from "./service";

/** A process of a service that runs; the lines of its log have its id as their label `instance`. */
export interface RenderInstance {
  readonly id: string;
  readonly createdAt: string;
}

/** The instances of the service that run now. */
export function listInstances(
  { client, serviceId }: ServiceAtRender,
  signal: AbortSignal,
): Promise<readonly RenderInstance[]> {
  return client.get<RenderInstance[]>(`/services/${serviceId}/instances`, { signal });
}
