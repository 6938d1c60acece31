/** Words as a shell would read them back. What it would expand is in single quotes, since no shell runs here. */
export function quoteWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(" ");
}

/** A path in a command to type: quoted where a shell would split or expand it, and never an option. */
export function quotePath(path: string): string {
  return quoteWords([path.startsWith("-") ? `./${path}` : path]);
}
