import type { Fact } from "./fact";

/**
 * Derives something from a list of facts once, however many rules ask for it. A list of facts does not change once
 * it is stated; what was derived from it goes with it.
 */
export function oncePerFacts<T>(derive: (facts: readonly Fact[]) => T): (facts: readonly Fact[]) => T {
  const derived = new WeakMap<readonly Fact[], { readonly value: T }>();
  return (facts) => {
    const last = derived.get(facts);
    if (last !== undefined) return last.value;
    const value = derive(facts);
    derived.set(facts, { value });
    return value;
  };
}
