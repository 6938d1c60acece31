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
  }
  return undefined;
}
