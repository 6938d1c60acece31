import { isRenderError, type RunEnd, runEnd, type ServiceAtRender, startRun } from "../render-api";
import { type Answer, fail, notDecided, pass } from "./answer";
import { SYSTEM_CLOCK } from "./clock";

export interface RunQuestion {
  /** Until the run must have ended, in milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  readonly onProgress: (words: string) => void;
}

const INTERVAL = 1_000;

/** Runs a cron job once, and waits until Render says how the run ended. */
export async function askRun(
  service: ServiceAtRender,
  { deadline, signal, onProgress }: RunQuestion,
): Promise<Answer> {
  const until = SYSTEM_CLOCK.now() + deadline;
  try {
    const run = await startRun(service, signal);
    onProgress(`run: ${run} has begun`);
    for (;;) {
      const end = await runEnd(service, run, signal);
      if (end !== undefined) return answerOf(end);
      if (SYSTEM_CLOCK.now() + INTERVAL > until)
        return notDecided(
          `${run} had not ended ${Math.round(deadline / 1000)} s after it began, at the deadline of the verification: ` +
            "a job's command must end by itself, and a longer one needs a later `deadline`",
        );
      await SYSTEM_CLOCK.wait(INTERVAL, signal);
    }
  } catch (error) {
    if (!isRenderError(error)) throw error;
    return notDecided(error.message);
  }
}

function answerOf({ outcome, words }: RunEnd): Answer {
  if (outcome === "succeeded") return pass("one run ended well");
  if (outcome === "canceled") return notDecided("the run was canceled, by another that was asked for");
  return fail(`a run failed${words}`, {
    mode: "process/exited",
    correctiveAction: "Read the job's log: its command must end with status 0.",
  });
}
