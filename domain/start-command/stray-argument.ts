import type { VariableLookup } from "./listener";
import { asksOnly } from "./run";
import { findServer } from "./server-at";
import { simpleCommands } from "./shell";

/** A word that its writer meant as none: a blank that a backslash keeps, or a dash of a word processor. */
export interface StrayArgument {
  readonly program: string;
  readonly is: "blank" | "dash";
  readonly word: string;
  /** Whether the program is known to end at an argument more. */
  readonly refused: boolean;
}

/** Of typography: a non-breaking hyphen, en dash, em dash, horizontal bar and minus sign. */
const DASH = /^[\u2010-\u2015\u2212]{1,2}[A-Za-z]/;
const KEPT_BLANK = /(?:^|\s)\\[ \t]+(?:\S|\n|$)/;

/**
 * The first such word of a command. Click's and argparse's programs with one plain argument end at another one;
 * gunicorn takes some more in one row, and none behind an option.
 */
export function strayArgument(text: string, variable: VariableLookup): StrayArgument | undefined {
  const mayBeBlank = KEPT_BLANK.test(text);
  for (const { words } of simpleCommands(text, variable)) {
    if (asksOnly(words) || /^(?:echo|printf)$/.test(words[0] ?? "")) continue;
    const found = words.flatMap((word, index) =>
      (mayBeBlank && /^[ \t]+$/.test(word)) || DASH.test(word) ? [index] : [],
    );
    const [first] = found;
    if (first === undefined) continue;
    const { at, server } = findServer(words);
    const program = server?.names[0] ?? words[0] ?? "";
    const behindOption = found.some((index) =>
      words.slice(at + 1, index).some((word) => /^-{1,2}[A-Za-z]/.test(word)),
    );
    const strict = server?.refusedFlags !== undefined && first > at;
    const word = words[first] ?? "";
    return {
      program,
      is: DASH.test(word) ? "dash" : "blank",
      word: word.trim(),
      refused: strict && (program !== "gunicorn" || behindOption),
    };
  }
  return undefined;
}
