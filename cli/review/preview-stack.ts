import { openStack } from "../stacks/open-stack";
import { withoutOthers } from "../stacks/other-stacks";
import { policyPackOf } from "../stacks/policy-pack";
import type { PrivateProject } from "../stacks/private-project";
import type { Pulumi } from "../stacks/pulumi";
import type { PulumiRun } from "../stacks/pulumi-run";
import type { StackFile } from "../stacks/stack-file";
import type { StackOverlay } from "../stacks/stack-overlay";
import { standIn } from "../stacks/stand-in";
import { databaseSecretKeys, schemeOf } from "../stacks/wanted-secrets";

/** Previews one stack with the policy pack. Secrets are made up: a preview never logs in. */
export async function previewStack(
  file: StackFile,
  project: PrivateProject,
  pulumi: Pulumi,
  overlay: StackOverlay = {},
): Promise<PulumiRun> {
  const made = [...databaseSecretKeys(file.config), ...file.secretKeys];
  const secrets = Object.fromEntries(made.map((key) => [key, standIn(key, schemeOf(file.config))]));
  const alone = { ...file, config: withoutOthers(file.config) };
  await openStack(alone, project, pulumi, { ...overlay, secrets: { ...secrets, ...overlay.secrets } });
  return pulumi(["preview", "-s", file.stack, "--policy-pack", policyPackOf(project.folder)]);
}
