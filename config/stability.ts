import { z } from "zod";
import { duration } from "./text";
import { WINDOW_DEFAULTS } from "./verify-defaults";

/** No service is asked more often, in milliseconds. */
const SHORTEST_INTERVAL = 250;

/** How many probes a percentile needs: with fewer it is the slowest of all. */
const PROBES = { p50: 2, p95: 20, p99: 100 } as const;

const limited = z
  .strictObject({
    window: duration,
    /** From the end of one probe to the next. */
    interval: duration.default(WINDOW_DEFAULTS.interval),
    /** The part of the probes that may be wrong or without an answer. */
    maxErrorRate: z
      .number("expected a rate, 0 to less than 1")
      .min(0, "expected a rate, 0 to less than 1")
      .lt(1, "expected a rate, 0 to less than 1")
      .default(WINDOW_DEFAULTS.maxErrorRate),
    p50: duration.optional(),
    p95: duration.optional(),
    p99: duration.optional(),
  })
  .check(({ value, issues }) => {
    const refuse = (key: string, message: string) =>
      issues.push({
        ...{ code: "custom", params: { relation: true }, input: undefined, path: [key], message },
        continue: true,
      });
    if (value.interval < SHORTEST_INTERVAL) {
      return void refuse("interval", "expected at least 250ms, which a service in use does not feel");
    }
    const probes = Math.floor(value.window / value.interval) + 1;
    for (const [key, least] of Object.entries(PROBES)) {
      if (value[key as keyof typeof PROBES] === undefined || probes >= least) continue;
      refuse(key, `expected a window of at least ${least} probes, got ${probes}; lengthen \`window\``);
    }
  });

/** How long a service is watched; where it can be asked, with limits of its errors and its latency. */
export const stability = z.union(
  [duration, limited],
  "expected a duration, such as 30s or 2m, or a mapping of `window` and any of `interval`, `maxErrorRate`, `p50`, `p95` and `p99`",
);
