import color from "picocolors";
import { printable, printableLines } from "../../audit/printable";
import type { ImportedStack } from "./import-stack";

/** What was adopted; the document of `--json`. Under version 1 keys are added; none is changed or removed. */
export interface AdoptedAccount {
  readonly version: 1;
  /** The folder of the project. */
  readonly output: string;
  readonly written: readonly string[];
  readonly stacks: readonly { readonly stack: string; readonly resources: number }[];
  /** Empty where the project's packages are not installed yet. */
  readonly imported: readonly ImportedStack[];
  /** What is at Render and cannot be adopted. */
  readonly left: readonly string[];
}

export function accountWords({ output, written, stacks, imported, left }: AdoptedAccount): string {
  const wrote =
    written.length === 0
      ? `${color.bold(printable(output))} is as adopt would write it`
      : `${color.green("wrote")} ${written.map((file) => printable(file)).join(", ")}`;
  const notes = left.map((one) => `${color.yellow("left out")}  ${printable(one)}`);
  return [wrote, ...(notes.length === 0 ? [] : [notes.join("\n")]), ...ending()].join("\n\n");

  function ending(): readonly string[] {
    if (imported.length > 0) return imported.map(stackWords);
    const counts = stacks.map(({ stack, resources }) => `  ${printable(stack)}  ${counted(resources)}`);
    const next = [
      `  cd ${printable(output)} && npm install`,
      "  pulumi login …  (and PULUMI_CONFIG_PASSPHRASE where the backend wants one)",
      "  npx portcullis adopt --from-render --output .",
    ];
    return [counts.join("\n"), ["Next, to import them; nothing is changed at Render:", ...next].join("\n")];
  }
}

const counted = (count: number): string => `${count} ${count === 1 ? "resource" : "resources"}`;

function stackWords({ stack, resources, imported, preview, detail }: ImportedStack): string {
  const what = `${color.bold(printable(stack))}  ${counted(resources)}, ${imported} imported now`;
  if (preview === "empty") return `${what}; ${color.green("the preview is empty")}`;
  return `${what}; ${color.red("the preview is not empty")}\n${printableLines(detail)}`;
}
