import { rmSync } from "node:fs";
import { CommandError } from "../exit-code";
import { progressLines } from "../rehearse/progress";
import { refusalAdvice, refusalOf } from "../stacks/own-pulumi";
import { reasonsOf } from "../stacks/policy-output";
import type { Pulumi } from "../stacks/pulumi";
import { StackLockedError } from "../stacks/stack-lock";
import { begunIn, type ExportedStack } from "./begun";
import { branchesOf, type Removal, removeOwnBranches } from "./declared-branches";
import { isThere, restoreFile, stackFileOf } from "./own-stack";
import type { DownReport } from "./report";

/** Removes an environment with everything that it made, then its stack. What is gone already is no failure. */
export async function down(request: Removal): Promise<DownReport> {
  try {
    return await removed(request);
  } catch (cause) {
    // Of several that are removed, the others still are.
    if (!(cause instanceof StackLockedError || cause instanceof BranchesLeft)) throw cause;
    return { version: 1, stack: request.stack, result: "failed", detail: cause.message };
  }
}

/** Its Supabase branches could not be removed. */
class BranchesLeft extends Error {
  override readonly name = "BranchesLeft";
}

async function removed(request: Removal): Promise<DownReport> {
  const { stack, project, pulumi, report } = request;
  const said = { version: 1 as const, stack };
  if (!(await isThere(pulumi, stack))) {
    // An interruption, or `pulumi stack rm`, may have left its branches alone.
    const left = await ofBranches(() => removeOwnBranches(branchesOf(request), request));
    rmSync(stackFileOf(project, stack), { force: true });
    return { ...said, result: left === 0 ? "absent" : "removed", detail: "" };
  }
  report(`preview-environment: removing ${stack}`);
  await restoreFile(pulumi, project, stack);
  const branches = await ofBranches(() => branchesOf(request));
  const begun = await begunBy(pulumi, stack);
  const onLine = progressLines((words) => report(`  ${words}`));
  const run = await pulumi(["destroy", "-s", stack, "--yes", "--skip-preview"], { onLine });
  if (run.exitCode !== 0) {
    const why = reasonsOf(run.output);
    return { ...said, result: "failed", detail: `${why}${refusalAdvice(why)}` };
  }
  await ofBranches(() => removeOwnBranches(branches, request));
  if (begun.length > 0) {
    const detail = `An update was interrupted while it made ${begun.join(", ")}: look whether it is there, remove it, and type \`pulumi stack rm --force ${stack}\`.`;
    return { ...said, result: "not-decided", detail };
  }
  const gone = await pulumi(["stack", "rm", "--yes", stack]);
  if (gone.exitCode !== 0) return { ...said, result: "failed", detail: refusalOf(gone.output) };
  rmSync(stackFileOf(project, stack), { force: true });
  return { ...said, result: "removed", detail: "" };
}

/** @throws BranchesLeft where a stack file that may declare them cannot be read, or they cannot be removed */
async function ofBranches<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof CommandError ? new BranchesLeft(cause.message, { cause }) : cause;
  }
}

/** Resources whose creation was begun, and never heard of again: no state has their ids. */
async function begunBy(pulumi: Pulumi, stack: string): Promise<readonly string[]> {
  const run = await pulumi(["stack", "export", "-s", stack]);
  if (run.exitCode !== 0) return [];
  return begunIn(JSON.parse(run.stdout) as ExportedStack);
}
