/** In single quotes, an apostrophe as a shell has it: `'it'\''s'`. */
const APOSTROPHE = "'\\''";
const SINGLE = "'[^'\\n]{0,4000}'(?:\\\\''[^'\\n]{0,4000}')*";
const DOUBLE = '"(?:[^"\\\\\\n]|\\\\.){0,4000}"';

/** The text that a shell is given to run: of `sh -c`, `su … -c` and `eval`. */
const GIVEN = new RegExp(
  `((?<![\\w.-])(?:(?:ba|da|a|z|k)?sh(?:[ \\t]+(?:[-+]\\w+|pipefail)){0,4}?[ \\t]+-\\w*c|su[ \\t][^'"\\n;|&]{0,100}?-c|eval)[ \\t]+)(${SINGLE}|${DOUBLE})(?=[\\s;|&)]|$)`,
  "g",
);

/** A word in single quotes that has an apostrophe. */
const WITH_APOSTROPHE = /'[^'\n]{0,4000}'(?:\\''[^'\n]{0,4000}')+/g;

/** No text has it: it keeps the place of an apostrophe, so that what reads a command sees one word. */
const KEPT = "\u{F8F4}";

/** The text with each word in single quotes as one, and what puts its apostrophes back. */
export const withoutApostrophes = (text: string): string =>
  text.replaceAll(WITH_APOSTROPHE, (word) => word.replaceAll(APOSTROPHE, KEPT));
export const withApostrophes = (text: string): string => text.replaceAll(KEPT, APOSTROPHE);

/**
 * The command with another text wherever a shell is given one to run. What it is given is read without its quotes, and
 * written in such again.
 *
 * @param changed the other text: of one in double quotes, the outer shell has filled in the variables
 * @param filledInside names of variables that the inner shell fills in
 */
export function withShellTexts(
  command: string,
  changed: (text: string) => string | undefined,
  filledInside: () => readonly string[] = () => [],
): string | undefined {
  let isPossible = true;
  const written = command.replaceAll(GIVEN, (whole, before: string, word: string) => {
    const isSingle = word.startsWith("'");
    const inside = word.slice(1, -1);
    const text = isSingle ? inside.replaceAll(APOSTROPHE, "'") : inside.replaceAll('\\"', '"');
    const other = changed(text);
    if (other === undefined) isPossible = false;
    if (other === undefined || other === text) return whole;
    if (isSingle) return `${before}'${other.replaceAll("'", APOSTROPHE)}'`;
    const names = filledInside();
    const own =
      names.length === 0 ? undefined : new RegExp(`(?<!\\\\)\\$(?=\\{?(?:${names.join("|")})\\b)`, "g");
    const escaped = other.replaceAll('"', '\\"');
    return `${before}"${own === undefined ? escaped : escaped.replaceAll(own, "\\$")}"`;
  });
  return isPossible ? written : undefined;
}
