import { oncePerAnswers } from "./once-per-answers";
import { findServer } from "./server-at";
import { simpleCommands } from "./shell";

/** Servers of Python, whose parsers (click and argparse) end at an option without its value. */
const ENDING: readonly string[] = ["uvicorn", "gunicorn", "hypercorn", "daphne", "granian"];

/** A server's option that is the last word of its command, and needs a value. */
export interface MissingValue {
  readonly program: string;
  readonly option: string;
}

/** The option whose value was left out; undefined where there is none. */
export const missingValue = oncePerAnswers((text, variable): MissingValue | undefined => {
  for (const { words } of simpleCommands(text, variable)) {
    const { server } = findServer(words);
    const program = server?.names[0] ?? "";
    if (server === undefined || !ENDING.includes(program)) continue;
    const option = words.at(-1) ?? "";
    const { hostFlags = [], portFlags = [], bindFlags = [], valuedFlags = [], elsewhereFlags = [] } = server;
    const taking = [...valuedFlags, ...elsewhereFlags, ...hostFlags, ...portFlags, ...bindFlags];
    if (taking.includes(option)) return { program, option };
  }
  return undefined;
});
