import type { Repository } from "./reader";

/**
 * Derives something from a repository once, however many services, environments and files ask for it. A repository does
 * not change while it is audited; what was derived from it goes with it. What is derived of parts of it is kept in a
 * map that this derives empty.
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
