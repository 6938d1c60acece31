import { diagnosisJson } from "../cli/diagnose/json";
import { answerOf, diagnose as diagnoseReading, readLogLines } from "../diagnosis";
import { type Check, givenProblem, lines, mapping, optional } from "../domain/given";
import type { DiagnosisAnswer, DiagnosisReport } from "./diagnosis-report";

export type * from "./diagnosis-report";

/** What may be known beside a log. */
export interface DiagnosisOptions {
  /** The log of a deploy of the same service that worked: what it shows too is not the cause. */
  readonly previous?: string | readonly string[];
}

/**
 * `portcullis/diagnosis`: from a deploy's log to what failed, why, and what to type. Nothing is read but the text, and
 * nothing secret is in the report.
 *
 * @throws Error with one sentence where an argument is no text
 */
export function diagnose(log: string | readonly string[], options: DiagnosisOptions = {}): DiagnosisReport {
  assertGiven("diagnose", log, options);
  const { previous } = options;
  const reading = (text: string | readonly string[]) => readLogLines(linesOf(text));
  const diagnosis = diagnoseReading(reading(log), previous === undefined ? undefined : reading(previous));
  return JSON.parse(diagnosisJson(diagnosis, undefined)) as DiagnosisReport;
}

/**
 * The same in four fields: reason, evidence, hint and certainty.
 *
 * @throws Error with one sentence where an argument is no text
 */
export function answer(log: string | readonly string[], options: DiagnosisOptions = {}): DiagnosisAnswer {
  assertGiven("answer", log, options);
  const { previous } = options;
  return answerOf(textOf(log), previous === undefined ? undefined : textOf(previous));
}

const OPTIONS = mapping({ previous: optional(lines) } satisfies Record<keyof DiagnosisOptions, Check>);

function assertGiven(called: string, log: unknown, options: unknown): void {
  const problem = givenProblem(called, [...lines(log, "log"), ...OPTIONS(options, "options")]);
  if (problem !== undefined) throw new Error(problem);
}

const linesOf = (text: string | readonly string[]): readonly string[] =>
  typeof text === "string" ? text.split(/\r?\n/) : text;
const textOf = (text: string | readonly string[]): string =>
  typeof text === "string" ? text : text.join("\n");
