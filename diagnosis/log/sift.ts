import { type Candidate, MOST_CHARACTERS } from "./candidate";

const NEWLINE = "\n";

/** A line that goes on so long is no message: what comes after this much of it is passed by. */
const MOST_CARRIED = 64 * 1024;

/** What a sifted log was, beside its candidates. */
export interface Sifted {
  /** How many lines it has. */
  readonly lines: number;
  /** Its last lines, whatever they say. */
  readonly tail: readonly Candidate[];
}

const TAIL = 10;
const TAIL_BYTES = 64 * 1024;

/**
 * Hands on the lines that have an anchor, in their order. The bytes are looked through as Latin-1, chunk by chunk and
 * many lines at a time; only a line that is found is decoded. Memory does not grow with the log.
 */
export class Sift {
  /** The end of the last chunk, which is no whole line yet. */
  private carried = "";
  /** Lines that have ended. */
  private count = 0;
  private tailText = "";
  private tailFirst = 1;

  constructor(
    private readonly sieve: RegExp,
    private readonly onCandidate: (candidate: Candidate) => void,
  ) {}

  add(chunk: Uint8Array): void {
    const text =
      this.carried + Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1");
    const end = text.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.carried = text.slice(0, MOST_CARRIED);
      return;
    }
    this.lookThrough(text.slice(0, end + 1));
    this.carried = text.slice(end + 1, end + 1 + MOST_CARRIED);
  }

  end(): Sifted {
    if (this.carried !== "") this.lookThrough(`${this.carried}${NEWLINE}`);
    this.carried = "";
    const lines = this.tailText.split(NEWLINE).slice(0, -1);
    const tail = lines.map((text, index) => candidate(this.tailFirst + index, text));
    return { lines: this.count, tail: tail.filter(({ text }) => text.trim() !== "").slice(-TAIL) };
  }

  /** Whole lines, each with its end. */
  private lookThrough(text: string): void {
    const { sieve } = this;
    let counted = 0;
    sieve.lastIndex = 0;
    for (let hit = sieve.exec(text); hit !== null; hit = sieve.exec(text)) {
      const start = text.lastIndexOf(NEWLINE, hit.index) + 1;
      const end = text.indexOf(NEWLINE, hit.index);
      this.count += newlines(text, counted, start);
      counted = start;
      this.onCandidate(candidate(this.count + 1, text.slice(start, end)));
      sieve.lastIndex = end;
    }
    this.count += newlines(text, counted, text.length);
    this.keepTail(text);
  }

  private keepTail(text: string): void {
    const all = text.length < TAIL_BYTES ? this.tailText + text : text;
    const from = all.length - TAIL_BYTES;
    this.tailText = from <= 0 ? all : all.slice(all.indexOf(NEWLINE, from) + 1);
    this.tailFirst = this.count - newlines(this.tailText, 0, this.tailText.length) + 1;
  }
}

function candidate(line: number, latin: string): Candidate {
  // Twice as many bytes as characters, since most of what logs say is one byte a character.
  const bytes = Buffer.from(latin.slice(0, MOST_CHARACTERS * 2), "latin1");
  return { line, text: bytes.toString("utf8").slice(0, MOST_CHARACTERS) };
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf(NEWLINE, from); at >= 0 && at < to; at = text.indexOf(NEWLINE, at + 1))
    count += 1;
  return count;
}
