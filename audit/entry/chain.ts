import type { Application } from "./application";
import type { EntryEnd, EntryStep } from "./entry";

/** A chain of commands to its end, without what the end's code loads. */
export interface Chain {
  readonly steps: readonly EntryStep[];
  readonly end: EntryEnd;
  readonly settings: readonly string[];
  readonly application?: Application;
  /** Where a settings file says what the command leaves open: the command as one that says nothing of it. */
  readonly overrides?: string;
  /** The command in place of the last step, where that starts what a framework builds. */
  readonly last?: string;
  /** A web server is the last step, and other programs start beside it. */
  readonly isFront?: true;
}
