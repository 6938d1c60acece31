import { LogReader } from "./log-reader";
import type { LogReading } from "./log-reading";
import { oldestFirst } from "./oldest-first";

/** A log is held up to this size, to see whether its newest line is the first; no longer one is exported so. */
const HELD = 4 * 1024 * 1024;

/** Reads a log of any size, as it comes. */
export async function readLog(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<LogReading> {
  const reader = new LogReader();
  const held: Uint8Array[] = [];
  let size = 0;
  let turned: LogReading | undefined;
  await reader.readAll(
    (async function* () {
      for await (const chunk of chunks) {
        size += chunk.length;
        // A copy, since the chunk's memory is the stream's to use again.
        if (size <= HELD) held.push(Buffer.from(chunk));
        else held.length = 0;
        yield chunk;
      }
      if (size <= HELD)
        turned = turnedRound(Buffer.concat(held).toString("utf8").replace(/\n$/, "").split("\n"));
    })(),
  );
  return turned ?? reader.reading();
}

/** Reads a log that is there as lines. */
export function readLogLines(lines: readonly string[]): LogReading {
  return turnedRound(lines) ?? readInOrder(lines);
}

function turnedRound(lines: readonly string[]): LogReading | undefined {
  const turned = oldestFirst(lines);
  return turned === undefined ? undefined : { ...readInOrder(turned.lines), numbers: turned.numbers };
}

function readInOrder(lines: readonly string[]): LogReading {
  const reader = new LogReader();
  for (const line of lines) reader.add(line);
  return reader.reading();
}
