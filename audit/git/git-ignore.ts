import type { Ignore } from "ignore";
import { ignorePatterns } from "./ignore-patterns";

/** The ignore files of a folder and of those above it, the deepest first. */
export interface IgnoreLayer {
  /** The folder of the ignore file, from the audited one; empty for that one itself. */
  readonly folder: string;
  readonly patterns: Ignore;
  readonly above: IgnoreLayer | undefined;
}

/** The layer of an ignore file's text; `leftOut` gets the lines of its patterns that are not followed. */
export function ignoreLayer(
  folder: string,
  text: string,
  above: IgnoreLayer | undefined,
  leftOut: (lines: readonly number[]) => void = () => undefined,
): IgnoreLayer {
  const { patterns, tooCostly } = ignorePatterns(text);
  if (tooCostly.length > 0) leftOut(tooCostly);
  return { folder, patterns, above };
}

/**
 * Whether git ignores a path: the deepest file with a pattern that matches decides (git-scm.com/docs/gitignore).
 * A folder's path ends with `/`. A file in an ignored folder is never asked for: the folder is not entered.
 */
export function isIgnored(path: string, layer: IgnoreLayer | undefined): boolean {
  for (let current = layer; current !== undefined; current = current.above) {
    const below = current.folder === "" ? path : path.slice(current.folder.length + 1);
    const { ignored, unignored } = current.patterns.test(below);
    if (ignored || unignored) return ignored;
  }
  return false;
}
