import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import path from "node:path";

/** A file's text, or why there is none. */
export type TextOutcome =
  | { readonly text: string; readonly reason?: never }
  | { readonly text?: never; readonly reason: "large" | "binary" | "link" | { readonly problem: string } };

/** The bytes of a text file, or why there are none. */
export type BytesOutcome =
  | { readonly bytes: Buffer; readonly reason?: never }
  | { readonly bytes?: never; readonly reason: NonNullable<TextOutcome["reason"]> };

const MOST_BYTES = 1_000_000;

/** Reads a text file. Bytes that are no UTF-8 become U+FFFD: a reader meets text, whatever the file holds. */
export function readText(root: string, file: string): TextOutcome {
  const { bytes, reason } = readTextBytes(root, file);
  return bytes === undefined ? { reason } : { text: bytes.toString("utf8") };
}

/**
 * Reads a text file of at most 1 MB. It opens no link, no device and no pipe, also where one took the file's place
 * since the folder was listed.
 */
export function readTextBytes(root: string, file: string): BytesOutcome {
  let descriptor: number | undefined;
  try {
    // Windows has no such flags; there a link is told by the walk alone.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    descriptor = openSync(path.join(root, file), flags);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return { reason: { problem: "it is no plain file" } };
    if (status.size > MOST_BYTES) return { reason: "large" };
    const bytes = readBytes(descriptor, status.size);
    return bytes.includes(0) ? { reason: "binary" } : { bytes };
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    return { reason: code === "ELOOP" ? "link" : { problem: `the file is unreadable (${code})` } };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Never more than the size that was checked, also where the file grows meanwhile. */
function readBytes(descriptor: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
