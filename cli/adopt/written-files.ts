import { readFileSync } from "node:fs";
import path from "node:path";
import { makeFolder, writeNew } from "../../system";
import { CommandError } from "../exit-code";
import { foundInstead } from "../given-file";
import { writeOutput } from "../written-output";

/** A file that adopt writes, beside what is there. */
export interface PlannedFile {
  /** As it is shown, from the current folder. */
  readonly file: string;
  readonly text: string;
  readonly state: "new" | "same" | "other";
  /** What is there; undefined where nothing is. */
  readonly before: string | undefined;
}

/** @param merged the text to write where this one is there already */
export function plannedFile(
  file: string,
  text: string,
  merged: (text: string, before: string) => string = (made) => made,
): PlannedFile {
  const before = textOf(file);
  if (before === undefined) return { file, text, state: "new", before };
  const whole = merged(text, before);
  return { file, text: whole, state: whole === before ? "same" : "other", before };
}

/**
 * Writes all files, or none where one is there already with another text.
 *
 * @returns those that were written
 */
export function writeFiles(files: readonly PlannedFile[], force: boolean): readonly string[] {
  const others = files.filter(({ state }) => state === "other").map(({ file }) => file);
  if (others.length > 0 && !force) {
    throw new CommandError(
      `${others.join(", ")}: there already. \`--diff\` shows what would change, \`--force\` overwrites, ` +
        "`--output FOLDER` writes elsewhere. A file that `audit --fix` changed takes `--force`.",
    );
  }
  const changed = files.filter(({ state }) => state !== "same");
  for (const { file, text, state } of changed) write(file, text, state === "other");
  return changed.map(({ file }) => file);
}

function write(file: string, text: string, force: boolean): void {
  try {
    makeFolder(path.dirname(file));
    if (force) writeOutput(file, text);
    else writeNew(file, text);
  } catch (cause) {
    throw new CommandError(
      `${file}: expected a file that can be written, got ${foundInstead(cause)}.`,
      undefined,
      {
        cause,
      },
    );
  }
}

/** What is there; undefined where nothing is. @throws CommandError where it cannot be read */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new CommandError(
      `${file}: expected a file that can be read, got ${foundInstead(cause)}.`,
      undefined,
      { cause },
    );
  }
}
