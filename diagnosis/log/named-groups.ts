/**
 * What the groups of a pattern took of a text, in their order and without those that took nothing. Groups of one name in
 * several alternatives have a number after it, which is left out here: `name`, `name2`.
 */
export function namedGroups(
  pattern: RegExp,
  text: string,
): readonly (readonly [name: string, value: string])[] {
  return Object.entries(pattern.exec(text)?.groups ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.replace(/\d+$/, ""), value] as const],
  );
}
