import type { StartCommandFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";

/** A shell ends at the line's end, in search of the other one. */
export function ofOpenQuote({ place }: StartCommandFact, quote: string): Violation {
  return {
    place,
    what: "start command",
    expected: "quotes in pairs",
    got: `one \`${quote}\` that is not closed`,
    fix: `Close it with another \`${quote}\`, or remove it.`,
  };
}

export function ofQuotes({ place }: StartCommandFact): Violation {
  return {
    place,
    what: "start command",
    expected: "a command",
    got: "one in quotes, of which a shell makes the name of one program, and finds none",
    fix: "Remove the quotes around it.",
  };
}

/** `startCommand:: command not found`: the shell ends with 127. */
export function ofLabel({ place }: StartCommandFact, label: string): Violation {
  return {
    place,
    what: "start command",
    expected: "a command alone",
    got: `\`${label}\` before it, for which a shell finds no program`,
    fix: `Remove \`${label}\`.`,
  };
}
