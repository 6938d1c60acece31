import type { Service } from "./store";

/** What an instance used at one time. */
export interface MemoryUse {
  readonly instance: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly bytes: number;
}

const LEAST_APART = 1_000;
/** An hour of one instance. */
const MOST = 3_600;

const uses = new WeakMap<Service, MemoryUse[]>();

/** Keeps a measurement, at most one a second of each instance. */
export function noteMemory(service: Service, instance: string, bytes: number, at = Date.now()): void {
  const kept = uses.get(service) ?? [];
  const last = kept.findLast((use) => use.instance === instance);
  if (last !== undefined && at - last.at < LEAST_APART) return;
  kept.push({ instance, at, bytes });
  uses.set(service, kept.slice(-MOST));
}

/** What was measured of the service's instances, oldest first. */
export const memoryOf = (service: Service): readonly MemoryUse[] => uses.get(service) ?? [];
