import { closest, distance } from "fastest-levenshtein";

/** The candidate that `word` probably meant, or undefined where none is near enough to be suggested. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = word.toLowerCase();
  const exact = candidates.find((candidate) => candidate.toLowerCase() === lower);
  if (exact !== undefined) return exact;
  const candidate = closest(word, [...candidates]);
  // A third of the word may differ: `projctRef` finds `projectRef`, `foo` does not find `url`.
  return distance(word, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
}
