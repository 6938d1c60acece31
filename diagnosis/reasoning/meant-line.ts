import { type ErrorLine, isHarmless } from "../log/error-words";
import { familyOf } from "./error-families";
import { kindOfLine } from "./exception-kinds";
import { failureSentence } from "./failure-sentence";
import { isPanic } from "./last-words";

/** The weight of a line that says by its form that it is the error: `ValueError: …`, `** (…)`, a cause under another. */
export const NAMED = 6;
/** The weight of a line that says something of a failure, where it is known that one was. */
const SPEAKING = 2;
/** Lines no further from each other speak of one failure. */
export const NEAR = 8;

export function nearTo({ line }: ErrorLine, lines: readonly ErrorLine[]): readonly ErrorLine[] {
  return lines.filter((one) => one.line !== line && Math.abs(one.line - line) <= NEAR);
}

/** Of a line whose words say only that something failed, one near it that says what, and first of those after it. */
export function meantBy(loud: ErrorLine, lines: readonly ErrorLine[]): ErrorLine {
  const says = ({ text }: ErrorLine): boolean =>
    familyOf(text) !== undefined || kindOfLine(text) !== undefined;
  const tells = ({ text }: ErrorLine): boolean => failureSentence(text) !== undefined;
  if (loud.weight > NAMED || says(loud) || tells(loud) || isPanic(loud.text)) return loud;
  const near = nearTo(loud, lines).filter(({ weight, text }) => weight >= SPEAKING && !isHarmless(text));
  const after = near.filter(({ line }) => line > loud.line);
  return after.findLast(says) ?? after.findLast(tells) ?? near.findLast(says) ?? near.findLast(tells) ?? loud;
}

/** The one line that names an error; where several far from each other do so, none of them is chosen. */
export function loudest(lines: readonly ErrorLine[]): ErrorLine | undefined {
  const named = lines.filter(({ text }) => NAMES_ERROR.test(text));
  const [first] = named;
  const last = named.at(-1);
  if (first !== undefined && last !== undefined) return last.line - first.line > NEAR ? undefined : first;
  return lines.findLast(({ text }) => LEVEL.test(text) || !/^\W*\w*\W*$/.test(text));
}

/** A logger's level of an error, however it is written. */
const LEVEL = /^\W{0,3}(?:ERROR|FATAL|CRITICAL|SEVERE)\b.{8,}/;

const NAMES_ERROR =
  /(?:^|[\s:([\\.])(?:[A-Z]\w*(?:Error|Exception)\b|(?:[Ee]rror|ERROR|[Ff]atal|FATAL|[Pp]anic)(?: \w+){0,3}: )/;
