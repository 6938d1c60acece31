import type { Place } from "../../../domain";

/** A process of a Procfile, with the place of its command. */
export interface Process {
  readonly value: string;
  readonly place: Place;
}

/** A line that names a process (devcenter.heroku.com/articles/procfile). */
const PROCESS = /^(\s*)([A-Za-z0-9_-]+)(\s*:\s*)(\S.*?)\s*$/;

/** The processes of a Procfile by their names. */
export function processesOf(file: string, text: string): ReadonlyMap<string, Process> {
  const found = new Map<string, Process>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, indent = "", name, colon = "", value] = PROCESS.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const column = indent.length + name.length + colon.length + 1;
    found.set(name, { value, place: { source: "file", file, line: index + 1, column, key: name } });
  }
  return found;
}
