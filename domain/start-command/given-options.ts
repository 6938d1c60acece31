/** The names of a command's options and its other words, behind its program: those before a `--`, without values behind `=`. */
export function givenOptions(words: readonly string[]): readonly string[] {
  const end = words.indexOf("--");
  return words.slice(0, end < 0 ? words.length : end).map((word) => word.split("=")[0] ?? "");
}
