import type { FailureMode } from "../domain/failure-mode";

/** What a log says about the deploy's end, in words. */
export interface Decision {
  readonly mode: FailureMode;
  readonly reason: string;
  readonly correctiveAction: string;
}

/** Reads a deploy's log line by line, and judges it. */
export interface LogJudge {
  add(line: string): void;
  /** Why the deploy will not become live, where the log alone decides that already. */
  decision(): Decision | undefined;
  /** Why a deploy failed that has failed, as far as the log shows it. */
  cause(): Decision | undefined;
  /** Why the process of a live service ended, where the log shows more than that it did. */
  ended(): Decision | undefined;
  /** The deploy is live: what was written before has not kept it from that. */
  live(): void;
  /** What the log shows that harms a live service; `answers` where it was asked, and does. */
  harm(answers?: boolean): Decision | undefined;
  /** What a live service met and went on from, in words; empty where there is nothing. */
  met(): string;
}
