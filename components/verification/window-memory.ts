import { SYSTEM_CLOCK } from "../../probes";
import { type InstanceMemory, readDeploy, readMemory, type ServiceAtRender } from "../../render-api";
import type { MemoryMeasures } from "./window-measures";

/** The memory of whom, and since when. */
export interface MemoryQuestion {
  readonly service: ServiceAtRender;
  readonly deployId: string;
  /** When the window was opened, in milliseconds since 1970. */
  readonly since: number;
  /** How long its measurements are awaited, in milliseconds. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

/** An older instance has a measurement within this time before the deploy, in milliseconds. */
const LOOK_BACK = 10 * 60_000;
/** One for each third of the window. */
const FEWEST = 3;
const AGAIN = 5_000;

/**
 * What the instances of the deploy used in the window; those of the deploy before go on for as long as they end.
 *
 * @returns undefined where Render has too few measurements
 */
export async function memoryInWindow(question: MemoryQuestion): Promise<MemoryMeasures | undefined> {
  const { service, deployId, since, patience, signal } = question;
  const made = Date.parse((await readDeploy(service, deployId, signal)).createdAt);
  const end = SYSTEM_CLOCK.now() + patience;
  for (;;) {
    const all = await readMemory(service, Math.min(made, since) - LOOK_BACK, signal);
    const measured = measuresOf(all, made, since);
    if (measured !== undefined || SYSTEM_CLOCK.now() + AGAIN > end) return measured;
    await SYSTEM_CLOCK.wait(AGAIN, signal);
  }
}

function measuresOf(all: readonly InstanceMemory[], made: number, since: number): MemoryMeasures | undefined {
  const own = all.filter(({ points }) => (points[0]?.at ?? 0) >= made);
  const inWindow = own.map(({ unit, points }) => ({ unit, values: points.filter(({ at }) => at >= since) }));
  const enough = inWindow.filter(({ values }) => values.length >= FEWEST);
  if (enough.length === 0) return undefined;
  return {
    peak: Math.max(...enough.flatMap(({ values }) => values.map(({ value }) => value))),
    growth: Math.max(...enough.map(({ values }) => growthOf(values.map(({ value }) => value)))),
    unit: enough[0]?.unit ?? "",
  };
}

function growthOf(values: readonly number[]): number {
  const third = Math.floor(values.length / 3);
  const [first, last] = [meanOf(values.slice(0, third)), meanOf(values.slice(-third))];
  return first > 0 ? last / first - 1 : 0;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const MEBIBYTE = 1024 * 1024;

/** An amount of memory in words. */
export const memoryWords = (value: number, unit: string): string =>
  /^bytes?$/i.test(unit) || unit === ""
    ? `${Math.round(value / MEBIBYTE)} MiB`
    : `${Math.round(value * 100) / 100} ${unit}`;
