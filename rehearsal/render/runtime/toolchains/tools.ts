/** What a service's commands find besides its own files: interpreters, package managers, and where these keep things. */
export interface Toolchain {
  /** Folders first on PATH. */
  readonly path: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Before all others on the PATH of the build alone: installers that keep what they install. */
  readonly buildPath: readonly string[];
  readonly buildVariables: Readonly<Record<string, string>>;
  /** What differs from Render's, one sentence each. */
  readonly differences: readonly string[];
}

/** What a language adds to the toolchain. */
export interface LanguageTools {
  readonly path: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly differences: readonly string[];
  /** Of the interpreter: what is installed for one version is of no use to another. */
  readonly version: string;
  /** The key of what is kept of an empty environment, which the build's first installer is to put in place. */
  readonly environment?: string;
}

/** The service that tools are for. */
export interface ToolchainRequest {
  readonly runtime: string;
  readonly variables: ReadonlyMap<string, string>;
  /** The root of the checkout. */
  readonly checkout: string;
  /** Where its version files are looked for: its root directory, then the checkout. */
  readonly folders: readonly string[];
  readonly commands: readonly string[];
  /** What the build runs; undefined where it runs nothing. */
  readonly build: string | undefined;
  /** A private folder that outlives the run. */
  readonly cache: string;
  readonly signal: AbortSignal;
  readonly onProgress: (sentence: string) => void;
}
