/** What a variable's name says of the value that belongs there. */
export type PlaceOfValue = "secret" | "address" | "text" | "other";

/** Keys of a table, a cache or a queue, and what is public: no secret, whatever their last word. */
const NO_SECRET =
  /(?:^|_)(?:SORT|PARTITION|CACHE|PRIMARY|FOREIGN|ROUTING|HASH|RANGE|INDEX|PUBLIC|SITE|MIN|MAX|RESET)_(?:\w+_)?(?:KEY|PASSWORD|TOKEN)/i;

const SECRET =
  /^PGPASSWORD$|(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|CREDENTIALS?|DSN|SALT|SID|KEY_(?:ID|BASE|PEM|BASE64|B64))$/i;

const ADDRESS =
  /^PG(?:HOST|USER|DATABASE)$|(?:^|_)(?:UR[LI]|(?:DB|DATABASE|CLOUD)_NAME|HOST|HOSTNAME|DOMAIN|ENDPOINT|SERVER|EMAIL|BUCKET|ID|USER|USERNAME|ROLE|REPO|REPOSITORY|ORG|PROJECT|PROJECT_REF|REF|ACCOUNT|CONNECTION_STRING)$|^(?:.*_)?(?:MAIL|EMAIL|SMTP)_(?:FROM|SENDER|REPLY_TO)(?:_(?:ADDRESS|EMAIL))?$|^(?:DEFAULT_)?FROM_EMAIL$/i;

/** Names of variables whose value is a pattern or prose by intention, in which markers belong. */
const TEXT =
  /(?:^|_)(?:FORMAT|PATTERN|TEMPLATE|MASK|REGEX|REGEXP|PROMPT|MESSAGE|TEXT|LABEL|TITLE|SUBJECT|DESCRIPTION|HTML|PREFIX|SUFFIX|SEPARATOR|PLACEHOLDER|HINT|TOOLTIP|CAPTION|HELP)S?$/i;

export function placeOfValue(name: string): PlaceOfValue {
  if (TEXT.test(name)) return "text";
  if (SECRET.test(name) && !NO_SECRET.test(name)) return "secret";
  return ADDRESS.test(name) ? "address" : "other";
}
