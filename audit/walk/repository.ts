import type { Repository } from "../reader";
import { readText, type TextOutcome } from "./read-text";

/** The files of a walk by path. Each is opened when it is asked for, and nothing outside of the walk is. */
export function repositoryOf(
  root: string,
  paths: readonly string[],
  changed: ReadonlyMap<string, string> = new Map(),
): Repository & { read(path: string): TextOutcome } {
  const known = new Set(paths);
  const read = (path: string): TextOutcome => {
    const text = changed.get(path);
    return text === undefined ? readText(root, path) : { text };
  };
  let byName: Map<string, string[]> | undefined;
  return {
    has: (path) => known.has(path),
    read,
    text: (path) => (known.has(path) ? read(path).text : undefined),
    named(name) {
      byName ??= filesByName(paths);
      return byName.get(name) ?? [];
    },
    ending: (extension) => paths.filter((path) => path.endsWith(extension)),
  };
}

function filesByName(paths: readonly string[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const files = byName.get(name);
    if (files === undefined) byName.set(name, [path]);
    else files.push(path);
  }
  return byName;
}
