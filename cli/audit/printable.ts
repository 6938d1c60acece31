/** File names and lines are foreign text: they must not move the cursor, change colours or hide a word. */
export function printable<T>(value: T): T {
  if (typeof value === "string")
    return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, "\uFFFD") as T;
  if (Array.isArray(value)) return value.map((item: unknown) => printable(item)) as T;
  if (typeof value !== "object" || value === null || value instanceof Map) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [printable(key), printable(item)]),
  ) as T;
}

/**
 * A text with line ends of our own, such as a report: any other control character and every bidirectional mark is
 * foreign, and replaced.
 */
export function printableLines(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|[\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, "\uFFFD");
}

/** JSON, in which C1 control characters and bidirectional marks may be raw, with those escaped. */
export function printableJson(json: string): string {
  return json.replaceAll(
    /[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
