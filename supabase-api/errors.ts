/** Supabase answered with a status that is not a success. */
export class SupabaseApiError extends Error {
  override readonly name = "SupabaseApiError";

  /** `reason` is Supabase's own message, already without secrets. */
  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly reason: string,
  ) {
    super(`Supabase answered ${status} to ${method} ${path}: ${reason}${adviceFor(method, path, status)}`);
  }
}

/** Supabase gave no answer that could be read: whether the request took effect is not known. */
export class SupabaseUnreachableError extends Error {
  override readonly name = "SupabaseUnreachableError";

  constructor(method: string, path: string, why: string) {
    super(`Supabase gave no answer to ${method} ${path}: ${why}.`);
  }
}

/** Supabase's answer lacks what is needed; says what to do. */
export class SupabaseAnswerError extends Error {
  override readonly name = "SupabaseAnswerError";
}

/** What a scoped token must be allowed to do with branches (docs/facts/supabase.md#s23). */
const PERMISSIONS: Readonly<Record<string, string>> = {
  GET: "branching_development_read",
  POST: "branching_development_create",
  DELETE: "branching_development_delete",
};

function adviceFor(method: string, path: string, status: number): string {
  const project = /^\/v1\/projects\/([^/]+)/.exec(path)?.[1];
  switch (status) {
    case 401:
      return ". The token is not accepted: make one at https://supabase.com/dashboard/account/tokens, and set SUPABASE_ACCESS_TOKEN to it.";
    case 402:
      return ". Branches are part of the paid plans: look at the organization's plan in Supabase's dashboard.";
    case 403:
      if (path.endsWith("/restore")) return ". The token may not resume the branch: give it that permission.";
      return path.endsWith("/config/database/pooler")
        ? ". The token may not do this: give it the permission to read the database's pooler configuration."
        : `. The token may not do this: give it the permission ${PERMISSIONS[method]}.`;
    case 404:
      return project === undefined
        ? ""
        : `. There is no project ${project} for this token: compare \`projectRef\` with the dashboard's.`;
    case 422:
      // As Supabase's Terraform provider takes it (docs/facts/supabase.md#s22).
      return project === undefined ? "" : `. Enable branching for the project ${project} in the dashboard.`;
    default:
      return "";
  }
}
