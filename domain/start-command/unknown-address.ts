import { QUOTED_DOLLAR, UNREADABLE } from "./expansion";
import { flagValue } from "./flag-value";
import { listenersOf } from "./listeners";
import { isLoopback } from "./loopback";
import { oncePerAnswers } from "./once-per-answers";
import { runOf } from "./run";
import { simpleCommands } from "./shell";

const HOST_FLAGS = [
  "--host",
  "--hostname",
  "--bind",
  "--address",
  "--addr",
  "--listen",
  "--ip",
  "--interface",
];
const SHORT_FLAGS = ["-H", "-b", "-addr", "-listen", "-host"];
const PORT_FLAGS = ["--port", "--http-port", "-p", "-port"];

/** What a command gives to a program without a row, where that may be the address that it binds. */
export interface UnknownAddress {
  readonly program: string;
  /** A loopback address, as it is written. */
  readonly loopback?: string;
  /** A port that is written out. */
  readonly port?: string;
}

/** The address that a command names which starts no known server; undefined where it names none. */
export const unknownAddress = oncePerAnswers((text, variable): UnknownAddress | undefined => {
  const commands = simpleCommands(text, variable);
  if (commands.some((command) => listenersOf(command, variable).length > 0)) return undefined;
  for (const { words } of commands.filter((command) => runOf(command.words) === "unknown")) {
    const bind = flagValue(words, [...HOST_FLAGS, ...SHORT_FLAGS]);
    const [, host = bind, joined] = /^(?:\w+:\/\/)?(\[.*\]|[^:]*):(\d+)$/.exec(bind ?? "") ?? [];
    const port = flagValue(words, PORT_FLAGS) ?? joined;
    const loopback = host !== undefined && isLoopback(host) ? { loopback: host } : {};
    const literal = /^\d+$/.test(port ?? "") ? { port: port ?? "" } : {};
    if ("loopback" in loopback || "port" in literal) {
      const program = (words[0] ?? "").replaceAll(UNREADABLE, "$(…)").replaceAll(QUOTED_DOLLAR, "$");
      return { program, ...loopback, ...literal };
    }
  }
  return undefined;
});
