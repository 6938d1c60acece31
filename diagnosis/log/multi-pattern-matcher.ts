/** The anchors without those that hold another one: the shorter one finds what the longer one finds. */
export function minimal(anchors: Iterable<string>): readonly string[] {
  const all = [...new Set(anchors)];
  return all.filter((anchor) => !all.some((other) => other !== anchor && anchor.includes(other)));
}

const BLOCKS = 0x1_0000;

/**
 * Finds whatever has one of many anchors, over bytes and faster than a regular expression: it looks at two bytes in
 * each step, and they say how far the next anchor is away at least (Wu and Manber: A fast algorithm for multi-pattern
 * searching, 1994). The longer the shortest anchor, the longer its steps.
 */
export class MultiPatternMatcher {
  private readonly steps = new Uint8Array(BLOCKS);
  /** The first two bytes of anchors: most of what only looks like the end of one begins otherwise. */
  private readonly beginnings = new Uint8Array(BLOCKS);
  private readonly anchors = new Map<number, Uint8Array[]>();
  private readonly shortest: number;

  constructor(anchors: Iterable<string>) {
    const words = minimal(anchors).map((anchor) => Buffer.from(anchor));
    this.shortest = Math.min(...words.map(({ length }) => length));
    this.steps.fill(this.shortest - 1);
    for (const word of words) this.add(word);
  }

  private add(word: Uint8Array): void {
    for (let at = 1; at < this.shortest; at += 1) {
      const block = blockAt(word, at);
      this.steps[block] = Math.min(this.steps[block] ?? 0, this.shortest - 1 - at);
    }
    this.beginnings[blockAt(word, 1)] = 1;
    const block = blockAt(word, this.shortest - 1);
    this.anchors.set(block, [...(this.anchors.get(block) ?? []), word]);
  }

  /** Where the next anchor begins, at `from` or after it; -1 where there is none. */
  next(bytes: Uint8Array, from = 0): number {
    const { steps, beginnings, shortest } = this;
    const end = bytes.length;
    let at = from + shortest - 1;
    while (at < end) {
      // Inside of both arrays by the loop's bounds; a check here would take as long as the look itself.
      const block = ((bytes[at - 1] as number) << 8) | (bytes[at] as number);
      const step = steps[block] as number;
      if (step > 0) {
        at += step;
        continue;
      }
      const start = at - shortest + 1;
      const begins = ((bytes[start] as number) << 8) | (bytes[start + 1] as number);
      if (beginnings[begins] === 1 && this.isAnchor(bytes, start, block)) return start;
      at += 1;
    }
    return -1;
  }

  private isAnchor(bytes: Uint8Array, start: number, block: number): boolean {
    for (const word of this.anchors.get(block) ?? []) if (startsAt(bytes, start, word)) return true;
    return false;
  }
}

function startsAt(bytes: Uint8Array, start: number, word: Uint8Array): boolean {
  for (let index = 0; index < word.length; index += 1) if (bytes[start + index] !== word[index]) return false;
  return true;
}

function blockAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
}
