import {
  IN_QUOTES,
  IS,
  isQuotedSecret,
  masking,
  OF_ONE,
  OF_TWO_WORDS,
  PASSWORD,
  WORD,
  where,
  withoutQuotes,
} from "./prose-parts";
import { onlyElsewhere, PASSWORD_ELSEWHERE } from "./secret-labels";
import { isEncodedKey, looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import {
  isNoValue,
  keeping,
  NAME,
  onlyWith,
  onlyWithName,
  type Pass,
  type SecretShape,
} from "./secret-shape";
import { IN_SENTENCES } from "./secrets-in-sentences";

/** Of a parser's token, and of an object that is called so: no secret is quoted there. */
const isOfAnother = ({ index, input }: RegExpExecArray, value: string, end: number): boolean =>
  (/^token/i.test(input.slice(index, index + 5)) &&
    /\b(?:unexpected|unknown|illegal|expected|reserved|special|next|parse|at|near)\s$/i.test(
      input.slice(Math.max(0, index - 14), index),
    )) ||
  (/^["'`]?[a-z\d]+(?:[-./][a-z\d]+)+["'`]?$/.test(value) &&
    /^ (?:(?:was )?not found|is forbidden|already exists|in (?:the )?namespace)/.test(
      input.slice(end, end + 24),
    ));

const unlessOfAnother =
  (isSecret: (value: string, before: string) => boolean) =>
  (value: string, match: RegExpExecArray): boolean =>
    isSecret(value, match[1] ?? "") && !isOfAnother(match, value, match.index + match[0].length);

/** `access token for tenant …`: what is behind is whose it is, where no verb and no colon is between. */
const OF_SOMEONE =
  /\b(?:for|of)\b(?!.*(?:\b(?:is|was|are|now|still|set|reset|changed|to|be|has|been|value)[ \t]|[:>][ \t]*[([]?$))/i;

/** A noun alone, in letters of whatever size. */
const IS_NOUN = new RegExp(`^(?:${PASSWORD}|${OF_ONE})$`, "i");

const BEHIND_A_NOUN: readonly SecretShape[] = [
  where(new RegExp(`((?:${PASSWORD}|${OF_TWO_WORDS})\\b${IS})${IN_QUOTES}`, "gi"), isQuotedSecret),
  where(
    new RegExp(`(\\b(?:${OF_ONE})\\b${IS})${IN_QUOTES}`, "gi"),
    unlessOfAnother((value) => isQuotedSecret(value) && looksSecret(withoutQuotes(value))),
  ),
  where(
    new RegExp(`((?:${PASSWORD})\\b${IS}(?<=[ \\t.])[([]?)${WORD}`, "gi"),
    (value, [, before = ""]) => looksSecret(value, true) && !OF_SOMEONE.test(before),
  ),
  where(
    new RegExp(`((?:${OF_TWO_WORDS}|${OF_ONE})\\b${IS}(?<=[ \\t])[([]?)${WORD}`, "gi"),
    unlessOfAnother((value, before) => looksSecret(value) && !OF_SOMEONE.test(before)),
  ),
  // Whatever it is made of: a login goes on so.
  where(
    new RegExp(
      `(\\b(?:using|with)[ \\t](?:${PASSWORD})[ \\t])${WORD.replace("{5,500}", "{2,500}")}(?=[ \\t]for[ \\t]user\\b)`,
      "gi",
    ),
    (value) => !isNoValue(value, "") && !/^(?:auth\w*|login|hash\w*|from|credentials?)$/i.test(value),
  ),
  where(/(\b(?:with|using)[ \t](?:the[ \t])?key[ \t])([^\s"'`]{6,500})/gi, (value) => looksSecret(value)),
  where(/(\b(?:login|logged in as|basic auth)[ \t]["'`]?[\w.@-]{1,60}[/:])([^\s"'`]{6,500})/gi, (value) =>
    looksSecret(value),
  ),
  where(/(\bcredentials?:?[ \t]["'`]?[\w.@-]{1,60}[ \t]?[/:][ \t]?)([^\s"'`]{6,500})/gi, (value) =>
    looksSecret(value, true),
  ),
  // HikariCP's list of its settings.
  where(/(\b\w{0,40}(?:password|secret|token)\.{3,80})([^\s"'`]{3,500})/gi, (value) => !isNoValue(value, "")),
  // What a check of a setting got.
  {
    found: new RegExp(
      `${NAME}([^"'\`\\n;]{1,80}?\\b(?:got|received|given|found|was):?[ \\t])${IN_QUOTES}`,
      "gi",
    ),
    masked: ([whole, name = "", words = "", quoted = ""], mask) =>
      (namesSecret(name) || IS_NOUN.test(name)) && isQuotedSecret(quoted)
        ? `${name}${words}${masking(quoted, mask)}`
        : whole,
  },
];

/** `X is not a valid API key`, `cannot use "X" as password`, `X: invalid token`: in front of the noun. */
const ARTICLE = "(?:(?:an?|the|your|any)[ \\t])?(?:(?:valid|known|strong)[ \\t])?";
const NOUN = `(?:${PASSWORD}|${OF_TWO_WORDS}|${OF_ONE})\\b`;
const LINK = `(?:[ \\t](?:(?:is|was)[ \\t](?:not|no)|as)[ \\t]${ARTICLE}|:[ \\t](?:invalid|unknown|wrong|bad|expired|malformed)[ \\t])`;
const FOLLOWED = `(?=${LINK}${NOUN})`;
const SURE = new RegExp(`^[ \\t:\\w]{0,40}?(?:${PASSWORD}|${OF_TWO_WORDS})\\b`, "i");

const BEFORE_A_NOUN: readonly SecretShape[] = [
  where(new RegExp(`(^|[\\s("'\`])${IN_QUOTES}${FOLLOWED}`, "gim"), (value, { 0: whole, index, input }) => {
    const behind = input.slice(index + whole.length, index + whole.length + 80);
    return isQuotedSecret(value) && (SURE.test(behind) || looksSecret(withoutQuotes(value)));
  }),
  where(new RegExp(`(^|[\\s("'\`])([^\\s"'\`=(:]{6,500}={0,2})${FOLLOWED}`, "gim"), (value) =>
    looksSecret(value),
  ),
];

/** `das Passwort ist …`, in the languages of labels. */
const IS_ELSEWHERE = `((?<![\\p{L}\\p{N}])(?:${PASSWORD_ELSEWHERE.join("|")})[ \\t](?:ist|lautet|war|est|était|es|era|é|è|is|är|er|jest|je|on)[ \\t]?:?[ \\t]?)`;
const ELSEWHERE = onlyElsewhere([
  where(new RegExp(`${IS_ELSEWHERE}${IN_QUOTES}`, "giu"), isQuotedSecret),
  where(new RegExp(`${IS_ELSEWHERE}([^\\s"'\`]{6,500})`, "giu"), (value) => looksSecret(value, true)),
]);

/** Redis' command AUTH, as MONITOR, ioredis and node-redis print it, with and without a user. */
const REDIS: readonly SecretShape[] = [
  where(/(["'`]AUTH["'`],?[ \t]{0,3}(?:"[^"\n]{1,100}",?[ \t]{0,3}(?="))?)("[^"\n]{1,500}")/gi, () => true),
  where(
    /(["'`]AUTH["'`],[ \t]{0,3}args:[ \t]{0,3}\[[ \t]{0,3}(?:'[^'\n]{1,100}',[ \t]{0,3}(?='))?)('[^'\n]{1,500}')/gi,
    () => true,
  ),
  where(/(\bAUTH[ \t])([^\s"'`<]{3,500})(?=[ \t]called without)/g, () => true),
  where(/(\bAUTH[ \t](?:\w{1,60}[ \t])?)(?!XOAUTH2|SCRAM|CRAM)([^\s"'`<]{6,500})/g, (value) =>
    looksSecret(value, true),
  ),
];

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
export const IN_PROSE: readonly (SecretShape | Pass)[] = [
  onlyWith(/AUTH/i, REDIS),
  ...SMTP,
  ALONE,
  onlyWithName(
    [...BEHIND_A_NOUN, ...IN_SENTENCES, onlyWith(new RegExp(`${LINK}${NOUN}`, "i"), BEFORE_A_NOUN)],
    ...["log(?:in|on|g)", "sign", "bind", "account", "user", "admin", "identified"],
  ),
  ELSEWHERE,
];
