import path from "node:path";
import type { SecretToSet, StackDraft } from "../../audit";
import { quotePath } from "../../domain/shell-words";

/** A command to type, and what it is for. */
export interface NextCommand {
  readonly command: string;
  readonly note: string;
}

/** What makes the project work on this machine, from the current folder. */
export function firstCommands(output: string, rehearsal: boolean): readonly NextCommand[] {
  const folder = path.relative(process.cwd(), output);
  return [
    ...(folder === ""
      ? []
      : [{ command: `cd ${quotePath(folder)}`, note: "the commands below work from there" }]),
    { command: "npm install", note: "Pulumi's packages, and this one as it was installed" },
    {
      command: "npx portcullis review",
      note: "every stack with the policy pack; no account, secrets are made up",
    },
    ...(rehearsal
      ? [{ command: "npx portcullis rehearse", note: "every stack deployed and verified on this machine" }]
      : []),
  ];
}

/** The commands that set a stack's secrets. Pulumi asks for each value and shows none. */
export function stackCommands({ environment, secrets }: StackDraft): readonly NextCommand[] {
  return [
    { command: `pulumi stack init ${environment}`, note: "" },
    ...secrets.map((secret) => ({ command: setCommand(environment, secret), note: secret.note })),
  ];
}

export function setCommand(
  environment: string,
  { key, path: isPath }: Pick<SecretToSet, "key" | "path">,
): string {
  return `pulumi config set -s ${environment} --secret ${isPath ? `--path '${key}'` : key}`;
}

/** What deploys a stack. Pulumi asks for the values that are not typed here. */
export function deployCommands(environment: string): readonly NextCommand[] {
  return [
    { command: `pulumi config set -s ${environment} --secret render:apiKey`, note: "or RENDER_API_KEY" },
    {
      command: `pulumi config set -s ${environment} render:ownerId`,
      note: "the workspace at Render, tea-… or usr-…",
    },
    { command: `pulumi preview -s ${environment} --policy-pack policy`, note: "" },
    { command: `pulumi up -s ${environment} --policy-pack policy`, note: "" },
  ];
}
