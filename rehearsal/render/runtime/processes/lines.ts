import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** A line is cut there, so that output without a line's end cannot fill the memory. */
const LONGEST_LINE = 64 * 1024;

interface Measure {
  readonly lines: number;
  readonly characters: number;
}

/** A build may print so much at once. */
const AT_ONCE: Measure = { lines: 50_000, characters: 32 * 1024 ** 2 };
/**
 * What is kept in each second after that. Render itself takes 6,000 lines a minute of an instance
 * (render.com/docs/logging, November 2026): here more are kept.
 */
const A_SECOND: Measure = { lines: 1_000, characters: 1024 ** 2 };

const LINE_END = 0x0a;

/** What may be kept now, by a clock in milliseconds. */
class Allowance {
  private lines = AT_ONCE.lines;
  private characters = AT_ONCE.characters;
  private second: number;

  constructor(private readonly now: () => number) {
    this.second = this.current();
  }

  private current(): number {
    return Math.floor(this.now() / 1000);
  }

  /** @returns whether a second has begun since it was last asked */
  renew(): boolean {
    const passed = this.current() - this.second;
    if (passed <= 0) return false;
    this.second += passed;
    this.lines = Math.min(AT_ONCE.lines, this.lines + passed * A_SECOND.lines);
    this.characters = Math.min(AT_ONCE.characters, this.characters + passed * A_SECOND.characters);
    return true;
  }

  get spent(): boolean {
    return this.lines <= 0 || this.characters <= 0;
  }

  take(line: string): void {
    this.lines -= 1;
    this.characters -= line.length;
  }
}

/** Calls back with each line of a process's output, and with a sentence for those that were left out. */
export function readLines(
  stream: Readable,
  onLine: (line: string) => void,
  now: () => number = Date.now,
): void {
  const allowance = new Allowance(now);
  let decoder = new StringDecoder("utf8");
  let rest = "";
  let leftOut = 0;
  const renew = (): void => {
    if (allowance.renew()) report();
  };
  const report = (): void => {
    if (leftOut > 0)
      onLine(
        `==> [embedded Render] ${leftOut} lines are left out: ${AT_ONCE.lines} are kept at once, and ` +
          `${A_SECOND.lines} in each second after that.`,
      );
    leftOut = 0;
  };
  const emit = (line: string): void => {
    if (allowance.spent) leftOut += 1;
    else {
      allowance.take(line);
      onLine(line);
    }
  };
  stream.on("data", (bytes: Buffer) => {
    renew();
    if (allowance.spent) {
      // Nothing is decoded: a service that prints without end must not keep this process from all else.
      leftOut += lineEnds(bytes);
      decoder = new StringDecoder("utf8");
      rest = "";
      return;
    }
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

/** How many lines end there; at least one, of output without an end. */
function lineEnds(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) count += 1;
  return Math.max(count, 1);
}
