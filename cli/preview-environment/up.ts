import { EXIT } from "../exit-code";
import { type ServiceOutputs, serviceOutputs } from "../promote/promoted-services";
import { progressLines } from "../rehearse/progress";
import { reasonsOf, rejectingPolicies } from "../stacks/policy-output";
import { policyPackOf } from "../stacks/policy-pack";
import type { Pulumi } from "../stacks/pulumi";
import { configurationOf } from "../stacks/stack-configuration";
import { readStackFile } from "../stacks/stack-file";
import { nameInProject } from "../stacks/stack-file-name";
import { branchesFor } from "./branches-for";
import { declaredParents } from "./declared-branches";
import { assertDerivable, type PreviewEnvironment, stackOf } from "./derived-stack";
import type { Doing } from "./doing";
import { instancesOf } from "./instances";
import { writeOwnStack } from "./own-stack";
import type { UpReport } from "./report";

interface Request extends Doing {
  readonly environment: PreviewEnvironment;
}

/** Makes a pull request's environment, or brings it up to date. What failed stays as it is until `down`. */
export async function up(request: Request): Promise<UpReport> {
  const { environment, project, pulumi, report } = request;
  const { from, pullRequest, expires } = environment;
  const file = await readStackFile(project, nameInProject(from));
  const configuration = configurationOf(file);
  assertDerivable(from, file, configuration);
  const stack = stackOf(from, pullRequest);
  report(`preview-environment: ${stack}, with the configuration of ${from}`);
  const parents = declaredParents(file.config);
  const said = {
    version: 1 as const,
    stack,
    pullRequest,
    from,
    expires,
    instances: instancesOf(configuration, parents.size),
  };
  const branches = await branchesFor(request, parents);
  if ("failed" in branches) {
    return { ...said, result: "failed", policies: [], detail: branches.failed, services: {} };
  }
  await writeOwnStack(pulumi, { project, stack }, environment, branches);
  const onLine = progressLines((words) => report(`  ${words}`));
  const pack = ["--policy-pack", policyPackOf(project)];
  const run = await pulumi(["up", "-s", stack, "--yes", "--skip-preview", ...pack], { onLine });
  const policies = rejectingPolicies(run.output);
  const result = run.exitCode === 0 ? "up" : policies.length > 0 ? "rejected" : "failed";
  const services = await outputsOf(pulumi, stack);
  const detail = result === "up" ? "" : reasonsOf(run.output);
  return { ...said, result, policies, detail, services };
}

/** After a failed update there may be none, and the reason is said already. */
async function outputsOf(pulumi: Pulumi, stack: string): Promise<ServiceOutputs> {
  return serviceOutputs(pulumi, stack).catch(() => ({}));
}

export const exitCodeOf = ({ result }: UpReport): number => (result === "up" ? EXIT.done : EXIT.failed);
