import { diagnosisJson } from "../cli/diagnose/json";
import { answerOf, diagnose as diagnoseReading, readLogLines } from "../diagnosis";
import type { DiagnosisAnswer, DiagnosisReport } from "./diagnosis-report";

export type * from "./diagnosis-report";

/**
 * `portcullis/diagnosis`: from a deploy's log to what failed, why, and what to type. Nothing is read but the text, and
 * nothing secret is in the report.
 */
export function diagnose(log: string | readonly string[]): DiagnosisReport {
  const lines = typeof log === "string" ? log.split(/\r?\n/) : log;
  return JSON.parse(diagnosisJson(diagnoseReading(readLogLines(lines)), undefined)) as DiagnosisReport;
}

/** The same in four fields: reason, evidence, hint and certainty. */
export function answer(log: string | readonly string[]): DiagnosisAnswer {
  return answerOf(typeof log === "string" ? log : log.join("\n"));
}
