/** What a quote means inside it, or that the line has more than words and quotes: a comment, a heredoc, a nested command. */
const FURTHER = /[\n#`]|<<|\$[('"{]/;

/**
 * The quote that a line opens and does not close, at which a shell ends with a syntax error (POSIX, Shell Command
 * Language, 2.2); undefined where each is closed, or the line has what is not read here.
 */
export function openQuote(text: string): `"` | `'` | undefined {
  if (FURTHER.test(text)) return undefined;
  let open: `"` | `'` | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === "\\" && open !== "'") index += 1;
    else if (open === undefined && (sign === `"` || sign === "'")) open = sign;
    else if (sign === open) open = undefined;
  }
  return open;
}
