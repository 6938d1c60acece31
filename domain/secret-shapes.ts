import { readValue } from "./code-value";
import { isOtherName } from "./code-words";
import { isNoneOfFlag, isServiceOfArn, isTask } from "./no-secret";
import { isNoneOfName } from "./no-value-of-name";
import { LABELS } from "./secret-labels";
import { namesSecret } from "./secret-name";
import {
  foundBy,
  inQuotes,
  isNoValue,
  keeping,
  NAME,
  onlyWith,
  onlyWithName,
  type Pass,
  type SecretShape,
  shapesIn,
  VALUE,
  withoutShape,
} from "./secret-shape";
import { SIGNS } from "./secret-signs";
import { TOKENS } from "./secret-tokens";
import { AT_PLACES } from "./secrets-at-places";
import { IN_ARGUMENTS, withoutArguments } from "./secrets-in-calls";
import { signOf, withoutAssigned } from "./secrets-in-code";
import { IN_COMMANDS } from "./secrets-in-commands";
import { IN_ERRORS } from "./secrets-in-errors";
import { IN_HEADERS } from "./secrets-in-headers";
import { IN_PROSE } from "./secrets-in-prose";
import { IN_STATEMENTS } from "./secrets-in-statements";
import { IN_STRUCTURES, isWrapper } from "./secrets-in-structures";
import { REPORTED } from "./secrets-reported";
import { isStatus } from "./status-words";

