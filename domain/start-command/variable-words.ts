import { referenceOf } from "./expansion";
import type { VariableLookup } from "./listener";

/** Names of variables that hold options or a command, also behind an option. */
const HOLDS_WORDS = /(?:OPTS|OPTIONS|ARGS|FLAGS|PARAMS|CMD|COMMAND)$/;
/** Tools that read the text after them as a shell's. */
const READS_TEXT = /^(?:eval|-[a-z]*c)$/;

/**
 * The words of a command where a variable that is known holds several of them: a shell splits `$JAVA_OPTS` at blanks,
 * and `$START_COMMAND` is a whole command (POSIX: 2.6.5 Field Splitting). A variable that holds one word keeps its
 * written form, by which it is read.
 */
export function filledWords(words: readonly string[], variable: VariableLookup): readonly string[] {
  return words.flatMap((word, index) => {
    const reference = referenceOf(word);
    if (reference === undefined) return [word];
    const before = words[index - 1] ?? "";
    if (before.startsWith("-") && !HOLDS_WORDS.test(reference.variable)) return [word];
    const value = (variable(reference.variable) || reference.fallback)?.trim();
    if (value === undefined || !(/\s/.test(value) || value.startsWith("-") || index === 0)) return [word];
    if (READS_TEXT.test(before)) return [value];
    return value.split(/\s+/);
  });
}
