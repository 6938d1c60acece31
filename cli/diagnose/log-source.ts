import { close, constants, fstatSync, openSync, read } from "node:fs";
import { Socket } from "node:net";
import { isatty } from "node:tty";
import { promisify } from "node:util";
import { isBinary, type LogReading, plainBytes, readLog } from "../../diagnosis";
import { failureIn } from "../../diagnosis/merge-platform-reason";
import type { RenderFailure } from "../../platforms/render/failure";
import { CommandError } from "../exit-code";
import { foundInstead, givenFile } from "../given-file";
import type { LogSource, SourceRequest } from "./source";

/** @throws CommandError where the log cannot be read */
export async function logSource(request: SourceRequest): Promise<LogSource> {
  // A log in a file needs no client of Render or of a database.
  if (request.log === undefined) return (await import("./fetched-log")).fetchedLog(request);
  const { log, events, service, deploy, signal } = request;
  return {
    reading: await readingOf(log, signal),
    name: nameOf(log),
    failure: events === undefined ? undefined : eventsOf(events, deploy),
    service,
    deploy,
    commit: undefined,
    failedAt: undefined,
  };
}

const nameOf = (log: string): string => (log === "-" ? "the standard input" : log);

/** @throws CommandError where the log cannot be read */
export async function readingOf(log: string, signal: AbortSignal): Promise<LogReading> {
  const name = nameOf(log);
  try {
    const reading = await readLog(textOf(plainBytes(bytesOf(log, signal)), name));
    if (reading.lines === 0) throw new CommandError(`${name}: expected a log, got nothing.`);
    return reading;
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === undefined || signal.aborted) throw cause;
    throw new CommandError(
      `${name}: expected a log that can be read, got ${foundInstead(code)}.`,
      undefined,
      { cause },
    );
  }
}

/** @throws CommandError where the first bytes are of no text */
async function* textOf(bytes: AsyncIterable<Uint8Array>, name: string): AsyncIterable<Uint8Array> {
  let begun = false;
  for await (const chunk of bytes) {
    if (!begun && isBinary(chunk))
      throw new CommandError(
        `${name}: expected a log, got bytes that are no text (a program, an image, an archive).`,
      );
    begun = true;
    yield chunk;
  }
}

const bytesInto = promisify(read);
const CHUNK = 1024 * 1024;

/**
 * The bytes of a file, or of a pipe such as a shell's `<(…)`. To open a pipe without a writer would block a thread that
 * no signal ends: it is opened without waiting, and waited for as a socket is. A device has no end.
 */
function bytesOf(log: string, signal: AbortSignal): AsyncIterable<Uint8Array> {
  if (log === "-") return endedBy(signal, process.stdin);
  const descriptor = openSync(log, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stats = fstatSync(descriptor);
  if (stats.isFIFO() || isatty(descriptor))
    return endedBy(signal, new Socket({ fd: descriptor, readable: true, writable: false }));
  if (stats.isCharacterDevice() || stats.isBlockDevice())
    throw new CommandError(`${log}: expected a log in a file or a pipe, got a device.`);
  return chunksOf(descriptor, signal);
}

/** A stream that waits for its input ends with the command. */
function endedBy(signal: AbortSignal, stream: NodeJS.ReadStream | Socket): AsyncIterable<Uint8Array> {
  signal.addEventListener("abort", () => void stream.destroy(signal.reason as Error), { once: true });
  return stream;
}

/** A file's bytes; each chunk is overwritten after the next one. New memory for each takes as long as to read them. */
async function* chunksOf(descriptor: number, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const [one, other] = [Buffer.allocUnsafeSlow(CHUNK), Buffer.allocUnsafeSlow(CHUNK)];
  const filled = (buffer: Buffer): Promise<Buffer> => {
    const reading = bytesInto(descriptor, buffer, 0, CHUNK, null);
    const chunk = reading.then(({ bytesRead }) => buffer.subarray(0, bytesRead));
    // It may fail while the one before it is looked through, and is waited for after that.
    chunk.catch(() => undefined);
    return chunk;
  };
  let next = filled(one);
  try {
    for (let at = 0; ; at += 1) {
      const chunk = await next;
      signal.throwIfAborted();
      if (chunk.length === 0) return;
      // Read while this one is looked through.
      next = filled(at % 2 === 0 ? other : one);
      yield chunk;
    }
  } finally {
    await next.catch(() => undefined);
    await promisify(close)(descriptor);
  }
}

function eventsOf(file: string, deploy: string | undefined): RenderFailure | undefined {
  try {
    return failureIn(JSON.parse(givenFile(file)), deploy);
  } catch (cause) {
    const got =
      (cause as NodeJS.ErrnoException).code === undefined ? "text that is no JSON" : foundInstead(cause);
    throw new CommandError(`${file}: expected Render's events as JSON, got ${got}.`, undefined, { cause });
  }
}
