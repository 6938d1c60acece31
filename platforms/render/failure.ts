import type { FailureMode } from "../../domain/failure-mode";

/** Why Render ended a deploy or an instance. */
export interface RenderFailure {
  readonly evicted?: boolean;
  readonly earlyExit?: boolean;
  readonly nonZeroExit?: number;
  readonly oomKilled?: { readonly memoryLimit?: string };
  readonly timedOutSeconds?: number;
  readonly timedOutReason?: string;
  readonly unhealthy?: string;
}

/** Render's structured reason in words, and the failure mode it states. */
export function wordsOfRenderFailure(
  failure: RenderFailure,
): { readonly words: string; readonly mode: FailureMode } | undefined {
  const { oomKilled, nonZeroExit, earlyExit, unhealthy, timedOutReason, timedOutSeconds, evicted } = failure;
  if (oomKilled) {
    const limit = oomKilled.memoryLimit === undefined ? "" : ` of ${oomKilled.memoryLimit}`;
    return { words: `it used more memory than its limit${limit}`, mode: "memory/exhausted" };
  }
  if (nonZeroExit) return { words: `the process ended with status ${nonZeroExit}`, mode: "process/exited" };
  if (earlyExit) return { words: "the process ended early, with status 0", mode: "process/exited" };
  if (unhealthy) return { words: unhealthy, mode: "health-check/failed" };
  if (timedOutReason || timedOutSeconds) {
    const words = timedOutReason ?? `timed out after ${timedOutSeconds} s`;
    return { words, mode: /health check/i.test(words) ? "health-check/timeout" : "port/none-open" };
  }
  return evicted ? { words: "the instance was evicted", mode: "platform/cause-unknown" } : undefined;
}
