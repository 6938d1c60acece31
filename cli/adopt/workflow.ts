import { readFileSync } from "node:fs";
import path from "node:path";
import { packageFolder } from "../../engine";
import { printableJson } from "../audit/printable";

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
  // By functions: a `$` in a name would be one of the replacement's own signs.
  const written = template
    .replace("# `infra` is", () => `# \`${folder}\` is`)
    .replace("# main: `pulumi up`", () => `# ${branch}: \`pulumi up\``)
    .replace("staging before production.", () => `${stacks.join(" before ")}.`)
    .replaceAll("branches: [main]", () => `branches: ${list([branch])}`)
    .replaceAll("stack: [staging, production]", () => `stack: ${list(stacks)}`)
    .replaceAll(": infra\n", () => `: ${scalar(folder)}\n`)
    .replaceAll("policyPacks: node_modules/portcullis/policy", "policyPacks: policy");
  return printableJson(written);
}

/** Text that GitHub evaluates nothing in, as YAML: a name with a sign of YAML's or of a pattern's is quoted. */
export const scalar = (text: string): string =>
  /^[A-Za-z_][\w./-]*$/.test(text) ? text : JSON.stringify(text);
const list = (texts: readonly string[]): string =>
  `[${texts.map((text) => JSON.stringify(text)).join(", ")}]`;
