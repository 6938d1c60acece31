import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { REPORTED_PROGRAMS_BROKEN_DATABASES } from "./reported-programs-broken-databases";
import { REPORTED_PROGRAMS_BROKEN_DEPLOYS } from "./reported-programs-broken-deploys";
import { REPORTED_PROGRAMS_BROKEN_JOBS } from "./reported-programs-broken-jobs";
import { REPORTED_PROGRAMS_BROKEN_NETWORKS } from "./reported-programs-broken-networks";
import { REPORTED_PROGRAMS_BROKEN_PEERS } from "./reported-programs-broken-peers";
import { REPORTED_PROGRAMS_BROKEN_QUEUES } from "./reported-programs-broken-queues";
import { REPORTED_PROGRAMS_BROKEN_SOURCES } from "./reported-programs-broken-sources";
import { REPORTED_PROGRAMS_BROKEN_STRINGS } from "./reported-programs-broken-strings";

/**
 * Deployments that fail in public reports, as whole programs and as services with a database at Supabase, written on
 * 1 December 2026 before the rules' and the pack's code was read or run. In the first run the right rule rejected 22 of
 * the 25 services and left 1 undecided, and of the 37 programs it rejected 26 and left 7 undecided (56 of 62); of 1 it was
 * advice, and of 5 the right rule said nothing. That a database is of another project than the API is advice: a team may
 * have its sign-ins in a project of their own.
 */
export const REPORTED_PROGRAMS_BROKEN: readonly SealedCase[] = [
  ...REPORTED_PROGRAMS_BROKEN_DATABASES,
  ...REPORTED_PROGRAMS_BROKEN_STRINGS,
];

/** Its programs of several resources, or of other services than web services. */
export const REPORTED_PROGRAMS_BROKEN_WHOLE: readonly BrokenProgram[] = [
  ...REPORTED_PROGRAMS_BROKEN_QUEUES,
  ...REPORTED_PROGRAMS_BROKEN_JOBS,
  ...REPORTED_PROGRAMS_BROKEN_NETWORKS,
  ...REPORTED_PROGRAMS_BROKEN_PEERS,
  ...REPORTED_PROGRAMS_BROKEN_DEPLOYS,
  ...REPORTED_PROGRAMS_BROKEN_SOURCES,
];
