import type { ApplicationForm } from "../code-fact";
import { flagValue } from "./flag-value";
import type { VariableLookup } from "./listener";
import type { Server } from "./server";
import type { Unusable } from "./unusable-word";

/**
 * The modules that Django's startproject makes, `project/asgi.py` and `project/wsgi.py`, each with `application` of the
 * interface that its name says (docs.djangoproject.com/en/stable/howto/deployment, 2026-11). Gunicorn and uWSGI take the
 * module alone.
 */
const APPLICATION = /^(?:\w+\.)+(asgi|wsgi)(?::application)?$/;

/** Gunicorn's own workers, which call an application as WSGI says (docs.gunicorn.org/en/stable/settings, 2026-11). */
const OF_WSGI = /^(?:sync|gthread|gevent(?:_wsgi|_pywsgi)?|eventlet|tornado)$|^gunicorn\.workers\.(?!gasgi)/;
/** Uvicorn's workers for gunicorn, of its own package or of the one before. */
const OF_UVICORN = /^uvicorn[._]worker/;

/** How each server calls an application; undefined where its words leave that open. Hypercorn finds it out by itself. */
const CALLS: Readonly<
  Record<string, (words: readonly string[], look: VariableLookup) => ApplicationForm | undefined>
> = {
  // `--interface auto` knows ASGI's two forms alone (uvicorn.dev/settings, 2026-11).
  uvicorn: (words, look) => {
    const said = flagValue(words, ["--interface"]) ?? look("UVICORN_INTERFACE") ?? "auto";
    return said === "wsgi" ? "wsgi" : /^(?:auto|asgi[23])$/.test(said) ? "asgi" : undefined;
  },
  daphne: () => "asgi",
  "waitress-serve": () => "wsgi",
  uwsgi: () => "wsgi",
  granian: (words, look) => {
    const said = flagValue(words, ["--interface"]) ?? look("GRANIAN_INTERFACE");
    return said === "wsgi" ? "wsgi" : said === "asgi" || said === "asginl" ? "asgi" : undefined;
  },
  gunicorn: (words, look) => {
    const worker = workerOf(words, look);
    if (worker === undefined) return undefined;
    return OF_WSGI.test(worker) ? "wsgi" : OF_UVICORN.test(worker) ? "asgi" : undefined;
  },
};

/** What to write so that the server calls the application as it is. */
const FIX: Readonly<Record<string, string>> = {
  "gunicorn asgi": "Set `--worker-class uvicorn.workers.UvicornWorker`, or name the module `wsgi`.",
  "gunicorn wsgi": "Leave uvicorn's worker class out, or name the module `asgi`.",
  "uvicorn wsgi": "Name the module `asgi`, or serve it with gunicorn.",
  "daphne wsgi": "Name the module `asgi`, or serve it with gunicorn.",
};

/** The same, where the form is read in the code and a module's name has no part in it. */
const FIX_OF_CODE: Readonly<Record<string, string>> = {
  "gunicorn asgi": "Add `--worker-class uvicorn.workers.UvicornWorker`, or serve it with uvicorn.",
  "gunicorn wsgi": "Leave uvicorn's worker class out.",
};

/** How a server calls its application, by its name and words; undefined where these leave that open. */
export const calledForm = (program: string, words: readonly string[], look: VariableLookup) =>
  Object.hasOwn(CALLS, program) ? CALLS[program]?.(words, look) : undefined;

/** What to write where a server calls an application of this form in the other one. */
export const fixOfForm = (program: string, form: ApplicationForm): string =>
  FIX_OF_CODE[`${program} ${form}`] ??
  `Serve it with a server of ${form.toUpperCase()}, such as ${form === "asgi" ? "uvicorn" : "gunicorn"}.`;

/** `gunicorn shop.asgi -k sync`, `uvicorn shop.wsgi:application`: each request ends with a TypeError and 500. */
export function wrongInterface(
  { names: [program = ""] }: Server,
  words: readonly string[],
  look: VariableLookup,
): Unusable | undefined {
  const application = words.find((word) => APPLICATION.test(word));
  const has = APPLICATION.exec(application ?? "")?.[1] as ApplicationForm | undefined;
  if (application === undefined || has === undefined || !Object.hasOwn(CALLS, program)) return undefined;
  const asked = calledForm(program, words, look);
  if (asked === has) return undefined;
  const what = `the application that ${program} calls`;
  if (asked === undefined)
    return program === "gunicorn" && has === "asgi" && workerOf(words, look) === undefined
      ? {
          certain: false,
          what: `gunicorn's worker class for \`${application}\``,
          expected: "one of ASGI",
          got: "none is written, and its settings file alone may name one of ASGI",
          fix: FIX["gunicorn asgi"] ?? "",
        }
      : undefined;
  return {
    certain: true,
    what,
    expected: `one of ${asked.toUpperCase()}`,
    got: `\`${application}\`, which is one of ${has.toUpperCase()}`,
    fix:
      FIX[`${program} ${has}`] ??
      `Name the module \`${asked}\`, or serve it with a server of ${has.toUpperCase()}.`,
  };
}

/** The command line wins over GUNICORN_CMD_ARGS, and that over the settings file. */
function workerOf(words: readonly string[], look: VariableLookup): string | undefined {
  const flags = ["-k", "--worker-class"];
  return flagValue(words, flags) ?? flagValue((look("GUNICORN_CMD_ARGS") ?? "").split(/\s+/), flags);
}
