import color from "picocolors";
import { applyFixes, type Fixed, type FixPlan, hasStep, patchOf, planFixes } from "../../audit/fixes";
import { printProblem } from "../terminal-output";
import type { Format } from "./output";
import { printable } from "./printable";
import { fixedLine, plural, reasonedLine } from "./words";

export { hasStep, planFixes };

/** `--diff`: prints what would change. Its summary goes to the standard error. */
export function auditDiff(plan: FixPlan, toTerminal: boolean): string {
  const would = `${plural(plan.fixed.length, "change")} in ${plural(plan.files.length, "file")}`;
  printProblem(`--fix would make ${would}, and leave ${plural(plan.left, "finding")}`);
  for (const row of plan.fixed) printProblem(reasonedLine(printable(row)));
  const lines = patchOf(plan).split("\n").map(printableLine);
  return lines.map((line) => (toTerminal ? colored(line) : line)).join("\n");
}

/** `--fix`: writes the files, and reports on the standard error what was not written. */
export function fixFiles(
  plan: FixPlan,
  format: Format,
): { readonly fixed: readonly Fixed[]; readonly notWritten: number } {
  const refused = applyFixes(plan);
  for (const { file, reason } of refused) printProblem(`${file} was not changed: ${reason}`);
  const fixed = plan.fixed.filter(({ file }) => refused.every((row) => row.file !== file));
  if (format !== "terminal" && format !== "json") {
    for (const row of fixed) printProblem(`fixed ${fixedLine(row)}`);
  }
  return { fixed, notWritten: refused.length };
}

/** A diff needs tabs and line ends; any other control character might move the cursor. */
function printableLine(line: string): string {
  const end = line.endsWith("\r") ? "\r" : "";
  const parts = line.slice(0, line.length - end.length).split("\t");
  return parts.map((part) => printable(part)).join("\t") + end;
}

function colored(line: string): string {
  if (/^(?:---|\+\+\+) /.test(line)) return color.bold(line);
  if (line.startsWith("@@")) return color.cyan(line);
  if (line.startsWith("+")) return color.green(line);
  return line.startsWith("-") ? color.red(line) : line;
}
