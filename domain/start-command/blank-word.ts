import type { Unusable } from "./unusable-word";

/** A backslash before a blank, where a word begins: the end of a line that was joined with the next one. */
const JOINED = /(?:^|\s)\\[ \t]+(?=\S)/;

/** `gunicorn app:app \\ --bind …`: the blank becomes a part of the word behind it, which no program takes for an option. */
export function blankWord(text: string): Unusable | undefined {
  const plain = text.replaceAll(/'[^']*'|"(?:[^"\\]|\\.)*"/gs, "''");
  if (!JOINED.test(plain)) return undefined;
  return {
    certain: true,
    what: "start command",
    expected: "words with blanks alone between them",
    got: "a backslash before a blank, which makes the blank a part of the next word",
    fix: "Remove the backslash; it continues a line only where it is the last character of it.",
  };
}
