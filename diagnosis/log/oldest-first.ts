/** Lines in the order of their times, and which line of the log each is. */
export interface OldestFirst {
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
}

/** A line's time, at its beginning or as a field's value; a later one is greater as a text too. */
const TIME = /^.{0,60}?(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?)/;
/** So many steps back in time are no disorder of several writers. */
const STEPS = 3;

/**
 * The lines of a log whose newest line is the first, as dashboards and log services export them, turned round; undefined
 * where the log is in no such order. A line without a time belongs to the one before it.
 */
export function oldestFirst(lines: readonly string[]): OldestFirst | undefined {
  const times = lines.map((line) => TIME.exec(line)?.[1]);
  const said = times.filter((time) => time !== undefined);
  const back = said.filter((time, index) => time < (said[index - 1] ?? "")).length;
  const on = said.filter((time, index) => index > 0 && time > (said[index - 1] ?? "")).length;
  if (back < STEPS || on * 10 > back) return undefined;
  const blocks: number[][] = [];
  for (const [index, time] of times.entries()) {
    const last = blocks.at(-1);
    if (time === undefined && last !== undefined) last.push(index);
    else blocks.push([index]);
  }
  const order = blocks.toReversed().flat();
  return { lines: order.map((index) => lines[index] ?? ""), numbers: order.map((index) => index + 1) };
}
