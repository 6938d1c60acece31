import { simpleCommands } from "./shell";

/** What a start command itself sets, for any of its commands, to a text that is written out. */
export function assignedVariables(text: string): readonly (readonly [name: string, value: string])[] {
  const found = simpleCommands(text).flatMap(({ variables }) =>
    Object.entries(variables).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !/[$\uE000\uE001]/.test(entry[1]),
    ),
  );
  return [...new Map(found.map((pair) => [pair.join("="), pair] as const)).values()];
}
