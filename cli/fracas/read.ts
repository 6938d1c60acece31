import { existsSync } from "node:fs";
import {
  type FailureRecord,
  RecordError,
  type RecordFolder,
  readRecord,
  readRecords,
  recordIds,
  shownRecord,
} from "../../diagnosis/fracas";
import { CommandError, EXIT } from "../exit-code";
import { problemWords } from "./words";

/** Where records are where nobody says otherwise; it need not be there yet. */
export const DEFAULT_FOLDER = "fracas";

/** The records of a folder as eyes may see them. */
export function folderOf(folder: string): RecordFolder {
  try {
    if (folder !== DEFAULT_FOLDER && !existsSync(folder))
      throw Object.assign(new Error(), { code: "ENOENT" });
    const { records, problems } = readRecords(folder);
    return { records: records.map(shownRecord), problems };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined) throw cause;
    throw new CommandError(
      `${folder}: --folder: expected a folder that can be read, got ${code}.`,
      undefined,
      {
        cause,
      },
    );
  }
}

/** Tells of files that could not be read, and answers the exit code. */
export function warned(read: RecordFolder): number {
  const words = problemWords(read);
  if (words === undefined) return EXIT.done;
  process.stderr.write(`portcullis: ${words}\n`);
  return EXIT.unusable;
}

/** The record that is meant by `FR-0001`, `fr-1` or `1`. */
export function existing(folder: string, typed: string): FailureRecord {
  const [, digits] = /^(?:fr-)?0*(\d+)$/i.exec(typed) ?? [];
  const id = digits === undefined ? typed : `FR-${digits.padStart(4, "0")}`;
  const record = recordIds(folder).includes(id) ? recordOf(folder, id) : undefined;
  if (record !== undefined) return record;
  throw new CommandError(`there is no record \`${typed}\` in ${folder} (\`portcullis fracas\` lists them).`);
}

function recordOf(folder: string, id: string): FailureRecord | undefined {
  try {
    return readRecord(folder, id);
  } catch (cause) {
    if (!(cause instanceof RecordError)) throw cause;
    throw new CommandError(cause.message, undefined, { cause });
  }
}
