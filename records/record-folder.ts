import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type FailureRecord, RECORD_ID } from "./record";
import { changedText, parseRecord, printRecord, RecordError } from "./record-text";

// A record is some kilobytes; a file of this size is none, and is not parsed.
const LARGEST = 1_000_000;
const DRAFT = ".draft-";

/** What a folder holds: the records that can be read, in the order of their ids, and the files that cannot. */
export interface RecordFolder {
  readonly records: readonly FailureRecord[];
  readonly problems: readonly RecordError[];
}

/** A folder that does not exist holds no records. Files with other names are ignored. */
export function readRecords(folder: string, mayMatter: (text: string) => boolean = () => true): RecordFolder {
  const records: FailureRecord[] = [];
  const problems: RecordError[] = [];
  for (const id of recordIds(folder)) {
    try {
      const record = readRecord(folder, id, mayMatter);
      if (record !== undefined) records.push(record);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      problems.push(error);
    }
  }
  return { records, problems };
}

/**
 * One record; undefined where it is not there, or where its text does not matter.
 *
 * @throws RecordError where its file is no record.
 */
export function readRecord(
  folder: string,
  id: string,
  mayMatter: (text: string) => boolean = () => true,
): FailureRecord | undefined {
  const text = recordText(folder, id);
  if (text === undefined || !mayMatter(text)) return undefined;
  const file = recordFile(folder, id);
  const record = parseRecord(text, file);
  if (record.id !== id) {
    throw new RecordError(
      file,
      undefined,
      `expected \`id: ${id}\`, as the file's name says, got ${record.id}.`,
    );
  }
  return record;
}

/** The path of a record's file, for messages too. */
export function recordFile(folder: string, id: string): string {
  return path.join(folder, `${id}.yaml`);
}

/** Ids of all files that are named as records, in order. */
export function recordIds(folder: string): readonly string[] {
  const names = entriesOf(folder).filter((name) => name.endsWith(".yaml"));
  const ids = names.map((name) => name.slice(0, -".yaml".length)).filter((id) => RECORD_ID.test(id));
  return ids.toSorted((one, other) => numberOf(one) - numberOf(other));
}

/** Writes a record under the next free id, and only then. To be called while the folder is held. */
export function addRecord(folder: string, withId: (id: string) => FailureRecord): FailureRecord {
  clearDrafts(folder);
  for (let number = Math.max(0, ...recordIds(folder).map(numberOf)) + 1; ; number += 1) {
    const record = withId(`FR-${String(number).padStart(4, "0")}`);
    const draft = writeDraft(folder, record.id, printRecord(record));
    try {
      // Refuses where the file is there, which a rename would replace.
      linkSync(draft, recordFile(folder, record.id));
      return record;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
  }
}

/**
 * Replaces a record's file by one that differs in what `next` differs in. To be called while the folder is held.
 *
 * @throws RecordError where the file is no record any more.
 */
export function changeRecord(folder: string, next: FailureRecord): void {
  clearDrafts(folder);
  const file = recordFile(folder, next.id);
  const text = changedText(recordText(folder, next.id) ?? "", next, file);
  renameSync(writeDraft(folder, next.id, text), file);
}

function recordText(folder: string, id: string): string | undefined {
  const file = recordFile(folder, id);
  try {
    const status = statSync(file);
    // To read a pipe would wait for its writer.
    if (!status.isFile() && !status.isDirectory())
      throw new RecordError(file, undefined, "expected a record, got what is no file.");
    if (status.size > LARGEST)
      throw new RecordError(file, undefined, `expected a record, got a file of ${status.size} bytes.`);
    return readFileSync(file, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return undefined;
    if (error instanceof RecordError || code === undefined) throw error;
    throw new RecordError(file, undefined, `expected a file that can be read, got ${code}.`);
  }
}

/** Whole on the disk before it gets the record's name, so that a killed writer leaves no half record. */
function writeDraft(folder: string, id: string, text: string): string {
  // A record that cannot be read again is a defect of this program, and would block every later one.
  parseRecord(text, recordFile(folder, id));
  const draft = path.join(folder, `${DRAFT}${id}-${process.pid}`);
  const handle = openSync(draft, "w");
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  } finally {
    closeSync(handle);
  }
  return draft;
}

/** Those of writers that were killed: who holds the folder is the only one who writes. */
function clearDrafts(folder: string): void {
  for (const name of entriesOf(folder)) {
    if (name.startsWith(DRAFT)) rmSync(path.join(folder, name), { force: true });
  }
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

const numberOf = (id: string): number => Number(id.slice("FR-".length));
