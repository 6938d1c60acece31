import { readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "./installed-package";

export const WORKFLOW = ".github/workflows/environments.yaml";

/** What of the workflow is the repository's own. */
interface WorkflowNames {
  /** The folder of Pulumi.yaml, from the checkout's own. */
  readonly folder: string;
  readonly branch: string;
  /** In the order in which they are deployed. */
  readonly stacks: readonly string[];
}

/** The package's workflow for preview and deploy, with the repository's own names. */
export function workflowText({ folder, branch, stacks }: WorkflowNames): string {
  const template = readFileSync(path.join(packageFolder(), "templates/environments.yaml"), "utf8");
  return template
    .replace("# `infra` is", `# \`${folder}\` is`)
    .replace("# main: `pulumi up`", `# ${branch}: \`pulumi up\``)
    .replace("staging before production.", `${stacks.join(" before ")}.`)
    .replaceAll("branches: [main]", `branches: ${JSON.stringify([branch])}`)
    .replaceAll("stack: [staging, production]", `stack: ${JSON.stringify(stacks).replaceAll(",", ", ")}`)
    .replaceAll(": infra\n", `: ${folder}\n`)
    .replaceAll("policyPacks: node_modules/portcullis/policy", "policyPacks: policy");
}
