import type { VariableLookup } from "./listener";
import { findServer } from "./server-at";
import { simpleCommands } from "./shell";

/**
 * Options that need a value, beside those of host and port, by their servers: of Python alone, whose parsers (click and
 * argparse) end at an option without one (uvicorn.org/settings, docs.gunicorn.org/en/stable/settings, hypercorn's, daphne's
 * and granian's `--help`).
 */
const VALUED: Readonly<Record<string, readonly string[]>> = {
  uvicorn: [
    "--workers",
    "--log-level",
    "--loop",
    "--root-path",
    "--app-dir",
    "--timeout-keep-alive",
    "--reload-dir",
    "--env-file",
    "--log-config",
    "--http",
    "--ws",
  ],
  gunicorn: [
    "-w",
    "--workers",
    "-k",
    "--worker-class",
    "--threads",
    "-t",
    "--timeout",
    "--log-level",
    "-c",
    "--config",
  ],
  hypercorn: ["-w", "--workers", "-k", "--worker-class", "--log-level", "-c", "--config"],
  daphne: ["-v", "--verbosity", "--access-log", "--http-timeout"],
  granian: ["--workers", "--interface", "--log-level"],
};

/** A server's option that is the last word of its command, and needs a value. */
export interface MissingValue {
  readonly program: string;
  readonly option: string;
}

/** The option whose value was left out; undefined where there is none. */
export function missingValue(text: string, variable: VariableLookup): MissingValue | undefined {
  for (const { words } of simpleCommands(text, variable)) {
    const { server } = findServer(words);
    const program = server?.names[0] ?? "";
    const own = VALUED[program];
    if (server === undefined || own === undefined) continue;
    const option = words.at(-1) ?? "";
    const { hostFlags = [], portFlags = [], bindFlags = [] } = server;
    if ([...own, ...hostFlags, ...portFlags, ...bindFlags].includes(option)) return { program, option };
  }
  return undefined;
}
