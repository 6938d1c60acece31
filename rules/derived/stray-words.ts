import type { StartCommandFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";
import type { StrayArgument } from "../../domain/start-command/stray-argument";

/** A word that its writer meant as none: the program ends with its usage. */
export function ofStray({ place }: StartCommandFact, { program, is, word }: StrayArgument): Violation {
  return {
    place,
    what: `arguments of ${program}`,
    ...OF_KIND[is](`\`${word}\``),
  };
}

const OF_KIND: Readonly<
  Record<StrayArgument["is"], (word: string) => Pick<Violation, "expected" | "got" | "fix">>
> = {
  port: (word) => ({
    expected: "an address and its port in one word",
    got: `${word} behind a blank, an argument`,
    fix: "Write the address as `0.0.0.0:$PORT`, or the port by its own option.",
  }),
  dash: (word) => ({
    expected: "options that begin with `-`",
    got: `${word}, with a dash of typography`,
    fix: "Write `--` in place of the dash.",
  }),
  quote: (word) => ({
    expected: "quotes of a shell",
    got: `${word}, with quotes of typography, which stay in the word`,
    fix: `Write "…" in their place.`,
  }),
  blank: () => ({
    expected: "a backslash at the end of a line alone",
    got: "a backslash before a blank, an argument",
    fix: "Remove the backslash, or the blanks behind it.",
  }),
};

/** Why it is not known whether a program ends at such a word. */
export function whyStray({ program, is, word }: StrayArgument): string {
  if (is === "quote")
    return `\`${word}\` has quotes of typography, which stay in the word, and what ${program} does with it is not known`;
  return is === "dash"
    ? `\`${word}\` begins with a dash of typography, and what ${program} does with it is not known`
    : `a backslash before a blank is an argument of one blank, and what ${program} does with it is not known`;
}
