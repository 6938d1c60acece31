import { keeping, type SecretShape, unlessNoValue } from "./secret-shape";

/** A text in quotes, behind one group. */
const QUOTED_INPUT = '(["\'`]|\\\\")((?:(?!\\2)[^\\n]){1,500})\\2';

/** What clients quote of a URL that they cannot read: a piece of it may be the password. */
const OF_A_URL: readonly SecretShape[] = [
  ...[
    "invalid integer value ",
    'missing "=" after ',
    "invalid URI query parameter: ",
    "cast to integer value as ",
    "invalid literal for int\\(\\) with base \\d+: ",
    "invalid percent-encoded token: ",
    "invalid port ",
    // pydantic's, whose line before names the field (docs.pydantic.dev: errors).
    "input_value=",
    // envalid's (github.com/af/envalid: src/validators.ts).
    "invalid (?:url|json|host)(?: input)?: ",
  ].map(
    (words): SecretShape => ({
      found: new RegExp(`(${words})${QUOTED_INPUT}(?! for connection option "(?!port|hostaddr|host))`, "gi"),
      masked: ([, before = "", quote = ""], mask) => `${before}${quote}${mask}${quote}`,
    }),
  ),
  keeping(/(\b(?:host(?: ?name)?|server at|ENOTFOUND|EAI_AGAIN|lookup) ["'`]?)([^\s"'`@]+)(@)/gi),
];

/**
 * A word as a generator makes it: capitals, small letters, and digits at three places. A name of a person's choice has a
 * version or a year at most.
 */
const RANDOM =
  "(?=[\\w-]{0,500}[a-z])(?=[\\w-]{0,500}[A-Z])(?=[A-Za-z_-]{0,500}\\d+[A-Za-z_-]+\\d+[A-Za-z_-]+\\d)[\\w-]{12,500}(?![\\w-])";

/** Where an error says the value that it was given, or took for something else. */
const RANDOM_AT: readonly string[] = [
  // zod's, valibot's.
  "\\breceived[\"']?:? ?[\"'`]",
  "\\bKeyError: (?:key not found: )?[\"':]",
  "\\bstarting at index \\d+: ",
  // A shell that was given a variable's value in place of a command.
  "\\bcommand not found: ",
  "\\b(?:secret|token|password|credentials?|\\w*[Kk]ey)(?: for)? [\"'`]?",
];

/** What errors of any program quote of what they were given. */
const OF_A_VALUE: readonly SecretShape[] = [
  keeping(new RegExp(`((?:${RANDOM_AT.join("|")}))(${RANDOM})()`, "g")),
  keeping(new RegExp(`(\\b(?:line )?\\d+: )(${RANDOM})(: (?:command )?not found)`, "g")),
  // OpenAI's, Stripe's, discord.py's: `Incorrect API key provided: …`.
  unlessNoValue(
    /(\b(?:token|key|secret|password|credentials?)\b(?: \w{1,20}){0,4} (?:passed|provided|supplied|given|used|received|entered): ["'`]?)((?!https?:|\w{0,12}\*{3,}\w{0,6}(?![^\s"'`.,)]))(?=[^\s"'`]{0,500}\d)[^\s"'`]{8,500})()/gi,
  ),
  // The third argument in PHP's stacks (php.net: mysqli::__construct, PDO::__construct).
  keeping(
    /(\b(?:mysqli|PDO|mysqli_(?:real_)?connect|mysql_p?connect)(?:->__construct)?\((?:Object\([\w\\]{1,100}\), )?(?:(?:'[^'\n]{0,500}'|NULL), ){2}')([^'\n]{1,500})(')/g,
  ),
];

/** What errors quote: of a URL that a client cannot read, and of any value. */
export const IN_ERRORS: readonly SecretShape[] = [...OF_A_URL, ...OF_A_VALUE];
