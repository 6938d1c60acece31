/** One assignment of an environment file; line and column, from 1, are those of its name. */
export interface Assignment {
  readonly name: string;
  readonly line: number;
  readonly column: number;
  /** The text as it stands, to look for secrets in. */
  readonly raw: string;
  /** Undefined where the tools that load such a file do not agree on it. */
  readonly value: string | undefined;
  readonly differs: Difference | undefined;
}

export interface Difference {
  readonly between: readonly string[];
  readonly because: string;
}

const START = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*/;

const DOTENV_OR_PYTHON = ["dotenv", "python-dotenv"];
const DOTENV_OR_COMPOSE = ["dotenv", "python-dotenv and compose"];

/** Every assignment in the order of the file. Lines that assign nothing are passed by. */
export function assignments(text: string): readonly Assignment[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const found: Assignment[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const start = START.exec(line);
    const name = start?.[1];
    if (start === null || name === undefined) continue;
    const rest = line.slice(start[0].length);
    const at = { name, line: index + 1, column: start[0].lastIndexOf(name) + 1 };
    const quote = rest[0];
    if (quote !== "'" && quote !== '"' && quote !== "`") {
      found.push({ ...at, raw: rest, ...(opensBelow(rest, lines, index) ? UNREAD : unquoted(rest)) });
      continue;
    }
    const quoted = untilQuote(lines, index, rest, quote);
    found.push({
      ...at,
      raw: quoted?.body ?? rest,
      ...(quoted === undefined ? UNREAD : inQuotes(quoted, quote)),
    });
    index = quoted?.last ?? index;
  }
  return found;
}

const UNREAD = { value: undefined, differs: undefined };

interface Quoted {
  readonly body: string;
  /** What stands after the closing quote. */
  readonly after: string;
  readonly last: number;
}

/** The text up to the next quote that no backslash stands before, over as many lines as it takes. */
function untilQuote(
  lines: readonly string[],
  first: number,
  rest: string,
  quote: string,
): Quoted | undefined {
  const body: string[] = [];
  for (let index = first; index < Math.min(lines.length, first + LONGEST); index += 1) {
    const line = index === first ? rest.slice(1) : (lines[index] ?? "");
    const end = endOf(line, quote);
    if (end !== undefined) {
      return { body: [...body, line.slice(0, end)].join("\n"), after: line.slice(end + 1), last: index };
    }
    body.push(line);
  }
  return undefined;
}

/** Lines in one value: a private key has some fifty. The bound keeps a file of open quotes linear. */
const LONGEST = 200;

function endOf(line: string, quote: string): number | undefined {
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === "\\") at += 1;
    else if (line[at] === quote) return at;
  }
  return undefined;
}

type Read = Pick<Assignment, "value" | "differs">;

/** Nothing after the sign, and a quote opens the next line that is not blank: dotenv takes that for the value. */
function opensBelow(rest: string, lines: readonly string[], index: number): boolean {
  if (rest.trim() !== "") return false;
  const next = lines.slice(index + 1, index + 1 + LONGEST).find((line) => line.trim() !== "");
  return /^['"`]/.test(next?.trim() ?? "");
}

/** dotenv ends at any `#`; python-dotenv and compose only at one after white space. */
function unquoted(rest: string): Read {
  const comment = /(?:^|[ \t])#/.exec(rest);
  const text = (comment === null ? rest : rest.slice(0, comment.index)).trim();
  if (text.includes("#")) return differing(DOTENV_OR_COMPOSE, "an unquoted # with no space before it");
  if (/['"`]$/.test(text)) return UNREAD;
  return interpolated(text) ?? { value: text, differs: undefined };
}

/** Only dotenv knows backticks; of escapes it knows `\n` and `\r` in double quotes, python-dotenv many more. */
function inQuotes({ body, after }: Quoted, quote: string): Read {
  if (!/^[ \t]*(?:#.*)?$/.test(after)) return UNREAD;
  if (quote === "`") return differing(DOTENV_OR_COMPOSE, "a value in backticks");
  const plain = quote === '"' ? body.replace(/\\[nr]/g, "") : body;
  if (plain.includes("\\")) return differing(DOTENV_OR_PYTHON, "a backslash in quotes");
  const value = quote === '"' ? body.replace(/\\n/g, "\n").replace(/\\r/g, "\r") : body;
  return interpolated(value) ?? { value, differs: undefined };
}

/** dotenv keeps a reference as text; python-dotenv expands it, in any quotes. */
function interpolated(text: string): Read | undefined {
  return text.includes("${") ? differing(DOTENV_OR_PYTHON, "a reference to another variable") : undefined;
}

function differing(between: readonly string[], because: string): Read {
  return { value: undefined, differs: { between, because } };
}
