import type { FailureMode } from "../domain/failure-mode";

/**
 * How far along the causal chain a symptom is: a later one follows from an earlier one (a missing module, then
 * the process ends, then no port is open, then Render's time is over). A `step` is a build, a migration or a
 * pre-deploy command as a whole.
 */
export const STAGES = ["root", "exception", "step", "process", "port", "platform"] as const;
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
  /**
   * Tried on one line without colours, times and the like. What a named group takes replaces `cause` and
   * `correctiveAction` for `{name}`; a name's number is left out, since a name occurs once in a pattern.
   */
  readonly pattern: RegExp;
  /** Whose line it is: a database's own server's, or of either. @default the service's or the platform's */
  readonly speaker?: "database" | "any";
  /** Whether the line before names what it is about: `{name}`. */
  readonly nameBefore?: true;
  readonly stage: Stage;
  /** *possible*: the line has other causes too. *open*: it says that something failed, and not why. */
  readonly certainty: "certain" | "possible" | "open";
  /** What would explain more, of a line that is *open*. */
  readonly asksFor?: readonly string[];
  /** The other causes of a line that is *possible*, the likelier first. */
  readonly competing?: readonly CompetingCause[];
  /** Whether the line alone says that the deploy will not become live, so that waiting for its end is not needed. */
  readonly decisive: boolean;
  /** Whether the line is a failure also where the deploy has become live. @default as `decisive` */
  readonly harmsLive?: boolean;
  /** Whether it is a warning: what fails besides it comes before it. */
  readonly warns?: true;
  readonly cause: string;
  readonly correctiveAction: string;
  /** Whether the words decide it also where they name nothing. @default a certain row without its name is possible */
  readonly decidesUnnamed?: true;
  /** The rule that would have found it before the deploy. */
  readonly rule?: string;
  readonly source: string;
  readonly example: string;
  /** Other forms of the same line. */
  readonly examples?: readonly string[];
  readonly nearMiss: string;
}
