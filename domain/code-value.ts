import { type Expression, expressionAt, type Piece } from "./code-expression";
import { isSecretText } from "./code-literal";
import { LEFT, NOTHING, type Reading } from "./code-reading";
import { tokenAt } from "./code-tokens";
import { TYPE } from "./code-type";
import { isCodeWord, isNamedAlike, isReference, wordsIn } from "./code-words";
import { isNoValue } from "./secret-shape";
import { blockOf, taggedOf } from "./yaml-value";

/** A program's own type, by its capitals: a call or nothing follows. */
const OWN_TYPE = /^[A-Z][a-z]*(?:[A-Z]+[a-z]+){1,6}(?=[ ]=[ ](?:None|null|[A-Za-z_.]{1,60}\())/;
const STARTS_EXPRESSION = /^(?:new|await|async|lambda|match|switch|when|fn|function|typeof|yield)$/;

/** What is behind a secret's name and its sign, read as code. */
export function readValue(text: string, behindSign: number, name: string, sign: string): Reading {
  const start =
    behindSign +
    (/^[ \t]{0,40}(?:\r?\n[ \t]{0,80}(?=\\{0,7}["'`[{(]))?/.exec(
      text.slice(behindSign, behindSign + 130),
    )?.[0].length ?? 0);
  const head = text.slice(start, start + 300);
  if (head === "" || /^[\r\n]/.test(head)) return blockOf(text, behindSign, sign);
  if (/^[|>][-+]?[ \t]*\r?\n/.test(head)) return blockOf(text, start, sign);
  if (/^["'`][)\]]/.test(head) && !head.slice(1).split("\n", 1)[0]?.includes(head.charAt(0))) return LEFT;
  // A count, and a path of keys in quotes: `"Jwt:Key"`.
  if (/tokens$/i.test(name) && /^\d{1,9}(?=[\s,;)\]}]|$)/.test(head)) return LEFT;
  if (
    sign === ":" &&
    /["'][A-Z]/.test(text.charAt(behindSign - name.length - 2) + name) &&
    /^[A-Z][a-z]{1,30}(?::[A-Z][A-Za-z]{1,30})*["'][\])]/.test(head)
  )
    return LEFT;
  if (isNamedAlike(text, behindSign, name, sign, head)) return LEFT;
  const word = /^\w{1,60}(?=[,;)\]}])/.exec(head)?.[0];
  if (word !== undefined && isNoValue(word, name)) return LEFT;
  const type = sign === ":" ? (TYPE.exec(head) ?? OWN_TYPE.exec(head))?.[0] : undefined;
  if (type !== undefined) return behindType(text, start + type.length, name);
  const tagged = sign === ":" ? taggedOf(head, start) : undefined;
  if (tagged !== undefined) return tagged;
  const expression = expressionAt(text, start);
  if (/^(?:[!=]==?|\|\||\?\?|\?:|or)$/.test(sign)) return compared(expression, start, name, sign);
  const literals = expression.literals.filter((piece) =>
    isSecretText(text.slice(piece.token.from, piece.token.to), piece, name),
  );
  const masked = literals.map(boundsOf);
  const words = wordsIn(text, start, expression, sign, name);
  return {
    masked: [...masked, ...words],
    isCode: isCode(text, start, head, expression, masked.length + words.length > 0),
  };
}

/** `password: str = …`: the type stays, and what is assigned is read. */
function behindType(text: string, at: number, name: string): Reading {
  const sign = /^[ \t]*=(?![=>])[ \t]*/.exec(text.slice(at, at + 40))?.[0];
  if (sign === undefined) return LEFT;
  const value = readValue(text, at + sign.length, name, "=");
  if (value.isCode) return value;
  const bare =
    /^[^\s"'`,;(){}[\]]{3,500}/.exec(text.slice(at + sign.length, at + sign.length + 500))?.[0] ?? "";
  const from = at + sign.length;
  return bare === "" || isNoValue(bare, name) ? LEFT : { masked: [[from, from + bare.length]], isCode: true };
}

const boundsOf = ({ token }: Piece): readonly [number, number] => [
  token.from ?? token.end,
  token.to ?? token.end,
];

/** `password == "…"`: the text right behind the sign; the rest is another expression. */
function compared({ literals }: Expression, start: number, name: string, sign: string): Reading {
  const [first] = literals;
  if (first === undefined || first.token.end - first.token.text.length > start)
    return sign === "==" ? NOTHING : LEFT;
  const content = first.token.text.replace(/^\w{0,2}\\*["'`]|\\*["'`]$/g, "");
  return isSecretText(content, { ...first, callee: undefined, depth: 1 }, name)
    ? { masked: [boundsOf(first)], isCode: true }
    : LEFT;
}

/** Whether an expression is code: it begins with a text, a bracket, a call or what a program keeps values under. */
function isCode(
  text: string,
  start: number,
  head: string,
  expression: Expression,
  holdsSecret: boolean,
): boolean {
  const { literals, words, callees, isClosed, end } = expression;
  let at = start;
  let first = tokenAt(text, at);
  while (first?.kind === "blank") {
    at = first.end;
    first = tokenAt(text, at);
  }
  if (first === undefined) return false;
  if (first.kind === "literal") return true;
  if (first.kind === "open") {
    if (literals.length > 0) return true;
    return isClosed
      ? !/^[^\s,;)\]}"'`.|?:+=-]/.test(text.slice(end, end + 1))
      : /^[[({]+[ \t]*(?:\r?\n|$|["']?\w{1,60}["']?[ ]?[:=])/.test(head);
  }
  if (first.kind === "sign") return holdsSecret || (literals.length > 0 && isClosed);
  const word = first.text.replace(/<.*$/, "");
  if (!isCodeWord(word)) return false;
  if (callees.includes(word) || (STARTS_EXPRESSION.test(word) && callees.length + literals.length > 0))
    return true;
  if (holdsSecret && literals.length > 0) return true;
  if (isReference(word)) return true;
  const others = words.filter(({ token, depth }) => depth === 0 && token !== first);
  return (
    others.length > 1 &&
    others.some(({ token }) => isReference(token.text)) &&
    words.every(({ token }) => isCodeWord(token.text))
  );
}
