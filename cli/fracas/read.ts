import { statSync } from "node:fs";
import {
  EvidenceError,
  type FailureRecord,
  FolderHeldError,
  MoveError,
  RecordError,
  type RecordFolder,
  readRecord,
  readRecords,
  recordIds,
  shownRecord,
} from "../../records";
import { CommandError, EXIT } from "../exit-code";
import { foundInstead } from "../given-file";
import { withoutPause } from "../interruption";
import { recordsFolder } from "../stacks/project-folder";
import { printProblem } from "../terminal-output";
import { problemWords } from "./words";

/** What is so after an interruption: a record is written whole. */
export const AS_IT_WAS = "each record is as it was, or as it was to be";

/** The records of a folder, masked for output. */
export async function folderOf(folder: string): Promise<RecordFolder> {
  return await usable(folder, () => {
    if (folder !== recordsFolder()) statSync(folder);
    return withoutPause(AS_IT_WAS, () => {
      const { records, problems } = readRecords(folder);
      return { records: records.map(shownRecord), problems };
    });
  });
}

/** Reports files that could not be read, and returns the exit code. */
export function warned(read: RecordFolder): number {
  const words = problemWords(read);
  if (words === undefined) return EXIT.done;
  printProblem(words);
  return EXIT.unusable;
}

/** The record that is meant by `FR-0001`, `fr-1` or `1`. */
export async function existing(folder: string, typed: string): Promise<FailureRecord> {
  const [, digits] = /^(?:fr-)?0*(\d+)$/i.exec(typed) ?? [];
  const id = digits === undefined ? typed : `FR-${digits.padStart(4, "0")}`;
  const record = await usable(folder, () =>
    withoutPause(AS_IT_WAS, () => (recordIds(folder).includes(id) ? readRecord(folder, id) : undefined)),
  );
  if (record !== undefined) return record;
  throw new CommandError(`there is no record \`${typed}\` in ${folder} (\`portcullis fracas\` lists them).`);
}

/** Runs `work` and turns its failures into command errors. */
export async function usable<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof MoveError) {
      const code = cause instanceof EvidenceError ? EXIT.unusable : EXIT.failed;
      throw new CommandError(cause.message, code, { cause });
    }
    if (cause instanceof RecordError || cause instanceof FolderHeldError) {
      throw new CommandError(cause.message, undefined, { cause });
    }
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    const expected = "--folder: expected a folder that can be read and written";
    throw new CommandError(`${folder}: ${expected}, got ${foundInstead(cause)}.`, undefined, { cause });
  }
}
