import { QUOTED_DOLLAR } from "./expansion";
import { ASSIGNMENT } from "./line-variables";
import type { VariableLookup } from "./listener";
import type { Server } from "./server";

/**
 * `env -S "NAME=value command"` takes one text for several words (GNU coreutils: env, -S). It reads quotes and
 * backslashes by itself, and fills in `${NAME}`.
 */
export function splitByEnv(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => /^(?:-[a-z]*S|--split-string)/.test(word));
  const first = words.findIndex(
    (word, index) => index > 0 && !word.startsWith("-") && !ASSIGNMENT.test(word),
  );
  if (at < 0 || (first >= 0 && first < at)) return words;
  const [, inside = ""] = /^(?:-[a-z]*S|--split-string=?)([\s\S]*)$/.exec(words[at] ?? "") ?? [];
  const text = inside === "" ? (words[at + 1] ?? "") : inside;
  // `-iS` is `-i -S`.
  const [, options = ""] = /^-([0iv]+)S/.exec(words[at] ?? "") ?? [];
  const kept = options === "" ? [] : [`-${options}`];
  return [...words.slice(0, at), ...kept, ...wordsOf(text), ...words.slice(at + (inside === "" ? 2 : 1))];
}

/** The words of the variables from which a server takes flags beside those of its command. */
export function wordsInVariables(
  { flagsVariables = [] }: Pick<Server, "flagsVariables">,
  look: VariableLookup,
): readonly string[] {
  return flagsVariables.flatMap((name) => wordsOf(look(name) ?? ""));
}

/** A word's pieces: between single quotes, between double quotes, behind a backslash, or plain. */
const PIECE = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([^\s'"\\]+)/g;
const WORD = /(?:'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|[^\s'"\\])+/g;

/** A text as words, with quotes and backslashes as POSIX shells have them, and nothing filled in but `${NAME}`. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(WORD) ?? []).map((word) =>
    word.replace(
      PIECE,
      (_, single?: string, double?: string, escaped?: string, plain?: string) =>
        single ??
        (double === undefined
          ? (escaped ?? filledIn(plain ?? ""))
          : filledIn(double.replaceAll(/\\(["\\$])/g, "$1"))),
    ),
  );
}

function filledIn(text: string): string {
  return text.replaceAll(`${QUOTED_DOLLAR}{`, "${");
}
