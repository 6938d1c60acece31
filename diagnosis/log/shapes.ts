const MAX_SHAPE = 400;
const MAX_SHAPES = 2_000;
/** After so many messages of one shape that no row takes, none of it is asked about any more. */
const MAX_MISSES = 50;
/** After so many messages of one shape only one of `SAMPLED` is read: an error that repeats for gigabytes says nothing new. */
const MAX_REPEATS = 5_000;
const SAMPLED = 16;

/** A message but for its numbers: what is said again and again has one. */
const shapeOf = (message: string): string =>
  message.replaceAll(/\d{4,}|\d+\.\d+|[0-9a-f]{8,}/g, "#").slice(0, MAX_SHAPE);

/** Counts what is said again and again, so that the time for a log does not grow with its repetitions. */
export class Shapes {
  private readonly misses = new Map<string, number>();
  private readonly repeats = new Map<string, number>();

  /** Whether a message is one of many of its shape, and not the one that is read for them. */
  isRepeated(message: string): boolean {
    const times = counted(this.repeats, shapeOf(message));
    return times > MAX_REPEATS && times % SAMPLED !== 0;
  }

  /** The row that takes a message; not asked for where none took so many of its shape. */
  rowOf<Row>(message: string, ask: () => Row | undefined): Row | undefined {
    const shape = shapeOf(message);
    if ((this.misses.get(shape) ?? 0) >= MAX_MISSES) return undefined;
    const row = ask();
    if (row === undefined) counted(this.misses, shape);
    return row;
  }
}

function counted(counts: Map<string, number>, shape: string): number {
  const times = (counts.get(shape) ?? 0) + 1;
  if (counts.size >= MAX_SHAPES) counts.clear();
  counts.set(shape, times);
  return times;
}
