import { z } from "zod";
import { POOLER_HOST } from "../databases";
import type { SupabaseClient } from "./client";
import { SupabaseAnswerError, SupabaseApiError } from "./errors";

/** A branch of a project, which is a project of its own (docs/facts/supabase.md#s20). */
export interface Branch {
  readonly name: string;
  /** Of its own project. */
  readonly projectRef: string;
  /** Whether it is the project itself, as its branch of production. */
  readonly isDefault: boolean;
  readonly persistent: boolean;
  readonly gitBranch: string | undefined;
  readonly pullRequest: number | undefined;
  readonly status: string;
  /** Of its own project. */
  readonly projectStatus: string | undefined;
  readonly createdAt: string;
  /** When it is removed, in ISO 8601. */
  readonly deletion: string | undefined;
}

/** How a branch's database is reached. */
export interface BranchDatabase {
  readonly projectRef: string;
  readonly poolerHost: string;
  readonly user: string;
  readonly password: string;
}

/** Texts of an answer may be null where they are not there. */
const maybe = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

const branch = z
  .object({
    name: z.string(),
    project_ref: z.string(),
    is_default: z.boolean(),
    persistent: z.boolean(),
    git_branch: maybe(z.string()),
    pr_number: maybe(z.number()),
    status: z.string(),
    preview_project_status: maybe(z.string()),
    created_at: z.string(),
    deletion_scheduled_at: maybe(z.string()),
  })
  .transform(
    (found): Branch => ({
      name: found.name,
      projectRef: found.project_ref,
      isDefault: found.is_default,
      persistent: found.persistent,
      gitBranch: found.git_branch,
      pullRequest: found.pr_number,
      status: found.status,
      projectStatus: found.preview_project_status,
      createdAt: found.created_at,
      deletion: found.deletion_scheduled_at,
    }),
  );

const config = z.object({ ref: z.string(), db_user: maybe(z.string()), db_pass: maybe(z.string()) });

const poolers = z.array(
  z.object({ database_type: z.string(), db_host: maybe(z.string()), connection_string: maybe(z.string()) }),
);

const pathOf = (project: string): string => `/v1/projects/${encodeURIComponent(project)}/branches`;

/** All branches of a project. @throws as `SupabaseClient.request` */
export async function listBranches(
  client: SupabaseClient,
  project: string,
  signal?: AbortSignal,
): Promise<readonly Branch[]> {
  const path = pathOf(project);
  return held(z.array(branch), await client.request("GET", path, { signal }), path);
}

/** Asks for a branch, which is not ready by then. @throws as `SupabaseClient.request` */
export async function createBranch(
  client: SupabaseClient,
  project: string,
  { name, gitBranch }: { readonly name: string; readonly gitBranch: string },
  signal?: AbortSignal,
): Promise<void> {
  const body = { branch_name: name, git_branch: gitBranch, persistent: false };
  await client.request("POST", pathOf(project), { body, signal });
}

/** Removes a branch with its database, at once. One that is gone is no failure. @throws as `SupabaseClient.request` */
export async function removeBranch(
  client: SupabaseClient,
  { projectRef }: Pick<Branch, "projectRef">,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await client.request("DELETE", `/v1/branches/${encodeURIComponent(projectRef)}`, { signal });
  } catch (error) {
    if (!(error instanceof SupabaseApiError && error.status === 404)) throw error;
  }
}

/** Resumes a branch that Supabase has paused (docs/facts/supabase.md#s27). @throws as `SupabaseClient.request` */
export async function resumeBranch(
  client: SupabaseClient,
  { projectRef }: Pick<Branch, "projectRef">,
  signal?: AbortSignal,
): Promise<void> {
  await client.request("POST", `/v1/projects/${encodeURIComponent(projectRef)}/restore`, {
    body: {},
    signal,
  });
}

/**
 * How the database of a branch that is ready is reached: with the owner's password, by the pooler's host that is the
 * branch's own.
 *
 * @throws as `SupabaseClient.request`; SupabaseAnswerError where the answer lacks the password or the host, with what to do
 */
export async function readBranchDatabase(
  client: SupabaseClient,
  { name, projectRef }: Pick<Branch, "name" | "projectRef">,
  signal?: AbortSignal,
): Promise<BranchDatabase> {
  const path = `/v1/branches/${encodeURIComponent(projectRef)}`;
  const { db_user: user = "postgres", db_pass: password } = held(
    config,
    await client.request("GET", path, { signal }),
    path,
  );
  if (password === undefined) {
    throw new SupabaseAnswerError(
      `Supabase does not show the password of the branch ${name}: make the token as an administrator of the organization, with the permissions to read and write branches.`,
    );
  }
  const asked = `/v1/projects/${encodeURIComponent(projectRef)}/config/database/pooler`;
  const found = held(poolers, await client.request("GET", asked, { signal }), asked);
  const primary = found.find(({ database_type: type }) => type === "PRIMARY");
  const hosts = [primary?.db_host, /@([^:/?]+)/.exec(primary?.connection_string ?? "")?.[1]];
  const poolerHost = hosts.find((host) => host !== undefined && POOLER_HOST.test(host));
  if (poolerHost === undefined)
    throw new SupabaseAnswerError(`Supabase names no pooler of the branch ${name}.`);
  return { projectRef, poolerHost, user, password };
}

/** @throws SupabaseAnswerError without the answer, which may hold a password */
function held<T>(type: z.ZodType<T>, body: unknown, path: string): T {
  const { success, data, error } = type.safeParse(body, { reportInput: false });
  if (success) return data;
  const places = error.issues.map((issue) => issue.path.join(".") || "the whole").join(", ");
  throw new SupabaseAnswerError(
    `Supabase's answer to GET ${path} is not the one that was expected, in ${places}.`,
  );
}
