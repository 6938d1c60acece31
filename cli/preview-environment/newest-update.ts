import type { Pulumi } from "../stacks/pulumi";
import { isMapping } from "../stacks/written-services";

type History = readonly {
  readonly config?: Readonly<Record<string, { readonly value?: string; readonly objectValue?: unknown }>>;
}[];

/** A stack's newest update, if it has one; undefined where Pulumi does not say. */
async function newestOf(pulumi: Pulumi, stack: string): Promise<History | undefined> {
  const run = await pulumi(["stack", "history", "--json", "--page-size", "1", "--page", "1", "-s", stack]);
  return run.exitCode === 0 ? (JSON.parse(run.stdout || "[]") as History) : undefined;
}

/** Whether a stack is known to have had no update: nothing is in it. */
export async function hasNoUpdate(pulumi: Pulumi, stack: string): Promise<boolean> {
  return (await newestOf(pulumi, stack))?.length === 0;
}

/**
 * Until when a stack is to be there, as its newest update has it: a scheduled run's checkout has no file of the stack.
 *
 * @returns undefined where no update says so
 */
export async function expiryOf(pulumi: Pulumi, stack: string): Promise<string | undefined> {
  const [newest] = (await newestOf(pulumi, stack)) ?? [];
  const { value, objectValue } = newest?.config?.["portcullis:previewEnvironment"] ?? {};
  const written: unknown = objectValue ?? (value === undefined ? undefined : JSON.parse(value));
  const expires = isMapping(written) ? written.expires : undefined;
  return typeof expires === "string" && !Number.isNaN(Date.parse(expires)) ? expires : undefined;
}
