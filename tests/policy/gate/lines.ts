/** Lines of `NAME=value`, with `§` for a dollar before a brace. */
export function lines(text: string): readonly string[] {
  return text
    .replaceAll("§", "$")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** `NAME=value` as a variable. */
export function pair(line: string): Readonly<Record<string, string>> {
  const at = line.indexOf("=");
  return { [line.slice(0, at)]: line.slice(at + 1) };
}
