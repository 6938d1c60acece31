import { type Expression, expressionAt, type Piece } from "./code-expression";
import { isSecretText } from "./code-literal";
import { tokenAt } from "./code-tokens";
import { TYPE } from "./code-type";
import { looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import { isNoValue } from "./secret-shape";

/** Where the parts of a program keep what they were given. */
const ROOT =
  /^(?:\$\w+(?:->|\?->)|(?:self|this|cls|settings|config|cfg|conf|process|env|environ|os|var|local|module|data|args|opts|options|params|props|state|ctx|context|req|request|res|response|event|form|user|account|credentials|creds|secrets|db|app|input|body|payload|session|auth|result|values|import\.meta)(?:\.|::|->|\?\.|!\.))/;
const STARTS_EXPRESSION = /^(?:new|await|async|lambda|fn|function|typeof|yield)$/;

/** A name of several words, each with a short number at most: `oauth2_scheme`. */
const IDENTIFIER = /^[A-Za-z]+\d?(?:_[A-Za-z]+\d?){1,6}$/;

const isCodeWord = (word: string): boolean =>
  word
    .split(/\.|::|->/)
    .map((part) => part.replace(/^[$@#]|[!?]+$/g, ""))
    .every((part) => IDENTIFIER.test(part) || !looksSecret(part, true));

/** A name of code: of a member, or of a secret's variable. */
const isReference = (word: string): boolean =>
  isCodeWord(word) &&
  (ROOT.test(word) || (/[.>:]/.test(word) && word.split(/\.|::|->|\?/).some(namesSecret)));

export interface Reading {
  /** The bounds of what is secret. */
  readonly masked: readonly (readonly [from: number, to: number])[];
  /** Whether all else is code; otherwise the value is a word without quotes. */
  readonly isCode: boolean;
}

const NOTHING: Reading = { masked: [], isCode: false };
const LEFT: Reading = { masked: [], isCode: true };

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
  const word = /^\w{1,60}(?=[,;)\]}])/.exec(head)?.[0];
  if (word !== undefined && isNoValue(word, name)) return LEFT;
  const type = sign === ":" ? TYPE.exec(head)?.[0] : undefined;
  if (type !== undefined) return behindType(text, start + type.length, name);
  const tagged = /^(?:!!?[a-z]\w{0,30}|&\w{1,30})[ \t]+(?=[^\s"'=])([^\s"',;]{3,500})/.exec(head);
  if (tagged !== null && sign === ":") {
    const to = start + tagged[0].length;
    return { masked: [[to - (tagged[1]?.length ?? 0), to]], isCode: true };
  }
  const expression = expressionAt(text, start);
  if (/^[!=]==?$/.test(sign)) return compared(expression, start, name, sign);
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
  return isSecretText(content, { ...first, depth: 0 }, name)
    ? { masked: [boundsOf(first)], isCode: true }
    : LEFT;
}

/** Words without quotes that are secrets inside of brackets: of a list in YAML, of a shell's array. */
function wordsIn(
  text: string,
  start: number,
  { words, literals, callees, isClosed, end }: Expression,
  sign: string,
  name: string,
): readonly (readonly [number, number])[] {
  const isFlow =
    /^[:]$/.test(sign) &&
    /^[[{]/.test(text.charAt(start)) &&
    literals.length === 0 &&
    isClosed &&
    !isNoValue(text.slice(start, end), name);
  return words.flatMap(({ token, depth, key, before }) => {
    if (depth === 0 || callees.includes(token.text) || /^[.:]/.test(token.text)) return [];
    const isValue =
      isFlow &&
      (text.charAt(start) === "["
        ? callees.length === 0 && /^[[,]$/.test(before)
        : /^(?:value|default|raw)$/i.test(key ?? ""));
    const isSecret = isValue
      ? !isPlainWord(token.text)
      : !isCodeWord(token.text) && !/^[\w$]*\(/.test(text.slice(token.end - 1, token.end + 1));
    return isSecret ? [[token.end - token.text.length, token.end] as const] : [];
  });
}

const isPlainWord = (word: string): boolean =>
  isNoValue(word, "") ||
  namesSecret(word) ||
  /[.(]/.test(word) ||
  /^\d+$/.test(word) ||
  /^(?:user|self|this|new|for|in|if)$/.test(word) ||
  TYPE.test(word);

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
      : /^[[({]+[ \t]*(?:\r?\n|$)/.test(head);
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
    words.every(({ token }) => isCodeWord(token.text)) &&
    others.some(({ token }) => isReference(token.text))
  );
}

/** YAML's block and list, on the lines below the name. */
function blockOf(text: string, at: number, sign: string): Reading {
  if (sign !== ":") return NOTHING;
  const below = text.slice(at, at + 2_000);
  const list = /^[ \t]*\r?\n(?:[ \t]{0,40}-[ \t]+[^\s:"']{3,500}[ \t]*(?:\r?\n|$))+/.exec(below);
  const block = /^[|>][-+]?[ \t]*\r?\n(?:[ \t]{1,40}[^\n]{1,1000}(?:\n|$))+/.exec(below);
  const found = list ?? block;
  if (found === null) return NOTHING;
  const lines = [...found[0].matchAll(list === null ? /(?<=\n[ \t]+)[^\s][^\n]*/g : /(?<=-[ \t]+)[^\s]+/g)];
  const masked = lines
    .filter(([line]) => !isNoValue(line, ""))
    .map(({ 0: line, index }) => [at + index, at + index + line.length] as const);
  return { masked, isCode: true };
}
