/** What a value is, in an error's words: its kind, and nothing of what it says. */
export function kindOfValue(value: unknown): string {
  if (value === undefined) return "none";
  if (value === null) return "nothing";
  if (typeof value === "string") return value === "" ? "empty text" : "text";
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "a mapping";
  return `a ${typeof value}`;
}
