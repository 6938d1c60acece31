import { LINE_ROWS } from "../log/line-table";
import { chooseStems } from "./choose-stems";

const HEAD = `// Longer than 200 lines: one row a line. Written by \`npx tsx diagnosis/stems/write-stems.ts\`, from the patterns of all rows.
// biome-ignore-all format: one row a line.

/** For each row, texts in small letters: each line that its pattern matches has one of them. */
export const STEMS: Readonly<Record<string, readonly string[]>> = {
`;

/** The text of diagnosis/log/stems.ts as it ought to be. */
export function stemsFile(): string {
  const rows = Object.entries(chooseStems(LINE_ROWS)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${HEAD}${rows.map(([id, stems]) => `  ${JSON.stringify(id)}: ${JSON.stringify(stems)},\n`).join("")}};\n`;
}
