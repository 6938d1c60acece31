import { availableParallelism } from "node:os";

/** A preview keeps two cores busy: the engine with the program, and the policy pack. */
const CORES_EACH = 2;

/**
 * Does the work for each item, for as many at once as this machine has cores for, and gives the results in the items'
 * order. Where one fails, no other begins, and those that have begun are awaited.
 *
 * @throws what the first that failed has thrown
 */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  atOnce = Math.max(1, Math.floor(availableParallelism() / CORES_EACH)),
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  const left = items.entries();
  const worker = async (): Promise<void> => {
    for (const [at, item] of left) {
      try {
        results[at] = await work(item);
      } catch (cause) {
        failures.push(cause);
      }
      if (failures.length > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}
