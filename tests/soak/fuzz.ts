import fc from "fast-check";
import { PROPERTIES } from "../any-bytes";
import type { AnyBytes } from "../random-bytes";
import { type SavedSeed, saveSeed } from "../saved-seeds";

/** Runs of one property by one seed; the time is looked at between them. */
const RUNS = 300;

/** @throws TypeError where the text is no number of minutes above 0 */
export function minutesOf(text: string): number {
  const minutes = Number(text);
  if (!(Number.isFinite(minutes) && minutes > 0))
    throw new TypeError(`--fuzz: expected minutes above 0, got ${JSON.stringify(text)}`);
  return minutes;
}

/** @throws TypeError where the text is no whole number of 32 bits */
export function seedOf(text: string): number {
  const seed = Number(text);
  if (!Number.isInteger(seed) || seed !== (seed | 0))
    throw new TypeError(`--fuzz-seed: expected a whole number, got ${JSON.stringify(text)}`);
  return seed;
}

/**
 * Checks each property by one seed after another until the time is over, but at least by one.
 *
 * @param save takes what failed, so that `npm test` repeats it
 * @returns how many properties failed; each is left out after that, and printed with its seed
 */
export async function fuzz({
  minutes,
  print,
  seed: first = (Math.random() * 0x7fff_ffff) | 0,
  properties = PROPERTIES,
  runs = RUNS,
  save = saveSeed,
}: {
  readonly minutes: number;
  readonly print: (line: string) => void;
  readonly seed?: number;
  readonly properties?: readonly AnyBytes[];
  readonly runs?: number;
  readonly save?: (failed: SavedSeed) => void;
}): Promise<number> {
  const end = Date.now() + minutes * 60_000;
  const failed = new Set<string>();
  let made = 0;
  let seed = first;
  do {
    for (const { name, property } of properties) {
      if (failed.has(name)) continue;
      const result = await fc.check(property, { seed, numRuns: runs });
      made += result.numRuns;
      if (!result.failed) continue;
      failed.add(name);
      save({ property: name, seed, path: result.counterexamplePath ?? "" });
      print(`WRONG ${name}: npm run soak -- --fuzz-seed ${seed}`);
      print((fc.defaultReportMessage(result) ?? "").replace(/^/gm, "    "));
    }
    seed = (seed + 1) | 0;
  } while (Date.now() < end && failed.size < properties.length);
  print(`${made} runs of ${properties.length} properties, ${failed.size} wrong`);
  return failed.size;
}
