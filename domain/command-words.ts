/** A word of a command line: where it is in the text, with its quotes, and what it says without them. */
export interface CommandWord {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** So many words of one command are read. */
const MOST_WORDS = 80;

const BLANK = /(?:[ \t]|\\\r?\n)+/y;
/** Between the words of a list: `["zip", "-P", "…"]`, `spawn("zip", ["-P", "…"])`. */
const COMMA = /\\?["']?[ \t]{0,9},[ \t]{0,9}(?:\[[ \t]{0,9})?(?=\\?["'])/y;
const IN_LIST = /\\"[^"\\\n]{0,2000}\\"|"(?:[^"\\\n]|\\.){0,2000}"|'(?:[^'\\\n]|\\.){0,2000}'/y;

const REFERENCE =
  "\\$\\([^()\\n]{0,200}\\)|\\$\\{[^{}\\n]{0,200}\\}|\\{\\{[^{}\\n]{0,200}\\}\\}|<[\\w -]{1,60}>";
const SIGNS = "&(?=[^\\s&\"'])";
/** A word by the quote that is around the whole command: it ends there. */
const WORDS: Readonly<Record<"" | '"' | "'", RegExp>> = {
  "": new RegExp(
    `(?:"(?:[^"\\\\\\n]|\\\\.){0,2000}"|'[^'\\n]{0,2000}'|${REFERENCE}|\\\\[^\\n]|[^\\s"'\`;|&<>()\\\\]|${SIGNS}){1,2000}`,
    "y",
  ),
  '"': new RegExp(
    `(?:\\\\"[^"\\\\\\n]{0,2000}\\\\"|'[^'"\\n]{0,2000}'|${REFERENCE}|\\\\[^"\\n]|[^\\s"'\`;|&<>()\\\\]|${SIGNS}){1,2000}`,
    "y",
  ),
  "'": new RegExp(
    `(?:"[^"'\\n]{0,2000}"|${REFERENCE}|\\\\[^\\n]|[^\\s"'\`;|&<>()\\\\]|${SIGNS}){1,2000}`,
    "y",
  ),
};

/** The quote in which a place of a line is, if any; an apostrophe within a word opens none. */
function quoteAround(text: string, at: number): "" | '"' | "'" {
  let around: "" | '"' | "'" = "";
  for (let index = text.lastIndexOf("\n", at - 1) + 1; index < at; index++) {
    const sign = text[index];
    if (sign === "\\") index++;
    else if (sign === around) around = "";
    else if (around === "" && (sign === '"' || (sign === "'" && !/\w/.test(text[index - 1] ?? ""))))
      around = sign;
  }
  return around;
}

/** The words behind the name of a program that ends at a place: of a shell's command, also in quotes, or of a list. */
export function wordsBehind(text: string, end: number): readonly CommandWord[] {
  COMMA.lastIndex = end;
  const isList = COMMA.test(text);
  const [between, word] = isList ? [COMMA, IN_LIST] : [BLANK, WORDS[quoteAround(text, end)]];
  const words: CommandWord[] = [];
  let at = end;
  while (words.length < MOST_WORDS) {
    between.lastIndex = at;
    if (!between.test(text)) break;
    word.lastIndex = between.lastIndex;
    const [found] = word.exec(text) ?? [];
    if (found === undefined) break;
    const from = between.lastIndex;
    at = from + found.length;
    words.push({ from, to: at, text: withoutQuotes(found) });
    // The next comma comes with no quote before it.
  }
  return words;
}

const withoutQuotes = (word: string): string => word.replace(/^(\\?["'])(.*)\1$/s, "$2");

/** A range of a text without the quotes around it. */
export function insideQuotes(text: string, from: number, to: number): readonly [from: number, to: number] {
  const [opened = ""] = /^\\?["']/.exec(text.slice(from, Math.min(to, from + 2))) ?? [];
  if (opened === "" || to - from < 2 * opened.length) return [from, to];
  const isClosed = text.slice(to - opened.length, to) === opened;
  return [from + opened.length, isClosed ? to - opened.length : to];
}
