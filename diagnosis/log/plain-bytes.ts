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
  yield* form === undefined ? whole : form.read(whole);
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
  return pipeline(Readable.from(whole), createGunzip(), () => undefined);
}

async function* decoded(whole: AsyncIterable<Uint8Array>, encoding: string): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of whole) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
