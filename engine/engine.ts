/** Where the Pulumi CLI can come from, in order of choice. */
export type EngineSource = "path" | "download" | "build";

/** The attempt with one source, and why it was used or not. */
export interface Considered {
  readonly source: EngineSource;
  readonly outcome: "taken" | "not taken";
  readonly why: string;
}

/** A Pulumi CLI that can be run, with the variables every call of it needs. */
export interface Engine {
  /** Path of the CLI's executable. */
  readonly pulumi: string;
  readonly version: string;
  readonly source: EngineSource;
  readonly environment: Readonly<Record<string, string>>;
  readonly considered: readonly Considered[];
}

export interface EngineOptions {
  /** Called with one line for each step of long work. */
  readonly report?: (line: string) => void;
  /** Ends downloads, builds and waiting. */
  readonly signal?: AbortSignal;
  /** Where downloads and builds are kept. @default the cache directory */
  readonly cache?: string;
  /** How long a download may go without an answer, in milliseconds. @default 20000 */
  readonly downloadTimeout?: number;
}

/** No source has an engine. The message has a line for each source, and says what to install. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}
