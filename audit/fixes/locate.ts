import type { Edit, Place } from "../../domain";

/** Where an edit applies in a file's bytes, and the new text. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const ASCII = /^[\x20-\x7e]+$/;

/**
 * Finds the one text that an edit is about, or undefined where it is not there or may be either of two.
 *
 * @param bytes the file as Latin-1, so that a character is a byte and every byte is kept whatever the encoding
 * @param place line and column of the finding, from 1; the text is there or after, in the same command
 */
export function locate(bytes: string, edit: Edit, place: Place): Replacement | undefined {
  if (place.source !== "file" || place.line === undefined) return undefined;
  if (!ASCII.test(edit.replace) || !ASCII.test(edit.by)) return undefined;
  const span = commandFrom(bytes, place.line);
  if (span === undefined) return undefined;
  // A column counts characters: its byte is there or later.
  const start = span.from + (place.column ?? 1) - 1;
  const all = occurrences(bytes, edit.replace, start, span.to);
  const { after } = edit;
  const found =
    after === undefined ? all : all.filter((at) => after.some((word) => follows(bytes, at, word)));
  const column = place.column === undefined ? undefined : start;
  const at = found.length === 1 ? found[0] : nearer(bytes, found, column, place.key);
  return at === undefined ? undefined : { from: at, to: at + edit.replace.length, text: edit.by };
}

/** Of several, the one at the very place, else the one right after the name of its variable or field. */
function nearer(
  bytes: string,
  found: readonly number[],
  column: number | undefined,
  key: string | undefined,
): number | undefined {
  const quoted = column !== undefined && /["'`]/.test(bytes[column] ?? "");
  const exact = found.find((at) => at === (quoted ? column + 1 : column));
  if (exact !== undefined || key === undefined) return exact;
  const [only, ...others] = found.filter((at) => follows(bytes, at, key));
  return others.length === 0 ? only : undefined;
}

/** The bytes of a line, and of those below that a backslash at its end adds to it. */
function commandFrom(
  bytes: string,
  line: number,
): { readonly from: number; readonly to: number } | undefined {
  // Tools do not agree whether a carriage return alone ends a line.
  if (/\r(?!\n)/.test(bytes)) return undefined;
  let from = 0;
  for (let left = line - 1; left > 0; left -= 1) {
    const end = bytes.indexOf("\n", from);
    if (end < 0) return undefined;
    from = end + 1;
  }
  let to = from;
  for (;;) {
    const end = bytes.indexOf("\n", to);
    if (end < 0) return { from, to: bytes.length };
    if (!/\\\r?$/.test(bytes.slice(to, end))) return { from, to: end };
    to = end + 1;
  }
}

/** Where a text occurs as a whole: `8000` is neither in `18000` nor in `8000.5`. */
function occurrences(bytes: string, text: string, from: number, to: number): readonly number[] {
  const found: number[] = [];
  const [startsWord, endsWord] = [/^\w/.test(text), /\w$/.test(text)];
  for (
    let at = bytes.indexOf(text, from);
    at >= 0 && at + text.length <= to;
    at = bytes.indexOf(text, at + 1)
  ) {
    const [before = "", behind = ""] = [bytes[at - 1], bytes[at + text.length]];
    if ((startsWord && /[\w.]/.test(before)) || (endsWord && /[\w.]/.test(behind))) continue;
    found.push(at);
  }
  return found;
}

/** Whether only quotes, spaces and signs are between a word and what it introduces. */
function follows(bytes: string, at: number, word: string): boolean {
  const before = bytes.slice(Math.max(0, at - word.length - 20), at).replace(/[\s"',=:[]+$/, "");
  return before.endsWith(word);
}
