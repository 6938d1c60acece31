/** A line that may say what went wrong, and how likely. */
export interface ErrorLine {
  readonly line: number;
  readonly text: string;
  readonly weight: number;
}

/** Words that speak of an error. */
interface ErrorWords {
  readonly id: string;
  readonly pattern: RegExp;
  readonly weight: number;
}

/** What programs say of a failure in words that no signature knows; the heaviest that fits counts. */
const WORDS: readonly ErrorWords[] = [
  { id: "words/0", pattern: /Traceback \(most recent call last\)/, weight: 4 },
  { id: "words/1", pattern: /^(?:[\w.]+\.)?\w*(?:Error|Exception|SystemExit|Interrupt)\b(?::|$)/, weight: 6 },
  { id: "words/2", pattern: /^FAILED\b/, weight: 6 },
  {
    id: "words/3",
    pattern: /\b(?:fatal|panic|segmentation fault|core dumped(?!\?)|unhandled)\b/i,
    weight: 5,
  },
  { id: "words/4", pattern: /\b(?:error|exception|critical)\b/i, weight: 4 },
  {
    id: "words/5",
    pattern: /\b(?:failed|failure|refused|denied|aborted|killed|cannot|could not|unable to)\b/i,
    weight: 3,
  },
  { id: "words/6", pattern: /\b(?:not found|invalid|missing|timed? ?out|exited|rejected)\b/i, weight: 2 },
];

/** The words by which a line of any log is found; the lighter ones weigh only where a line is read anyway. */
export const ERROR_WORDS = WORDS.filter(({ weight }) => weight >= 3);

/** Ends that were asked for. */
const ORDERLY = /was sent SIGTERM|signal (?:15|term)\b|'SIGTERM'|graceful(?:ly)? (?:shut|stop)/i;

export function errorWeight(text: string): number {
  // The platform's own lines say how it ended, which is known anyway.
  if (text.startsWith("==>") || ORDERLY.test(text)) return 0;
  return WORDS.find(({ pattern }) => pattern.test(text))?.weight ?? 0;
}
