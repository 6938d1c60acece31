import { type Candidate, lookedAt, MAX_LINE } from "./candidate";
import type { MultiPatternMatcher } from "./multi-pattern-matcher";
import { newlinesIn } from "./newlines";

const NEWLINE = 0x0a;

/** A line that goes on so long is no message: what comes after this many bytes of it is passed by. */
const MAX_CARRIED = 64 * 1024;

/** What a scanned log was, beside its candidates. */
export interface Scanned {
  /** How many lines it has. */
  readonly lines: number;
  /** Its last lines, whatever they say. */
  readonly tail: readonly Candidate[];
}

const TAIL = 10;
const TAIL_BYTES = 64 * 1024;

/**
 * Hands on the lines in which something is found, in their order. The bytes are looked through chunk by chunk and many lines
 * at a time; only a line that is found is decoded. Memory does not grow with the log.
 */
export class LineScanner {
  /** The end of the last chunk, which is no whole line yet. */
  private carried: Uint8Array = new Uint8Array();
  /** Lines that have ended. */
  private count = 0;
  /** How many of the next lines are wanted, whatever they say. */
  private wanted: number;
  private tail: Uint8Array = new Uint8Array();

  /**
   * @param matcher finds what a line must have
   * @param onCandidate answers how many lines after this one are wanted too
   * @param whole so many first lines are wanted, whatever they say
   */
  constructor(
    private readonly matcher: MultiPatternMatcher,
    private readonly onCandidate: (candidate: Candidate) => number,
    whole = 0,
  ) {
    this.wanted = whole;
  }

  add(chunk: Uint8Array): void {
    let rest = chunk;
    if (this.carried.length > 0) {
      // Only the line that the last chunk began is put together: a chunk is never copied whole.
      const first = chunk.indexOf(NEWLINE) + 1;
      const line = Buffer.concat([this.carried, first > 0 ? chunk.subarray(0, first) : chunk]);
      if (first === 0) {
        this.carried = line.subarray(0, MAX_CARRIED);
        return;
      }
      this.lookThrough(line);
      rest = chunk.subarray(first);
    }
    const end = rest.lastIndexOf(NEWLINE) + 1;
    if (end > 0) this.lookThrough(rest.subarray(0, end));
    // A copy, since the chunk's memory is the stream's to use again.
    this.carried = Buffer.from(rest.subarray(end, end + MAX_CARRIED));
  }

  end(): Scanned {
    if (this.carried.length > 0) this.lookThrough(Buffer.concat([this.carried, Buffer.of(NEWLINE)]));
    this.carried = new Uint8Array();
    const lines = Buffer.from(this.tail).toString("latin1").split("\n").slice(0, -1);
    const first = this.count - lines.length + 1;
    const tail = lines.map((text, index) => candidate(first + index, Buffer.from(text, "latin1")));
    return { lines: this.count, tail: tail.filter(({ text }) => text.trim() !== "").slice(-TAIL) };
  }

  /** Whole lines, each with its end. */
  private lookThrough(bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    /** Where the next line begins; those before it are counted. */
    let at = 0;
    while (at < buffer.length) {
      if (this.wanted > 0) {
        this.wanted -= 1;
        at = this.handOn(buffer, at);
        continue;
      }
      const hit = this.matcher.next(buffer, at);
      if (hit < 0) break;
      const start = buffer.lastIndexOf(NEWLINE, hit) + 1;
      this.count += newlinesIn(buffer, at, start);
      at = this.handOn(buffer, start);
    }
    this.count += newlinesIn(buffer, at, buffer.length);
    this.keepTail(bytes);
  }

  /** Hands on the line that begins there, and answers where the next one does. */
  private handOn(buffer: Buffer, start: number): number {
    const end = buffer.indexOf(NEWLINE, start);
    const wanted = this.onCandidate(candidate(this.count + 1, buffer.subarray(start, end)));
    this.wanted = Math.max(this.wanted, wanted);
    this.count += 1;
    return end + 1;
  }

  private keepTail(bytes: Uint8Array): void {
    const all = bytes.length < TAIL_BYTES ? Buffer.concat([this.tail, bytes]) : bytes;
    const from = all.length - TAIL_BYTES;
    const next = from <= 0 ? 0 : all.indexOf(NEWLINE, from) + 1;
    this.tail = next < all.length ? Buffer.from(all.subarray(next)) : beginningOfLast(all);
  }
}

/** Of a last line that is longer than all that is kept, its beginning. */
function beginningOfLast(lines: Uint8Array): Uint8Array {
  const start = lines.lastIndexOf(NEWLINE, lines.length - 2) + 1;
  return Buffer.concat([lines.subarray(start, start + TAIL_BYTES - 1), Buffer.of(NEWLINE)]);
}

function candidate(line: number, bytes: Uint8Array): Candidate {
  // As many bytes as so many characters can have at most, and no half character more than at the end.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_LINE * 4));
  return { line, text: lookedAt(text.toString("utf8")) };
}
