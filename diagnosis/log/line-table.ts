import { SIGNATURES } from "../signatures";
import { ERROR_WORDS } from "./error-words";
import { LOG_EVENTS } from "./log-event";
import { MultiPatternMatcher } from "./multi-pattern-matcher";
import { STEMS } from "./stems";
import { TEST_RUN_ROWS } from "./test-run-rows";

/** Every row by which a line of a log is looked at. */
export const LINE_ROWS: readonly { readonly id: string; readonly pattern: RegExp }[] = [
  ...SIGNATURES,
  ...LOG_EVENTS,
  ...ERROR_WORDS,
  ...TEST_RUN_ROWS,
];

/** Texts, in small letters: a line without any of them says nothing that a row knows. */
export const LOG_STEMS: readonly string[] = [
  ...new Set(LINE_ROWS.flatMap(({ id }) => STEMS[id] ?? [])),
].toSorted();

/** Finds a stem, in letters of either case. */
export const STEM_MATCHER = new MultiPatternMatcher(LOG_STEMS);

/** The stems that a message has. */
export function stemsIn(message: string): ReadonlySet<string> {
  return STEM_MATCHER.all(Buffer.from(message));
}

/** The row that takes a message: of all whose pattern matches it the first. */
export function rowOf<Row extends { readonly id: string; readonly pattern: RegExp }>(
  rows: readonly Row[],
  message: string,
  stems: ReadonlySet<string>,
): Row | undefined {
  return rows.find(({ id, pattern }) => STEMS[id]?.some((stem) => stems.has(stem)) && pattern.test(message));
}
