/** A line that may be a symptom, as it is in the log. */
export interface Candidate {
  /** From 1. */
  readonly line: number;
  /** At most so many characters as a line is looked at: a line of megabytes is data. */
  readonly text: string;
}

/** No more of a message than this is looked at. */
export const MAX_CHARACTERS = 4_000;
/** A message out of JSON may have several lines: no more of them than these are looked at. */
export const MAX_LINES = 40;
/** Of a longer line the beginning and the end: a sentence often ends with its cause. */
const BEGINNING = 3_097;
const END = 900;
/** No more of a line than this is looked at, whatever it holds. */
export const MAX_LINE = 60_000;
/** A logger's object of JSON has its message anywhere in it. */
const OBJECT = /^[^{]{0,200}\{\s*"/;

/** So many first lines are looked at whatever they say: a paste is short, and its words may be of no known row. */
export const WHOLE_LINES = 300;

/** What is looked at of a line: an object of JSON whole, of another one beginning and end. */
export function lookedAt(line: string): string {
  if (line.length <= MAX_CHARACTERS) return line;
  const text = line.slice(0, MAX_LINE);
  if (OBJECT.test(text.slice(0, BEGINNING))) return text;
  return `${text.slice(0, BEGINNING)} … ${text.slice(-END)}`;
}
