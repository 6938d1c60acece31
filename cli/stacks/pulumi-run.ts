/** What one run of the Pulumi CLI ended with. `output` is what a user would have seen. */
export interface PulumiRun {
  readonly exitCode: number;
  readonly output: string;
  readonly stdout: string;
}

export interface PulumiOptions {
  /** The CLI's standard input. */
  readonly input?: string;
  /** Called with each line of output. */
  readonly onLine?: (line: string) => void;
}
