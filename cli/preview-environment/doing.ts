import type { Pulumi } from "../stacks/pulumi";

/** What every command on pull requests' environments works with. */
export interface Doing {
  /** The Pulumi project's folder. */
  readonly project: string;
  readonly pulumi: Pulumi;
  /** Takes a line of progress. */
  readonly report: (line: string) => void;
  /** Aborted where the command is interrupted. */
  readonly signal: AbortSignal;
}
