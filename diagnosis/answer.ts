import type { FailureMode } from "../domain/failure-mode";
import { diagnose } from "./diagnose";
import type { Certainty, LogLine } from "./diagnosis";
import { readLogLines } from "./log/read-log";

/** A diagnosis for other tools, in four fields. All texts of the log are masked. */
export interface DiagnosisAnswer {
  readonly failureMode: FailureMode | "none";
  /** Why it failed, in one sentence. */
  readonly reason: string;
  /** The lines that show it; counted from 1. */
  readonly evidence: readonly LogLine[];
  /** What to do, or, where the cause is unknown, what would explain more. */
  readonly hint: string;
  /** A tool that repairs by itself stops unless it is `certain`. */
  readonly certainty: Certainty;
}

/** Diagnoses the text of a whole log, beside that of a deploy that worked where there is one. */
export function answerOf(log: string, previous?: string): DiagnosisAnswer {
  const reading = (text: string) => readLogLines(text.split(/\r?\n/));
  const diagnosis = diagnose(reading(log), previous === undefined ? undefined : reading(previous));
  const { failureMode, rootCause: reason, correctiveAction, evidence, asksFor, certainty } = diagnosis;
  const hint = certainty === "unknown" && asksFor.length > 0 ? asksFor.join(" ") : correctiveAction;
  return { failureMode, reason, evidence, hint, certainty };
}
