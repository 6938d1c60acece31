import { heldTo } from "./held";
import { median } from "./paired";

/** What previews of every environment took. */
export interface Cost {
  /** Of a clock, and of all processes that the previews started; in seconds. */
  readonly wall: number;
  readonly cpu: number;
  /** The most that they had in memory at once, in MB. */
  readonly megabytes: number;
}

/** So many services, from few to many. */
export type Sizes = readonly [few: number, some: number, many: number];

const MOST_GROWTH = 1.2;
const MOST_MEGABYTES = 1500;

/** One size: the median of its rounds, and from the lowest to the highest where there are several. */
export function describeSize(size: number, costs: readonly Cost[]): string {
  const said = (of: keyof Cost, digits: number, unit: string): string => {
    const values = costs.map((cost) => cost[of]);
    return `${median(values).toFixed(digits)} ${unit}${spread(values, digits)}`;
  };
  return `previews of ${size} services: ${said("wall", 1, "s")}, of CPU ${said("cpu", 1, "s")}, ${said("megabytes", 0, "MB")}`;
}

/**
 * How the time for one more service grows: from some to many against from few to some. The medians of each size decide,
 * so that one disturbed run does not.
 *
 * @param rounds each with a cost for each of the sizes
 */
export function describePerService(
  sizes: Sizes,
  rounds: readonly (readonly Cost[])[],
  unit: "cpu" | "wall",
): string {
  const [few, some, many] = sizes;
  const of = (costs: readonly (readonly Cost[])[], at: number): number =>
    median(costs.map((round) => round[at]?.[unit] ?? Number.NaN));
  const growth = (costs: readonly (readonly Cost[])[]): number => {
    const [first, second] = [of(costs, 1) - of(costs, 0), of(costs, 2) - of(costs, 1)];
    return second / (many - some) / (first / (some - few));
  };
  const ratio = growth(rounds);
  // Where more services took less time, other work on the machine was measured.
  const disturbed = !(of(rounds, 0) < of(rounds, 1) && of(rounds, 1) < of(rounds, 2));
  const verdict = disturbed ? `too disturbed to be held to ${MOST_GROWTH}` : heldTo(MOST_GROWTH, ratio);
  const single = rounds.map((round) => growth([round]));
  return (
    `time for one more service, from ${some} to ${many} against from ${few} to ${some}, ${unit}: ` +
    `${ratio.toFixed(2)}${spread(single, 2)}, ${verdict}`
  );
}

/** The most of all rounds decides: memory is looked at now and then, so a round sees too little, never too much. */
export function describeMemory([, , many]: Sizes, rounds: readonly (readonly Cost[])[]): string {
  const most = Math.max(...rounds.map((round) => round.at(-1)?.megabytes ?? Number.NaN));
  return `memory with ${many} services: ${most.toFixed(0)} MB, ${heldTo(MOST_MEGABYTES, most)} MB`;
}

/** From the lowest to the highest, in brackets; nothing where there is one alone. */
export const spread = (values: readonly number[], digits: number): string =>
  values.length < 2 ? "" : ` (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
