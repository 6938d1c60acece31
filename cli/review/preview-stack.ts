import { randomBytes } from "node:crypto";
import { stringify } from "yaml";
import type { PrivateProject } from "./private-project";
import type { Pulumi, PulumiRun } from "./pulumi";
import type { StackFile } from "./stack-file";

/** What a review changes in a stack before it is previewed, as somebody would have changed it in the file. */
export interface StackOverlay {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

/** Previews one stack with the policy pack. Secrets are made up: a preview logs in nowhere. */
export async function previewStack(
  file: StackFile,
  project: PrivateProject,
  pulumi: Pulumi,
  overlay: StackOverlay = {},
): Promise<PulumiRun> {
  const { stack } = file;
  await project.writeStackFile(stack, stringify({ config: { ...file.config, ...overlay.config } }));
  await succeed(pulumi(["stack", "init", stack]));
  const made = ["portcullis:databasePassword", "portcullis:databaseAdminPassword", ...file.secretKeys];
  const secrets = {
    ...Object.fromEntries(made.map((key) => [key, randomBytes(18).toString("base64url")])),
    ...overlay.secrets,
  };
  for (const [key, value] of Object.entries(secrets)) {
    // Standard input, since arguments can be read by everybody on the machine.
    await succeed(pulumi(["config", "set", "-s", stack, "--secret", key], { input: value }));
  }
  return pulumi(["preview", "-s", stack, "--policy-pack", "policy"]);
}

/** A step that has no reason to fail; its output is the message if it does. */
async function succeed(run: Promise<PulumiRun>): Promise<void> {
  const { exitCode, output } = await run;
  if (exitCode !== 0) throw new Error(output);
}
