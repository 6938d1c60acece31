/** A line that may be a symptom, as it is in the log. */
export interface Candidate {
  /** From 1. */
  readonly line: number;
  /** At most so many characters as a message has: a line of megabytes is data. */
  readonly text: string;
}

/** No more of a line than this is looked at. */
export const MAX_CHARACTERS = 4_000;

/** So many first lines are looked at whatever they say: a paste is short, and its words may be of no known row. */
export const WHOLE_LINES = 300;
