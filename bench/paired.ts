import { childrensSeconds } from "./children";
import { heldTo } from "./held";

/** One comparison. The two runs of a pair follow each other, so that a slow phase of the machine slows both. */
export interface Comparison {
  readonly name: string;
  /** Median of the pairs' ratios, measured by reference. */
  readonly ratio: number;
  readonly lowest: number;
  readonly highest: number;
  /** Medians in seconds. */
  readonly measured: number;
  readonly reference: number;
  /** The least CPU time of the processes that each started, which other work on the machine disturbs less. */
  readonly cpu?: { readonly measured: number; readonly reference: number };
}

/** What one run took, in seconds. */
interface Taken {
  readonly wall: number;
  readonly cpu: number | undefined;
}

/** A comparison takes no further pair after this time, in seconds, once it has enough of them. */
const MOST_SECONDS = 120;
const FEWEST_PAIRS = 3;

/**
 * Runs both in turn, once to warm up and then `pairs` times; fewer where that takes long. It says on the standard error
 * what it has measured.
 */
export async function compare(
  name: string,
  runs: { readonly measured: () => Promise<void>; readonly reference: () => Promise<void> },
  pairs = 5,
): Promise<Comparison> {
  const times: { measured: Taken; reference: Taken }[] = [];
  const began = performance.now();
  for (let pair = 0; pair <= pairs; pair++) {
    if (pair > FEWEST_PAIRS && performance.now() - began > MOST_SECONDS * 1000) break;
    const reference = await taken(runs.reference);
    const measured = await taken(runs.measured);
    if (pair > 0) times.push({ measured, reference });
    const seconds = `${measured.wall.toFixed(2)} s against ${reference.wall.toFixed(2)} s`;
    process.stderr.write(`  ${name}, ${pair === 0 ? "warm-up" : `pair ${pair} of ${pairs}`}: ${seconds}\n`);
  }
  const ratios = times.map(({ measured, reference }) => measured.wall / reference.wall);
  const least = (of: "measured" | "reference") => Math.min(...times.map((pair) => pair[of].cpu ?? 0));
  const cpu = { measured: least("measured"), reference: least("reference") };
  return {
    name,
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    measured: median(times.map(({ measured }) => measured.wall)),
    reference: median(times.map(({ reference }) => reference.wall)),
    ...(cpu.reference > 0 && { cpu }),
  };
}

/** One line: the ratio first, then what it was made of. */
export function describeComparison(comparison: Comparison, limit: number): string {
  const { name, ratio, lowest, highest, measured, reference, cpu } = comparison;
  return (
    `${name}: ${ratio.toFixed(2)} (${lowest.toFixed(2)}–${highest.toFixed(2)}), ${heldTo(limit, ratio)}; ` +
    `${measured.toFixed(2)} s against ${reference.toFixed(2)} s${cpu === undefined ? "" : inCpu(cpu)}`
  );
}

const inCpu = ({ measured, reference }: { readonly measured: number; readonly reference: number }): string =>
  `; of CPU ${(measured / reference).toFixed(2)}, ${measured.toFixed(2)} s against ${reference.toFixed(2)} s`;

async function taken(run: () => Promise<void>): Promise<Taken> {
  const [started, before] = [performance.now(), childrensSeconds()];
  await run();
  const [wall, after] = [(performance.now() - started) / 1000, childrensSeconds()];
  return { wall, cpu: before === undefined || after === undefined ? undefined : after - before };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
