import { type Candidate, MAX_CHARACTERS } from "./candidate";
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
 * Hands on the lines that have an anchor, in their order. The bytes are looked through chunk by chunk and many lines
 * at a time; only a line that is found is decoded. Memory does not grow with the log.
 */
export class LineScanner {
  /** The end of the last chunk, which is no whole line yet. */
  private carried: Uint8Array = new Uint8Array();
  /** Lines that have ended. */
  private count = 0;
  private tail: Uint8Array = new Uint8Array();

  constructor(
    private readonly matcher: MultiPatternMatcher,
    private readonly onCandidate: (candidate: Candidate) => void,
  ) {}

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
    let counted = 0;
    for (let hit = this.matcher.next(bytes); hit >= 0; ) {
      const start = bytes.lastIndexOf(NEWLINE, hit) + 1;
      const end = bytes.indexOf(NEWLINE, hit);
      this.count += newlinesIn(bytes, counted, start);
      counted = start;
      this.onCandidate(candidate(this.count + 1, bytes.subarray(start, end)));
      hit = this.matcher.next(bytes, end);
    }
    this.count += newlinesIn(bytes, counted, bytes.length);
    this.keepTail(bytes);
  }

  private keepTail(bytes: Uint8Array): void {
    const all = bytes.length < TAIL_BYTES ? Buffer.concat([this.tail, bytes]) : bytes;
    const from = all.length - TAIL_BYTES;
    this.tail = Buffer.from(from <= 0 ? all : all.subarray(all.indexOf(NEWLINE, from) + 1));
  }
}

function candidate(line: number, bytes: Uint8Array): Candidate {
  // As many bytes as so many characters can have at most, and no half character more than at the end.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAX_CHARACTERS * 4));
  return { line, text: text.toString("utf8").slice(0, MAX_CHARACTERS) };
}
