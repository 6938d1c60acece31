import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { FRAMEWORKS_UNREACHED } from "./frameworks-broken-binds";
import { FRAMEWORKS_JOBS_BROKEN } from "./frameworks-broken-jobs";
import { FRAMEWORKS_NETWORKS_BROKEN } from "./frameworks-broken-networks";
import { FRAMEWORKS_SITES_BROKEN } from "./frameworks-broken-sites";
import { FRAMEWORKS_ENDED } from "./frameworks-broken-values";

/**
 * Frameworks' builds, starts, jobs and sites that fail in public reports and in their own pages' words, written on
 * 1 December 2026 before the rules' and the pack's code was read or run. In the first run the right rule rejected 31 of the
 * 54 services and left 15 undecided, and of the 47 programs it rejected 32 and left 7 undecided (85 of 101); of 2 it was
 * advice, 3 were undecided for another reason, and of 11 nothing was said: of seven folders of pages, of the order of
 * routes, of names that Vite and Bokeh refuse, of a property behind Java's archive, and of a worker without its queue.
 */
export const FRAMEWORKS_BROKEN: readonly SealedCase[] = [...FRAMEWORKS_UNREACHED, ...FRAMEWORKS_ENDED];

/** The same as whole programs. */
export const FRAMEWORKS_BROKEN_WHOLE: readonly BrokenProgram[] = [
  ...FRAMEWORKS_SITES_BROKEN,
  ...FRAMEWORKS_JOBS_BROKEN,
  ...FRAMEWORKS_NETWORKS_BROKEN,
];

/** A setting for developers: the deploy succeeds. */
export const FRAMEWORKS_ADVISED: readonly SealedCase[] = FRAMEWORKS_BROKEN.filter(({ variables }) =>
  Object.hasOwn(variables ?? {}, "INNGEST_DEV"),
);
