import type { Failure } from "../../events";
import type { ServiceLog } from "../../log";
import { type Command, launch } from "./launch";

const TROUBLESHOOTING =
  "Common ways to troubleshoot your deploy: https://render.com/docs/troubleshooting-deploys";
/** For a command that has to end because it is canceled or late. */
const GRACE_SECONDS = 5;

/** A step of a deploy failed; the log has said why. */
export class StepFailed extends Error {
  constructor(
    readonly status: "build_failed" | "pre_deploy_failed" | "update_failed",
    readonly failure: Failure,
  ) {
    super(status);
  }
}

export const sayTroubleshooting = (log: ServiceLog, type: "build" | "app"): void =>
  log.say(type, TROUBLESHOOTING);

/** Milliseconds between two readings of a time limit's clock. */
const LOOK_MS = 100;

/** How long a command may run: seconds, by a clock in milliseconds. */
export interface TimeLimit {
  readonly seconds: number;
  readonly now: () => number;
}

/**
 * Runs a command to its end, its output read to the last line.
 * @returns why it failed, undefined when it ended with 0
 * @throws AbortError when the signal comes first; the command has ended by then
 */
export async function runOneOff(
  command: Command,
  { seconds, now }: TimeLimit,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  signal.throwIfAborted();
  const running = launch(command);
  let late = false;
  const end = (): void => void running.stop(GRACE_SECONDS);
  const limit = now() + seconds * 1000;
  const timer = setInterval(() => {
    if (late || now() < limit) return;
    late = true;
    end();
  }, LOOK_MS);
  signal.addEventListener("abort", end, { once: true });
  const status = await running.exited;
  clearInterval(timer);
  signal.removeEventListener("abort", end);
  signal.throwIfAborted();
  if (late) {
    const timedOutReason = `Timed out after ${seconds} seconds`;
    return { evicted: false, timedOutSeconds: seconds, timedOutReason };
  }
  return status === 0 ? undefined : { evicted: false, nonZeroExit: status };
}
