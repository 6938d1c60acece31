import { oncePerAnswers } from "./once-per-answers";
import { asksOnly } from "./run";
import type { Server } from "./server";
import { findServer } from "./server-at";
import { simpleCommands } from "./shell";

/**
 * A word that its writer meant as none, or as another: a blank that a backslash keeps, a dash or a quote of a word
 * processor, or a port with a blank in place of the colon before it.
 */
export interface StrayArgument {
  readonly program: string;
  readonly is: "blank" | "dash" | "port" | "quote";
  readonly word: string;
  /** Whether the program is known to end at an argument more. */
  readonly refused: boolean;
}

/** Of typography: a non-breaking hyphen, en dash, em dash, horizontal bar and minus sign. */
const DASH = /^(?=.{0,2}[\u2010-\u2015\u2212])[-\u2010-\u2015\u2212]{1,3}[A-Za-z]/;
/** Quotes of typography, around a word without a blank: a shell leaves them. */
const QUOTE = /^(?:[^\s=]+=)?[\u2018-\u201f\u00ab]\S*[\u2018-\u201f\u00bb]$/;
const KEPT_BLANK = /(?:^|\s)\\[ \t]+(?:\S|\n|$)/;

/** `--bind 0.0.0.0 $PORT`: the address that an option names, and a port behind it that no option takes. */
function isBehindAddress(words: readonly string[], index: number, server: Server | undefined): boolean {
  if (server?.refusedFlags === undefined || server.positionalPort === true) return false;
  if (!/^(?:\d{2,5}|\$\{?[A-Z_]*PORT(?::?-\d+)?\}?)$/.test(words[index] ?? "")) return false;
  const flags = [...(server.bindFlags ?? []), ...(server.hostFlags ?? [])];
  const [flag = "", host = ""] = words.slice(index - 2, index);
  const [name = "", value = ""] = host.split("=");
  const named = flags.includes(flag) ? host : flags.includes(name) ? value : "";
  return /^(?:[\d.]+|localhost|\[[\d:]*\]):?$/.test(named);
}

/**
 * The first such word of a command. Click's and argparse's programs with one plain argument end at another one;
 * gunicorn takes some more in one row, and none behind an option.
 */
export const strayArgument = oncePerAnswers((text, variable): StrayArgument | undefined => {
  const mayBeBlank = KEPT_BLANK.test(text);
  for (const { words } of simpleCommands(text, variable)) {
    if (asksOnly(words) || /^(?:echo|printf)$/.test(words[0] ?? "")) continue;
    const { at, server } = findServer(words);
    const found = words.flatMap((word, index) =>
      (mayBeBlank && /^[ \t]+$/.test(word)) ||
      DASH.test(word) ||
      QUOTE.test(word) ||
      isBehindAddress(words, index, server)
        ? [index]
        : [],
    );
    const [first] = found;
    if (first === undefined) continue;
    const program = server?.names[0] ?? words[0] ?? "";
    const behindOption = found.some((index) =>
      words.slice(at + 1, index).some((word) => /^-{1,2}[A-Za-z]/.test(word)),
    );
    const strict = server?.refusedFlags !== undefined && first > at;
    const word = words[first] ?? "";
    return {
      program,
      is: kindOf(word),
      word: word.trim(),
      refused: strict && (QUOTE.test(word) || program !== "gunicorn" || behindOption),
    };
  }
  return undefined;
});

function kindOf(word: string): StrayArgument["is"] {
  if (DASH.test(word)) return "dash";
  if (QUOTE.test(word)) return "quote";
  return word.trim() === "" ? "blank" : "port";
}
