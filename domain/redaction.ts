/** What stands where a secret was. */
export const MASK = "***";

/** Shapes of secrets in free text; each keeps what identifies the place and masks the value. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // The password of a URL, up to the last @ before white space or a quote: a raw @ or / in it must not leak the rest.
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/[^\s:@/'"]{0,200}:)[^\s'"]{1,2000}@/gi, `$1${MASK}@`],
  [/\b(bearer\s+)[A-Za-z0-9._~+/=-]{8,}/gi, `$1${MASK}`],
  [/\brnd_[A-Za-z0-9]{6,}/g, MASK],
  [/\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(\.[A-Za-z0-9_-]*)?/g, MASK],
  [/\b((?:password|passwd|pwd|secret|token|api[_-]?key)["']?\s*[=:]\s*["']?)[^\s"'&,;]+/gi, `$1${MASK}`],
];

/**
 * Masks every secret that is known and every text that has a secret's shape. For all that is shown or kept.
 *
 * @param secrets values known to be secret; each is masked wherever it stands, percent-encoded too.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let masked = text;
  for (const secret of secrets) {
    // A secret of one or two characters would mask half the text and protect nothing.
    if (secret.length < 3) continue;
    for (const form of new Set([secret, encodeURIComponent(secret)])) masked = masked.replaceAll(form, MASK);
  }
  return SHAPES.reduce((result, [shape, replacement]) => result.replace(shape, replacement), masked);
}
