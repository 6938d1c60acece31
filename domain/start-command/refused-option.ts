import { givenOptions } from "./given-options";
import { oncePerAnswers } from "./once-per-answers";
import { asksOnly } from "./run";
import { findServer } from "./server-at";
import { simpleCommands } from "./shell";

/** An option that a command's server does not have. */
export interface RefusedOption {
  readonly program: string;
  readonly option: string;
  /** What the server has in its place. */
  readonly has: readonly string[];
}

/** The first option of another server that a command gives to one which ends at it; undefined where there is none. */
export const refusedOption = oncePerAnswers((text, variable): RefusedOption | undefined => {
  for (const { words } of simpleCommands(text, variable)) {
    const { at, server } = findServer(words);
    if (server?.refusedFlags === undefined || asksOnly(words)) continue;
    const { refusedFlags } = server;
    const option = givenOptions(words.slice(at + 1)).find((name) => isRefused(name, refusedFlags));
    const has = [...(server.bindFlags ?? []), ...(server.hostFlags ?? []), ...(server.portFlags ?? [])];
    if (option !== undefined) return { program: server.names[0] ?? "", option, has };
  }
  return undefined;
});

/** Letters behind one dash are options of one letter each: `-port` begins with `-p`. */
function isRefused(name: string, refused: readonly string[]): boolean {
  return refused.includes(name) || (/^-[A-Za-z]{2,}$/.test(name) && refused.includes(name.slice(0, 2)));
}
