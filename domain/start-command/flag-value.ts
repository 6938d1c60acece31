/** The values of any of these flags, in their order: `--flag value`, `--flag=value`, `-fvalue`. */
export function flagValues(words: readonly string[], flags: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    for (const flag of flags) {
      if (word === flag) return [words[index + 1] ?? ""];
      // `-p8000` and argparse's `-p=8000`, but `--port=8000` and `-Dserver.port=8000`.
      const value = joinedBy(flag.length > 2 ? `${flag}=` : flag, word)?.replace(/^=/, "");
      if (value !== undefined && (flag.startsWith("--") || !word.startsWith("--"))) return [value];
    }
    return [];
  });
}

/** The words that are neither options nor the values of these flags. */
export function plainWords(words: readonly string[], valued: readonly string[]): readonly string[] {
  return words.filter((word, index) => !word.startsWith("-") && !valued.includes(words[index - 1] ?? ""));
}

/** The last value of any of these flags, which is the one that counts. */
export function flagValue(words: readonly string[], flags: readonly string[]): string | undefined {
  return flagValues(words, flags).at(-1);
}

function joinedBy(start: string, word: string): string | undefined {
  return word.startsWith(start) ? word.slice(start.length) : undefined;
}
