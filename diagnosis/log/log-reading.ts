import { redact } from "../../domain";
import type { LogLine } from "../diagnosis";
import type { Signature } from "../signature";
import { SIGNATURES } from "../signatures";
import { type Candidate, MAX_CHARACTERS } from "./candidate";
import { ERROR_WORD_ANCHORS, type ErrorLine, errorWeight } from "./error-words";
import { LineScanner, type Scanned } from "./line-scanner";
import { eventOf, LOG_EVENTS, type LogEvent } from "./log-event";
import { messageOf } from "./message";
import { MultiPatternMatcher, minimal } from "./multi-pattern-matcher";

/** One kind of symptom, with the first and the last line that show it. */
export interface SignatureMatch {
  readonly signature: Signature;
  readonly first: LogLine;
  readonly last: LogLine;
  readonly count: number;
}

/** All that a diagnosis needs of a log, in a size that does not grow with it. Its texts are masked. */
export interface LogReading {
  readonly lines: number;
  /** In the order of their first lines. */
  readonly matches: readonly SignatureMatch[];
  /** The first and the latest events of each kind. */
  readonly events: readonly LogEvent[];
  /** The most telling lines, in their order. */
  readonly errorLines: readonly ErrorLine[];
  /** The last lines, whatever they say. */
  readonly tail: readonly LogLine[];
}

/** What a line must have one of to be looked at. */
export const LOG_ANCHORS: readonly string[] = minimal([
  ...SIGNATURES.flatMap(({ anchors }) => anchors),
  ...LOG_EVENTS.flatMap(({ anchors }) => anchors),
  ...ERROR_WORD_ANCHORS,
]);

const MATCHER = new MultiPatternMatcher(LOG_ANCHORS);

const MAX_EVENTS = 40;
const MAX_ERROR_LINES = 10;

/** Takes a log in line by line, and forgets all but what counts. */
class Reader {
  private readonly matches = new Map<string, SignatureMatch>();
  private readonly events = new Map<LogEvent["kind"], LogEvent[]>();
  private errorLines: ErrorLine[] = [];

  take({ line, text }: Candidate): void {
    const message = messageOf(text);
    if (message.foreign) return;
    const event = eventOf(message.text, line);
    if (event !== undefined) this.note({ ...event, text: redact(event.text.trim()) });
    const signature = SIGNATURES.find((row) => isSeen(row, message.text));
    if (signature !== undefined) this.see(signature, { line, text: redact(message.text.trim()) });
    const weight = errorWeight(message.text);
    if (weight > 0) this.tell({ line, weight, text: message.text.trim() });
  }

  reading({ lines, tail }: Scanned): LogReading {
    const plain = (text: string): string => redact(text.trim());
    return {
      lines,
      matches: [...this.matches.values()],
      events: [...this.events.values()].flat().toSorted((one, other) => one.line - other.line),
      errorLines: this.errorLines
        .map((told) => ({ ...told, text: plain(told.text) }))
        .toSorted((one, other) => one.line - other.line),
      tail: tail.map(({ line, text }) => ({ line, text: plain(messageOf(text).text) })),
    };
  }

  private see(signature: Signature, at: LogLine): void {
    const before = this.matches.get(signature.id);
    const { first = at, count = 0 } = before ?? {};
    this.matches.set(signature.id, { signature, first, last: at, count: count + 1 });
  }

  /** Of many events of a kind the first ones and the last count: what happens between repeats them. */
  private note(event: LogEvent): void {
    const of = this.events.get(event.kind) ?? [];
    if (of.length >= MAX_EVENTS) of.splice(MAX_EVENTS / 2, 1);
    of.push(event);
    this.events.set(event.kind, of);
  }

  private tell(line: ErrorLine): void {
    // The same words again tell nothing more.
    if (this.errorLines.some(({ text }) => text === line.text)) return;
    this.errorLines.push(line);
    if (this.errorLines.length <= MAX_ERROR_LINES) return;
    const least = Math.min(...this.errorLines.map(({ weight }) => weight));
    this.errorLines.splice(
      this.errorLines.findIndex(({ weight }) => weight === least),
      1,
    );
  }
}

function isSeen({ anchors, pattern }: Signature, text: string): boolean {
  return anchors.some((anchor) => text.includes(anchor)) && pattern.test(text);
}

/** Reads a log of any size, as it comes. */
export async function readLog(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<LogReading> {
  const reader = new Reader();
  const scanner = new LineScanner(MATCHER, (candidate) => reader.take(candidate));
  for await (const chunk of chunks) scanner.add(chunk);
  return reader.reading(scanner.end());
}

/** Reads a log that is there as lines. */
export function readLogLines(lines: readonly string[]): LogReading {
  const reader = new Reader();
  const candidates = lines.map((text, index) => ({ line: index + 1, text: text.slice(0, MAX_CHARACTERS) }));
  for (const candidate of candidates) {
    if (MATCHER.next(Buffer.from(candidate.text)) >= 0) reader.take(candidate);
  }
  return reader.reading({
    lines: lines.length,
    tail: candidates.filter(({ text }) => text.trim() !== "").slice(-10),
  });
}
