import type { FailureMode } from "../domain/failure-mode";
import type { Place } from "../domain/place";

/** One line of a log, masked; counted from 1. */
export interface LogLine {
  readonly line: number;
  readonly text: string;
}

/** A line that a signature knows, beside the root cause. */
export interface Symptom extends LogLine {
  readonly failureMode: FailureMode;
  readonly meaning: string;
}

/**
 * How sure a diagnosis is. *certain*: the evidence has this one cause. *likely*: others are possible, and are listed as
 * `competing`. *unknown*: nothing is known of the lines, and none is guessed at.
 */
export type Certainty = "certain" | "likely" | "unknown";

/** A fact outside the log that contributes to the failure, such as the line of a file that is to be changed. */
export interface ContributingFact {
  readonly place: Place;
  /** `variable PORT: expected 8000, got 10000` */
  readonly what: string;
}

/** An exception of the program, with its place in the user's own code where the stack names one. */
export interface DiagnosedException {
  readonly type: string;
  readonly message: string;
  readonly line: number;
  readonly file: string | undefined;
  readonly fileLine: number | undefined;
  readonly library: string | undefined;
}

/** One of several instances of a service that write into one log. */
export interface Instance {
  readonly name: string;
  /** How many of its lines show a symptom. */
  readonly symptoms: number;
}

/** What failed, why, and what to type. Holds no secret: every text of a log in it is masked. */
export interface Diagnosis {
  /** `none` where the log shows a deploy that did not fail. */
  readonly failureMode: FailureMode | "none";
  readonly certainty: Certainty;
  readonly rootCause: string;
  readonly correctiveAction: string;
  /** The lines that show the root cause; of an unknown failure the ten most informative ones. */
  readonly evidence: readonly LogLine[];
  /** Other causes that the same evidence has, the likelier first; empty where it is certain. */
  readonly competing: readonly { readonly failureMode: FailureMode; readonly rootCause: string }[];
  /** Symptoms that follow from the root cause. */
  readonly explains: readonly Symptom[];
  /** Symptoms that do not, and may be a failure of their own. */
  readonly unexplained: readonly Symptom[];
  readonly contributing: readonly ContributingFact[];
  /** What would explain more, where the cause is unknown. */
  readonly asksFor: readonly string[];
  /** The last exception that the log shows with its stack. */
  readonly exception: DiagnosedException | undefined;
  /** Whether the log says already that the deploy will not become live. */
  readonly decided: boolean;
  /** Whether the failure is one of a service that is live. */
  readonly harmsLive: boolean;
  /** The rule that would have caught it before the deploy. */
  readonly preventiveRule: string | undefined;
  /** Whether that rule was run on the repository and reports it. @default it was not run */
  readonly ruleReported?: true;
  /** Symptoms that the log of a deploy that worked has too. @default no such log is known */
  readonly alsoBefore?: readonly Symptom[];
  /** The instances that the log names, and how many symptoms each shows. @default it names one at most */
  readonly instances?: readonly Instance[];
}
