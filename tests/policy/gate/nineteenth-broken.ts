import type { BrokenProgram } from "./eighteenth-form";
import { REJECTED_DATABASES_OF_NINETEENTH } from "./nineteenth-broken-databases";
import { REJECTED_PROGRAM_NETWORKS_OF_NINETEENTH } from "./nineteenth-broken-programs-networks";
import { REJECTED_PROGRAMS_OF_NINETEENTH } from "./nineteenth-broken-programs-services";
import { REJECTED_PROGRAM_VALUES_OF_NINETEENTH } from "./nineteenth-broken-programs-values";
import { REJECTED_SERVICES_OF_NINETEENTH } from "./nineteenth-broken-services";
import type { SealedCase } from "./sealed";

/**
 * The broken half of the nineteenth batch, written on 30 November 2026 before the rules' and the pack's code was read or
 * run. In the first run the right rule rejected 42 of 51, 6 were undecided, one was rejected by other rules, and of 2
 * nothing was said.
 */
export const NINETEENTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_SERVICES_OF_NINETEENTH,
  ...REJECTED_DATABASES_OF_NINETEENTH,
];

/** Its programs of several resources, or of other services than web services. */
export const NINETEENTH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAMS_OF_NINETEENTH,
  ...REJECTED_PROGRAM_NETWORKS_OF_NINETEENTH,
  ...REJECTED_PROGRAM_VALUES_OF_NINETEENTH,
];
