/** The last value of any of these flags: `--flag value`, `--flag=value`, `-fvalue`. */
export function flagValue(words: readonly string[], flags: readonly string[]): string | undefined {
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = words[index] ?? "";
    for (const flag of flags) {
      if (word === flag) return words[index + 1] ?? "";
      const value = flag.startsWith("--") ? joinedBy(`${flag}=`, word) : joinedBy(flag, word);
      if (value !== undefined && (flag.startsWith("--") || !word.startsWith("--"))) return value;
    }
  }
  return undefined;
}

function joinedBy(start: string, word: string): string | undefined {
  return word.startsWith(start) ? word.slice(start.length) : undefined;
}
