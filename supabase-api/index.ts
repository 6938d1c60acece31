/**
 * Supabase's Management API, as far as a pull request's environment needs it: a project's branches, and how each is
 * reached.
 */
export { type BranchEnd, branchEnd } from "./branch-status";
export {
  type Branch,
  type BranchDatabase,
  createBranch,
  listBranches,
  readBranchDatabase,
  removeBranch,
  resumeBranch,
} from "./branches";
export { SUPABASE_ENDPOINT, SupabaseClient } from "./client";
export { SupabaseAnswerError, SupabaseApiError, SupabaseUnreachableError } from "./errors";
