import ignore, { type Ignore } from "ignore";

/** More patterns than any ignore file has; each is asked of each file. */
const MAX_PATTERNS = 5000;

/** No path is longer (PATH_MAX of Linux), and a longer pattern is none that a person wrote. */
const MAX_LENGTH = 1000;

/** A matcher tries every place for every star: with many of them one name of 200 letters takes for ever. */
const MAX_STARS = 8;
const MAX_STARS_OF_NAME = 4;

/** Patterns of a `.gitignore`, and the lines that were left out since to follow them would take too long. */
export interface IgnorePatterns {
  readonly patterns: Ignore;
  /** Counted from 1. */
  readonly tooCostly: readonly number[];
}

export function ignorePatterns(text: string): IgnorePatterns {
  const tooCostly: number[] = [];
  let count = 0;
  const followed = text.split(/\r?\n/).filter((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return false;
    count += 1;
    if (count <= MAX_PATTERNS && !isTooCostly(line)) return true;
    tooCostly.push(index + 1);
    return false;
  });
  return { patterns: ignore().add(followed), tooCostly };
}

/** Whether to match a pattern may take far longer than any that a person wrote. */
export function isTooCostly(pattern: string): boolean {
  if (pattern.length > MAX_LENGTH) return true;
  const starsOf = (part: string): number => part.match(/\*+/g)?.length ?? 0;
  return starsOf(pattern) > MAX_STARS || pattern.split("/").some((name) => starsOf(name) > MAX_STARS_OF_NAME);
}
