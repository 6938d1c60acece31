import type { FailureMode } from "../../domain/failure-mode";

/** What an error means by the words that every language and tool has for it; the text is one that no row knows. */
export interface ErrorFamily {
  readonly id: string;
  readonly mode: FailureMode;
  readonly pattern: RegExp;
  /** The line is of another kind where this matches. */
  readonly not?: RegExp;
  /** Whether it keeps its mode in a build too, where others are the build's failure. */
  readonly inBuildToo?: true;
  readonly means: string;
  readonly correctiveAction: string;
  /** A line of this family, for its test. */
  readonly example: string;
}
