import { type Answer, fail, notDecided, pass } from "./answer";
import { SYSTEM_CLOCK } from "./clock";
import type { DeployLog } from "./service-log";

export interface LineQuestion {
  readonly log: DeployLog;
  /** A regular expression. */
  readonly pattern: string;
  readonly signal: AbortSignal;
  /** What is left of the deadline, in milliseconds. */
  readonly left: () => number;
}

/** Lines reach Render's log some seconds after they are written. */
const WITHIN = 30_000;
const INTERVAL = 1_000;

/** Waits for a line of the log that matches, for a while. */
export async function awaitLine({ log, pattern, signal, left }: LineQuestion): Promise<Answer> {
  const expected = new RegExp(pattern, "u");
  const until = SYSTEM_CLOCK.now() + Math.min(WITHIN, left());
  for (;;) {
    await log.read(signal);
    if (log.lines.some((line) => expected.test(line))) return pass(`a line of the log matches ${pattern}`);
    if (SYSTEM_CLOCK.now() + INTERVAL > until) break;
    await SYSTEM_CLOCK.wait(INTERVAL, signal);
  }
  if (log.problem !== undefined) return notDecided(`the log could not be read: ${log.problem}`);
  return fail(`no line of the log matches ${pattern}`, {
    correctiveAction: "Let the service say so in its log, or correct `verify.log`.",
  });
}
