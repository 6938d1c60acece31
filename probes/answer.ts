import type { FailureMode } from "../domain/failure-mode";

/** *not-decided* is never a pass: it says that the question got no answer that could be judged. */
export type Outcome = "pass" | "fail" | "not-decided";

/** What one question to a running deployment came to. Nothing in it is secret. */
export interface Answer {
  readonly outcome: Outcome;
  /** In words: what came back, and what was expected. */
  readonly reason: string;
  /** How it failed, where that is known. */
  readonly mode?: FailureMode;
  /** What to do about it. */
  readonly correctiveAction?: string;
  /** From the question to the end of its answer. */
  readonly milliseconds?: number;
  /** The role that the database was logged in with. */
  readonly login?: string;
  /** True where asking again would do harm or cannot change anything, such as a refused login. */
  readonly final?: boolean;
  /** True where it waits for what comes by itself, such as a copy that follows: no number of such answers ends the asking. */
  readonly untilDeadline?: boolean;
  /** Milliseconds from the first question in which a failure may pass by itself, and is not counted. */
  readonly warmsUpWithin?: number;
  /** Milliseconds after which it may be asked again: it is asked too often, which says nothing of the service. */
  readonly askAgainAfter?: number;
  /** True of a failure that has been found, and recorded, before. */
  readonly known?: true;
}

export const pass = (reason: string, more: Partial<Answer> = {}): Answer => ({
  outcome: "pass",
  reason,
  ...more,
});

export const fail = (reason: string, more: Partial<Answer> = {}): Answer => ({
  outcome: "fail",
  reason,
  ...more,
});

export const notDecided = (reason: string, more: Partial<Answer> = {}): Answer => ({
  outcome: "not-decided",
  reason,
  ...more,
});
