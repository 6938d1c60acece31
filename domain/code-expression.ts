import { type Token, tokenAt } from "./code-tokens";

/** A text or a word of an expression, and where in it. */
export interface Piece {
  readonly token: Token;
  /** The path of the call whose argument it is: `os.getenv`; none at the expression's top and in a list. */
  readonly callee: string | undefined;
  /** Its number among the arguments, from 0. */
  readonly index: number;
  /** The same of the outermost brackets. */
  readonly argument: number;
  /** The key or the keyword before it. */
  readonly key: string | undefined;
  readonly depth: number;
  /** What is before it in the same brackets, blanks apart. */
  readonly before: string;
}

export interface Expression {
  readonly literals: readonly Piece[];
  readonly words: readonly Piece[];
  /** Paths that are called or indexed: `os.getenv`. */
  readonly callees: readonly string[];
  /** Whether each bracket that opens in it closes. */
  readonly isClosed: boolean;
  readonly end: number;
}

interface Frame {
  readonly open: string;
  readonly callee: string | undefined;
  index: number;
  key: string | undefined;
  /** A `?` whose `:` is still to come. */
  asks: boolean;
  before: string;
}

const LONGEST = 2_000;
const MOST_TOKENS = 300;
const DEEPEST = 16;

/** Words that join the parts of an expression, or begin one. */
const JOINS =
  /^(?:match|switch|when|case|static|mut|dyn|const|readonly|final|if|else|elif|or|and|not|in|is|new|await|async|as|lambda|fn|function|return|typeof|let|yield|satisfies|then|unless|end|do|to|by|lazy|throw)$/;
const PAIRS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const NAME = /^[\w$@.:>?!#-]+$/;

/** Whether a `:` or `=>` follows that makes a key of what is before it. */
const KEY_FOLLOWS = /\s{0,20}(?::(?![:=])|=>)/y;
const KEYWORD_FOLLOWS = /\s{0,3}(?::(?![:=])|=>|=(?![=>]))/y;

function follows(form: RegExp, text: string, at: number): boolean {
  form.lastIndex = at;
  return form.test(text);
}

/**
 * The expression that begins at a place of a text, as far as its brackets, operators and calls go: to the end of its
 * line where nothing is open, to a comma, or to a word that no operator joins. It is read once, and not far.
 */
export function expressionAt(text: string, start: number): Expression {
  const literals: Piece[] = [];
  const words: Piece[] = [];
  const callees: string[] = [];
  const frames: Frame[] = [newFrame("", undefined)];
  const most = Math.min(text.length, start + LONGEST);
  let at = start;
  let previous: Token | undefined;
  let gap = false;
  let isClosed = true;
  const done = (): Expression => ({
    literals,
    words,
    callees,
    isClosed: isClosed && frames.length === 1,
    end: at,
  });
  let assignments = 0;
  for (let count = 0; at < most && count < MOST_TOKENS; count += 1) {
    const token = tokenAt(text, at);
    const frame = frames.at(-1);
    if (token === undefined || frame === undefined) break;
    const isTop = frames.length === 1;
    if (token.kind === "line" && isTop && !goesOn(text, previous, token.end)) return done();
    if (token.kind === "blank" || token.kind === "line") {
      gap = true;
      at = token.end;
      continue;
    }
    // A type has one assignment behind it; what follows another is that one's value.
    if (isTop && token.text === "=" && ++assignments > 1) return done();
    if (isTop && endsTop(token, previous, gap)) return done();
    if (token.kind === "literal" || token.kind === "word") {
      const piece = {
        token,
        callee: frame.callee,
        index: frame.index,
        argument: frames[1]?.index ?? 0,
        key: frame.key,
        depth: frames.length - 1,
        before: frame.before,
      };
      const isKey =
        !isTop &&
        !frame.asks &&
        follows(token.kind === "word" ? KEYWORD_FOLLOWS : KEY_FOLLOWS, text, token.end);
      if (isKey) frame.key = token.kind === "word" ? token.text : text.slice(token.from, token.to);
      else (token.kind === "literal" ? literals : words).push(piece);
    } else if (token.kind === "open") {
      if (frames.length > DEEPEST) {
        isClosed = false;
        return done();
      }
      const path = previous?.text.replace(/<.*$/, "") ?? "";
      const callee = !gap && previous?.kind === "word" && NAME.test(path) ? path : undefined;
      if (callee !== undefined && token.text !== "{") callees.push(callee);
      const inherited = callee ?? (token.text === "(" && previous?.text === "!" ? "!" : undefined);
      frames.push(
        newFrame(token.text, inherited ?? frame.callee, inherited === undefined ? frame : undefined),
      );
    } else if (token.kind === "close") {
      if (isTop) return done();
      if (PAIRS[frame.open] !== token.text) {
        isClosed = false;
        return done();
      }
      frames.pop();
    } else if (token.text === ",") {
      frame.index += 1;
      frame.key = undefined;
      frame.asks = false;
    } else if (token.text === "?") frame.asks = true;
    else if (token.text === ":" && frame.asks) frame.asks = false;
    const current = frames.at(-1);
    if (current !== undefined) current.before = token.text;
    previous = token;
    gap = false;
    at = token.end;
  }
  isClosed &&= at >= text.length || frames.length === 1;
  return done();
}

/** In a list or an object that is an argument, the argument's own number and key count until there are others. */
function newFrame(open: string, callee: string | undefined, outer?: Frame): Frame {
  return { open, callee, index: outer?.index ?? 0, key: outer?.key, asks: false, before: "" };
}

/** Whether an expression goes on behind the end of a line: an operator is last, or comes first. */
function goesOn(text: string, previous: Token | undefined, at: number): boolean {
  if (previous === undefined) return true;
  if (previous.kind === "sign" && previous.text !== "," && previous.text !== ";") return true;
  return /^\s{0,40}(?:\|\||\?\?|\?(?=\s)|\+\s|:\s|\.\w|(?:or|if|else)\b)/.test(text.slice(at, at + 50));
}

/** Whether an expression ends before a piece at its top. */
function endsTop(token: Token, previous: Token | undefined, gap: boolean): boolean {
  if (token.text === "," || token.text === ";") return true;
  if (previous === undefined || previous.kind === "sign") return false;
  if (token.kind === "sign") return false;
  const joined = JOINS.test(previous.text) || (token.kind === "word" && JOINS.test(token.text));
  if (joined) return false;
  if (token.kind === "word") return gap || previous.kind === "literal" ? !/^[.?:-]/.test(token.text) : false;
  if (token.kind === "open") return gap && token.text !== "{";
  // `String.raw` and a text behind it, unlike a quote that ends.
  return token.kind === "literal" && !(token.text.startsWith("`") && /\.\w+$/.test(previous.text));
}
