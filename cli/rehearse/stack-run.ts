import { randomBytes } from "node:crypto";
import { stringify } from "yaml";
import type { World } from "../../rehearsal";
import type { PrivateProject } from "./private-project";
import type { Pulumi, PulumiRun } from "./pulumi";
import type { StackFile } from "./stack-file";

/** What a rehearsed stack runs with: the world's addresses and secrets made for this one run. */
export interface StackRun {
  readonly stack: string;
  readonly preview: (options: { policy: boolean }) => Promise<PulumiRun>;
  readonly up: (options: { policy: boolean; onLine?: (line: string) => void }) => Promise<PulumiRun>;
  readonly outputs: () => Promise<Record<string, unknown>>;
}

/** Makes the stack in the rehearsal's private backend, and gives it addresses and secrets of the embedded world. */
export async function prepareStack(
  file: StackFile,
  world: World,
  project: PrivateProject,
  pulumi: Pulumi,
  overlay: StackOverlay = {},
): Promise<StackRun> {
  const { stack } = file;
  const config = {
    ...file.config,
    ...overlay.config,
    "render:host": world.render.url,
    "render:ownerId": world.render.ownerId,
    "portcullis:addresses": world.operatorAddresses,
  };
  await project.writeStackFile(stack, stringify({ config }));
  await succeed(pulumi(["stack", "init", stack]));
  const secrets = { ...secretsFor(file, world), ...overlay.secrets };
  for (const [key, value] of Object.entries(secrets)) {
    // Standard input, since arguments can be read by everybody on the machine.
    await succeed(pulumi(["config", "set", "-s", stack, "--secret", "--path", key], { input: value }));
  }
  const policyPack = ({ policy }: { policy: boolean }): string[] =>
    policy ? ["--policy-pack", "policy"] : [];
  return {
    stack,
    preview: (options) => pulumi(["preview", "-s", stack, "--diff", ...policyPack(options)]),
    up: ({ onLine, ...options }) =>
      pulumi(
        ["up", "-s", stack, "--yes", "--skip-preview", ...policyPack(options)],
        onLine ? { onLine } : {},
      ),
    outputs: async () =>
      JSON.parse((await succeed(pulumi(["stack", "output", "-s", stack, "--json"]))).stdout),
  };
}

/** What an incident's replay changes in a stack, as somebody would have changed it in the file. */
export interface StackOverlay {
  readonly config?: Readonly<Record<string, unknown>>;
  readonly secrets?: Readonly<Record<string, string>>;
}

function secretsFor(file: StackFile, world: World): Record<string, string> {
  const made = Object.fromEntries(file.secretKeys.map((key) => [key, randomBytes(18).toString("base64url")]));
  return {
    ...made,
    "render:apiKey": world.render.apiKey,
    "portcullis:databasePassword": randomBytes(18).toString("base64url"),
    "portcullis:databaseAdminPassword": world.postgres.adminPassword,
  };
}

/** A step that has no reason to fail; its output is the message if it does. */
async function succeed(run: Promise<PulumiRun>): Promise<PulumiRun> {
  const result = await run;
  if (result.exitCode !== 0) throw new Error(result.output);
  return result;
}
