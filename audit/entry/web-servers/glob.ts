import { patternOf } from "../project/project";

/** Whether a path is a pattern's, in which `*` is any part of a name. */
export function isNamedBy(file: string, pattern: string): boolean {
  const parts = pattern.split("*").map(patternOf);
  return new RegExp(`^${parts.join("[^/]*")}$`).test(file);
}
