import type { VariableLookup } from "./listener";
import { simpleCommands } from "./shell";

/** Servers that import their application by the name of its module; hypercorn and granian take a file too. */
const IMPORTING = /^(?:.*\/)?(uvicorn|gunicorn|daphne)$/;

/** A file's path where the name of a module belongs: `main.py:app`, `src/main:app`. */
const PATH = /^((?:\.\/)?[\w-]+(?:\/[\w-]+)*?)(\.py)?:([A-Za-z_]\w*)$/;

/** A path of the application that a command's server cannot import, and the module that is meant. */
export interface MisnamedApplication {
  readonly program: string;
  readonly written: string;
  readonly meant: string;
}

/** The first application of a start command that is named by its file; undefined where there is none. */
export function misnamedApplication(
  text: string,
  service: VariableLookup = () => undefined,
): MisnamedApplication | undefined {
  for (const { words } of simpleCommands(text, service)) {
    const at = words.findIndex((word) => IMPORTING.test(word));
    const program = IMPORTING.exec(words[at] ?? "")?.[1];
    if (program === undefined) continue;
    for (const word of words.slice(at + 1)) {
      const [written, path = "", suffix, attribute] = PATH.exec(word) ?? [];
      if (written === undefined || (suffix === undefined && !path.includes("/"))) continue;
      const meant = `${path.replace(/^\.\//, "").replaceAll("/", ".")}:${attribute}`;
      return { program, written, meant };
    }
    const file = wholeFile(program, words.slice(at + 1));
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The object of the module that Django's startproject makes, with a dot in the colon's place. */
const OF_DJANGO = /^(?:[A-Za-z_]\w*\.)+[aw]sgi\.application$/;

/** `gunicorn app.py`, and `uvicorn main`: a file alone, or a module without the application's name. */
function wholeFile(program: string, words: readonly string[]): MisnamedApplication | undefined {
  const named = words.some((word) => /^[\w.]+:[\w.]+/.test(word));
  if (named) return undefined;
  const [first = ""] = words;
  const file = words.find(
    (word, index) => /^(?:\.\/)?[\w/-]+\.py$/.test(word) && !(words[index - 1] ?? "").startsWith("-"),
  );
  // Gunicorn alone takes a module without the name of what is in it (docs.gunicorn.org/en/stable/run).
  const bare = /^[A-Za-z_][\w.]*$/.test(first) && program !== "gunicorn" ? first : undefined;
  const dotted = program === "daphne" ? dottedIn(words) : words.find((word) => OF_DJANGO.test(word));
  if (dotted !== undefined && file === undefined)
    return { program, written: dotted, meant: dotted.replace(/\.(?=\w+$)/, ":") };
  const written = file ?? bare;
  if (written === undefined) return undefined;
  const module = written.replace(/^\.\//, "").replace(/\.py$/, "").replaceAll("/", ".");
  return { program, written, meant: `${module}:app` };
}

/** `shop.asgi.application`: daphne wants a colon before the application's name (daphne: daphne/utils.py, import_by_path). */
function dottedIn(words: readonly string[]): string | undefined {
  const last = words.at(-1) ?? "";
  const isAlone = !(words.at(-2) ?? "").startsWith("-");
  return isAlone && /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){2,}$/.test(last) ? last : undefined;
}
