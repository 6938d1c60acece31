import { LINE_ROWS } from "../log/line-table";
import { chooseStems } from "./choose-stems";

const ROWS_IN_A_LINE = 3;
const HEAD = `// Longer than 200 lines: a table of rows. Written by \`npx tsx diagnosis/stems/write-stems.ts\`, from the patterns of all rows.
// biome-ignore-all format: three rows a line.

/** For each row, texts in small letters: each line that its pattern matches has one of them. */
export const STEMS: Readonly<Record<string, readonly string[]>> = {
`;

/** The text of diagnosis/log/stems.ts as it ought to be. */
export function stemsFile(): string {
  const rows = Object.entries(chooseStems(LINE_ROWS)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const cells = rows.map(([id, stems]) => `${JSON.stringify(id)}: ${JSON.stringify(stems)},`);
  const lines = Array.from({ length: Math.ceil(cells.length / ROWS_IN_A_LINE) }, (_, at) =>
    cells.slice(at * ROWS_IN_A_LINE, (at + 1) * ROWS_IN_A_LINE).join(" "),
  );
  return `${HEAD}${lines.map((line) => `  ${line}\n`).join("")}};\n`;
}
