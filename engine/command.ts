import type { Options, Result } from "execa";

/** Runs a command and returns how it ended. It throws only when its signal is aborted, never for an exit code. */
export async function run(
  command: string,
  args: readonly string[],
  options: Omit<Options, "reject"> = {},
): Promise<Result<{ reject: false; encoding: "utf8" }>> {
  // A dynamic import, because execa is an ES module.
  const { execa } = await import("execa");
  return execa(command, args, { ...options, reject: false }) as never;
}
