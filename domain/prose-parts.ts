import { namesSecret } from "./secret-name";
import { isNoValue, type SecretShape } from "./secret-shape";

/** Nouns of which a text in quotes can only be the thing itself. */
export const PASSWORD = "pass(?:word|wd|phrase|code)|pwd";
export const OF_TWO_WORDS =
  "(?:aes|api|app|access|account|auth|bearer|cipher|client|decryption|deploy|encryption|fernet|hmac|jwt|licen[cs]e|master|private|secret|service[ _-]role|session|shared|signing|webhook)[ _-]?(?:access[ _-])?(?:key|secret|token)";
/** Nouns that name other things too: a parser's token, Kubernetes' secret. */
export const OF_ONE = "secret|token|credentials?";

/** Between the noun and what it is: `is`, `was set to`, `for user app:`. */
const WHOSE =
  "(?:[ \\t](?:for|of)[ \\t](?:the[ \\t])?(?:(?:user|role|account|database|login)[ \\t])?(?!(?:user|role|account|database|login)\\b)[\"'`]?[\\w.@-]{1,60}[\"'`]?)?";
export const IS = `${WHOSE}(?:[ \\t](?:is|was|are|now|still|set|reset|changed|to|be|has|been|value)){0,4}(?:[ \\t]\\([^()\\n]{1,40}\\)(?=:))?[ \\t]{0,3}(?::|->)?[ \\t]{0,3}(?<=[ \\t:])`;
/** A text in quotes, as one group. */
export const IN_QUOTES =
  '("(?:[^"\\\\\\n]|\\\\.){1,500}"|\'(?:[^\'\\\\\\n]|\\\\.){1,500}\'|`[^`\\n]{1,500}`|\\\\"[^"\\\\\\n]{1,500}\\\\")';

/** A command in quotes. */
const COMMAND = /^`[\w./-]+ .*(?:[/:$]| -)/;

/** What a validator says of a value, in quotes or as a type. */
const SAYS =
  /^(?:too|must|should|cannot|can't|can not|not|is|was|at least|invalid|missing|required)\b.* |\b(?:characters?|empty|blank|must|required|least|not|the|is|does|be|with|may)\b.* |^(?:string|str|number|int(?:eger)?|bool(?:ean)?|object|array|date|float|NoneType|bytes)$| (?:short|long|empty|blank|missing|required|invalid|characters)\.?$/i;

const isName = (text: string): boolean =>
  /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(text) || (/^[a-z]+(?:[_.-][a-z]+)*$/i.test(text) && namesSecret(text));

export const withoutQuotes = (text: string): string => text.replace(/^\\?["'`]|\\?["'`]$/g, "");
export const masking = (quoted: string, mask: string): string => {
  const quote = /^\\?["'`]/.exec(quoted)?.[0] ?? "";
  return `${quote}${mask}${quote}`;
};

/** A text in quotes that is the secret itself, and no word about it, no name and no sentence. */
export const isQuotedSecret = (quoted: string): boolean => {
  const text = withoutQuotes(quoted);
  return !isNoValue(quoted, "") && !isName(text) && !SAYS.test(text) && !COMMAND.test(quoted);
};

/** Two groups: what stays, and what is masked if it is a secret. */
export const where = (
  found: RegExp,
  isSecret: (value: string, match: RegExpExecArray) => boolean,
): SecretShape => ({
  found,
  masked: (match, mask) => {
    const [whole, before = "", value = ""] = match;
    if (value.startsWith(mask) || !isSecret(value, match)) return whole;
    if (/^\\?["'`]/.test(value)) return `${before}${masking(value, mask)}`;
    const end = /(?:[)\]}>,;.*_]|…)*$/.exec(value)?.[0] ?? "";
    return `${before}${mask}${end}`;
  },
});

/** A word without quotes. A sign before it would be an assignment's, and in front of the noun it would be a flag's. */
export const WORD = "([^\\s\"'`=,;:<>(){}[\\]|][^\\s\"'`]{5,500})";
