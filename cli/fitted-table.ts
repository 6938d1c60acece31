import { stripVTControlCharacters } from "node:util";
import Table, { type TableConstructorOptions } from "cli-table3";
import { widthOf } from "./terminal-output";

/** No column is made narrower than this, its padding included: below it nothing could be read. */
const NARROWEST = 10;
/** Of a column where nothing says how wide the output is, such as in a file. */
const WIDEST = 120;
const PADDING = 2;

/** For a table without a line between its rows. */
export const NO_LINES = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

/**
 * A table no wider than the terminal: the widest columns are made narrower, and what does not fit in a line goes on in
 * the next one. A list of its rows where the terminal is too narrow for that.
 *
 * @param columns how many letters a line has. @default those of COLUMNS, else the terminal's; where nothing says how many,
 *   only a very long line is broken
 */
export function fittedTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  options: TableConstructorOptions = {},
  columns = widthOf(process.stdout, process.env),
): string {
  const natural = head.map((_, at) => Math.max(...[head, ...rows].map((row) => cellWidth(row[at] ?? ""))));
  if (columns !== undefined && narrowest(natural) > columns) return listed(head, rows);
  const words = head.map((_, at) => Math.max(...[head, ...rows].map((row) => longestWord(row[at] ?? ""))));
  const widths = fitted(natural, words, columns);
  const broken = (row: readonly string[]): string[] =>
    row.map((cell, at) => brokenAt(cell, (widths[at] ?? WIDEST) - PADDING));
  const table = new Table({ head: broken(head), style: { head: [], border: [] }, ...options });
  for (const row of rows) table.push(broken(row));
  return table.toString();
}

/** How wide a table of these columns is at least. */
const narrowest = (natural: readonly number[]): number =>
  natural.reduce((sum, width) => sum + Math.min(width, NARROWEST), natural.length + 1);

/** Each row by its first cell, a mark with the one beside it; the others are below it, under their columns' names. */
function listed(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const inLine = (cell = ""): string => cell.replaceAll("\n", " ");
  const lines = rows.flatMap((row) => {
    const titles = stripVTControlCharacters(row[0] ?? "").length <= 1 ? 2 : 1;
    const below = row.slice(titles).map((cell, at) => [inLine(head[at + titles]), inLine(cell)] as const);
    return [
      row.slice(0, titles).map(inLine).join(" ").trim(),
      ...below.filter(([, cell]) => cell !== "").map(([name, cell]) => `  ${name}: ${cell}`),
    ];
  });
  return lines.join("\n");
}

/** A colour, or one letter. */
const PART = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m|.`, "gu");

/** Breaks lines between words, and a longer word by its letters; cli-table3 counts a colour's letters where it breaks. */
const brokenAt = (cell: string, width: number): string =>
  cell
    .split("\n")
    .map((line) => brokenLine(line, width))
    .join("\n");

function brokenLine(line: string, width: number): string {
  const parts: string[] = [];
  let seen = 0;
  /** Where the last space of this line is among the parts, and how many letters are up to it. */
  let space: { readonly at: number; readonly seen: number } | undefined;
  for (const part of line.match(PART) ?? []) {
    if (part.length > 1 && part.endsWith("m")) {
      parts.push(part);
      continue;
    }
    if (seen === width) {
      if (part === " " || space === undefined) {
        parts.push("\n");
        seen = 0;
      } else {
        parts[space.at] = "\n";
        seen -= space.seen;
      }
      space = undefined;
      if (part === " " && seen === 0) continue;
    }
    seen += 1;
    // One of an indentation is no end of a word.
    if (part === " " && parts.at(-1)?.trim() && seen > 1) space = { at: parts.length, seen };
    parts.push(part);
  }
  return parts.join("");
}

const cellWidth = (cell: string): number =>
  PADDING +
  Math.max(
    ...stripVTControlCharacters(cell)
      .split("\n")
      .map((line) => line.length),
  );

/** How wide a column is at least that breaks no word of this cell. */
const longestWord = (cell: string): number =>
  PADDING +
  Math.max(
    ...stripVTControlCharacters(cell)
      .split(/\s/)
      .map((word) => word.length),
  );

/** @param words how wide each column is at least that breaks no word: none is narrower, where the others can be */
function fitted(
  natural: readonly number[],
  words: readonly number[],
  columns: number | undefined,
): readonly number[] {
  const widths = natural.map((width) => Math.min(width, WIDEST));
  if (columns === undefined) return widths;
  const borders = widths.length + 1;
  let over = widths.reduce((sum, width) => sum + width, borders) - columns;
  while (over > 0) {
    const breakable = widths.map((width, at) => (width > Math.max(words[at] ?? 0, NARROWEST) ? width : 0));
    const candidates = breakable.some((width) => width > 0) ? breakable : widths;
    const widest = Math.max(...candidates);
    if (widest <= NARROWEST) break;
    widths[candidates.indexOf(widest)] = widest - 1;
    over -= 1;
  }
  return widths;
}
