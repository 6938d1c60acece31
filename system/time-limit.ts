/** Node's timers take no more milliseconds, and fire at once beyond. */
export const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * A signal that aborts after so many milliseconds with a TimeoutError, as AbortSignal.timeout's does. That one is collected
 * where only AbortSignal.any knows it, and never aborts then (measured with Node 20.20, November 2026; not with 22 and 24).
 */
export function timeLimit(milliseconds: number): AbortSignal {
  const limit = new AbortController();
  const end = (): void =>
    limit.abort(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
  setTimeout(end, Math.min(milliseconds, LONGEST_TIMER)).unref();
  return limit.signal;
}
