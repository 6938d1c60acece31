import { isRenderError, type RunEnd, runEnd, type ServiceAtRender, startRun } from "../render-api";
import { type Answer, fail, notDecided, pass } from "./answer";
import { SYSTEM_CLOCK } from "./clock";
import { Patience } from "./patience";

export interface RunQuestion {
  /** Until the run must have ended, in milliseconds. */
  readonly deadline: number;
  /** How long the run may take, in milliseconds. @default the deadline, at which nothing is decided */
  readonly limit?: number;
  readonly signal: AbortSignal;
  readonly onProgress: (words: string) => void;
}

const INTERVAL = 1_000;

/** Runs a cron job once, and waits until Render says how the run ended. */
export async function askRun(
  service: ServiceAtRender,
  { deadline, limit = Number.POSITIVE_INFINITY, signal, onProgress }: RunQuestion,
): Promise<Answer> {
  const started = SYSTEM_CLOCK.now();
  const patience = new Patience(deadline, SYSTEM_CLOCK, signal);
  try {
    const run = await startRun(service, signal, onProgress);
    onProgress(`run: ${run} has begun`);
    for (;;) {
      const end = await patience.with(() => runEnd(service, run, signal));
      if (end !== undefined) return answerOf(end);
      const next = SYSTEM_CLOCK.now() + INTERVAL - started;
      if (next > limit) return fail(`${notEnded(run, limit)}, as long as one may take`, TOO_LONG);
      if (next > deadline)
        return notDecided(
          `${notEnded(run, deadline)}, at the deadline of the verification: ` +
            "a job's command must end by itself, and a longer one needs a later `deadline`",
        );
      await SYSTEM_CLOCK.wait(INTERVAL, signal);
    }
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return notDecided(error.message);
  }
}

const notEnded = (run: string, after: number): string =>
  `${run} had not ended ${Math.round(after / 1000)} s after it began`;

const TOO_LONG = {
  correctiveAction:
    "End the job's command when its work is done. Where a run needs longer, type how long under the service's " +
    "`verify`: `run: 20m`, and a `deadline` that is later.",
};

function answerOf({ outcome, words }: RunEnd): Answer {
  if (outcome === "succeeded") return pass("one run ended well");
  if (outcome === "canceled") return notDecided("the run was canceled, by another that was asked for");
  return fail(`a run failed${words}`, {
    mode: "process/exited",
    correctiveAction: "Read the job's log: its command must end with status 0.",
  });
}
