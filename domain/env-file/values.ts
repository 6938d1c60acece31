/** What a value reads as. It is undefined where the tools that load such a file do not agree on it. */
export interface Reading {
  readonly value: string | undefined;
  readonly differs: Difference | undefined;
}

/** Who reads it otherwise than whom, and why. */
export interface Difference {
  readonly between: readonly string[];
  readonly because: string;
}

/** No two tools make the same of it, or some refuse it. */
export const UNREAD: Reading = { value: undefined, differs: undefined };

const DOTENV_OR_PYTHON = ["dotenv", "python-dotenv"];
const DOTENV_OR_OTHERS = ["dotenv", "python-dotenv and compose"];
const OTHERS_OR_COMPOSE = ["dotenv and python-dotenv", "compose"];
const OTHERS_OR_PYTHON = ["dotenv and compose", "python-dotenv"];

/** White space and control characters that some of the tools take for white space, and others do not. */
const UNUSUAL_SPACE = /[^\S \t]|(?!\t)\p{Cc}/gu;

/** The line with a space for each of them, so that it is found what the line may assign. */
export function withUsualSpace(line: string): string {
  return line.replace(UNUSUAL_SPACE, " ");
}

/** `A: 1` assigns for dotenv and compose. */
export const WITH_COLON = differing(OTHERS_OR_PYTHON, "a colon instead of the sign =");

/** `export A` below `A=1`, or `A` alone: python-dotenv takes the value away. */
export const WITHOUT_SIGN = differing(OTHERS_OR_PYTHON, "the name occurs again without a value");

/** What follows the sign, up to the line's end: dotenv ends at any `#`, the others at one after white space only. */
export function unquoted(rest: string): Reading {
  const text = rest.trim();
  if (text.startsWith("#")) return differing(DOTENV_OR_OTHERS, "a # right at the beginning");
  const sign = text.indexOf("#");
  const before = text[sign - 1];
  if (sign >= 0 && before !== " ") {
    return before === "\t"
      ? differing(OTHERS_OR_COMPOSE, "a comment after a tab")
      : differing(DOTENV_OR_OTHERS, "an unquoted # with no space before it");
  }
  const value = sign < 0 ? text : text.slice(0, sign).trimEnd();
  if (/^['"`]/.test(value)) return UNREAD;
  return interpolated(value) ?? { value, differs: undefined };
}

/** The text between two quotes, over one line or several. */
export function quoted(body: string, quote: string, isWindows: boolean): Reading {
  if (quote === "`") return differing(DOTENV_OR_OTHERS, "a value in backticks");
  const plain = quote === '"' ? body.replace(/\\[nr]/g, "") : body;
  // Of escapes dotenv knows `\n` and `\r` in double quotes; the others know more, each its own. In single quotes
  // python-dotenv knows `\\` and `\'` (theskumar/python-dotenv, parser.py: single_quote_escapes), and compose none.
  if (quote === "'" ? /\\[\\']/.test(plain) : plain.includes("\\"))
    return differing(DOTENV_OR_PYTHON, "a backslash in quotes");
  if (isWindows && body.includes("\n")) {
    return differing(OTHERS_OR_COMPOSE, "a value of several lines with Windows line ends");
  }
  if (quote === '"') {
    const value = body.replace(/\\n/g, "\n").replace(/\\r/g, "\r");
    return interpolated(value) ?? { value, differs: undefined };
  }
  // python-dotenv expands in single quotes too; compose does not.
  return body.includes("${") ? EXPANDED : { value: body, differs: undefined };
}

const EXPANDED = differing(DOTENV_OR_PYTHON, "a reference to another variable");

/** dotenv keeps a reference as text, python-dotenv expands `${A}`, and compose `$A` too; for it `$$` is one `$`. */
function interpolated(text: string): Reading | undefined {
  if (text.includes("${")) return EXPANDED;
  return /\$[$A-Za-z_]/.test(text)
    ? differing(OTHERS_OR_COMPOSE, "a $ before a name or another $")
    : undefined;
}

function differing(between: readonly string[], because: string): Reading {
  return { value: undefined, differs: { between, because } };
}
