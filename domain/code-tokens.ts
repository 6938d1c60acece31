/** A piece of code. Of a literal, `from` and `to` are the bounds of what is between its quotes. */
export interface Token {
  readonly kind: "literal" | "word" | "open" | "close" | "sign" | "line" | "blank";
  readonly text: string;
  readonly end: number;
  readonly from?: number;
  readonly to?: number;
}

/** Longer texts are no secrets that a person writes into an expression; a key's body has a shape of its own. */
const LONGEST = 4_000;

const BLANK =
  /[ \t]+|\/\*[^*]{0,500}\*\/|(?<=\s)#[ \t][^\n]{0,500}|\/\/[ \t][^\n]{0,500}|\\\r?\n|\\(?=[ \t])/y;
const TRIPLE = /[a-z]{0,2}("""|''')/iy;
const RAW = /b?r(#{1,3})"/y;
/** Ruby's words and texts, Elixir's sigils. */
const PERCENT = /(?:%[wWiIqQ]|~[sSwWcC])([[({<|])/y;
/** Quotes doubled inside of quotes, as CSV and Basic have them, and as backslashes leave them that are removed. */
const DOUBLED = /(["'])\1(?=[^\s"',;:)\]}+.])/y;
const ESCAPED = /(?:[a-z]{0,2})(\\+)(["'])/iy;
const PLAIN = /(?:[bruf]{1,2}|[@$]{1,2}|[NL])?(["'`])/iy;
/** Rust's lifetimes, which a quote begins and none ends. */
const LIFETIME = /(?<=[&<] ?)'[a-z_]\w*(?!['\w])/y;
/** A path of names: `process.env.P`, `String::from`, `$request->token`, `[]byte` without its brackets. */
const PATH = /(?:\.\.\.)?[@$%#]?[A-Za-z_$][\w$]*(?:(?:\.|::|->|\?\.|!\.|\?->)#?[A-Za-z_$][\w$]*)*[!?]*/y;
/** The types of a generic name: `get<string>(`, `Record<string, string> =`. */
const GENERICS = /<(?:[^<>()\n]|<[^<>()\n]{0,60}>){1,100}>(?=[\s({=;,|>)[]|$)/y;
const MEMBER = /(?:\.|::|->|\?\.)[A-Za-z_$][\w$]*[!?]*/y;
const SIGN = /=>|->|<-|\|\|=?|\?\?=?|\?:|&&|[=!]==?|:=|[-+*/%<>|&?:=!^~.]/y;
const OTHER = /[^\s,;()[\]{}"'`<>]{1,500}/y;

const CLOSES: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}", "<": ">", "|": "|" };

function match(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

/** A text up to its end, which has to be near; without one, it is none. */
function literal(
  text: string,
  at: number,
  from: number,
  close: string,
  inOneLine: boolean,
): Token | undefined {
  const found = text.slice(from, from + LONGEST).indexOf(close);
  if (found < 0) return undefined;
  const to = from + found;
  if (inOneLine && text.slice(from, to).includes("\n")) return undefined;
  const end = to + close.length;
  return { kind: "literal", text: text.slice(at, end), from, to, end };
}

/** Quotes behind backslashes, as a text in JSON has them: as many are before the end. */
function escaped(
  text: string,
  at: number,
  [whole, slashes = "", quote = ""]: RegExpExecArray,
): Token | undefined {
  const from = at + whole.length;
  const body = text.slice(from, from + LONGEST);
  for (let found = body.indexOf(quote); found >= 0; found = body.indexOf(quote, found + 1)) {
    const before = /\\*$/.exec(body.slice(Math.max(0, found - 20), found))?.[0].length ?? 0;
    if (before > slashes.length) continue;
    if (before < slashes.length || body.slice(0, found).includes("\n")) return undefined;
    const to = from + found - before;
    return { kind: "literal", text: text.slice(at, from + found + 1), from, to, end: from + found + 1 };
  }
  return undefined;
}

/** A text with one quote at each end; a backslash takes the sign behind it. */
function plain(text: string, at: number, [whole, quote = ""]: RegExpExecArray): Token | undefined {
  const from = at + whole.length;
  const most = Math.min(text.length, from + LONGEST);
  for (let to = from; to < most; to += 1) {
    const sign = text[to];
    if (sign === "\\") to += 1;
    else if (sign === quote) return { kind: "literal", text: text.slice(at, to + 1), from, to, end: to + 1 };
    else if (sign === "\n" && quote !== "`") return undefined;
  }
  return undefined;
}

/** What each of the texts above begins with: most pieces are words, and are asked this alone. */
const BEGINS_LITERAL = /(?:[a-z]{0,2}\\*|b?r#{1,3}|[@$]{1,2})["'`]|[%~]/iy;

function literalAt(text: string, at: number): Token | undefined {
  if (match(BEGINS_LITERAL, text, at) === null) return undefined;
  const triple = match(TRIPLE, text, at);
  if (triple !== null) return literal(text, at, at + triple[0].length, triple[1] ?? "", false);
  const raw = match(RAW, text, at);
  if (raw !== null) return literal(text, at, at + raw[0].length, `"${raw[1] ?? ""}`, false);
  const percent = match(PERCENT, text, at);
  if (percent !== null)
    return literal(text, at, at + percent[0].length, CLOSES[percent[1] ?? ""] ?? "", true);
  const doubled = match(DOUBLED, text, at);
  const inDoubled = doubled === null ? undefined : literal(text, at, at + 2, doubled[0], true);
  if (inDoubled !== undefined) return inDoubled;
  const behindSlashes = match(ESCAPED, text, at);
  if (behindSlashes !== null) return escaped(text, at, behindSlashes);
  if (match(LIFETIME, text, at) !== null) return undefined;
  const quoted = match(PLAIN, text, at);
  return quoted === null ? undefined : plain(text, at, quoted);
}

/** A letter and a digit in turn, as no name of a program has them: the whole run is one text then. */
const IS_MIXED = /\d[A-Za-z]+\d|[A-Za-z]\d+[A-Za-z]+\d|[A-Za-z\d][!#^*+~]+[A-Za-z\d]/;

/** The piece of code that begins at a place of a text. */
export function tokenAt(text: string, at: number): Token | undefined {
  if (at >= text.length) return undefined;
  const blank = match(BLANK, text, at);
  if (blank !== null) return tokenOf("blank", text, at, blank[0].length);
  const sign = text.charAt(at);
  if (sign === "\n" || sign === "\r") return tokenOf("line", text, at, 1);
  const found = literalAt(text, at);
  if (found !== undefined) return found;
  if ("([{".includes(sign)) return tokenOf("open", text, at, 1);
  if (")]}".includes(sign)) return tokenOf("close", text, at, 1);
  if (sign === "," || sign === ";") return tokenOf("sign", text, at, 1);
  const path = match(PATH, text, at)?.[0] ?? "";
  if (path !== "") return tokenOf("word", text, at, wordLength(text, at, path));
  const member = match(MEMBER, text, at);
  if (member !== null) return tokenOf("word", text, at, member[0].length);
  const operator = match(SIGN, text, at);
  if (operator !== null) return tokenOf("sign", text, at, operator[0].length);
  const run = runAt(text, at);
  return tokenOf(run === "" ? "sign" : "word", text, at, Math.max(1, run.length));
}

const runAt = (text: string, at: number): string => match(OTHER, text, at)?.[0] ?? "";

/** Of a path with its generic types, or of the whole run that it begins. */
function wordLength(text: string, at: number, path: string): number {
  const generics = match(GENERICS, text, at + path.length)?.[0].length ?? 0;
  if (generics > 0) return path.length + generics;
  const run = runAt(text, at);
  const isWhole = path.length >= run.replace(/[=:<>?|&+].*$/, "").length;
  return isWhole && !(IS_MIXED.test(run) && run !== path) ? path.length : run.length;
}

const tokenOf = (kind: Token["kind"], text: string, at: number, length: number): Token => ({
  kind,
  text: text.slice(at, at + length),
  end: at + length,
});
