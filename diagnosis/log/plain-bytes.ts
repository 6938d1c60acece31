import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** How a log may be written beside UTF-8, by its first two bytes: gzip (RFC 1952), and what PowerShell's `>` writes. */
const FORMS: readonly {
  readonly begins: readonly [number, number];
  readonly read: (whole: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}[] = [
  { begins: [0x1f, 0x8b], read: unpacked },
  { begins: [0xff, 0xfe], read: (whole) => decoded(whole, "utf-16le") },
  { begins: [0xfe, 0xff], read: (whole) => decoded(whole, "utf-16be") },
];

/**
 * The bytes of a log as UTF-8, unpacked where it is packed. Memory does not grow with the log.
 *
 * @throws where packed bytes are broken, with zlib's code
 */
export async function* plainBytes(stream: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done === true) return;
  const [one, two] = first.value;
  const form = FORMS.find(({ begins }) => begins[0] === one && begins[1] === two);
  const whole = withFirst(first.value, chunks);
  const unmarked = form === undefined ? unmarkedUtf16(first.value) : undefined;
  if (unmarked !== undefined) yield* decoded(whole, unmarked);
  else yield* form === undefined ? whole : form.read(whole);
}

const SAMPLE = 64 * 1024;
/** Fewer bytes than these do not show what a file is. */
const LEAST = 64;

/** UTF-16 without its mark: of most characters of a log one byte is zero, always the same of the two. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < LEAST) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > 0.8 && even < 0.1) return "utf-16le";
  return even > 0.8 && odd < 0.1 ? "utf-16be" : undefined;
}

/** Bytes below a space that a text has: those of lines, of colours, and of a progress bar. */
const OF_TEXT: ReadonlySet<number> = new Set(
  [..."\t\n\v\f\r\b"].map((one) => one.charCodeAt(0)).concat(0x1b),
);
/** Of random bytes a tenth is below a space, and of a program more; of a text in any encoding none. */
const MOST_OF_TEXT = 0.03;

/** Whether bytes are of a program, an image or an archive, and of no text. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const foreign = sample.filter((byte) => byte < 0x20 && !OF_TEXT.has(byte)).length;
  return sample.length >= LEAST && foreign > sample.length * MOST_OF_TEXT;
}

async function* withFirst(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** An error of either end reaches the reader once. */
function unpacked(whole: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(copied(whole)), createGunzip(), () => undefined);
}

/** A stream reads ahead, and a chunk's memory is used again. */
async function* copied(whole: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const chunk of whole) yield Buffer.from(chunk);
}

async function* decoded(whole: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of whole) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
