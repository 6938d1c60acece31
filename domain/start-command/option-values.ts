import { wordsInVariables } from "./env-text";
import { referenceOf, UNREADABLE } from "./expansion";
import { flagValues } from "./flag-value";
import type { VariableLookup } from "./listener";
import type { Server } from "./server";
import type { Unusable } from "./unusable-word";

/** Values that a program's option takes; it ends at another one. */
interface Row {
  readonly flags: readonly string[];
  readonly takes: RegExp;
  readonly expected: string;
  /** A variable from which the program takes it where no option says it. */
  readonly variable?: string;
}

const NUMBER = { takes: /^-?\d+$/, expected: "a whole number" } as const;
const numbers = (flags: readonly string[], variable?: string): Row => ({
  ...NUMBER,
  flags,
  ...(variable !== undefined && { variable }),
});
const oneOf = (flags: readonly string[], names: string, variable?: string, anyCase = false): Row => ({
  flags,
  // A name with a colon or a dot in it is a class of the project's own.
  takes: new RegExp(`^(?:${names})$|[:.#]`, anyCase ? "i" : ""),
  expected: `one of ${names.replaceAll("|", ", ")}`,
  ...(variable !== undefined && { variable }),
});

/**
 * Values of options, by their programs, whose parsers end at any other (uvicorn.dev/settings; gunicorn: config.py;
 * docs.celeryq.dev, reference/cli; sidekiq: lib/sidekiq/cli.rb; read 2026-11-30).
 */
const OPTION_VALUES: Readonly<Record<string, readonly Row[]>> = {
  uvicorn: [
    numbers(["--workers"], "UVICORN_WORKERS"),
    { ...NUMBER, flags: [], variable: "WEB_CONCURRENCY" },
    numbers(["--timeout-keep-alive", "--limit-concurrency", "--limit-max-requests", "--backlog"]),
    numbers(["--timeout-graceful-shutdown", "--ws-max-size", "--ws-max-queue"]),
    oneOf(["--log-level"], "critical|error|warning|info|debug|trace", "UVICORN_LOG_LEVEL"),
    oneOf(["--loop"], "auto|asyncio|uvloop|none", "UVICORN_LOOP"),
    oneOf(["--http"], "auto|h11|httptools", "UVICORN_HTTP"),
    oneOf(["--ws"], "auto|none|websockets|websockets-sansio|wsproto"),
    oneOf(["--lifespan"], "auto|on|off"),
    oneOf(["--interface"], "auto|asgi3|asgi2|wsgi"),
  ],
  gunicorn: [
    numbers(["-w", "--workers"], "WEB_CONCURRENCY"),
    { flags: ["-w", "--workers"], takes: /^(?!0+$)/, expected: "one or more" },
    numbers(["-t", "--timeout"]),
    numbers(["--threads", "--graceful-timeout", "--keep-alive", "--max-requests", "--max-requests-jitter"]),
    numbers(["--backlog", "--worker-connections"]),
    oneOf(["--reload-engine"], "auto|poll|inotify"),
    oneOf(
      ["-k", "--worker-class"],
      "sync|gthread|eventlet|gevent|gevent_wsgi|gevent_pywsgi|tornado|asgi|egg:.*",
    ),
    {
      flags: ["-k", "--worker-class"],
      takes: /^(?!uvicorn(?:_worker)?\.)|^uvicorn(?:\.workers|_worker)\.Uvicorn(?:H11)?Worker$/,
      expected: "UvicornWorker or UvicornH11Worker of uvicorn.workers or uvicorn_worker",
    },
  ],
  celery: [
    numbers(["-c", "--concurrency"]),
    {
      flags: ["-l", "--loglevel"],
      takes: /^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL|FATAL|\d+)$/i,
      expected: "one of DEBUG, INFO, WARNING, ERROR, CRITICAL, FATAL",
    },
    oneOf(
      ["-P", "--pool"],
      "prefork|eventlet|gevent|solo|processes|threads|custom|blocking",
      undefined,
      true,
    ),
    {
      flags: ["-A", "--app"],
      takes: /^(?!.*(?:\.py$|\/))/,
      expected: "the name of a module, as Python imports it",
    },
  ],
  hypercorn: [numbers(["-w", "--workers"])],
  // puma/puma: lib/puma/configuration.rb
  puma: [
    { flags: [], takes: /^(?:\d+|auto)$/, expected: "a whole number, or auto", variable: "WEB_CONCURRENCY" },
  ],
  sidekiq: [numbers(["-c", "--concurrency"]), numbers(["-t", "--timeout"])],
};

/** The first value that a program does not take, in its words or in a variable. */
export function wrongValue(
  program: string,
  server: Server | undefined,
  words: readonly string[],
  look: VariableLookup,
): Unusable | undefined {
  const rows = OPTION_VALUES[program];
  if (rows === undefined) return undefined;
  const more = wordsInVariables(server ?? {}, look);
  for (const { flags, takes, expected, variable } of rows) {
    const written = flagValues([...more, ...words], flags).at(-1);
    const reference = written === undefined ? undefined : referenceOf(written);
    const given = reference === undefined ? written : (look(reference.variable) ?? reference.fallback);
    // The line itself may set what it names.
    if (reference !== undefined && words.length > 0 && look(reference.variable) === undefined) continue;
    const value = given ?? (variable === undefined ? undefined : look(variable)?.trim());
    // An option without a value, and what only the shell knows, are judged elsewhere.
    if (
      value === undefined ||
      value === "" ||
      /^-\D|[$\uE000-\uE00F]/.test(value) ||
      value.includes(UNREADABLE)
    )
      continue;
    if (takes.test(value)) continue;
    const option =
      given === undefined ? variable : words.find((word) => flags.some((flag) => word.startsWith(flag)));
    return {
      certain: true,
      what: `options of ${program}`,
      expected: `${expected} for \`${(option ?? flags[0] ?? "").split("=")[0]}\``,
      got: /^0+$/.test(value) ? "none, with which it answers nothing" : "another value, at which it ends",
      fix: "Write such a value.",
      ...(given === undefined && variable !== undefined && { variable }),
    };
  }
  return undefined;
}
