import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { FRAMEWORKS_UNREACHED } from "./frameworks-broken-binds";
import { FRAMEWORKS_JOBS_BROKEN } from "./frameworks-broken-jobs";
import { FRAMEWORKS_NETWORKS_BROKEN } from "./frameworks-broken-networks";
import { FRAMEWORKS_SITES_BROKEN } from "./frameworks-broken-sites";
import { FRAMEWORKS_ENDED } from "./frameworks-broken-values";

/** Frameworks' builds, starts, jobs and sites that fail in public reports and in their own pages' words. */
export const FRAMEWORKS_BROKEN: readonly SealedCase[] = [...FRAMEWORKS_UNREACHED, ...FRAMEWORKS_ENDED];

/** The same as whole programs. */
export const FRAMEWORKS_BROKEN_WHOLE: readonly BrokenProgram[] = [
  ...FRAMEWORKS_SITES_BROKEN,
  ...FRAMEWORKS_JOBS_BROKEN,
  ...FRAMEWORKS_NETWORKS_BROKEN,
];
