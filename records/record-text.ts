import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, stringify } from "yaml";
import type { z } from "zod";
import { lineAt } from "../domain/text-place";
import { type FailureRecord, RECORD_SCHEMA, RECORD_VERSION } from "./record";

/** A file that cannot be read as a record. It is left as it is. */
export class RecordError extends Error {
  override readonly name = "RecordError";

  constructor(
    readonly file: string,
    /** Counted from 1; undefined where the file as a whole is meant. */
    readonly line: number | undefined,
    readonly reason: string,
  ) {
    super(`${file}${line === undefined ? "" : `:${line}`}: ${reason}`);
  }
}

// Strings are never folded, so that one key is one line wherever its value is.
const FORM = { lineWidth: 0, indentSeq: true } as const;
const HEAD = "# A failure record. `portcullis fracas show` reads it, `portcullis fracas move` moves it on.\n";
const CONFLICT = /^(<{7}|={7}|>{7})( |$)/m;

/** @throws RecordError where `text` is no record, naming the line. */
export function parseRecord(text: string, file: string): FailureRecord {
  return parsed(text, file).record;
}

/** The text of a new record. */
export function printRecord(record: FailureRecord): string {
  return HEAD + stringify(record, FORM);
}

/**
 * `text` with what differs between its record and `next`: comments, unknown keys and their order stay, so that a
 * change in git shows what was changed.
 *
 * @throws RecordError where `text` is no record, or where `next` does not continue its history.
 */
export function changedText(text: string, next: FailureRecord, file: string): string {
  const { record, document } = parsed(text, file);
  const steps = record.history.length;
  if (!isDeepStrictEqual(next.history.slice(0, steps), record.history)) {
    throw new RecordError(file, undefined, "`history` is only ever added to; nothing was written.");
  }
  for (const [key, value] of Object.entries(next)) {
    if (key === "history" || isDeepStrictEqual(record[key], value)) continue;
    if (document.has(key)) document.set(key, document.createNode(value));
    else addKey(document, key, value);
  }
  for (const step of next.history.slice(steps)) document.addIn(["history"], step);
  return document.toString(FORM);
}

/** Where a new record has it: before the lists. */
function addKey(document: Document, key: string, value: unknown): void {
  if (!isMap(document.contents)) return;
  const { items } = document.contents;
  const lists = items.findIndex(({ value: list }) => isSeq(list));
  items.splice(lists === -1 ? items.length : lists, 0, document.createPair(key, value));
}

interface Parsed {
  readonly record: FailureRecord;
  readonly document: Document;
}

function parsed(text: string, file: string): Parsed {
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) {
    const line = lineAt(text, conflict.index);
    const advice =
      "Keep the steps of both sides under `history`, the sum under `count`, the later `lastSeen`.";
    throw new RecordError(file, line, `expected a record, got a merge conflict of git. ${advice}`);
  }
  const lines = new LineCounter();
  // Else the library warns of a key that is a list on the terminal, with the words of the file.
  const document = parseDocument(text, { lineCounter: lines, logLevel: "error" });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const [reason = ""] = problem.message.split(/ at line \d/);
    throw new RecordError(file, problem.linePos?.[0].line, `expected YAML: ${reason.replace(/:$/, "")}.`);
  }
  if (!isMap(document.contents)) {
    const got = text.trim() === "" ? "an empty file" : isSeq(document.contents) ? "a list" : "something else";
    throw new RecordError(file, 1, `expected the keys of a failure record, got ${got}.`);
  }
  const result = RECORD_SCHEMA.safeParse(plainValue(document, file));
  if (!result.success) throw misfit(result.error.issues, document, lines, file);
  return { record: result.data, document };
}

function plainValue(document: Document, file: string): unknown {
  try {
    // A record has no aliases, and those of another file may multiply without end.
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new RecordError(file, undefined, "expected a record, got a file with YAML aliases (`*name`).");
  }
}

/** All that does not fit, reported at the first one's line. */
function misfit(
  issues: readonly z.core.$ZodIssue[],
  document: Document,
  lines: LineCounter,
  file: string,
): RecordError {
  const told = issues.slice(0, 5).map(({ path, message }) => {
    const missing = path.length > 0 && !document.hasIn(path);
    return `\`${path.join(".")}\`: ${missing ? "missing" : message.replace(/^Invalid input: /, "")}`;
  });
  const [first] = issues;
  const version = document.get("version");
  const newer =
    typeof version === "number" && version > RECORD_VERSION
      ? ` It is of version ${version}, and this Portcullis knows version ${RECORD_VERSION}: update it.`
      : "";
  return new RecordError(file, first && lineOf(first.path, document, lines), `${told.join("; ")}.${newer}`);
}

/** The line of the value at `path`, or of the nearest one around it. */
function lineOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
