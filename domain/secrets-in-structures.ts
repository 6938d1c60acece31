import { isPlain } from "./code-literal";
import { IN_QUOTES, isQuotedSecret, masking, where, withoutQuotes } from "./prose-parts";
import { looksSecret } from "./secret-look";
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
    !isPlain(withoutQuotes(quoted)) &&
    (OF_A_VALUE.test(wrapper) || looksSecret(withoutQuotes(quoted), true))
      ? `${name}${sign}${wrapper}${masking(quoted, mask)}`
      : whole,
};

/** What servers call the cookie of a session. */
const IS_SESSION = /(?:^|[-_.])sess(?:ion)?(?:[-_]?id)?$|(?:^|[-_.])sid$/i;

/** Two groups around a name: what is before it, and what is between it and its value. */
const named = (found: RegExp): SecretShape => ({
  found,
  masked: ([whole, before = "", name = "", between = "", value = ""], mask) =>
    (namesSecret(name) ||
      (IS_SESSION.test(name) && isQuotedSecret(value) && withoutQuotes(value).length > 7)) &&
    !isNoValue(value, name)
      ? `${before}${name}${between}${inEscapedQuotes(value, mask)}`
      : whole,
});

/** Quotes of a pair in whatever notation, also behind backslashes. */
const QUOTE = "(?:\\\\{0,7}[\"'])?";
/** Where a key begins. */
const IN_PAIR = `(?<![\\w.-])${QUOTE}`;
const IS = `${QUOTE}\\s{0,3}[:=]\\s{0,3}`;
const IS_GIVEN = `${IS}${QUOTE}`;
const CALLED = "([A-Za-z_][\\w.-]{1,60})";
/** Up to two more pairs between the two: `sync: false`. */
const OTHER_KEYS = `${QUOTE}[\\s,;]{1,40}(?:${QUOTE}(?!name|key|value)\\w{1,30}${IS_GIVEN}[\\w./-]{0,60}${QUOTE}[\\s,;]{1,40}){0,2}${QUOTE}`;
const GIVEN =
  "(\\\\{1,7}[\"'][^\"'\\\\\\n]{1,500}\\\\{1,7}[\"']|\"[^\"\\n]{1,500}\"|'[^'\\n]{1,500}'|[^\\s\"'\u0060,;{}[\\]<>\\\\]{3,500})";

/** The value in front of its name: `{"value": "…", "key": "DB_PASSWORD"}`. */
const VALUE_FIRST: SecretShape = {
  found: new RegExp(`(${IN_PAIR}value${IS})${GIVEN}(${OTHER_KEYS}(?:name|key)${IS_GIVEN})${CALLED}`, "gi"),
  masked: ([whole, before = "", value = "", between = "", name = ""], mask) =>
    namesSecret(name) && !isNoValue(value, name)
      ? `${before}${inEscapedQuotes(value, mask)}${between}${name}`
      : whole,
};

const inEscapedQuotes = (value: string, mask: string): string => {
  const quote = /^\\*["']/.exec(value)?.[0] ?? "";
  return `${quote}${mask}${quote}`;
};

/** A line of a file of PostgreSQL's passwords: `host:port:database:user:password` (postgresql.org: libpq-pgpass). */
const PGPASS = where(
  /((?:^|[\s"'`>|])(?!\S{1,200}\.(?:[cm]?[jt]sx?|py|go|rs|rb|php|java|kt|cs|exs?|c|h|cc|cpp):\d)(?:\*|[\w.-]{1,200}|\[[\da-f:]{2,40}\]):(?:\d{4,5}|\*):(?:\*|(?!\d+:)[\w.$-]{1,63}):(?:\*|(?!error|warn|info|debug)[\w.@-]{1,63}):)([^\s:"'`][^\s"'`]{2,500})(?=["'`]?[ \t]*\r?$)/gm,
  (value) => !isNoValue(value, ""),
);

/** XML's elements and attributes, lists of names with values, a query that is encoded once more. */
const NAMED: readonly SecretShape[] = [
  named(/(<(?:[\w-]{1,40}:)?)([A-Za-z_][\w.-]{1,60})(>)([^<>\s][^<>\n]{0,500})(?=<\/)/g),
  named(
    new RegExp(
      `(${IN_PAIR}(?:name|key|id)${IS_GIVEN})${CALLED}(${OTHER_KEYS}(?:value|default)${IS})${GIVEN}`,
      "gi",
    ),
  ),
  named(new RegExp(`(<[a-z][^<>]{0,80} type=["'])(password)(["'][^<>]{0,200}? value=)${GIVEN}`, "gi")),
  named(
    new RegExp(`(\\bvariable[ ]")${CALLED}("[ ]\\{[^{}]{0,400}?\\bdefault\\s{0,20}=\\s{0,3})${GIVEN}`, "g"),
  ),
  named(/((?<![\w%])|%26|%3F)([A-Za-z_][\w.-]{1,60})(%3D)([^\s&%"'<>]{3,500})/g),
];

/** `Credentials("app", "…")`, `Secret{value=…}`: the last of what an object is made of. */
const OBJECTS: readonly SecretShape[] = [
  where(
    new RegExp(
      `(\\b\\w{0,40}(?:Password|Credentials?|ApiKey)\\((?:[^()"'\\n]{0,60}["'][^"'\\n]{0,100}["'],[ ]?)?)${IN_QUOTES}(?=\\))`,
      "g",
    ),
    isQuotedSecret,
  ),
  where(
    /(\b\w{0,40}(?:Password|Secret|Token|Credentials?|ApiKey)[{(]\s?(?:value|raw|inner)\s?[=:]\s?)([^\s"'{}(),]{3,500})/g,
    (value) => looksSecret(value, true),
  ),
];

/** Sessions' cookies, by the names that servers give them. */
const SESSIONS = keeping(/(\b(?:j|php|asp\.net_)?sess(?:ion)?[-_]?id=)([^\s;&"'`<>$*]{8,500})()/gi);

/** Secrets at their places in objects, elements, pairs and cookies. */
export const IN_STRUCTURES: readonly Pass[] = [
  onlyWithName([WRAPPED, ...NAMED, VALUE_FIRST], "sess"),
  onlyWith(/:(?:\d{4,5}|\*):/, [PGPASS]),
  onlyWithName([...OBJECTS, SESSIONS], "sess"),
];

const WRAPPER_ALONE = new RegExp(`^${WRAPPER}?$`, "i");

/** Whether a value is what a language prints before one in quotes, which {@link IN_STRUCTURES} masks. */
export const isWrapper = (value: string, rest: string): boolean =>
  WRAPPER_ALONE.test(`${value}${/^string\(\d+\)$/i.test(value) ? " " : ""}`) && /^ ?["']/.test(rest);
