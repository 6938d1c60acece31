import type { BranchDatabase } from "../../supabase-api";
import { asCommandError, branchName, type DeclaredParents, eachOnce, remembered } from "./declared-branches";
import { type EnvironmentBranches, type PreviewEnvironment, stackOf } from "./derived-stack";
import type { Doing } from "./doing";
import { ensureEnd, ensureStack } from "./own-stack";
import { supabaseOf } from "./supabase-access";
import { bringUpBranch } from "./supabase-branch";

/**
 * The Supabase branches that an environment's databases declare, ready to be used. The stack is there before them, and
 * says until when: `down` and `expire` then know of both.
 *
 * @returns or why one is not ready
 * @throws CommandError where there is no token, or Supabase refuses it
 */
export async function branchesFor(
  { environment, project, pulumi, report, signal }: Doing & { readonly environment: PreviewEnvironment },
  parents: DeclaredParents,
): Promise<EnvironmentBranches | { readonly failed: string }> {
  const { from, pullRequest, branch: gitBranch } = environment;
  const stack = stackOf(from, pullRequest);
  const before = remembered(project, stack).branches;
  const client = parents.size === 0 ? undefined : await supabaseOf(from, { pulumi, project, report });
  await ensureStack(pulumi, project, stack, from);
  const name = branchName(project, stack);
  // One that is not declared any more is still to be removed with the environment. A stack that is made again loses its
  // file, and a fresh checkout has it from now on.
  const own = eachOnce([
    ...before,
    ...remembered(project, stack).branches,
    ...[...parents.keys()].map((parent) => ({ parent, name })),
  ]);
  await ensureEnd(pulumi, { project, stack }, environment, own);
  const found = new Map<string, BranchDatabase>();
  if (client === undefined) return { own, databases: found };
  // Two databases of one project are on one branch.
  for (const [parent, databases] of parents) {
    const asked = { parent, name, gitBranch, pullRequest };
    const end = await asCommandError(() => bringUpBranch(asked, { client, signal, report }));
    if ("failed" in end) return end;
    for (const database of databases) found.set(database, end.database);
  }
  return { own, databases: found };
}
