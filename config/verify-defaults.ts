/** What an endpoint is asked where it does not say so itself; milliseconds. */
export const ENDPOINT_DEFAULTS = {
  method: "GET",
  headers: {},
  timeout: 10_000,
  expect: { status: 200 },
} as const;

/** When and how often is asked, where nothing says so; milliseconds. */
export const SCHEDULE_DEFAULTS = {
  initialDelay: 0,
  interval: 2_000,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  consecutiveSuccessLimit: 0,
  /** For the whole verification, the deploy's own time included. */
  deadline: 30 * 60_000,
} as const;

/**
 * How long the health endpoint is asked after all checks passed (milliseconds), and what happens on failure. One answer,
 * the default `count` of Argo Rollouts' analysis, proves nothing of the next: it is asked for as long as an instance's
 * health check must fail before Render takes its traffic away (render.com/docs/health-checks, November 2026: 15 s).
 */
export const VERIFY_DEFAULTS = {
  ...{ stability: 15_000, rollback: false, records: "fracas", run: true, connect: false },
} as const;

/** How often is asked in a stability window with limits, and how much may be wrong; milliseconds. */
export const WINDOW_DEFAULTS = { interval: 1_000, maxErrorRate: 0 } as const;

/** No service is asked more often, in milliseconds: one in use does not feel it. */
export const SHORTEST_INTERVAL = 250;

/** How many probes a percentile needs: with fewer it is the slowest of all. */
export const PROBES_OF_PERCENTILE = { p50: 2, p95: 20, p99: 100 } as const;

interface Limits {
  readonly count?: number | undefined;
  readonly failureLimit: number;
  readonly consecutiveSuccessLimit: number;
}

/** A schedule whose failures alone would pass, or that nothing would end; undefined where it is sound. */
export function scheduleProblem({
  failureLimit,
  consecutiveSuccessLimit,
  count = 1,
}: Limits): { readonly key: "consecutiveSuccessLimit" | "count"; readonly message: string } | undefined {
  if (consecutiveSuccessLimit > 0) return undefined;
  if (failureLimit < 0) {
    const message = "expected at least 1 where no number of failures fails";
    return { key: "consecutiveSuccessLimit", message };
  }
  if (count > failureLimit) return undefined;
  return {
    key: "count",
    message: `expected more than failureLimit (${failureLimit}), or failures alone would pass`,
  };
}

/** How many answers are asked for: as many as it says, else one, or as many as passes in a row need. */
export function withCount<Written extends Limits>(written: Written): Written & { count: number | undefined } {
  return { ...written, count: written.count ?? (written.consecutiveSuccessLimit > 0 ? undefined : 1) };
}
