const NEWLINE = 0x0a;
const IN_EACH_BYTE = 0x0a0a_0a0a;
const LOW_BITS = 0x7f7f_7f7f;
const NONE = new Int32Array();

/** How many lines end between two places. Four bytes at a time, since a log has millions of them. */
export function newlinesIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let at = from;
  for (; at < to && (bytes.byteOffset + at) % 4 !== 0; at += 1) if (bytes[at] === NEWLINE) count += 1;
  const whole = Math.max(0, (to - at) >> 2);
  const words = whole === 0 ? NONE : new Int32Array(bytes.buffer, bytes.byteOffset + at, whole);
  for (let index = 0; index < words.length; index += 1) {
    const rest = (words[index] ?? 0) ^ IN_EACH_BYTE;
    // The highest bit of each byte that was a newline (Warren: Hacker's Delight, 6-1).
    const ends = ~(((rest & LOW_BITS) + LOW_BITS) | rest | LOW_BITS);
    if (ends !== 0) count += Math.imul((ends >>> 7) & 0x0101_0101, 0x0101_0101) >>> 24;
  }
  for (at += words.length * 4; at < to; at += 1) if (bytes[at] === NEWLINE) count += 1;
  return count;
}
