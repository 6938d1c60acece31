import type { Fact } from "./fact";
import { type OncePerList, oncePerList } from "./once-per-list";

/**
 * Derives something from a list of facts once, however many rules ask for it. A list of facts does not change once
 * it is stated; what was derived from it goes with it.
 *
 * @param derive may depend on one thing more, such as the registered platforms
 */
export function oncePerFacts<T, C extends object = object>(
  derive: (facts: readonly Fact[], context: C) => T,
): OncePerList<Fact, T, C> {
  return oncePerList(derive);
}
