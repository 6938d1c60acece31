import { type Knowable, known, unknown } from "../../../domain";

/** What a Dockerfile's variables are worth at one instruction; undefined for one that it does not set. */
export type DockerVariable = (name: string) => Knowable<string> | undefined;

const REFERENCE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+])([^${}'"\\]*))?\})/y;

/**
 * A word as `docker build` reads it (docs.docker.com/reference/dockerfile, environment replacement): quotes are taken
 * off, nothing is filled in within single ones, and the escape character takes a sign its meaning.
 */
export function dockerWord(raw: string, variable: DockerVariable, escapeCharacter: string): Knowable<string> {
  let word = "";
  let inDouble = false;
  for (let at = 0; at < raw.length; ) {
    const character = raw[at] ?? "";
    if (character === escapeCharacter) {
      const next = raw[at + 1] ?? "";
      word += inDouble && !`"$${escapeCharacter}`.includes(next) ? character + next : next;
      at += 2;
    } else if (character === "'" && !inDouble) {
      const end = raw.indexOf("'", at + 1);
      if (end < 0) return unknown("it has a quote that does not end");
      word += raw.slice(at + 1, end);
      at = end + 1;
    } else if (character === '"') {
      inDouble = !inDouble;
      at += 1;
    } else if (character === "$") {
      const reference = referenceAt(raw, at, variable);
      if (!reference.value.known) return reference.value;
      word += reference.value.value;
      at = reference.end;
    } else {
      word += character;
      at += 1;
    }
  }
  return inDouble ? unknown("it has a quote that does not end") : known(word);
}

function referenceAt(
  raw: string,
  at: number,
  variable: DockerVariable,
): { readonly value: Knowable<string>; readonly end: number } {
  REFERENCE.lastIndex = at;
  const [whole, plain, braced, operator, word = ""] = REFERENCE.exec(raw) ?? [];
  const name = plain ?? braced;
  if (whole === undefined || name === undefined)
    return { value: unknown("it has a `$` of another form"), end: at };
  const end = at + whole.length;
  const value = variable(name);
  // A base image may set what this file does not, so that a fallback is not sure to be taken.
  if (value === undefined) return { value: unknown(`it refers to ${name}, which is not set here`), end };
  if (!value.known) return { value, end };
  const isSet = value.value !== "" || operator?.startsWith(":") !== true;
  if (operator?.endsWith("+") === true) return { value: known(isSet ? word : ""), end };
  return { value: known(isSet ? value.value : word), end };
}
