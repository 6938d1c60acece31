import type { FailureMode } from "../domain/failure-mode";
import { diagnose, harmsLive, isDecided } from "./diagnose";
import type { Diagnosis } from "./diagnosis";
import { LogReader } from "./log/log-reader";

/** What a log shows of a failure, in words for a verification. */
export interface LogFailure {
  readonly mode: FailureMode;
  readonly reason: string;
  readonly correctiveAction: string;
}

/** Reads the log of a deploy as it grows, and says what it decides: the same reading as a diagnosis of the whole log. */
export class LogVerdict {
  readonly #reader = new LogReader();

  /** The next line. */
  add(line: string): void {
    this.#reader.add(line);
  }

  /** From here on the deploy is live: what was before has not kept it from that. */
  live(): void {
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

  /** What the log shows that harms a live service. */
  harm(): LogFailure | undefined {
    const diagnosis = this.diagnosis();
    return harmsLive(diagnosis) ? failureOf(diagnosis) : undefined;
  }

  /**
   * What a live service met and went on from: whether a part of it ended there, such as a task in the background, its
   * answers do not show.
   */
  met(): string {
    const { failureMode, unexplained } = this.diagnosis();
    if (failureMode !== "none") return "";
    const shown = unexplained.filter((one) => one.failureMode !== "unknown");
    const [first] = shown;
    if (first === undefined) return "";
    const modes = [...new Set(shown.map((one) => one.failureMode))].join(", ");
    return `it went on after ${modes} (the log says: ${first.text.trim()})`;
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
