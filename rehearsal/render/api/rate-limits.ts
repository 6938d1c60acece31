import type { Context, MiddlewareHandler } from "hono";
import { ApiFailure } from "./failure";

const MINUTE = 60;
const HOUR = 3600;

interface Limit {
  readonly method: RegExp;
  /** Its first group, where there is one, has a count of its own. */
  readonly path: RegExp;
  readonly requests: number;
  readonly seconds: number;
}

/**
 * Recorded from the headers of real answers; the documentation's page says 30 a minute where 100 were recorded.
 * The first row that matches counts, or the last for all others. @see https://api-docs.render.com/reference/rate-limiting
 */
const LIMITS: readonly Limit[] = [
  { method: /^GET$/, path: /^/, requests: 400, seconds: MINUTE },
  { method: /^POST$/, path: /^\/services$/, requests: 20, seconds: HOUR },
  { method: /^PATCH$/, path: /^\/services\/([^/]+)$/, requests: 10, seconds: MINUTE },
  {
    method: /^POST$/,
    path: /^\/services\/([^/]+)\/(?:deploys|scale|suspend|resume)$/,
    requests: 10,
    seconds: MINUTE,
  },
  { method: /^POST$/, path: /^\/services\/[^/]+\/custom-domains$/, requests: 50, seconds: HOUR },
  { method: /^/, path: /^\/logs\/streams\/owner\//, requests: 30, seconds: MINUTE },
];
const OTHERS: Limit = { method: /^/, path: /^/, requests: 100, seconds: MINUTE };

interface Window {
  count: number;
  readonly endsAt: number;
}

/** Counts requests; `now` in milliseconds. */
export class RateLimits {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Counts one request. `reset` is the seconds left in the window, as recorded (not a time, as documented). */
  count(method: string, path: string): { limit: number; remaining: number; reset: number; over: boolean } {
    const limit = LIMITS.find((row) => row.method.test(method) && row.path.test(path)) ?? OTHERS;
    // The rows of one service share their count: 10 a minute for all that deploys it.
    const service = limit.path.exec(path)?.[1];
    const key = service === undefined ? `${limit.method} ${limit.path}` : `service ${service}`;
    const now = this.now();
    let window = this.windows.get(key);
    if (window === undefined || window.endsAt <= now) {
      window = { count: 0, endsAt: now + limit.seconds * 1000 };
      this.windows.set(key, window);
    }
    window.count += 1;
    return {
      limit: limit.requests,
      remaining: Math.max(0, limit.requests - window.count),
      reset: Math.ceil((window.endsAt - now) / 1000),
      over: window.count > limit.requests,
    };
  }
}

/** Sends the headers with every answer; where limits are enforced, refuses what exceeds them with 429. */
export function rateLimited(enforce: boolean, pathOf: (c: Context) => string): MiddlewareHandler {
  const limits = new RateLimits();
  return async (c, next) => {
    const { limit, remaining, reset, over } = limits.count(c.req.method, pathOf(c));
    c.header("Ratelimit-Limit", String(limit));
    c.header("Ratelimit-Remaining", String(remaining));
    c.header("Ratelimit-Reset", String(reset));
    if (enforce && over) {
      // In seconds (docs/facts/render.md#r4).
      c.header("Retry-After", String(reset));
      throw new ApiFailure(429, "rate limit exceeded");
    }
    await next();
  };
}
