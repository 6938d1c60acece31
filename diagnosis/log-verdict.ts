import type { FailureMode } from "../domain/failure-mode";
import { diagnose, harmsLive, isDecided } from "./diagnose";
import type { Diagnosis } from "./diagnosis";
import { EndedParts, saysPartEnded } from "./ended-parts";
import { IdleWatcher } from "./idle-watcher";
import { LogReader } from "./log/log-reader";

/** What a log shows of a failure, in words for a verification. */
export interface LogFailure {
  readonly mode: FailureMode;
  readonly reason: string;
  readonly correctiveAction: string;
}

/** What says that something failed, and not what. */
const GENERAL: ReadonlySet<string> = new Set<FailureMode>([
  "unknown",
  "platform/cause-unknown",
  "port/none-open",
  "health-check/timeout",
  "health-check/failed",
]);

const WITHOUT_WATCHER =
  "Read why it ended in the lines before, and start the program itself: what watches files hides that it ended.";

/** Reads the log of a deploy as it grows, and says what it decides: the same reading as a diagnosis of the whole log. */
export class LogVerdict {
  readonly #reader = new LogReader();
  readonly #parts = new EndedParts();
  readonly #watcher = new IdleWatcher();
  #isLive = false;

  /** The next line. */
  add(line: string): void {
    this.#reader.add(line);
    this.#parts.add(line);
    this.#watcher.add(line);
  }

  /** From here on the deploy is live: what was before has not kept it from that. */
  live(): void {
    this.#isLive = true;
    this.#reader.noteLive();
  }

  diagnosis(): Diagnosis {
    return diagnose(this.#reader.reading());
  }

  /** Why the deploy will not become live, where the log decides that. */
  decision(): LogFailure | undefined {
    const diagnosis = this.diagnosis();
    return isDecided(diagnosis) ? failureOf(diagnosis) : undefined;
  }

  /** Why a deploy failed that has failed, as far as the log shows it. */
  cause(): LogFailure | undefined {
    return failureOf(this.diagnosis());
  }

  /** Why the process of a live service ended: none where the log says that something failed, and not what. */
  ended(): LogFailure | undefined {
    const cause = this.cause();
    return cause === undefined || cause.mode === "process/exited" || GENERAL.has(cause.mode)
      ? undefined
      : cause;
  }

  /**
   * What the log shows that harms a live service.
   *
   * @param answers whether it was asked and answers: then what has ended is a part of it
   */
  harm(answers = false): LogFailure | undefined {
    const diagnosis = this.diagnosis();
    const idle = answers ? undefined : this.#watcher.words();
    if (idle === undefined) return harmsLive(diagnosis) ? failureOf(diagnosis) : undefined;
    const cause = failureOf(diagnosis);
    return cause === undefined
      ? { mode: "process/exited", reason: idle, correctiveAction: WITHOUT_WATCHER }
      : { ...cause, reason: `${idle}: ${cause.reason}` };
  }

  /**
   * What a live service met and went on from, and which parts of it, such as a task in the background, have ended: its
   * answers do not show that.
   */
  met(): string {
    const parts = [this.#watcher.words(), this.#parts.words()].filter(Boolean).join("; ");
    const { failureMode, unexplained, evidence } = this.diagnosis();
    // What has ended a deploy is no such thing.
    const isOver = failureMode !== "none" && !this.#isLive;
    const root =
      failureMode === "none" ? [] : evidence.slice(0, 1).map(({ text }) => ({ failureMode, text }));
    const shown = isOver ? [] : [...root, ...unexplained].filter((one) => !GENERAL.has(one.failureMode));
    const [first] = shown;
    const text = first?.text.trim() ?? "";
    if (first === undefined || saysPartEnded(text)) return parts;
    const modes = [...new Set(shown.map((one) => one.failureMode))].join(", ");
    const quoted = parts.includes(text) ? "" : ` (the log says: ${text})`;
    return [parts, `it went on after ${modes}${quoted}`].filter(Boolean).join("; ");
  }
}

function failureOf(diagnosis: Diagnosis): LogFailure | undefined {
  const { failureMode: mode, certainty, rootCause, correctiveAction, evidence } = diagnosis;
  const [line] = evidence;
  if (mode === "none" || mode === "unknown" || line === undefined) return undefined;
  const probably = certainty === "certain" ? "" : "probably ";
  const said = rootCause.includes(line.text.trim()) ? "" : ` (the log says: ${line.text})`;
  return { mode, correctiveAction, reason: `${probably}${rootCause}${said}` };
}
