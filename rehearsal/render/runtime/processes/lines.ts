import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** A line is cut there, so that output without a line's end cannot fill the memory. */
const LONGEST_LINE = 64 * 1024;
/**
 * More are counted and dropped. Render itself takes 6,000 lines a minute of an instance (render.com/docs/logging,
 * November 2026): here they are kept longer, since a build may print many at once.
 */
const LINES_A_SECOND = 50_000;

/** Calls back with each line of a process's output, and with a sentence for those that were dropped. */
export function readLines(
  stream: Readable,
  onLine: (line: string) => void,
  now: () => number = Date.now,
): void {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let second = 0;
  let lines = 0;
  let dropped = 0;
  const report = (): void => {
    if (dropped > 0)
      onLine(
        `==> [embedded Render] ${dropped} lines are left out: more than ${LINES_A_SECOND} came in a second.`,
      );
    dropped = 0;
  };
  const emit = (line: string): void => {
    const current = Math.floor(now() / 1000);
    if (current !== second) {
      report();
      [second, lines] = [current, 0];
    }
    lines += 1;
    if (lines <= LINES_A_SECOND) onLine(line);
    else dropped += 1;
  };
  stream.on("data", (bytes: Buffer) => {
    const parts = (rest + decoder.write(bytes)).split(/\r?\n/);
    rest = parts.pop() ?? "";
    for (const part of parts) emit(part);
    while (rest.length > LONGEST_LINE) {
      emit(rest.slice(0, LONGEST_LINE));
      rest = rest.slice(LONGEST_LINE);
    }
  });
  stream.once("close", () => {
    const last = rest + decoder.end();
    if (last !== "") emit(last);
    report();
  });
}
