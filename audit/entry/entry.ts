import type { Place } from "../../domain";
import type { Reach } from "../readers/code/module-graph";

/** One text on the way from the manifest to what listens, with its place. */
export interface EntryStep {
  readonly place: Place;
  readonly text: string;
}

/** What a chain of commands starts in the end. */
export type EntryEnd =
  /** A server of the table, and the files of the application that it loads; none where it serves no code. */
  | { readonly is: "server"; readonly files: readonly string[] }
  /** A known worker, such as celery's, which opens no port; and the file of its application, where that is found. */
  | { readonly is: "worker"; readonly files: readonly string[] }
  /** A file that an interpreter runs. */
  | { readonly is: "file"; readonly files: readonly string[] }
  /** What a compiler made of the service's code: of these files, or of all of its language where it has none. */
  | {
      readonly is: "program";
      readonly files?: readonly string[];
      /** What it is in words, where no compiler made it of the service's code, such as a web server. */
      readonly brought?: string;
    }
  /** What cannot be followed, and why. */
  | { readonly is: "open"; readonly why: string };

/** What one start command starts: the chain from the manifest to its end. */
export interface Entry {
  readonly steps: readonly EntryStep[];
  readonly end: EntryEnd;
  /** Settings files that the last command names or takes by itself, such as gunicorn's. */
  readonly settings: readonly string[];
  /** The files that are run along imports; absent where the end is no code that could be followed. */
  readonly reach?: Reach;
}
