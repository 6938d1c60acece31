const ITEM = `"(?:[^"\\\\\\n]|\\\\.){0,2000}"|'[^'\\n]{0,2000}'|[^\\s[\\]{}"',](?:[^[\\]{}"',]{0,2000}[^\\s[\\]{}"',])?`;
const ITEMS = new RegExp(`\\s*(?:${ITEM})\\s*(?=,|$)`, "g");
const LIST = new RegExp(
  `\\[((?:\\s{0,40}(?:${ITEM})\\s{0,40},){1,80}(?:\\s{0,40}(?:${ITEM})\\s{0,40})?)(\\s{0,40})\\]`,
  "g",
);
/** Only the words of a command are of interest: one of them is a flag without quotes. */
const HAS_FLAG = /(?:^|,)\s*-{1,2}[A-Za-z]/;
const isBare = (item: string): boolean => item !== "" && !/^["']/.test(item);

/**
 * The text with another list in place of each list of YAML that has words without quotes: they are read in quotes, as
 * in every other list, and written without.
 */
export function withFlowLists(text: string, changed: (list: string) => string): string {
  return text.replaceAll(LIST, (whole, inside: string, tail: string) => {
    if (!HAS_FLAG.test(inside)) return whole;
    const items = itemsOf(inside);
    const quoted = items.map((item) => (isBare(item.trim()) ? `"${item.trim()}"` : item.trim()));
    const before = `[${quoted.join(", ")}]`;
    const after = changed(before);
    const others = itemsOf(after.slice(1, -1)).map((item) => item.trim());
    if (after === before || others.length !== items.length) return whole;
    const written = items.map((item, index) => {
      const other = others[index] ?? "";
      return item.replace(/\S(?:.*\S)?/s, () =>
        isBare(item.trim()) ? other.replace(/^"(.*)"$/s, "$1") : other,
      );
    });
    const comma = /,\s*$/.exec(inside)?.[0] ?? "";
    return `[${written.join(",")}${comma}${tail}]`;
  });
}

const itemsOf = (inside: string): readonly string[] => inside.match(ITEMS) ?? [];
