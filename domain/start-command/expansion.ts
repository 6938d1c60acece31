import type { Node } from "./grammar";

/**
 * In place of a `$` that a shell leaves as it is: `'$PORT'` and `\$PORT` are not variables. A shell of its own that is
 * given such a text (`sh -c '…'`) reads it again, and expands it.
 */
export const QUOTED_DOLLAR = "\uE000";

/** In place of a part of a word that only the running shell knows, such as `$(date)`. */
export const UNREADABLE = "\uE001";

/** A reference to one variable as a word's whole text: `$NAME`, or `${NAME:-fallback}`. */
const REFERENCE = /^\$\{?([A-Za-z_]\w*)(?:(:?)-([^}]*))?\}?$/;

export interface Reference {
  readonly variable: string;
  /** What counts where the variable is not set. */
  readonly fallback?: string;
}

/** The variable that a word is, or undefined for any other word. */
export function referenceOf(word: string): Reference | undefined {
  const found = REFERENCE.exec(word);
  if (found === null) return undefined;
  const [, variable = "", , fallback] = found;
  return fallback === undefined ? { variable } : { variable, fallback };
}

/** A word as it is read here: quotes gone, `$NAME` and `${NAME:-fallback}` as they are, all else marked. */
export function wordOf({ text = "", expansion }: Node): string {
  // The grammar gives those of an assignment at a line's end to the next line's first word as well.
  const own = expansion?.filter(({ loc }) => loc === undefined || loc.start >= 0);
  if (own === undefined || own.length === 0) return text.replaceAll("$", QUOTED_DOLLAR);
  let read = "";
  let at = 0;
  for (const part of own) {
    const { start = at, end = at } = part.loc ?? {};
    read += withoutQuotes(text.slice(at, start)) + expansionOf(part, text.slice(start, end + 1));
    at = end + 1;
  }
  return read + withoutQuotes(text.slice(at));
}

function expansionOf(part: Node, text: string): string {
  if (part.type === "ParameterExpansion") return parameterOf(text);
  if (part.type === "ArithmeticExpansion") return nameAlone(/^\$\(\(\s*\$?(\w+)\s*\)\)$/.exec(text)?.[1]);
  // `$(printenv PORT)` and `$(echo $PORT)` are the variable's value.
  return nameAlone(/^(?:\$\(|`)\s*(?:printenv\s+|echo\s+["']?\$\{?)(\w+)\}?["']?\s*[)`]$/.exec(text)?.[1]);
}

function nameAlone(name: string | undefined): string {
  return name !== undefined && /^[A-Za-z_]/.test(name) ? `$${name}` : UNREADABLE;
}

/** `${NAME:=word}` has its word where NAME is not set, as `${NAME:-word}` has; `${NAME:?word}` has no other value. */
function parameterOf(text: string): string {
  const [, name, operator, word] = /^\$\{([A-Za-z_]\w*)(?:(:?[-=?])([\s\S]*))?\}$/.exec(text) ?? [];
  if (name === undefined) return /^\$[A-Za-z_]\w*$/.test(text) ? text : UNREADABLE;
  if (operator === undefined || operator.endsWith("?")) return `$${name}`;
  if (/[${}`]/.test(word ?? "")) return UNREADABLE;
  return `\${${name}${operator.replace("=", "-")}${withoutQuotes(word ?? "")}}`;
}

function withoutQuotes(text: string): string {
  return text
    .replaceAll(/'([^']*)'/g, (_, inner: string) => inner.replaceAll("$", QUOTED_DOLLAR))
    .replaceAll(/\\([\s\S])/g, (_, character: string) => (character === "$" ? QUOTED_DOLLAR : character))
    .replaceAll('"', "");
}
