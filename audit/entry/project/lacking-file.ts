import { mayWrite } from "./missing-files";
import type { RunningCommand } from "./running-commands";

/** A file that a framework's command opens, and the only other one of the repository that may be meant. */
export interface Lacking {
  readonly file: string;
  readonly elsewhere: string | undefined;
  /** The variable that may name another one. */
  readonly unlessSet?: string;
}

/** Whether a command that is certain to run does not find a file. */
export function isAbsent(file: string, { fileAt, by }: RunningCommand): boolean {
  const found = fileAt(file, mayWrite);
  return found === "lacking" || (found === "none" && by === "Dockerfile");
}
