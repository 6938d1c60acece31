import { z } from "zod";
import { relationIssue } from "./relation-issue";
import { duration } from "./text";
import { PROBES_OF_PERCENTILE, SHORTEST_INTERVAL, WINDOW_DEFAULTS } from "./verify-defaults";

/** Render measures memory every 30 s at most: this holds three measurements. */
const SHORTEST_OF_MEMORY = 90_000;

const rate = (words: string) => z.number(words).min(0, words).lt(1, words);
const factor = z
  .number("expected a factor from 1, such as 1.5")
  .min(1, "expected a factor from 1, such as 1.5")
  .optional();

/** How much more than in the previous deploy's window there may be. */
const ofWatched = {
  memory: factor.describe("the highest use of memory, as a factor of the previous deploy's, such as `1.5`"),
  newErrors: z
    .int("expected a whole number")
    .nonnegative("expected a whole number")
    .optional()
    .describe("how many kinds of error lines the previous deploy's window did not have"),
};
const ofAsked = {
  errorRate: rate("expected a rate, 0 to less than 1")
    .optional()
    .describe("how much the rate of errors is above that of the previous deploy's window"),
  latency: factor.describe("the percentiles of the latency, as a factor of the previous deploy's"),
};

const probed = {
  interval: duration
    .default(WINDOW_DEFAULTS.interval)
    .describe("from the end of one probe to the next, at least `250ms`"),
  maxErrorRate: rate("expected a rate, 0 to less than 1")
    .default(WINDOW_DEFAULTS.maxErrorRate)
    .describe("the part of the probes that may be wrong or without an answer, less than 1"),
  p50: duration.optional().describe("how long half of the probes take at most"),
  p95: duration.optional().describe("how long 95 of 100 probes take at most"),
  p99: duration.optional().describe("how long 99 of 100 probes take at most"),
};

const maxMemoryGrowth = z
  .number("expected a part, such as 0.2")
  .nonnegative("expected a part, such as 0.2")
  .optional()
  .describe("how much the memory grows from the first third of the window to the last: `0.2` for a fifth");

interface Limits {
  readonly window: number;
  readonly interval?: number;
  readonly p50?: number | undefined;
  readonly p95?: number | undefined;
  readonly p99?: number | undefined;
  readonly maxMemoryGrowth?: number | undefined;
  readonly previous?: { readonly memory?: number | undefined } | undefined;
}

/** What is wrong with limits that are each right; the first of each key. */
function problemsOf(limits: Limits): readonly (readonly [key: string, message: string])[] {
  const { window, interval = WINDOW_DEFAULTS.interval } = limits;
  const found: (readonly [string, string])[] = [];
  const memory = [
    ...(limits.maxMemoryGrowth === undefined ? [] : ["maxMemoryGrowth"]),
    ...(limits.previous?.memory === undefined ? [] : ["previous"]),
  ];
  if (window < SHORTEST_OF_MEMORY) {
    for (const key of memory)
      found.push([key, "expected a window of at least 90s: memory is measured every 30 s"]);
  }
  if (interval < SHORTEST_INTERVAL)
    return [
      ...found,
      ["interval", `expected at least ${SHORTEST_INTERVAL}ms, which a service in use does not feel`],
    ];
  const probes = Math.floor(window / interval) + 1;
  for (const [key, least] of Object.entries(PROBES_OF_PERCENTILE)) {
    if (limits[key as keyof typeof PROBES_OF_PERCENTILE] === undefined || probes >= least) continue;
    found.push([key, `expected a window of at least ${least} probes, got ${probes}; lengthen \`window\``]);
  }
  return found;
}

function limited<Shape extends z.ZodRawShape, Previous extends z.ZodRawShape>(
  shape: Shape,
  previous: Previous,
) {
  return z
    .strictObject({
      window: duration.describe("how long it is watched or asked"),
      ...shape,
      previous: z.strictObject(previous).optional(),
    })
    .check(({ value, issues }) => {
      for (const [key, message] of problemsOf(value as unknown as Limits))
        issues.push(relationIssue(key, message, { continue: true }));
    });
}

const words = (keys: string) =>
  `expected a duration, such as 30s or 2m, or a mapping of \`window\` and any of ${keys}`;

/** Of what can be asked and runs: its errors, its latency, its memory and its log. */
const asked = z.union(
  [duration, limited({ ...probed, maxMemoryGrowth }, { ...ofAsked, ...ofWatched })],
  words("`interval`, `maxErrorRate`, `p50`, `p95`, `p99`, `maxMemoryGrowth` and `previous`"),
);

/** Of a static site, which has no process. */
const site = z.union(
  [duration, limited(probed, ofAsked)],
  words("`interval`, `maxErrorRate`, `p50`, `p95`, `p99` and `previous`"),
);

/** Of what runs and cannot be asked. */
const watched = z.union(
  [
    duration,
    limited({ maxMemoryGrowth }, ofWatched).transform((limits) => ({ ...limits, ...WINDOW_DEFAULTS })),
  ],
  words("`maxMemoryGrowth` and `previous`"),
);

/** How long a service is watched, and its limits, by what else its kind is verified by. */
export function stabilityOf(keys: Readonly<Record<string, unknown>>): typeof asked {
  const all = "endpoints" in keys && "log" in keys;
  if (all) return asked;
  if ("endpoints" in keys) return site as unknown as typeof asked;
  return ("run" in keys ? duration : watched) as unknown as typeof asked;
}
