import { redact } from "../../domain";
import type { LogLine } from "../diagnosis";
import type { Signature } from "../signature";
import { SIGNATURES } from "../signatures";
import { type Candidate, MAX_CHARACTERS } from "./candidate";
import { type ErrorLine, errorWeight } from "./error-words";
import { LineScanner } from "./line-scanner";
import { rowOf, STEM_MATCHER, stemsIn } from "./line-table";
import { eventOf, LOG_EVENTS, type LogEvent } from "./log-event";
import type { LogReading, SignatureMatch } from "./log-reading";
import { messageOf } from "./message";

const MAX_EVENTS = 40;
const MAX_ERROR_LINES = 10;
const TAIL = 10;

/** Takes a log in line by line, as it is written, and forgets all but what counts. */
export class LogReader {
  private readonly matches = new Map<string, SignatureMatch>();
  private readonly events = new Map<LogEvent["kind"], LogEvent[]>();
  private errorLines: ErrorLine[] = [];
  private lines = 0;
  private tail: Candidate[] = [];

  /** The next line, whole and without its end. */
  add(text: string): void {
    this.lines += 1;
    const candidate = { line: this.lines, text: text.slice(0, MAX_CHARACTERS) };
    if (candidate.text.trim() !== "") this.tail = [...this.tail.slice(1 - TAIL), candidate];
    if (STEM_MATCHER.next(Buffer.from(candidate.text)) >= 0) this.take(candidate);
  }

  /** Whoever reads the log knows from elsewhere that the deploy is live, before its next line. */
  noteLive(): void {
    this.note({ kind: "live", line: this.lines + 1, text: "", host: undefined, port: undefined });
  }

  /** A log's bytes, as they come; in place of `add`. */
  async readAll(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const scanner = new LineScanner(STEM_MATCHER, (candidate) => {
      this.take(candidate);
      return 0;
    });
    for await (const chunk of chunks) scanner.add(chunk);
    const { lines, tail } = scanner.end();
    this.lines = lines;
    this.tail = [...tail];
  }

  /** What the log shows so far. */
  reading(): LogReading {
    const plain = (text: string): string => redact(text.trim());
    return {
      lines: this.lines,
      matches: [...this.matches.values()],
      events: [...this.events.values()].flat().toSorted((one, other) => one.line - other.line),
      errorLines: this.errorLines
        .map((one) => ({ ...one, text: plain(one.text) }))
        .toSorted((one, other) => one.line - other.line),
      tail: this.tail.map(({ line, text }) => ({ line, text: plain(messageOf(text).text) })),
    };
  }

  private take({ line, text }: Candidate): void {
    const message = messageOf(text);
    if (message.foreign) return;
    const stems = stemsIn(message.text);
    const event = eventOf(rowOf(LOG_EVENTS, message.text, stems), message.text, line);
    if (event !== undefined) this.note({ ...event, text: redact(event.text.trim()) });
    const signature = rowOf(SIGNATURES, message.text, stems);
    if (signature !== undefined) this.match(signature, { line, text: redact(message.text.trim()) });
    const weight = errorWeight(message.text);
    if (weight > 0) this.keep({ line, weight, text: message.text.trim() });
  }

  private match(signature: Signature, at: LogLine): void {
    const { first = at, count = 0 } = this.matches.get(signature.id) ?? {};
    this.matches.set(signature.id, { signature, first, last: at, count: count + 1 });
  }

  /** Of many events of a kind the first ones and the last count: what happens between repeats them. */
  private note(event: LogEvent): void {
    const of = this.events.get(event.kind) ?? [];
    if (of.length >= MAX_EVENTS) of.splice(MAX_EVENTS / 2, 1);
    of.push(event);
    this.events.set(event.kind, of);
  }

  private keep(line: ErrorLine): void {
    // The same words again say nothing more.
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

/** Reads a log of any size, as it comes. */
export async function readLog(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<LogReading> {
  const reader = new LogReader();
  await reader.readAll(chunks);
  return reader.reading();
}

/** Reads a log that is there as lines. */
export function readLogLines(lines: readonly string[]): LogReading {
  const reader = new LogReader();
  for (const line of lines) reader.add(line);
  return reader.reading();
}
