import { isEncodedKey, looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import { isNoValue, keeping, NAME, type SecretShape } from "./secret-shape";

/** Nouns of which a text in quotes can only be the thing itself. */
const PASSWORD = "pass(?:word|wd|phrase|code)|pwd";
const OF_TWO_WORDS =
  "(?:api|app|access|account|auth|bearer|client|deploy|encryption|hmac|jwt|licen[cs]e|master|private|secret|service[ _-]role|session|shared|signing|webhook)[ _-]?(?:access[ _-])?(?:key|secret|token)";
/** Nouns that name other things too: a parser's token, Kubernetes' secret. */
const OF_ONE = "secret|token|credentials?";

/** Between the noun and what it is: `is`, `was set to`, `for user app:`. */
const WHOSE =
  "(?:[ \\t](?:for|of)[ \\t](?:the[ \\t])?(?:(?:user|role|account|database|login)[ \\t])?[\"'`]?[\\w.@-]{1,60}[\"'`]?)?";
const IS = `${WHOSE}(?:[ \\t](?:is|was|are|now|still|set|reset|changed|to|be|has|been|value)){0,4}[ \\t]{0,3}:?[ \\t]{0,3}(?<=[ \\t:])`;
/** A text in quotes, as one group. */
const IN_QUOTES =
  '("(?:[^"\\\\\\n]|\\\\.){1,500}"|\'(?:[^\'\\\\\\n]|\\\\.){1,500}\'|`[^`\\n]{1,500}`|\\\\"[^"\\\\\\n]{1,500}\\\\")';

/** A command in quotes. */
const COMMAND = /^`[\w./-]+ .*(?:[/:$]| -)/;

/** What a validator says of a value, in quotes or as a type. */
const SAYS =
  /^(?:too|must|should|cannot|can't|can not|not|is|was|at least|invalid|missing|required)\b.* |\b(?:characters?|empty|blank|must|required|least|not|the|is|does|be|with|may)\b.* |^(?:string|str|number|int(?:eger)?|bool(?:ean)?|object|array|date|float|NoneType|bytes)$| (?:short|long|empty|blank|missing|required|invalid|characters)\.?$/i;

const isName = (text: string): boolean =>
  /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(text) || (/^[a-z]+(?:[_.-][a-z]+)*$/i.test(text) && namesSecret(text));

const withoutQuotes = (text: string): string => text.replace(/^\\?["'`]|\\?["'`]$/g, "");
const masking = (quoted: string, mask: string): string => {
  const quote = /^\\?["'`]/.exec(quoted)?.[0] ?? "";
  return `${quote}${mask}${quote}`;
};

/** A text in quotes that is the secret itself, and no word about it, no name and no sentence. */
const isQuotedSecret = (quoted: string): boolean => {
  const text = withoutQuotes(quoted);
  return !isNoValue(quoted, "") && !isName(text) && !SAYS.test(text) && !COMMAND.test(quoted);
};

/** Two groups: what stays, and what is masked if it is a secret. */
const where = (found: RegExp, isSecret: (value: string, match: RegExpExecArray) => boolean): SecretShape => ({
  found,
  masked: (match, mask) => {
    const [whole, before = "", value = ""] = match;
    if (value.startsWith(mask) || !isSecret(value, match)) return whole;
    if (/^\\?["'`]/.test(value)) return `${before}${masking(value, mask)}`;
    const end = /(?:[)\]}>,;.*_]|…)*$/.exec(value)?.[0] ?? "";
    return `${before}${mask}${end}`;
  },
});

/** Of a parser's token, and of an object that is called so: no secret is quoted there. */
const isOfAnother = ({ index, input }: RegExpExecArray, value: string, end: number): boolean =>
  /\b(?:unexpected|unknown|illegal|expected|reserved|special|next|parse|at|near)\s$/i.test(
    input.slice(Math.max(0, index - 14), index),
  ) ||
  (/^["'`]?[a-z\d]+(?:[-./][a-z\d]+)+["'`]?$/.test(value) &&
    /^ (?:(?:was )?not found|is forbidden|already exists|in (?:the )?namespace)/.test(
      input.slice(end, end + 24),
    ));

const unlessOfAnother =
  (isSecret: (value: string) => boolean) =>
  (value: string, match: RegExpExecArray): boolean =>
    isSecret(value) && !isOfAnother(match, value, match.index + match[0].length);

/** A word without quotes. A sign before it would be an assignment's, and in front of the noun it would be a flag's. */
const WORD = "([^\\s\"'`=,;:<>(){}[\\]|][^\\s\"'`]{5,500})";

const BEHIND_A_NOUN: readonly SecretShape[] = [
  where(new RegExp(`((?:${PASSWORD}|${OF_TWO_WORDS})\\b${IS})${IN_QUOTES}`, "gi"), isQuotedSecret),
  where(
    new RegExp(`(\\b(?:${OF_ONE})\\b${IS})${IN_QUOTES}`, "gi"),
    unlessOfAnother((value) => isQuotedSecret(value) && looksSecret(withoutQuotes(value))),
  ),
  where(new RegExp(`((?:${PASSWORD})\\b${IS}(?<=[ \\t.]))${WORD}`, "gi"), (value) =>
    looksSecret(value, true),
  ),
  where(
    new RegExp(`((?:${OF_TWO_WORDS}|${OF_ONE})\\b${IS}(?<=[ \\t]))${WORD}`, "gi"),
    unlessOfAnother(looksSecret),
  ),
  // Whatever it is made of: a login goes on so.
  where(
    new RegExp(
      `(\\b(?:using|with)[ \\t](?:${PASSWORD})[ \\t])${WORD.replace("{5,500}", "{2,500}")}(?=[ \\t]for[ \\t]user\\b)`,
      "gi",
    ),
    (value) => !isNoValue(value, "") && !/^(?:auth\w*|login|hash\w*|from|credentials?)$/i.test(value),
  ),
  where(/(\bcredentials?:?[ \t]["'`]?[\w.@-]{1,60}[ \t]?[/:][ \t]?)([^\s"'`]{6,500})/gi, (value) =>
    looksSecret(value, true),
  ),
  // HikariCP's list of its settings.
  where(/(\b\w{0,40}(?:password|secret|token)\.{3,80})([^\s"'`]{3,500})/gi, (value) => !isNoValue(value, "")),
  // What a check of a setting got.
  {
    found: new RegExp(
      `${NAME}([^"'\`\\n]{1,80}?\\b(?:got|received|given|found|was):?[ \\t])${IN_QUOTES}`,
      "gi",
    ),
    masked: ([whole, name = "", words = "", quoted = ""], mask) =>
      (namesSecret(name) || new RegExp(`^(?:${PASSWORD}|${OF_ONE})$`, "i").test(name)) &&
      isQuotedSecret(quoted)
        ? `${name}${words}${masking(quoted, mask)}`
        : whole,
  },
];

/** Redis' command AUTH, as MONITOR, ioredis and node-redis print it, with and without a user. */
const REDIS: readonly SecretShape[] = [
  where(/(["'`]AUTH["'`],?[ \t]{0,3}(?:"[^"\n]{1,100}",?[ \t]{0,3}(?="))?)("[^"\n]{1,500}")/gi, () => true),
  where(
    /(["'`]AUTH["'`],[ \t]{0,3}args:[ \t]{0,3}\[[ \t]{0,3}(?:'[^'\n]{1,100}',[ \t]{0,3}(?='))?)('[^'\n]{1,500}')/gi,
    () => true,
  ),
  where(/(\bAUTH[ \t])([^\s"'`<]{3,500})(?=[ \t]called without)/g, () => true),
];

/** `Some("…")`, `SecretStr('…')`, `b'…'`, `string(16) "…"`: what a language prints around a value. */
const WRAPPER = `(?:(?:[A-Za-z_][\\w.:]{0,40}[([]){1,3}|[bruf]{1,2}|string\\(\\d{1,4}\\)[ ])`;
const OF_A_VALUE =
  /(?:Some|Just|Ok|Secret\w*|Sensitive\w*|Redacted|Optional|String|Password|Token|Zeroizing)[([]$|^[bruf]{1,2}$|^string\(/i;

const WRAPPED: SecretShape = {
  found: new RegExp(
    `${NAME}(["']?\\]?\\s{0,3}(?:=>|:=|=|:)\\s{0,3})(${WRAPPER})("[^"\\n]{1,4000}"|'[^'\\n]{1,4000}')`,
    "gi",
  ),
  masked: ([whole, name = "", sign = "", wrapper = "", quoted = ""], mask) =>
    namesSecret(name) &&
    isQuotedSecret(quoted) &&
    (OF_A_VALUE.test(wrapper) || looksSecret(withoutQuotes(quoted), true))
      ? `${name}${sign}${wrapper}${masking(quoted, mask)}`
      : whole,
};

/** Keys in base64 or hexadecimal digits that have a line of their own, as those of a private key's body. */
const ALONE: SecretShape = {
  found:
    /^([ \t>|]{0,40}["'`]?)([A-Za-z0-9+/_-]{40,8000}={0,2}|[A-Za-z0-9+/]{14,8000}={1,2})(?=(?:\\n)?["'`]?[,;]?[ \t\r]*$)/gm,
  masked: ([whole, before = "", key = ""], mask) => (isEncodedKey(key) ? `${before}${mask}` : whole),
};

/** A login in base64: `user NUL user NUL password` (RFC 4616), and what else follows the command. */
const SMTP: readonly SecretShape[] = [
  keeping(/(\bAUTH (?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER|CRAM-MD5) )([A-Za-z0-9+/]{8,}={0,2})(?![\w+/=])()/g),
  where(/(^|[^\w+/])(A[A-H][A-Za-z0-9+/]{10,2000}={0,2})(?![\w+/=])/g, (value) =>
    /^\0[\x20-\x7e]+\0[\x20-\x7e]+$/.test(Buffer.from(value, "base64").toString("latin1")),
  ),
];

/** Secrets in the sentences of programs: no sign joins them to the name of a secret. */
export const IN_PROSE: readonly SecretShape[] = [...REDIS, ...SMTP, ALONE, WRAPPED, ...BEHIND_A_NOUN];

/** Whether a value is what a language prints before one in quotes, which {@link IN_PROSE} masks. */
export const isWrapper = (value: string, rest: string): boolean =>
  new RegExp(`^${WRAPPER}?$`, "i").test(`${value}${/^string\(\d+\)$/i.test(value) ? " " : ""}`) &&
  /^ ?["']/.test(rest);
