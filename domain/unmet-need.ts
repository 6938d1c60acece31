import type { Stated } from "./stated";

/** Something that a service needs to start or to be reached, and that what is beside it in the repository does not give. */
export interface UnmetNeedFact extends Stated {
  readonly kind: "unmet-need";
  readonly of: UnmetNeed;
  /** What needs it, as it is written. */
  readonly by: string;
  /** What is there in its place, as a part of a sentence; of a shell for a command: what to write. */
  readonly instead: string;
}

export type UnmetNeed =
  | "health check"
  | "process group"
  | "module syntax"
  | "standalone folder"
  | "shell for a variable"
  | "shell for a command"
  | "path from the root directory"
  | "host of a broker"
  | "scheme of SQLAlchemy"
  | "scheme of JDBC"
  | "encryption of pg"
  | "folder of static files"
  | "C library"
  | "variable of Phoenix"
  | "extension of PHP"
  | "name of the Procfile"
  | "command of the image"
  | "foreground of pm2"
  | "foreground of supervisord"
  | "instruction of Docker";
