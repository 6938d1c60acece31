import type { Repository } from "./reader";

/** Derives something from an object that does not change once, however many ask for it; it goes with the object. */
export function oncePer<K extends object, T extends NonNullable<unknown>>(
  derive: (of: K) => T,
): (of: K) => T {
  const derived = new WeakMap<K, T>();
  return (of) => {
    const value = derived.get(of) ?? derive(of);
    derived.set(of, value);
    return value;
  };
}

/**
 * Derives something from a repository once, however many services, environments and files ask for it: a repository does
 * not change while it is audited.
 */
export const oncePerRepository = <T extends NonNullable<unknown>>(
  derive: (repository: Repository) => T,
): ((repository: Repository) => T) => oncePer(derive);

/** The same once for each part of a repository that is asked for: a file, a folder, what is of one language. */
export function oncePerPart<K, T>(
  derive: (repository: Repository, part: K) => T,
): (repository: Repository, part: K) => T {
  const ofParts = oncePerRepository(() => new Map<K, T>());
  return (repository, part) => {
    const derived = ofParts(repository);
    if (derived.has(part)) return derived.get(part) as T;
    const value = derive(repository, part);
    derived.set(part, value);
    return value;
  };
}
