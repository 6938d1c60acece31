import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { SupabaseAnswerError, SupabaseApiError, SupabaseUnreachableError } from "../../supabase-api";
import { CommandError, EXIT } from "../exit-code";
import { projectFileOf } from "../stacks/project-folder";
import { nameInProject } from "../stacks/stack-file-name";
import { writtenDatabases } from "../stacks/written-databases";
import { isMapping } from "../stacks/written-services";
import type { Doing } from "./doing";
import { supabaseOf, writtenConfig } from "./supabase-access";
import { removeBranches } from "./supabase-branch";

/** A branch as a stack file remembers it. */
export interface NamedBranch {
  /** The reference of the project that it is a branch of. */
  readonly parent: string;
  readonly name: string;
}

/** One name for each Pulumi project and pull request, whose stack is `pr-N`: two projects may have one database. */
export function branchName(project: string, stack: string): string {
  const file = projectFileOf(project);
  const written: unknown = file && parseDocument(readFileSync(file, "utf8"), { logLevel: "error" }).toJS();
  const name = isMapping(written) ? String(written.name) : "portcullis";
  return `${name}-${nameInProject(stack)}`;
}

/** The projects whose branch a stack file declares for pull requests, each with the names of its databases. */
export type DeclaredParents = ReadonlyMap<string, readonly string[]>;

export function declaredParents(config: Readonly<Record<string, unknown>>): DeclaredParents {
  const parents = new Map<string, readonly string[]>();
  for (const { name, database } of writtenDatabases(config)) {
    if (database.previewBranch !== true || !isMapping(database.supabase)) continue;
    const parent = String(database.supabase.projectRef);
    parents.set(parent, [...(parents.get(parent) ?? []), name]);
  }
  return parents;
}

export interface Removal extends Doing {
  readonly stack: string;
  /** The stack that it was derived from, where its file does not say it. @default staging */
  readonly from?: string;
}

/** What is to be removed with an environment; known while its file is there. */
export interface OwnBranches {
  readonly from: string;
  readonly branches: readonly NamedBranch[];
}

/** What an environment's file remembers: the stack that it was derived from, where it says so, and its branches. */
export function remembered(
  project: string,
  stack: string,
): Pick<OwnBranches, "branches"> & { readonly from: string | undefined } {
  const written = writtenConfig(project, stack)["portcullis:previewEnvironment"];
  const { from, branches }: Readonly<Record<string, unknown>> = isMapping(written) ? written : {};
  return {
    from: typeof from === "string" ? from : undefined,
    branches: (Array.isArray(branches) ? branches : [])
      .filter(isMapping)
      .map(({ parent, name }) => ({ parent: String(parent), name: String(name) })),
  };
}

/** The branches that an environment's file remembers, and those that it would have got since. */
export function branchesOf({ stack, from = "staging", project }: Removal): OwnBranches {
  const written = remembered(project, stack);
  const base = written.from ?? from;
  const name = branchName(project, stack);
  const declared = [...declaredParents(writtenConfig(project, base)).keys()].map((parent) => ({
    parent,
    name,
  }));
  return { from: base, branches: eachOnce([...written.branches, ...declared]) };
}

/** A project has branches of several names, once the Pulumi project has got another name. */
export function eachOnce(branches: readonly NamedBranch[]): readonly NamedBranch[] {
  return [...new Map(branches.map((each) => [`${each.parent} ${each.name}`, each])).values()];
}

/** @returns how many there were @throws CommandError with what to type */
export async function removeOwnBranches(
  { from, branches }: OwnBranches,
  { pulumi, project, report, signal }: Removal,
): Promise<number> {
  if (branches.length === 0) return 0;
  return asCommandError(async () => {
    const client = await supabaseOf(from, { pulumi, project, report });
    let removed = 0;
    for (const branch of branches) removed += await removeBranches(branch, { client, signal, report });
    return removed;
  });
}

/** @throws CommandError in place of what Supabase answered */
export async function asCommandError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof SupabaseApiError && cause.status < 500 && cause.status !== 429)
      throw new CommandError(cause.message, EXIT.unusable, { cause });
    if (cause instanceof SupabaseApiError || cause instanceof SupabaseUnreachableError)
      throw new CommandError(`${cause.message} Type the same command again.`, EXIT.failed, { cause });
    if (cause instanceof SupabaseAnswerError) throw new CommandError(cause.message, EXIT.unusable, { cause });
    throw cause;
  }
}
