import type { Repository } from "../reader";
import { readText } from "./read-text";

/** The files of a walk by path. Each is opened when it is asked for, and nothing outside of the walk is. */
export function repositoryOf(root: string, paths: readonly string[]): Repository {
  const known = new Set(paths);
  return {
    has: (path) => known.has(path),
    text: (path) => (known.has(path) ? readText(root, path).text : undefined),
  };
}
