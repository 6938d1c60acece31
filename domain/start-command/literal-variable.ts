import path from "node:path";
import { QUOTED_DOLLAR } from "./expansion";
import { flagValues } from "./flag-value";
import { simpleCommands } from "./shell";
import { unwrapped } from "./wrappers";

/**
 * Options that take a number or an address, of programs that end at any other text: Click's and argparse's types, and
 * the programs' own checks (gunicorn: util.py, parse_address; waitress: adjustments.py; puma: cli.rb; php:
 * cli_server.c; next: bin/next; read 2026-11-30). Hypercorn listens on 8000 then, and Java's frameworks read
 * `${PORT}` by themselves.
 */
const ENDING: Readonly<Record<string, readonly string[]>> = {
  uvicorn: ["--port", "--workers"],
  gunicorn: ["-b", "--bind", "-w", "--workers", "-t", "--timeout", "--threads"],
  daphne: ["-p", "--port"],
  granian: ["--port", "--workers"],
  "waitress-serve": ["--port", "--listen", "--threads"],
  flask: ["-p", "--port"],
  fastapi: ["--port", "--workers"],
  streamlit: ["--server.port"],
  next: ["-p", "--port"],
  puma: ["-p", "--port", "-b", "--bind"],
  php: ["-S"],
};

/** Tools that read variables in the words of the command behind them, or start it by a shell. */
const READING = /(?:^|\/)(?:cross-env\S*|env|env-cmd|dotenv\S*|dockerize|npx|pnpm|yarn|bunx?|npm|\S+\.sh)$/;

/** A variable's letters in the place of a value, and the program that ends at them. */
export interface LiteralVariable {
  readonly program: string;
  /** As the program gets it: `$PORT`. */
  readonly written: string;
}

/** A variable that no shell replaces: in single quotes, or in an image's list of words. */
export function literalVariable(text: string): LiteralVariable | undefined {
  if (!/['\\]/.test(text)) return undefined;
  for (const { words } of simpleCommands(text, () => undefined)) {
    const [before, rest] = unwrapped(words);
    if (before.some((word) => READING.test(word))) continue;
    const [first = "", flag, module = ""] = rest;
    const isModule = /^(?:\S*\/)?python[\d.]*$/.test(first) && flag === "-m";
    const program = path.posix.basename(isModule ? module : first);
    const flags = Object.hasOwn(ENDING, program) ? ENDING[program] : undefined;
    if (flags === undefined) continue;
    const written = flagValues(rest, flags)
      .flatMap((value) => LITERAL.exec(value)?.[0] ?? [])
      .at(0);
    if (written !== undefined) return { program, written: written.replaceAll(QUOTED_DOLLAR, "$") };
  }
  return undefined;
}

const LITERAL = new RegExp(`${QUOTED_DOLLAR}(?:[A-Za-z_]\\w*|\\{[A-Za-z_]\\w*(?::?-[\\w.]*)?\\})`);
