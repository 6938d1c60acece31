/** What one run of the Pulumi CLI ended with. `output` is what a user would have seen. */
export interface PulumiRun {
  readonly exitCode: number;
  readonly output: string;
  readonly stdout: string;
}

export interface PulumiOptions {
  /** Given to the CLI's standard input. */
  readonly input?: string;
  /** Told each line as it comes. */
  readonly onLine?: (line: string) => void;
}
