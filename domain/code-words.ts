import type { Expression } from "./code-expression";
import { TYPE } from "./code-type";
import { isTechnical, looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import { isNoValue } from "./secret-shape";

/** Where the parts of a program keep what they were given. */
const ROOT =
  /^(?:\$\w+(?:->|\?->)|(?:self|this|cls|settings|config|cfg|conf|process|env|environ|os|var|local|module|data|args|opts|options|params|props|state|ctx|context|req|request|res|response|event|form|user|account|credentials|creds|secrets|db|app|input|body|payload|session|auth|result|values|import\.meta)(?:\.|::|->|\?\.|!\.))/;
/** A name of several words, each with a short number at most: `oauth2_scheme`. */
const IDENTIFIER = /^[A-Za-z]+\d?(?:_[A-Za-z]+\d?){1,6}$/;

export const isCodeWord = (word: string): boolean =>
  word
    .split(/\.|::|->/)
    .map((part) => part.replace(/^[$@#]|[!?]+$/g, ""))
    .every((part) => IDENTIFIER.test(part) || !looksSecret(part, true));

/** A name of code: of a member, or of a secret's variable. */
export const isReference = (word: string): boolean =>
  (ROOT.test(word) ||
    /^[A-Za-z]{4,40}(?:Schema|Validator|Field|Rules?|Handler|Provider|Callback|Column)$/.test(word) ||
    (/[.>:]/.test(word) && word.split(/\.|::|->|\?/).some(namesSecret))) &&
  isCodeWord(word);

/** Words without quotes that are secrets inside of brackets: of a list in YAML, of a shell's array. */
export function wordsIn(
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

/** What a line of a program has for a value that it got before: `self.key = key`, `auth = auth or None`, `size + 1`. */
const MEMBER = /^(?:self|this|cls)\./;
const VALUE_ALONE = /^[A-Za-z_]\w{0,60}(?=[ \t]*(?:[;,)]|#|\r?\n|$))/;
const JOINED =
  /^([A-Za-z_][\w.]{0,60}) (?:(?:or|and|if) [^\n"'`]{0,80}(?:\b(?:None|True|False|null)\b|\w[([]|\w\.\w)|[-+*%] [A-Za-z_("'])/;

/** Whether a value is the variable of the same name, a small number, or put together of what has names. */
export function isNamedAlike(text: string, at: number, name: string, sign: string, head: string): boolean {
  if (sign !== "=" || !/^ ?$/.test(text.charAt(at))) return false;
  if (/^-?\d{1,2}(?=[\s,;)]|$)/.test(head)) return true;
  const alone = VALUE_ALONE.exec(head)?.[0];
  if (alone !== undefined && isCodeWord(alone))
    return MEMBER.test(name) || alone === name || name.endsWith(`.${alone}`);
  const first = JOINED.exec(head)?.[1];
  return first !== undefined && isCodeWord(first);
}

/** The next of a list of names, and how a text is encoded. */
export const isOtherName = (text: string): boolean =>
  isTechnical(text) ||
  /^--[a-z][a-z-]{1,40}$/.test(text) ||
  /^(?:host|port|path|query|user(?:name)?|login|name|id|email|url|type|secret|password|token|key|expires)$/.test(
    text,
  ) ||
  /^(?:\/[a-z.-]{1,40}){2,8}$/.test(text) ||
  (/^[a-z]{1,20}_[a-z_]{1,40}$/.test(text) && namesSecret(text));
