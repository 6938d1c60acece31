import type { VariableLookup } from "./listener";
import type { Server } from "./server";
import type { Unusable } from "./unusable-word";

/** Options with a value, beside those of host and port, of servers that are given what they serve by its name. */
const VALUED: Readonly<Record<string, readonly string[]>> = {
  uvicorn: [
    "--workers",
    "--log-level",
    "--loop",
    "--http",
    "--app-dir",
    "--root-path",
    "--env-file",
    "--log-config",
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
    "-n",
    "--name",
  ],
  hypercorn: ["-w", "--workers", "-k", "--worker-class", "--log-level"],
  daphne: ["-v", "--verbosity", "--access-log", "--http-timeout"],
  "waitress-serve": ["--threads", "--url-scheme", "--url-prefix", "--connection-limit"],
  streamlit: ["--server.headless", "--theme.base", "--server.fileWatcherType"],
};

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
  const valued = VALUED[program];
  if (valued === undefined || OTHERWISE[program]?.(words, look) === true) return undefined;
  const { hostFlags = [], portFlags = [], bindFlags = [], socketFlags = [], servingWords = [] } = server;
  const taking = [...valued, ...hostFlags, ...portFlags, ...bindFlags, ...socketFlags];
  const named = words.some(
    (word, index) =>
      /^--(?:app|call)=./.test(word) ||
      (!word.startsWith("-") && !taking.includes(words[index - 1] ?? "") && !servingWords.includes(word)),
  );
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
