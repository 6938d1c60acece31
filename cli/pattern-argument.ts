import { InvalidArgumentError } from "commander";
import { isTooCostly } from "../audit/git/ignore-patterns";

/** One more pattern of `--include` or `--exclude`, as .gitignore writes them. */
export function patternArgument(text: string, before: readonly string[] = []): readonly string[] {
  if (isTooCostly(text))
    throw new InvalidArgumentError(
      "Expected a pattern of at most 1,000 letters, 8 stars, and 4 in one name.",
    );
  return [...before, text];
}
