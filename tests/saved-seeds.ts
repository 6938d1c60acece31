import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import type { AnyBytes } from "./random-bytes";

const FILE = path.join(__dirname, "saved-seeds.json");

/** By which seed a property failed once, and at which of its values, in fast-check's words. */
export interface SavedSeed {
  readonly property: string;
  readonly seed: number;
  readonly path: string;
}

export const savedSeeds = (file = FILE): SavedSeed[] => JSON.parse(readFileSync(file, "utf8"));

/** Adds what failed, once. */
export function saveSeed(failed: SavedSeed, file = FILE): void {
  const saved = savedSeeds(file);
  const same = (one: SavedSeed): boolean => JSON.stringify(one) === JSON.stringify(failed);
  if (!saved.some(same)) writeFileSync(file, `${JSON.stringify([...saved, failed], undefined, 2)}\n`);
}

/** Of the runs without a saved seed: half are the same each time, half are new. */
const FIRST_SEED = 1;

/** Repeats what failed once, then makes the runs that `npm test` has for the property. */
export async function repeatAndRun({ name, property, runs }: AnyBytes, file = FILE): Promise<void> {
  for (const { seed, path: at } of savedSeeds(file).filter((saved) => saved.property === name))
    await fc.assert(property, { seed, path: at, numRuns: 1 });
  await fc.assert(property, { seed: FIRST_SEED, numRuns: runs / 2 });
  await fc.assert(property, { numRuns: runs / 2 });
}
