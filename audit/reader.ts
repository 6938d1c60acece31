import type { Fact } from "../domain";
import type { ReadProblem, SourceFile } from "./walk/source-file";

/** What one reader found in one file. */
export interface Reading {
  readonly facts: readonly Fact[];
  readonly problems: readonly ReadProblem[];
}

/** The other files of the walk, for what one file says of another: an import, an `env_file`. */
export interface Repository {
  /** Paths from the audited folder, as the walk found them; what git ignores is not among them. */
  has(path: string): boolean;
  /** Whether nothing at all is at a path, neither a file that the walk left out nor a folder. */
  lacks(path: string): boolean;
  /** Whether git leaves a path out, by the lists in the audited folder, whether it is there or not. */
  ignores(path: string): boolean;
  /** Undefined where the walk did not find the file, or it cannot be read as text. */
  text(path: string): string | undefined;
  /** The files of a name, in any folder. */
  named(name: string): readonly string[];
  /** The files of an extension, such as `.go`. */
  ending(extension: string): readonly string[];
  /** Whether an address is that of the repository whose checkout this is. @default not known of any */
  isOwn?(address: string): boolean;
  /** Whether it is a checkout of all that is built: what is not here, no other place brings. @default not known */
  readonly isWhole?: true;
  /** Those of them in a folder and all folders below it; of the audited one itself by `""`. */
  below(folder: string, extension: string): readonly string[];
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
  /** Whether an accepted file is this reader's by its text; where none takes it, it counts as not looked at. @default yes */
  takes?(file: SourceFile): boolean;
  /** Extensions that only this reader reads. Most files are code: one reader is tried then. */
  readonly extensions?: readonly string[];
  read(file: SourceFile, repository: Repository): Reading;
}
