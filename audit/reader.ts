import type { Fact } from "../domain";
import type { ReadProblem, SourceFile } from "./source-file";

/** What one reader found in one file. */
export interface Reading {
  readonly facts: readonly Fact[];
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads one format and states facts, each with file, line and column (from 1). It never judges and never throws
 * for what a file holds. `service` is set only where the file itself names several services (render.yaml, compose,
 * fly.toml): else the folder decides. `environment` is set only where the file says it.
 */
export interface Reader {
  /** As the report names it: `env-file`, `dockerfile`, … */
  readonly name: string;
  /** Whether a file of this path is this reader's. */
  accepts(path: string): boolean;
  read(file: SourceFile): Reading;
}
