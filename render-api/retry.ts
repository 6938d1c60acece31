/** How a request is repeated. Times are in milliseconds. */
export interface RetryPolicy {
  /** Pauses after the first, second, … refusal for lack of quota, where Render names no time itself. */
  readonly rateLimitPauses: readonly number[];
  /** Pauses between attempts after a server error, a reset or a timeout. */
  readonly failurePauses: readonly number[];
  /** Pauses before something that was not made after all is asked for again. */
  readonly creationPauses: readonly number[];
  /** Between two looks at whether what was made is there. */
  readonly readyPause: number;
  /** One attempt's longest time. */
  readonly attemptTimeout: number;
}

// The rate limit list is the one of Render's own Terraform provider (internal/provider/client.go).
export const RETRY_POLICY: RetryPolicy = {
  rateLimitPauses: [1_000, 5_000, 10_000, 20_000, 40_000, 60_000, 120_000],
  failurePauses: [500, 2_000, 5_000, 10_000],
  creationPauses: [1_000, 3_000, 10_000],
  readyPause: 1_000,
  attemptTimeout: 30_000,
};

// A server that asks for an hour would look like a hang: longer times are asked for again in parts.
const LONGEST_PAUSE = 10 * 60_000;

/**
 * The pause that a Retry-After header asks for, in milliseconds: whole seconds, or a date.
 * Undefined where there is no header, or none that can be read.
 */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_PAUSE);
  // RFC 9110: a date begins with its weekday; Date.parse takes "-1" for a year.
  const date = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now), LONGEST_PAUSE);
}

/** Spreads a pause between half and all of its length, so that parallel clients do not return together. */
export function jittered(pause: number, random: () => number): number {
  return Math.round(pause * (0.5 + random() / 2));
}
