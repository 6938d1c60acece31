import { IN_QUOTES, isQuotedSecret, masking, where, withoutQuotes } from "./prose-parts";
import { looksSecret } from "./secret-look";
import { namesSecret } from "./secret-name";
import { isNoValue, keeping, NAME, type SecretShape } from "./secret-shape";

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

/** Two groups around a name: what is before it, and what is between it and its value. */
const named = (found: RegExp): SecretShape => ({
  found,
  masked: ([whole, before = "", name = "", between = "", value = ""], mask) =>
    namesSecret(name) && !isNoValue(value, name)
      ? `${before}${name}${between}${/^["']/.test(value) ? masking(value, mask) : mask}`
      : whole,
});

/** XML's elements and attributes, lists of names with values, a query that is encoded once more. */
const NAMED: readonly SecretShape[] = [
  named(/(<(?:[\w-]{1,40}:)?)([A-Za-z_][\w.-]{1,60})(>)([^<>\s][^<>\n]{0,500})(?=<\/)/g),
  named(
    /(\b(?:name|key)["']?\s{0,3}[=:]\s{0,3}["'])([A-Za-z_][\w.-]{1,60})(["'][\s,]{1,9}["']?value["']?\s{0,3}[=:]\s{0,3})("[^"\n]{1,500}"|'[^'\n]{1,500}')/gi,
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
export const IN_STRUCTURES: readonly SecretShape[] = [WRAPPED, ...NAMED, ...OBJECTS, SESSIONS];

const WRAPPER_ALONE = new RegExp(`^${WRAPPER}?$`, "i");

/** Whether a value is what a language prints before one in quotes, which {@link IN_STRUCTURES} masks. */
export const isWrapper = (value: string, rest: string): boolean =>
  WRAPPER_ALONE.test(`${value}${/^string\(\d+\)$/i.test(value) ? " " : ""}`) && /^ ?["']/.test(rest);
