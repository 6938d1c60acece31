import { CommandError } from "../exit-code";
import type { StackFile } from "../stacks/stack-file";

/**
 * What several stacks have, by its names. One process cannot lead two of them to different places by one name.
 *
 * @throws CommandError where two of them mean different things by one
 */
export function atOnce(
  files: readonly StackFile[],
  of: (file: StackFile) => readonly (readonly [string, string])[],
  what: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, { readonly value: string; readonly stack: string }>();
  for (const file of files) {
    for (const [name, value] of of(file)) {
      const earlier = found.get(name);
      if (earlier !== undefined && earlier.value !== value) {
        throw new CommandError(
          `${earlier.stack} and ${file.stack} both have ${what} ${name}, and each means another one: ` +
            "name one of the two stacks.",
        );
      }
      found.set(name, { value, stack: file.stack });
    }
  }
  return new Map([...found].map(([name, { value }]) => [name, value]));
}
