import type { ServiceAtRender } from "./service";

/** What one instance of a service used at one time. */
export interface MemoryPoint {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
}

/** The memory of one instance over time, oldest first. */
export interface InstanceMemory {
  readonly instance: string;
  /** As Render names it. */
  readonly unit: string;
  readonly points: readonly MemoryPoint[];
}

interface ApiSeries {
  readonly labels?: readonly { readonly field: string; readonly value: string }[] | null;
  readonly values?: readonly { readonly timestamp: string; readonly value: number }[] | null;
  readonly unit?: string;
}

/** The finest that Render offers, in seconds (its API's description, August 2026). */
const RESOLUTION = 30;

/** The memory of the service's instances since a time, in milliseconds since 1970. */
export async function readMemory(
  { client, serviceId }: ServiceAtRender,
  since: number,
  signal: AbortSignal,
): Promise<readonly InstanceMemory[]> {
  const query = {
    resource: serviceId,
    startTime: new Date(since).toISOString(),
    resolutionSeconds: RESOLUTION,
  };
  const series = await client.get<ApiSeries[]>("/metrics/memory", { query, signal });
  return series.map(({ labels, values, unit = "" }) => ({
    instance: instanceOf(labels ?? []),
    unit,
    points: (values ?? [])
      .map(({ timestamp, value }) => ({ at: Date.parse(timestamp), value }))
      .filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value))
      .sort((a, b) => a.at - b.at),
  }));
}

/** The label that names the instance; all labels, where none does. */
function instanceOf(labels: readonly { readonly field: string; readonly value: string }[]): string {
  const named = labels.find(({ field }) => field === "instance");
  return named?.value ?? labels.map(({ field, value }) => `${field}=${value}`).join(",");
}
