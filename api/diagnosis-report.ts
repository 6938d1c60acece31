/** The document of `portcullis diagnose --json` (docs/diagnose.md), without what records and audits add to it. */
export interface DiagnosisReport {
  readonly version: 1;
  /** `area/mode`; `none` where the log shows a deploy that did not fail, `unknown` where no line is known. */
  readonly failureMode: string;
  /** *certain*: the evidence has this one cause; *likely*: others are possible, and are `competing`. */
  readonly certainty: "certain" | "likely" | "unknown";
  readonly rootCause: string;
  /** What to type. */
  readonly correctiveAction: string;
  /** The lines that show the cause, counted from 1, with their secrets masked. */
  readonly evidence: readonly ReportedLine[];
  /** Symptoms that follow from the cause. */
  readonly explains: readonly ReportedSymptom[];
  /** Symptoms that do not, and may be a failure of their own. */
  readonly unexplained: readonly ReportedSymptom[];
  /** Other causes that the same evidence has, the likelier first. */
  readonly competing: readonly { readonly failureMode: string; readonly rootCause: string }[];
  /** The rule that finds it before a deploy; null where none does. */
  readonly preventiveRule: string | null;
  /** Whether that rule was run on the repository and reports the fault. */
  readonly ruleReported: boolean;
  /** Symptoms that the log of a deploy that worked has too. */
  readonly alsoBefore: readonly ReportedSymptom[];
  /** The instances that the log names, where it names several. */
  readonly instances: readonly { readonly name: string; readonly symptoms: number }[];
  /** What would explain more, where the cause is unknown. */
  readonly asksFor: readonly string[];
  /** The last exception that the log shows with its stack. */
  readonly exception: ReportedException | null;
}

/** A diagnosis in four fields, for a tool that acts on it. */
export interface DiagnosisAnswer {
  readonly failureMode: string;
  /** Why it failed, in one sentence. */
  readonly reason: string;
  readonly evidence: readonly ReportedLine[];
  /** What to type, or, where the cause is unknown, what would explain more. */
  readonly hint: string;
  /** A tool that repairs by itself stops unless it is *certain*. */
  readonly certainty: "certain" | "likely" | "unknown";
}

export interface ReportedException {
  readonly type: string;
  readonly message: string;
  readonly line: number;
  /** The nearest frame in the user's own code, where the stack has one. */
  readonly file?: string;
  readonly fileLine?: number;
  /** The package whose code raised it. */
  readonly library?: string;
}

export interface ReportedLine {
  readonly line: number;
  readonly text: string;
}

export interface ReportedSymptom extends ReportedLine {
  readonly failureMode: string;
  readonly meaning: string;
}
