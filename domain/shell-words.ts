/** Words as a shell would read them back. What it would expand is in single quotes, since no shell runs here. */
export function quoteWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
}

/** A path in a command to type: quoted where a shell would split or expand it, and never an option. */
export function quotePath(path: string): string {
  const word = path.startsWith("-") ? `./${path}` : path;
  return UNSEEN.test(word) ? byNumbers(word) : quoteWords([word]);
}

/** What moves a cursor, changes the direction of a line or ends it. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;

/** As bash, zsh and ksh read such a character, so that the command can be typed and shows none as it is. */
function byNumbers(word: string): string {
  const written = word
    .replaceAll(/[\\']/g, "\\$&")
    .replaceAll(new RegExp(UNSEEN, "gu"), (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `$'${written}'`;
}
