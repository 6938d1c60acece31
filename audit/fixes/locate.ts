import type { Place } from "../../domain";
import { type Edit, follows, occurrencesOf } from "../../domain/edit";

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
  const found = occurrencesOf(bytes, edit, start, span.to);
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
