import type { Pulumi } from "../stacks/pulumi";
import { isMapping } from "../stacks/written-services";

type History = readonly {
  readonly config?: Readonly<Record<string, { readonly value?: string; readonly objectValue?: unknown }>>;
}[];

/**
 * Until when a stack is to be there, as its newest update has it: a scheduled run's checkout has no file of the stack.
 *
 * @returns undefined where no update says so
 */
export async function expiryOf(pulumi: Pulumi, stack: string): Promise<string | undefined> {
  const run = await pulumi(["stack", "history", "--json", "--page-size", "1", "--page", "1", "-s", stack]);
  if (run.exitCode !== 0) return undefined;
  const [newest] = JSON.parse(run.stdout || "[]") as History;
  const { value, objectValue } = newest?.config?.["portcullis:previewEnvironment"] ?? {};
  const written: unknown = objectValue ?? (value === undefined ? undefined : JSON.parse(value));
  const expires = isMapping(written) ? written.expires : undefined;
  return typeof expires === "string" && !Number.isNaN(Date.parse(expires)) ? expires : undefined;
}
