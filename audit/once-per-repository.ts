import type { Repository } from "./reader";

/**
 * Derives something from a repository once, however many services, environments and files ask for it. A repository does
 * not change while it is audited; what was derived from it goes with it.
 */
export function oncePerRepository<T extends object | string>(
  derive: (repository: Repository) => T,
): (repository: Repository) => T {
  const derived = new WeakMap<Repository, T>();
  return (repository) => {
    const value = derived.get(repository) ?? derive(repository);
    derived.set(repository, value);
    return value;
  };
}

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
