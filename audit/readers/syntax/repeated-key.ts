import { type Document, isScalar, visit } from "yaml";

interface RepeatedKey {
  readonly key: string;
  /** Offsets of the key where it is first, and then again. */
  readonly first: number;
  readonly second: number;
}

/** The first key that a mapping has a second time, which YAML forbids. */
export function repeatedKey(document: Document): RepeatedKey | undefined {
  let repeated: RepeatedKey | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Map<unknown, number>();
      for (const { key } of items) {
        if (!isScalar(key) || key.value === "<<") continue;
        const [at = 0] = key.range ?? [];
        const first = keys.get(key.value);
        if (first !== undefined) repeated ??= { key: String(key.value), first, second: at };
        keys.set(key.value, at);
      }
      return repeated === undefined ? undefined : visit.BREAK;
    },
  });
  return repeated;
}

/** Go's parsers, as of docker compose, refuse such a file; others take the last value (YAML 1.2.2, 3.2.1.3). */
export function twice(key: string, first: number): string {
  return `the key \`${key.slice(0, 40)}\` is there a second time, after line ${first}: some tools refuse the file, others take the last value; remove one of the two`;
}
