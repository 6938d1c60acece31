import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** A file's text, or why there is none. */
export type TextOutcome =
  | { readonly text: string; readonly reason?: never }
  | { readonly text?: never; readonly reason: "large" | "binary" | "link" | { readonly problem: string } };

/** The bytes of a text file, or why there are none. */
export type BytesOutcome =
  | { readonly bytes: Buffer; readonly reason?: never }
  | { readonly bytes?: never; readonly reason: NonNullable<TextOutcome["reason"]> };

const MAX_BYTES = 1_000_000;

const NO_FILE = { reason: { problem: "it is no plain file" } } as const;

/** Where each file is read to, one after the other: to clear memory of its own for each takes longer than to read. */
const SHARED = Buffer.allocUnsafeSlow(MAX_BYTES + 1);

/** Reads a text file. Bytes that are no UTF-8 become U+FFFD: a reader meets text, whatever the file holds. */
export function readText(root: string, file: string): TextOutcome {
  const { bytes, reason } = readShared(root, file);
  return bytes === undefined ? { reason } : { text: bytes.toString("utf8") };
}

/**
 * Reads a text file of at most 1 MB. It follows no link, and waits for no device and no pipe, also where one took the
 * file's place since the folder was listed.
 */
export function readTextBytes(root: string, file: string): BytesOutcome {
  const { bytes, reason } = readShared(root, file);
  return bytes === undefined ? { reason } : { bytes: Buffer.from(bytes) };
}

/** As `readTextBytes`, with bytes that the next file overwrites. */
function readShared(root: string, file: string): BytesOutcome {
  let descriptor: number | undefined;
  try {
    // Windows has no such flags; there only the walk sees a link.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    // Both are plain paths already, and to join many thousands takes its time.
    descriptor = openSync(`${root}/${file}`, flags);
    const bytes = readBytes(descriptor);
    if (bytes.length > MAX_BYTES) return { reason: "large" };
    // A pipe without a writer, for one, reads as an empty file.
    if (bytes.length === 0 && !fstatSync(descriptor).isFile()) return NO_FILE;
    return bytes.includes(0) ? { reason: "binary" } : { bytes };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    if (code === "EISDIR") return NO_FILE;
    return { reason: code === "ELOOP" ? "link" : { problem: `the file is unreadable (${code})` } };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** To the file's end, or to one byte more than is read of any. */
function readBytes(descriptor: number): Buffer {
  let length = 0;
  while (length < SHARED.length) {
    const read = readSync(descriptor, SHARED, length, SHARED.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return SHARED.subarray(0, length);
}
