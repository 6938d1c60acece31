import { reachedSince } from "../../diagnosis";
import type { FailureMode } from "../../domain/failure-mode";
import { type Answer, type DeployLog, fail, notDecided, SYSTEM_CLOCK } from "../../probes";

/** Where an address is right, and who connects is not let in. */
const LOGINS: ReadonlySet<string> = new Set<FailureMode>(["configuration/invalid", "database/credentials"]);
const CORRECT_LOGIN = "Correct the user, the password and the name in the URL of what it connects with";
const CORRECT_ADDRESS =
  "Set the address of what it connects with in that environment, and see that this is started";

interface Asked {
  readonly log: DeployLog | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (words: string) => void;
  /** What is left of the deadline, in milliseconds. */
  readonly left: () => number;
}

/**
 * Whether a worker's log has anything else to say, from a moment on, than that it cannot connect. Where its last line is
 * that, its next try is awaited. The log's times are of the calendar, so the moment is too: milliseconds since 1970.
 *
 * @returns undefined where nothing is against it, and where the log cannot be read
 */
export async function hasReached(
  { log, signal, onProgress, left }: Asked,
  since: number,
): Promise<Answer | undefined> {
  if (log === undefined) return undefined;
  for (;;) {
    await log.read(signal);
    if (log.problem !== undefined) return undefined;
    const lines = log.lines.map((text, index) => ({ at: log.times[index] ?? 0, text }));
    const found = reachedSince(lines, since, Date.now());
    if (found.state === "reached") return undefined;
    if (found.state === "unreached")
      return fail(`all that it says is that it cannot connect, ${found.times} times: ${found.line}`, {
        mode: found.mode,
        correctiveAction: `${LOGINS.has(found.mode) ? CORRECT_LOGIN : CORRECT_ADDRESS}: a worker that only tries again does no work.`,
      });
    const wait = found.until - Date.now();
    if (wait > left())
      return notDecided("its log ends with a failed connection, and the deadline before its next try");
    onProgress("stability: waiting for the next try of a failed connection");
    await SYSTEM_CLOCK.wait(Math.max(wait, 500), signal);
  }
}
