import { accessSync, constants, lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "../../system";
import { readTextBytes } from "../walk/read-text";
import type { ChangedFile, FixPlan } from "./plan";

/** A file that was left as it is, and why. */
export interface NotWritten {
  readonly file: string;
  readonly reason: string;
}

/** Writes what is planned, each file as a whole or not at all. */
export function applyFixes({ root, files }: Pick<FixPlan, "root" | "files">): readonly NotWritten[] {
  return files.flatMap((file) => {
    const reason = writeChanged(root, file);
    return reason === undefined ? [] : [{ file: file.path, reason }];
  });
}

/**
 * Replaces a file by a new one with the same mode, so that half a file is never read. Returns why not, where the file
 * has changed since it was read, or is no longer there.
 */
function writeChanged(root: string, { path: name, before, after }: ChangedFile): string | undefined {
  const target = path.join(root, name);
  const folder = path.dirname(target);
  try {
    // A link that took a folder's place would lead the new file out of the repository.
    if (realpathSync(folder) !== folder) return "a link leads to it";
    if (readTextBytes(root, name).bytes?.equals(before) !== true) return "it changed since it was read";
    accessSync(target, constants.W_OK);
    writeWhole(target, after, lstatSync(target).mode & 0o7777);
    return undefined;
  } catch (cause) {
    return `it cannot be written (${(cause as NodeJS.ErrnoException).code ?? "unknown"})`;
  }
}
