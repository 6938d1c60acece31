import type { LogLine } from "../diagnosis";
import { isHarmless } from "../log/error-words";
import type { LogReading } from "../log/log-reading";
import type { Stage } from "../signature";

/** From this weight on a line of a program says something of a failure, where it is known that one was. */
const TELLING = 2;
const MAX_QUOTED = 3;
const LONGEST = 160;

/** The lines of the program's own that say most of a failure whose end alone is known, in the log's order. */
function tellingLines({ errorLines }: LogReading, but: readonly LogLine[]): readonly LogLine[] {
  const known = new Set(but.map(({ line }) => line));
  return errorLines
    .filter(({ line, weight }) => weight >= TELLING && !known.has(line))
    .toSorted((one, other) => other.weight - one.weight || one.line - other.line)
    .slice(0, MAX_QUOTED)
    .toSorted((one, other) => one.line - other.line)
    .map(({ line, text }) => ({ line, text }));
}

/** Lines that a step's tool prints around it, and that say nothing of it. */
const AROUND = /^(?:[-=*>#$+]|Step \d|STEP \d|\w+:?$|\[[\w ]+\]$|at |File ")|^\s*$/;

/** The end of something, and the line before it. */
interface Ending {
  readonly evidence: readonly LogLine[];
  readonly stage: Stage;
  readonly before?: LogLine;
}

/** Of a step that failed without any word for an error the last line that it printed before its end. */
function lastWordsOf({ stage, before }: Ending): readonly LogLine[] {
  if (before === undefined || stage !== "step") return [];
  return AROUND.test(before.text) || isHarmless(before.text) ? [] : [before];
}

/** What a failure whose end alone is known says of itself: lines that speak of an error, or a step's last words. */
export function toldOf(root: Ending, reading: LogReading): readonly LogLine[] {
  const telling = tellingLines(reading, root.evidence);
  return telling.length === 0 ? lastWordsOf(root) : telling;
}

/** A cause with what the log's own lines say of it. */
export function withQuotes(cause: string, lines: readonly LogLine[]): string {
  const quotes = lines
    .map(({ text }) => text.trim())
    .filter((text, index, all) => !cause.includes(text) && all.indexOf(text) === index)
    .map((text) => `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text}”`);
  return quotes.length === 0 ? cause : `${cause}; the log says ${quotes.join(", ")}`;
}
