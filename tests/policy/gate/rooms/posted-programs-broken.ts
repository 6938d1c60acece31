import type { BrokenProgram } from "../eighteenth-form";
import { POSTED_PROGRAMS_BROKEN_DATABASES } from "./posted-programs-broken-databases";
import { POSTED_PROGRAMS_BROKEN_NETWORKS } from "./posted-programs-broken-networks";
import { POSTED_PROGRAMS_BROKEN_PLANS } from "./posted-programs-broken-plans";
import { POSTED_PROGRAMS_BROKEN_QUEUES } from "./posted-programs-broken-queues";
import { POSTED_PROGRAMS_BROKEN_SITES } from "./posted-programs-broken-sites";

/** Broken programs of several resources from public reports, written on 1 December 2026 before the rules were read. */
export const POSTED_PROGRAMS_BROKEN: readonly BrokenProgram[] = [
  ...POSTED_PROGRAMS_BROKEN_QUEUES,
  ...POSTED_PROGRAMS_BROKEN_NETWORKS,
  ...POSTED_PROGRAMS_BROKEN_SITES,
  ...POSTED_PROGRAMS_BROKEN_PLANS,
  ...POSTED_PROGRAMS_BROKEN_DATABASES,
];
