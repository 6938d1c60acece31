import { stringify } from "yaml";
import type { PrivateProject } from "./private-project";
import type { Pulumi } from "./pulumi";
import type { PulumiRun } from "./pulumi-run";
import type { StackFile } from "./stack-file";
import type { StackOverlay } from "./stack-overlay";

/** Writes a stack's file into the private project, makes the stack, and sets its secrets. */
export async function openStack(
  file: StackFile,
  project: PrivateProject,
  pulumi: Pulumi,
  { config = {}, secrets = {} }: StackOverlay,
): Promise<void> {
  const { stack } = file;
  await project.writeStackFile(stack, stringify({ config: { ...file.config, ...config } }));
  await succeed(pulumi(["stack", "init", stack]));
  for (const [key, value] of Object.entries(secrets)) {
    // By standard input: every user of the machine can read arguments.
    // A value inside a mapping is reached by its path; a key itself has no dot.
    const path = key.includes(".") ? ["--path"] : [];
    await succeed(pulumi(["config", "set", "-s", stack, "--secret", ...path, key], { input: value }));
  }
}

/** A step that should not fail; if it does, its output is the message. */
async function succeed(run: Promise<PulumiRun>): Promise<void> {
  const { exitCode, output } = await run;
  if (exitCode !== 0) throw new Error(output);
}
