/** A line that may tell what went wrong, and how likely. */
export interface ErrorLine {
  readonly line: number;
  readonly text: string;
  readonly weight: number;
}

/** What programs say of a failure in words that no signature knows; the heaviest that fits counts. */
const WORDS: readonly { readonly pattern: RegExp; readonly weight: number }[] = [
  { pattern: /^(?:[\w.]+\.)?\w*(?:Error|Exception|Exit|Interrupt)\b(?::|$)/, weight: 6 },
  { pattern: /^FAILED\b/, weight: 6 },
  { pattern: /\b(?:fatal|panic|segmentation fault|core dumped|unhandled)\b/i, weight: 5 },
  { pattern: /\b(?:error|exception|critical)\b/i, weight: 4 },
  { pattern: /\b(?:failed|failure|refused|denied|aborted|killed|cannot|could not|unable to)\b/i, weight: 3 },
  { pattern: /\b(?:not found|invalid|missing|timed? ?out|exited|rejected)\b/i, weight: 2 },
];

/** Parts of those words, as a matcher looks for them. */
export const ERROR_WORD_ANCHORS: readonly string[] = [
  "Error",
  "error",
  "xception",
  "ERROR",
  "FATAL",
  "FAILED",
  "CRITICAL",
  "fatal",
  "panic",
  "ailed",
  "refused",
  "denied",
  "annot",
  "ould not",
];

export function errorWeight(text: string): number {
  // The platform's own lines say how it ended, which is known anyway.
  if (text.startsWith("==>")) return 0;
  return WORDS.find(({ pattern }) => pattern.test(text))?.weight ?? 0;
}
