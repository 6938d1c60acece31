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
