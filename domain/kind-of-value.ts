/** What a value is, in an error's words: its kind, and nothing of what it says. */
export function kindOfValue(value: unknown): string {
  if (value === undefined) return "none";
  if (value === null) return "nothing";
  if (typeof value === "string") return value === "" ? "empty text" : "text";
  if (typeof value !== "object") return `a ${typeof value}`;
  if (Array.isArray(value)) return "a list";
  const made = (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor
    ?.name;
  // A class of the platform's has a name; a class of a bundle has one letter.
  return made === undefined || made === "Object" || made.length < 3 ? "a mapping" : `a ${made}`;
}
