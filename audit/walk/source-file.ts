/** One text file of the audited folder. */
export interface SourceFile {
  /** From the audited folder, with `/` between names. */
  readonly path: string;
  readonly text: string;
}

/** What keeps a file, or a part of it, from being read. `reason` repeats no value: it may be a secret. */
export interface ReadProblem {
  readonly file: string;
  readonly line?: number;
  readonly reason: string;
}
