import { flagValue } from "../../domain/start-command/flag-value";
import type { StartFiles } from "./start-files";

/** Servers that load a Python application, with how their command names it. */
const LOADS_MODULE = /^(?:uvicorn|gunicorn|hypercorn|daphne|granian|waitress-serve|sanic|uwsgi|robyn)$/;
const LOADS_FILE = /^(?:fastapi|streamlit|chainlit|panel|voila|fastmcp|gradio|shiny|marimo|solara)$/;
const LOADS_APPLICATION = /^(?:flask|litestar|quart)$/;

/** The module and the name in it that a server loads: `main:app`. */
export interface Application {
  readonly module: string;
  /** Undefined where the command names the module alone. */
  readonly attribute: string | undefined;
  /** The files that the module may be, from the audited folder; none where the repository has no such. */
  readonly files: readonly string[];
}

/**
 * What a Python server's command loads. Undefined where the server loads no Python, or its command does not name it.
 *
 * @param words the command, from the server's name on
 */
export function applicationOf(
  words: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): Application | undefined {
  const program = words[0]?.split("/").at(-1) ?? "";
  const given = words.slice(1);
  if (LOADS_FILE.test(program)) {
    const file = given.find((word) => /\.py(?::\w+)?$/.test(word))?.replace(/:\w+$/, "");
    if (file !== undefined)
      return named(file.replace(/\.py$/, "").replaceAll("/", "."), undefined, [file], bases, start);
    if (program !== "fastapi") return undefined;
    // fastapi-cli looks for these by itself (fastapi.tiangolo.com/fastapi-cli).
    return guessed(["main.py", "app.py", "api.py", "app/main.py", "app/app.py", "app/api.py"], bases, start);
  }
  if (program === "runserver" || given.includes("runserver")) return guessed(["manage.py"], bases, start);
  if (LOADS_APPLICATION.test(program)) {
    const app = flagValue(given, ["--app", "-A"]);
    return app === undefined
      ? guessed(["app.py", "wsgi.py", "asgi.py", "main.py", "app/__init__.py"], bases, start)
      : fromReference(app, bases, start);
  }
  if (!LOADS_MODULE.test(program)) return undefined;
  const folder = flagValue(given, ["--app-dir", "--chdir", "--working-dir", "--pythonpath"]);
  const within = folder === undefined ? bases : bases.map((base) => join(base, folder));
  const reference = given.findLast(
    (word, index) => /^[A-Za-z_][\w.]*(?::[\w.]+(?:\(.*\))?)?$/.test(word) && !isValue(given, index),
  );
  if (reference === undefined) return undefined;
  const application = fromReference(reference, within, start);
  // docs.gunicorn.org/en/stable/run.html: the variable's name is optional, and `application` then
  return program === "gunicorn"
    ? { ...application, attribute: application.attribute ?? "application" }
    : application;
}

/** The application of a Python worker: `celery -A app worker`, `dramatiq app.jobs`, `arq app.Settings`. */
export function workerApplication(
  words: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): Application | undefined {
  const [program = "", ...given] = words[1] === "-m" ? words.slice(2) : words;
  const name = program.split("/").at(-1) ?? "";
  if (name === "celery") {
    const app = flagValue(given, ["-A", "--app"]);
    if (app === undefined) return undefined;
    const whole = fromReference(app, bases, start);
    // Celery looks for `proj.celery` where `proj` is a package (docs.celeryq.dev, "next steps").
    const inPackage = fromReference(`${app.split(":")[0]}.celery`, bases, start);
    return inPackage.files.length > 0 ? inPackage : whole;
  }
  if (!/^(?:dramatiq|arq|taskiq|saq|huey_consumer\S*)$/.test(name)) return undefined;
  const reference = given.find((word) => /^[A-Za-z_]\w*(?:\.\w+)*(?::\w+)?$/.test(word) && word !== "worker");
  if (reference === undefined) return undefined;
  const itself = fromReference(reference, bases, start);
  // The last word may be a name in the module: `arq app.Settings`.
  return itself.files.length > 0 ? itself : fromReference(reference.replace(/\.\w+$/, ""), bases, start);
}

/** Whether a word is the value of the option before it: `-k uvicorn.workers.UvicornWorker`. */
function isValue(words: readonly string[], index: number): boolean {
  const before = words[index - 1] ?? "";
  if (/:/.test(words[index] ?? "")) return false;
  return before.startsWith("-") && !before.includes("=") && !FLAGS.test(before);
}

/** Options without a value that are common before the application. */
const FLAGS =
  /^--(?:reload|preload|proxy-headers|no-access-log|factory|access-log|no-server-header|use-colors|no-use-colors|access-logfile=.*|daemon|no-sendfile)$/;

function fromReference(reference: string, bases: readonly string[], start: StartFiles): Application {
  const [module = "", attribute] = reference.replace(/\.py(?=:|$)/, "").split(":");
  const dotted = module.replaceAll("/", ".");
  const plain = dotted.replaceAll(".", "/");
  return named(
    dotted,
    attribute?.replace(/\(.*$/, ""),
    [`${plain}.py`, `${plain}/__init__.py`],
    bases,
    start,
  );
}

function named(
  module: string,
  attribute: string | undefined,
  candidates: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): Application {
  const all = [...bases, ...bases.map((base) => join(base, "src"))];
  const file = candidates.map((candidate) => start.find(all, candidate)).find((found) => found !== undefined);
  return { module, attribute, files: file === undefined ? [] : [file] };
}

function guessed(
  candidates: readonly string[],
  bases: readonly string[],
  start: StartFiles,
): Application | undefined {
  for (const base of bases)
    for (const candidate of candidates) {
      const file = join(base, candidate);
      if (start.repository.has(file))
        return {
          module: candidate.replace(/\.py$/, "").replaceAll("/", "."),
          attribute: undefined,
          files: [file],
        };
    }
  return undefined;
}

function join(base: string, below: string): string {
  const parts = [...base.split("/"), ...below.split("/")].filter((part) => part !== "" && part !== ".");
  const kept: string[] = [];
  for (const part of parts)
    if (part === "..") kept.pop();
    else kept.push(part);
  return kept.join("/");
}
