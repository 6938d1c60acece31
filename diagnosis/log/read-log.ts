import { LogReader } from "./log-reader";
import type { LogReading } from "./log-reading";

/** Reads a log of any size, as it comes. */
export async function readLog(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<LogReading> {
  const reader = new LogReader();
  await reader.readAll(chunks);
  return reader.reading();
}

/** Reads a log that is there as lines. */
export function readLogLines(lines: readonly string[]): LogReading {
  const reader = new LogReader();
  for (const line of lines) reader.add(line);
  return reader.reading();
}
