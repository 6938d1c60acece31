import type { FailureMode } from "../domain/failure-mode";

/**
 * How far along the causal chain a symptom is: a later one follows from an earlier one (a missing module, then
 * the process ends, then no port is open, then Render's time is over). A `step` is a build, a migration or a
 * pre-deploy command as a whole.
 */
export const STAGES = ["root", "step", "process", "port", "platform"] as const;
export type Stage = (typeof STAGES)[number];

/** Another cause that the same line has. */
export interface CompetingCause {
  readonly mode: FailureMode;
  readonly cause: string;
}

/** One kind of line in a deploy's log. */
export interface Signature {
  /** Stable and public. */
  readonly id: string;
  readonly mode: FailureMode;
  readonly meaning: string;
  /** Tried on one line without colours, times and the like. */
  readonly pattern: RegExp;
  readonly stage: Stage;
  /** *possible*: the line has other causes too. */
  readonly certainty: "certain" | "possible";
  /** The other causes of a line that is *possible*, the likelier first. */
  readonly competing?: readonly CompetingCause[];
  /** Whether the line alone says that the deploy will not become live, so that waiting for its end is not needed. */
  readonly decisive: boolean;
  /** Whether the line is a failure also where the deploy has become live. @default as `decisive` */
  readonly harmsLive?: boolean;
  readonly cause: string;
  readonly correctiveAction: string;
  /** The rule that would have found it before the deploy. */
  readonly rule?: string;
  readonly source: string;
  readonly example: string;
  /** Other forms of the same line. */
  readonly examples?: readonly string[];
  readonly nearMiss: string;
}