/** The words of a pattern that says how a URL is written: all three of its parts, so that no real one is taken for it. */
const PATTERN_USER = /:\/{1,2}["'`]?(?:user(?:name)?|role):$/i;
const PATTERN_PASSWORD = /^(?:password|<password>|\[(?:your-)?password\])$/i;
const PATTERN_HOST = /^@(?:host(?:name)?|<host(?:name)?>|\[host(?:name)?\])(?=$|[:/\s"'`,.;)])/i;

/** `scheme://user:password@host:port/database` stays readable: it says what to type, and holds no secret. */
const unlessPattern = ({ found, masked }: SecretShape): SecretShape => ({
  found,
  masked(match, mask) {
    const [whole, before = "", password = ""] = match;
    const at = match.index + before.length;
    const behind = match.input.slice(at + password.length, at + password.length + 50);
    const isPattern =
      PATTERN_USER.test(match.input.slice(Math.max(0, at - 50), at)) &&
      PATTERN_PASSWORD.test(password) &&
      PATTERN_HOST.test(behind);
    return isPattern || /^[$#%]?\{[\w.$?!() ]{1,100}\}$/.test(password) ? whole : masked(match, mask);
  },
});

/**
 * Schemes behind whose colon no user is: `mailto:jane@acme.com`, `npm:vite@5`. Behind `user:` is a mail's address, which
 * has small letters and neither port nor path, or else a password.
 */
const NO_USER =
  "(?:mailto|npm|sip|xmpp|workspace|jsr|acct|urn|file|user(?=:[a-z._-]+@[\\w.-]+(?![\\w.:/-]))|sha\\d+)";

/** The user's part of a URL, whole or broken: up to the last `@`, since a raw one or a raw `/` may be in a password. */
const URLS: readonly SecretShape[] = [
  // GitHub's form of a token that is the user.
  keeping(/(:\/\/)([^\s/:@]{8,500})(:x-oauth-basic@)/g),
  // Between quotes a blank may be in it too.
  keeping(/((?:["'`]|\\")[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/'"`]{0,200}:)([^'"`\n\\]{1,2000})(@)/gi),
  keeping(/\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/'"]{0,200}:)([^\s'"]{1,2000}(?: [^\s'"@]{1,200})?)(@)/gi),
  // One slash, none, or no colon before them, and no scheme at all.
  keeping(/\b([a-z][a-z0-9+.-]{0,30}:?\/{1,2}[^\s:@/'"]{0,200}:)([^\s'"]{1,2000})(@)(?!sha\d)/gi),
  keeping(
    new RegExp(
      `((?<![\\w.-])(?!${NO_USER}:)(?:[a-z][a-z0-9+]{2,30}:)?(?!${NO_USER}:)[A-Za-z_][\\w.%+-]{0,100}:)([^\\s:'"@/]{3,500})(@(?!sha\\d+:|[\\d.]+(?:\\s|$|["']))[A-Za-z[][\\w.\\]-]*(?:[:/]|\\s|$|["'.,)]))`,
      "g",
    ),
  ),
  // A password where the port belongs: `postgresql://HOST:password/database`.
  keeping(
    /(\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/'"<>{}$[\]]{1,200}:)((?!\d{1,5}(?:\D|$)|[A-Z_]+(?:[/?#\s'"]|$)|[$<{[*])[^\s'"/@?#]{3,500})(?=[/?#\s'",)]|$)/gi,
  ),
  // JSON of PHP and of others, with a backslash before each slash.
  keeping(/(\b[a-z][a-z0-9+.-]{0,30}:(?:\\{1,7}\/){2}[^\s:@/'"\\]{0,200}:)([^\s'"@]{1,500})(@)/gi),
  // A user alone is a key at a web address, such as Sentry's, unless it is git's or a mail's.
  keeping(/(\bhttps?:\/\/)((?!git@|user@)[A-Za-z0-9_-]{8,200})(@)/gi),
  keeping(/(%3A%2F%2F[^\s%]{0,200}%3A)((?:(?!%40)[^\s'"]){1,500})(%40)/gi),
].map(unlessPattern);

/** Data source names of Go's MySQL driver: `user:password@tcp(host:3306)/database` (github.com/go-sql-driver/mysql). */
const MYSQL_OF_GO = keeping(/((?<![\w.%+-])[A-Za-z_][\w.%+-]{0,100}:)([^\s'"]{1,500})(@(?:tcp6?|unix)\()/g);

/**
 * Words without which a sentence in English hardly goes on, and which are in no password. Parts of an error of Go's are
 * joined by colons.
 */
const SENTENCE =
  /^[A-Za-z']+,?(?: [A-Za-z']+[,:]?){0,4}? (?:a|an|the|is|are|was|were|has|have|must|may|can|cannot|not|for|to|of|in|it|this|that|failed|be|by|with|got)\b|^(?:it|this|that|the|a|an|is|must|not|too|can't|cannot|couldn't|doesn't|don't|unable|ensure|please) /i;

/** A word alone, or an error's class with its module: a sentence may follow, as no setting's name has it. */
const CALLED = /^(?:[A-Za-z]+|(?:[A-Za-z_]\w*(?:\.|::))+[A-Z][a-z]+[A-Z]\w*)$/;

/** A name that says that a secret follows, a sign, and the value: in quotes to their end, else to the next blank. */
const ASSIGNED: SecretShape = {
  found: new RegExp(`${NAME}(\\\\?["']?\\]?\\s{0,3}(?:=>|:=|==?|:)\\s{0,3})${VALUE}`, "gi"),
  masked: (match, mask) => {
    const [whole, name = "", sign = "", value = ""] = match;
    const rest = match.input.slice(
      match.index + name.length + sign.length,
      match.index + name.length + sign.length + 200,
    );
    // The value may be an assignment too: `healthCheckPath: /h?token=…`.
    if (!namesSecret(name.replace(/^-+/, ""))) return `${name}${sign}${withoutShape(value, ASSIGNED, mask)}`;
    if (isNoValue(value, name) || isWrapper(value, rest.slice(value.length))) return whole;
    if (isStatus(name, sign, rest)) return whole;
    const before = match.input.slice(Math.max(0, match.index - 60), match.index);
    if (isNoneOfName(before, name, sign, rest)) return whole;
    // A log's fields behind the name of a part: `auth: user=app db=shop`.
    if (sign.trim() === ":" && /^auth\w*$/i.test(name) && /^[a-z_]+=[^=]/.test(value))
      return `${name}${sign}${withoutShape(value, ASSIGNED, mask)}`;
    if (/^["']?:$/.test(sign.trim()) && !/^["']/.test(value) && CALLED.test(name) && SENTENCE.test(rest))
      return whole;
    // Its secrets are masked, and an opening sign is none.
    if (readValue(match.input, match.index + name.length + sign.trimEnd().length, name, signOf(sign)).isCode)
      return `${name}${sign}${withoutShape(value, ASSIGNED, mask)}`;
    if (sign === ":" && (isTask(before, value) || isServiceOfArn(before))) return whole;
    return `${name}${sign}${inQuotes(value, mask)}`;
  },
};

/** A list of a statement's columns, up to one of them. */
const IN_COLUMNS = /\b(?:insert|replace) into [^()\n]{1,120}\([^()\n]*$/i;

/** `os.getenv("API_KEY", "…")`: the name in quotes, and what counts without it. */
const PAIR: SecretShape = {
  found: new RegExp(
    `${NAME}(["']\\s{0,3},\\s{0,3})(""[^"\\n]{1,4000}""|"(?:[^"\\\\\\n]|\\\\.){1,4000}"?|'(?:[^'\\\\\\n]|\\\\.){1,4000}'?)`,
    "gi",
  ),
  masked: ({ 0: whole, 1: name = "", 2: sign = "", 3: value = "", index, input }, mask) =>
    namesSecret(name) &&
    !isNoValue(value, name) &&
    !isOtherName(value.slice(1, -1)) &&
    !IN_COLUMNS.test(input.slice(Math.max(0, index - 300), index))
      ? `${name}${sign}${inQuotes(value, mask)}`
      : whole,
};

/** `--password-from VARIABLE`, `--password-stdin`: a flag that says where the secret is. */
const NAMES_A_SOURCE = /-(?:from|from-env|env|stdin)$/;

/** `--token VALUE`, with a blank between. */
const FLAG: SecretShape = {
  found: new RegExp(`(?<![\\w-])(--?[A-Za-z][\\w-]{1,60})(\\s+)(?!-)${VALUE}`, "g"),
  masked: ({ 0: whole, 1: name = "", 2: blank = "", 3: value = "", index, input }, mask) =>
    namesSecret(name.replace(/^-+/, "")) &&
    !NAMES_A_SOURCE.test(name) &&
    !isNoValue(value, name) &&
    !isNoneOfFlag(input.slice(Math.max(0, index - 200), index), name, value)
      ? `${name}${blank}${inQuotes(value, mask)}`
      : whole,
};

/** In this order: what is more certain of its end goes first. */
export const SECRET_SHAPES: readonly (SecretShape | Pass)[] = [
  onlyWith(/@|:\/\/|%40/, [...URLS, MYSQL_OF_GO]),
  onlyWith(
    /invalid|missing|cast|received|key|not found|index|input_value|token|secret|pass|credential|mysql|PDO|@/i,
    IN_ERRORS,
  ),
  onlyWith(/[@=]|invalid|credential|auth|pass|\.env|export/i, AT_PLACES),
  onlyWith(/insert|replace|param|bindings|key \(|duplicate/i, IN_STATEMENTS),
  onlyWithName(REPORTED),
  onlyWith(/cookie|auth|bearer|basic|-u/i, IN_HEADERS),
  ...TOKENS,
  ...IN_COMMANDS,
  onlyWithName([withoutAssigned]),
  withoutArguments,
  onlyWith(/["'][ \t]{0,3},|basic_auth/, IN_ARGUMENTS),
  LABELS,
  ...IN_STRUCTURES,
  ...IN_PROSE,
  onlyWithName([ASSIGNED, PAIR, FLAG]),
];

foundBy(shapesIn(SECRET_SHAPES), SIGNS);
