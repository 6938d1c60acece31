import type { StartCommandFact } from "../../domain/fact";
import type { Violation } from "../../domain/rule";

/** The last command of a list is sent into the background (gnu.org/software/bash/manual: Lists). */
const BACKGROUND = /(?<![&|>])&\s*$/;

/** `python -m jobs.export &`: the cron job's run ends with the shell, while its work has begun. */
export function leftBehind({ place }: StartCommandFact, command: string): readonly Violation[] {
  if (!BACKGROUND.test(command) || /\bwait\b/.test(command)) return [];
  return [
    {
      place,
      what: "start command",
      expected: "a command that ends with what it starts",
      got: "one that sends it into the background, and ends before it",
      fix: "Remove the `&` at its end.",
    },
  ];
}
