import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";
import { SupabaseAnswerError, SupabaseApiError, SupabaseUnreachableError } from "../../supabase-api";
import { CommandError, EXIT } from "../exit-code";
import type { Pulumi } from "../stacks/pulumi";
import { writtenDatabases } from "../stacks/written-databases";
import { isMapping } from "../stacks/written-services";
import { supabaseOf, writtenConfig } from "./supabase-access";
import { removeBranches } from "./supabase-branch";

/** A branch as a stack file remembers it. */
export interface NamedBranch {
  /** The reference of the project that it is a branch of. */
  readonly parent: string;
  readonly name: string;
}

/** One name for each Pulumi project and pull request: two projects may have one database. */
export function branchName(project: string, pullRequest: number): string {
  const file = ["Pulumi.yaml", "Pulumi.yml"]
    .map((name) => path.join(project, name))
    .find((at) => existsSync(at));
  const written: unknown = file && parseDocument(readFileSync(file, "utf8"), { logLevel: "error" }).toJS();
  const name = isMapping(written) ? String(written.name) : "portcullis";
  return `${name}-pr-${pullRequest}`;
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

export interface Removal {
  readonly stack: string;
  /** The stack that it was derived from, where its file does not say it. */
  readonly from: string | undefined;
  readonly project: string;
  readonly pulumi: Pulumi;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** What is to be removed with an environment; known while its file is there. */
export interface OwnBranches {
  readonly from: string;
  readonly branches: readonly NamedBranch[];
}

/** The branches that an environment's file remembers. */
export function rememberedBranches(project: string, stack: string): readonly NamedBranch[] {
  const written = writtenConfig(project, stack)["portcullis:previewEnvironment"];
  const branches = isMapping(written) ? written.branches : undefined;
  return (Array.isArray(branches) ? branches : [])
    .filter(isMapping)
    .map(({ parent, name }) => ({ parent: String(parent), name: String(name) }));
}

/** The branches that an environment's file remembers, and those that it would have got since. */
export function branchesOf({ stack, from, project }: Removal): OwnBranches {
  const written = writtenConfig(project, stack)["portcullis:previewEnvironment"];
  const remembered = isMapping(written) ? written : {};
  const base = typeof remembered.from === "string" ? remembered.from : (from ?? "staging");
  const pullRequest = Number(/pr-(\d+)$/.exec(stack)?.[1]);
  const declared = [...declaredParents(writtenConfig(project, base)).keys()].map((parent) => ({
    parent,
    name: branchName(project, pullRequest),
  }));
  const all = [...rememberedBranches(project, stack), ...declared];
  const byKey = new Map(all.map((each) => [`${each.parent} ${each.name}`, each]));
  return { from: base, branches: [...byKey.values()] };
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
