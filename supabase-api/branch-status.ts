import type { Branch } from "./branches";

/**
 * How far a branch is: it comes up, it is paused for want of use, its database can be used, or it will not without a
 * person's act.
 */
export type BranchEnd = "coming" | "paused" | "ready" | { readonly failed: string };

const LOGS = "its log is in Supabase's dashboard (Branches, View logs)";

/** The states of a branch's own work (docs/facts/supabase.md#s21). One that is not here comes up. */
const WORK: Readonly<Record<string, BranchEnd>> = {
  MIGRATIONS_PASSED: "ready",
  MIGRATIONS_FAILED: { failed: `the project's migrations failed on it; ${LOGS}` },
  FUNCTIONS_DEPLOYED: "ready",
  // The database has all migrations by then, and it is what the service asks.
  FUNCTIONS_FAILED: "ready",
};

/** The states of the project that a branch is. One that is not here comes up. */
const PROJECT: Readonly<Record<string, BranchEnd>> = {
  ACTIVE_HEALTHY: "ready",
  INACTIVE: "paused",
  PAUSE_FAILED: { failed: "it could not be paused: look at it in Supabase's dashboard (Branches)" },
  INIT_FAILED: { failed: `its project could not be started; ${LOGS}` },
  RESTORE_FAILED: { failed: `its project could not be resumed; ${LOGS}` },
  GOING_DOWN: { failed: "its project is being removed" },
  REMOVED: { failed: "its project was removed" },
};

/** A state that is new to these tables is no end: it is waited for, as long as anything is. */
export function branchEnd({ status, projectStatus, deletion }: Branch): BranchEnd {
  if (deletion !== undefined) {
    return { failed: `it is to be removed at ${deletion}: restore it in Supabase's dashboard (Branches)` };
  }
  const project = projectStatus === undefined ? "ready" : (PROJECT[projectStatus] ?? "coming");
  const work = WORK[status] ?? "coming";
  return (
    [work, project].find((end) => typeof end === "object") ??
    (work === "ready" || project === "paused" ? project : work)
  );
}
