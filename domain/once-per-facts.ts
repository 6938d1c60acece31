import type { Fact } from "./fact";

/**
 * Derives something from a list of facts once, however many rules ask for it. A list of facts does not change once
 * it is stated; what was derived from it goes with it.
 *
 * @param derive may depend on one thing more, such as the registered platforms
 */
export function oncePerFacts<T, C extends object = object>(
  derive: (facts: readonly Fact[], context: C) => T,
): (facts: readonly Fact[], context?: C) => T {
  const derived = new WeakMap<readonly Fact[], WeakMap<object, { readonly value: T }>>();
  return (facts, context) => {
    const of = derived.get(facts) ?? new WeakMap<object, { readonly value: T }>();
    derived.set(facts, of);
    const key = context ?? derive;
    const last = of.get(key);
    if (last !== undefined) return last.value;
    const value = derive(facts, (context ?? {}) as C);
    of.set(key, { value });
    return value;
  };
}
