import { notShown } from "./own-pulumi";
import type { Pulumi } from "./pulumi";

/** A stack's configuration with its secrets readable, by whole keys such as `portcullis:service`. */
export type StackValues = Readonly<Record<string, unknown>>;

type Listed = Readonly<Record<string, { readonly value?: string; readonly objectValue?: unknown }>>;

/** Reads a stack's configuration by the user's own Pulumi. @throws CommandError with what Pulumi says */
export async function stackValues(pulumi: Pulumi, stack: string, advice = ""): Promise<StackValues> {
  const run = await pulumi(["config", "--show-secrets", "--json", "-s", stack]);
  // Of a command that failed Pulumi's sentence holds no value.
  if (run.exitCode !== 0) throw notShown(`the secrets of the stack ${stack}`, run, advice);
  const listed = JSON.parse(run.stdout) as Listed;
  return Object.fromEntries(
    Object.entries(listed).map(([key, { value, objectValue }]) => [key, objectValue ?? value]),
  );
}
