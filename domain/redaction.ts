import { encodePart } from "./connection-url/format";

/** The text in place of a secret. */
export const MASK = "***";

/** Shapes of secrets in free text; each keeps what identifies the place and masks the value. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // The password of a URL, up to the last @ before white space or a quote: a raw @ or / in it must not leak the rest.
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/'"]{0,200}:)[^\s'"]{1,2000}@/gi, `$1${MASK}@`],
  [/\b(bearer\s+)[A-Za-z0-9._~+/=-]{8,}/gi, `$1${MASK}`],
  [/\brnd_[A-Za-z0-9]{6,}/g, MASK],
  // Tokens that their makers mark by a prefix: GitHub, npm, Slack, OpenAI, Stripe, SendGrid, Supabase.
  [
    /\b(?:(?:gh[opusr]_|github_pat_|xox[abpors]-|xapp-|sk-|[sr]k_live_|SG\.|sbp_|sb_secret_)[\w.-]{20,}|npm_[A-Za-z0-9]{36})/g,
    MASK,
  ],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*/g, MASK],
  [/\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(\.[A-Za-z0-9_-]*)?/g, MASK],
  // Pieces of a password that a client takes for a URL's host or port, since it has a raw `@` or `#`: psycopg's,
  // libpq's, Node's and Go's words for a host that is not found, and Python's for a port that is no number.
  [/(\b(?:host(?: ?name)?|server at|ENOTFOUND|EAI_AGAIN|lookup) ["'`]?)[^\s"'`@]+@/gi, `$1${MASK}@`],
  [/(invalid literal for int\(\) with base \d+: )'[^']*'/g, `$1'${MASK}'`],
  [/\b((?:password|passwd|pwd|secret|token|api[_-]?key)["']?\s*[=:]\s*["']?)[^\s"'&,;]+/gi, `$1${MASK}`],
];

/**
 * Masks every secret that is known and every text that has a secret's shape. For all that is shown or kept.
 *
 * @param secrets values known to be secret; each is masked everywhere, percent-encoded too.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  // A secret of one or two characters would mask half the text and protect nothing. A longer one goes first: the
  // shorter may be its beginning, and would leave the rest.
  const forms = new Set(secrets.filter((secret) => secret.length >= 3).flatMap(formsOf));
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  const masked = longestFirst.reduce((result, form) => result.replaceAll(form, MASK), text);
  return SHAPES.reduce((result, [shape, replacement]) => result.replace(shape, replacement), masked);
}

/** How a secret may be written in a text: as it is, percent-encoded by us, by browsers or by a form, and in JSON. */
function formsOf(secret: string): readonly string[] {
  const encoded = [encodePart(secret), encodeURIComponent(secret.toWellFormed())];
  const inForm = encoded.map((form) => form.replaceAll("%20", "+"));
  const lowered = encoded.map((form) => form.replaceAll(/%[0-9A-F]{2}/g, (octet) => octet.toLowerCase()));
  return [secret, ...encoded, ...inForm, ...lowered, JSON.stringify(secret).slice(1, -1)];
}
