const QUOTE = /(?<!\\)\\+"/g;
/** Where a stack was written into one line, its frames and the error after them begin lines again. */
const BREAK = /\\n(?=\s*(?:\\t)?\s*(?:at |File "|from \/|Traceback |[\w.]+(?:Error|Exception)\b))/g;

/** A step's command, which BuildKit quotes as a whole: its end is found by the quote that is not escaped. */
const OF_A_STEP = /\bprocess "/;

/** A text that was written within a string: its quotes, and the lines of a stack, as they were before. */
export function unescaped(text: string): string {
  if (!text.includes("\\") || OF_A_STEP.test(text)) return text;
  return text.replaceAll(QUOTE, '"').replaceAll(BREAK, "\n");
}
