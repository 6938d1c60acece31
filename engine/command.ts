import type { Options, Result } from "execa";

/** Runs a command and answers how it ended; it never throws for an exit code, only when its signal is aborted. */
export async function run(
  command: string,
  args: readonly string[],
  options: Omit<Options, "reject"> = {},
): Promise<Result<{ reject: false; encoding: "utf8" }>> {
  // A dynamic import, since execa is there as an ES module only.
  const { execa } = await import("execa");
  return execa(command, args, { ...options, reject: false }) as never;
}
