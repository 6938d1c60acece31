import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CommandError } from "../../exit-code";
import { refusalOf } from "../../stacks/own-pulumi";
import { reasonsOf } from "../../stacks/policy-output";
import type { Pulumi } from "../../stacks/pulumi";
import { isSameStack } from "../../stacks/stack-file-name";
import type { AccountStack } from "./account-files";

/** What became of one stack. */
export interface ImportedStack {
  readonly stack: string;
  readonly resources: number;
  /** How many of them were not in the state before. */
  readonly imported: number;
  /** What the next preview shows. */
  readonly preview: "empty" | "changes";
  /** Pulumi's words on what would change. */
  readonly detail: string;
}

/**
 * Makes the stack where it is new, encrypts its secrets, and imports what its state does not have. Interrupted and
 * called again, it goes on.
 *
 * @throws CommandError with what Pulumi says
 */
export async function importStack(
  pulumi: Pulumi,
  account: AccountStack,
  apiKey: string,
): Promise<ImportedStack> {
  const { stack, imports, values } = account;
  const succeed = async (args: readonly string[], input?: string): Promise<string> => {
    const run = await pulumi(args, input === undefined ? {} : { input });
    if (run.exitCode !== 0) throw new CommandError(`\`pulumi ${args.join(" ")}\`: ${refusalOf(run.output)}`);
    return run.stdout;
  };
  const listed = JSON.parse(await succeed(["stack", "ls", "--json"])) as readonly { readonly name: string }[];
  if (!listed.some(({ name }) => isSameStack(name, stack)))
    await succeed(["stack", "init", stack, "--no-select"]);
  // By standard input: every user of the machine can read arguments.
  await succeed(["config", "set", "-s", stack, "--secret", "values"], values);
  await succeed(["config", "set", "-s", stack, "--secret", "render:apiKey"], apiKey);
  const known = idsIn(await succeed(["stack", "export", "-s", stack]));
  const missing = imports.filter(({ type, id }) => !known.has(`${type} ${id}`));
  if (missing.length > 0) await withFile({ resources: missing }, (file) => succeed(importing(stack, file)));
  const preview = await pulumi(["preview", "-s", stack, "--diff", "--expect-no-changes"]);
  return {
    ...{ stack, resources: imports.length, imported: missing.length },
    preview: preview.exitCode === 0 ? "empty" : "changes",
    detail: preview.exitCode === 0 ? "" : reasonsOf(preview.output),
  };
}

const importing = (stack: string, file: string): readonly string[] =>
  // The program is there already. What is imported is protected.
  ["import", "-s", stack, "-f", file, "--yes", "--skip-preview", "--generate-code=false"];

interface Exported {
  readonly deployment?: {
    readonly resources?: readonly { readonly type: string; readonly id?: string }[];
  };
}

function idsIn(exported: string): ReadonlySet<string> {
  const { deployment } = JSON.parse(exported) as Exported;
  return new Set((deployment?.resources ?? []).map(({ type, id = "" }) => `${type} ${id}`));
}

async function withFile(content: unknown, work: (file: string) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-import-"));
  try {
    const file = path.join(folder, "import.json");
    writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
    await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
