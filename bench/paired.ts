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
}

/** Runs both in turn, once to warm up and then `pairs` times. */
export async function compare(
  name: string,
  runs: { readonly measured: () => Promise<void>; readonly reference: () => Promise<void> },
  pairs = 5,
): Promise<Comparison> {
  const times: { measured: number; reference: number }[] = [];
  for (let pair = 0; pair <= pairs; pair++) {
    const reference = await seconds(runs.reference);
    const measured = await seconds(runs.measured);
    if (pair > 0) times.push({ measured, reference });
  }
  const ratios = times.map(({ measured, reference }) => measured / reference);
  return {
    name,
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
    measured: median(times.map(({ measured }) => measured)),
    reference: median(times.map(({ reference }) => reference)),
  };
}

/** One line: the ratio first, then what it was made of. */
export function describeComparison(comparison: Comparison, limit: number): string {
  const { name, ratio, lowest, highest, measured, reference } = comparison;
  const verdict = ratio <= limit ? "within" : "ABOVE";
  return (
    `${name}: ${ratio.toFixed(2)} (${lowest.toFixed(2)}–${highest.toFixed(2)}), ${verdict} ${limit}; ` +
    `${measured.toFixed(2)} s against ${reference.toFixed(2)} s`
  );
}

async function seconds(run: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await run();
  return (performance.now() - started) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
