import { createHash } from "node:crypto";
import { errorLineOf } from "../../diagnosis";
import { withoutVarying } from "../../records";

/** What varies in the errors of one kind beside what `withoutVarying` knows: the values that they name. */
const NAMED: readonly (readonly [RegExp, string])[] = [
  [/"[^"]*"|'[^']*'|`[^`]*`/g, "<text>"],
  [/\S+@\S+/g, "<text>"],
  [/(?<![\w<])\/[^\s,;:)]+/g, "<path>"],
];

/** More kinds than that are no kinds. */
const MOST = 200;

/**
 * The kinds of error lines that were written since a time, each with its first line. Two lines are of one kind where
 * they differ in numbers, times, ids, addresses, paths and quoted text alone.
 */
export function errorKindsOf(
  { lines, times }: { readonly lines: readonly string[]; readonly times: readonly number[] },
  since: number,
): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    if ((times[index] ?? 0) < since || kinds.size >= MOST) continue;
    const said = errorLineOf(line);
    if (said === undefined) continue;
    const kind = hashOf(said);
    if (!kinds.has(kind)) kinds.set(kind, said);
  }
  return kinds;
}

function hashOf(line: string): string {
  const kind = NAMED.reduce((text, [varying, word]) => text.replaceAll(varying, word), line);
  return createHash("sha256").update(withoutVarying(kind)).digest("hex").slice(0, 16);
}
