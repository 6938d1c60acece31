/** The last value of any of these flags: `--flag value`, `--flag=value`, `-fvalue`. */
export function flagValue(words: readonly string[], flags: readonly string[]): string | undefined {
  const values = words.flatMap((word, index) =>
    flags.flatMap((flag) => {
      if (word === flag) return [words[index + 1] ?? ""];
      if (flag.startsWith("--")) return word.startsWith(`${flag}=`) ? [word.slice(flag.length + 1)] : [];
      return word.startsWith(flag) && !word.startsWith("--") ? [word.slice(flag.length)] : [];
    }),
  );
  return values.at(-1);
}
