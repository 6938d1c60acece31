import { plainWords } from "./flag-value";
import type { VariableLookup } from "./listener";
import type { Server } from "./server";
import type { Unusable } from "./unusable-word";

/** Servers that are given what they serve by its name. */
const NAMING: readonly string[] = [
  "uvicorn",
  "gunicorn",
  "hypercorn",
  "daphne",
  "waitress-serve",
  "streamlit",
];

/** How a server is given it otherwise: gunicorn's settings file may name it, and is beside the code. */
const OTHERWISE: Readonly<Record<string, (words: readonly string[], look: VariableLookup) => boolean>> = {
  uvicorn: (_, look) => look("UVICORN_APP") !== undefined,
  gunicorn: (words, look) =>
    words.some((word) => /^(?:-c|--config|--paste)/.test(word)) || look("GUNICORN_CMD_ARGS") !== undefined,
};

/** Where a server's words name nothing that it could serve: it ends with its usage. */
export function noApplication(
  server: Server,
  words: readonly string[],
  look: VariableLookup,
): Unusable | undefined {
  const program = server.names[0] ?? "";
  if (!NAMING.includes(program) || OTHERWISE[program]?.(words, look) === true) return undefined;
  const { hostFlags = [], portFlags = [], bindFlags = [], socketFlags = [], valuedFlags = [] } = server;
  const taking = [...valuedFlags, ...hostFlags, ...portFlags, ...bindFlags, ...socketFlags];
  const named =
    words.some((word) => /^--(?:app|call)=./.test(word)) ||
    plainWords(words, taking).some((word) => server.servingWords?.includes(word) !== true);
  if (named) return undefined;
  return {
    // A `gunicorn.conf.py` beside the code is read without being named.
    certain: program !== "gunicorn",
    what: `the application that ${program} serves`,
    expected: "its name among the words",
    got: "none",
    fix: program === "streamlit" ? "Name the file to run." : "Name it, such as `main:app`.",
  };
}
