import { redact } from "../../domain";
import type { LogLine } from "../diagnosis";
import { SIGNATURES, type Signature } from "../signature";
import { type Candidate, MOST_CHARACTERS } from "./candidate";
import { messageOf } from "./message";
import { minimal, Sieve } from "./sieve";
import { Sift, type Sifted } from "./sift";
import { type SeenSign, SIGNS, signOf } from "./sign";
import { TELLING_ANCHORS, type TellingLine, tellingWeight } from "./telling";

/** One kind of symptom, with the first and the last line that show it. */
export interface Sighting {
  readonly signature: Signature;
  readonly first: LogLine;
  readonly last: LogLine;
  readonly count: number;
}

/** All that a diagnosis needs of a log, in a size that does not grow with it. Its texts are masked. */
export interface LogReading {
  readonly lines: number;
  /** In the order of their first lines. */
  readonly sightings: readonly Sighting[];
  /** The first and the latest signs of each kind. */
  readonly signs: readonly SeenSign[];
  /** The most telling lines, in their order. */
  readonly telling: readonly TellingLine[];
  /** The last lines, whatever they say. */
  readonly tail: readonly LogLine[];
}

/** What a line must have one of to be looked at. */
export const LOG_ANCHORS: readonly string[] = minimal([
  ...SIGNATURES.flatMap(({ anchors }) => anchors),
  ...SIGNS.flatMap(({ anchors }) => anchors),
  ...TELLING_ANCHORS,
]);

const SIEVE = new Sieve(LOG_ANCHORS);

const MOST_SIGNS = 40;
const MOST_TELLING = 10;

/** Takes a log in line by line, and forgets all but what counts. */
class Reader {
  private readonly sightings = new Map<string, Sighting>();
  private readonly signs = new Map<SeenSign["kind"], SeenSign[]>();
  private telling: TellingLine[] = [];

  take({ line, text }: Candidate): void {
    const message = messageOf(text);
    if (message.foreign) return;
    const sign = signOf(message.text, line);
    if (sign !== undefined) this.note({ ...sign, text: redact(sign.text.trim()) });
    const signature = SIGNATURES.find((row) => isSeen(row, message.text));
    if (signature !== undefined) this.see(signature, { line, text: redact(message.text.trim()) });
    const weight = tellingWeight(message.text);
    if (weight > 0) this.tell({ line, weight, text: message.text.trim() });
  }

  reading({ lines, tail }: Sifted): LogReading {
    const plain = (text: string): string => redact(text.trim());
    return {
      lines,
      sightings: [...this.sightings.values()],
      signs: [...this.signs.values()].flat().toSorted((one, other) => one.line - other.line),
      telling: this.telling
        .map((told) => ({ ...told, text: plain(told.text) }))
        .toSorted((one, other) => one.line - other.line),
      tail: tail.map(({ line, text }) => ({ line, text: plain(messageOf(text).text) })),
    };
  }

  private see(signature: Signature, at: LogLine): void {
    const before = this.sightings.get(signature.id);
    const { first = at, count = 0 } = before ?? {};
    this.sightings.set(signature.id, { signature, first, last: at, count: count + 1 });
  }

  /** Of many signs of a kind the first ones and the last count: what happens between repeats them. */
  private note(sign: SeenSign): void {
    const of = this.signs.get(sign.kind) ?? [];
    if (of.length >= MOST_SIGNS) of.splice(MOST_SIGNS / 2, 1);
    of.push(sign);
    this.signs.set(sign.kind, of);
  }

  private tell(line: TellingLine): void {
    // The same words again tell nothing more.
    if (this.telling.some(({ text }) => text === line.text)) return;
    this.telling.push(line);
    if (this.telling.length <= MOST_TELLING) return;
    const least = Math.min(...this.telling.map(({ weight }) => weight));
    this.telling.splice(
      this.telling.findIndex(({ weight }) => weight === least),
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
  const sift = new Sift(SIEVE, (candidate) => reader.take(candidate));
  for await (const chunk of chunks) sift.add(chunk);
  return reader.reading(sift.end());
}

/** Reads a log that is there as lines. */
export function readLogLines(lines: readonly string[]): LogReading {
  const reader = new Reader();
  const candidates = lines.map((text, index) => ({ line: index + 1, text: text.slice(0, MOST_CHARACTERS) }));
  for (const candidate of candidates) {
    if (SIEVE.next(Buffer.from(candidate.text)) >= 0) reader.take(candidate);
  }
  return reader.reading({
    lines: lines.length,
    tail: candidates.filter(({ text }) => text.trim() !== "").slice(-10),
  });
}
