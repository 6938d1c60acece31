/** So many lines of one cell are shown; cli-table3 measures a whole cell again for each of its lines. */
const SHOWN = 12;

/** The lines of a table's cell, the first of many with how many more there are, or a dash for none. */
export function cellOf(lines: readonly string[]): string {
  const rest = lines.length - SHOWN;
  // A line that says "1 more" is as long as the one that it leaves out.
  const shown = rest > 1 ? [...lines.slice(0, SHOWN), `and ${rest} more: --json lists them`] : lines;
  return shown.join("\n") || "–";
}
