import { InvalidArgumentError } from "commander";

/**
 * Reads the value of an option that takes one stack. Of two that are typed, the first would be left out silently.
 *
 * @throws InvalidArgumentError where there was one before
 */
export function oneStack(stack: string, earlier: string | undefined): string {
  if (earlier !== undefined)
    throw new InvalidArgumentError(
      `Expected one stack, got ${earlier} and ${stack}. Type the command once for each.`,
    );
  return stack;
}
