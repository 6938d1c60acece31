/** File names and lines are foreign text: they must not move the cursor, change colours or hide a word. */
export function printable<T>(value: T): T {
  if (typeof value === "string") return value.replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, "\uFFFD") as T;
  if (Array.isArray(value)) return value.map((item: unknown) => printable(item)) as T;
  if (typeof value !== "object" || value === null || value instanceof Map) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [printable(key), printable(item)]),
  ) as T;
}
