import type { BrokenProgram } from "./eighteenth-form";
import type { SealedCase } from "./sealed";
import { REJECTED_DATABASES_OF_TWENTIETH } from "./twentieth-broken-databases";
import { REJECTED_PROGRAM_COMMANDS_OF_TWENTIETH } from "./twentieth-broken-programs-commands";
import { REJECTED_PROGRAM_NETWORKS_OF_TWENTIETH } from "./twentieth-broken-programs-networks";
import { REJECTED_PROGRAM_PLANS_OF_TWENTIETH } from "./twentieth-broken-programs-plans";
import { REJECTED_PROGRAM_VALUES_OF_TWENTIETH } from "./twentieth-broken-programs-values";
import { REJECTED_SERVICES_OF_TWENTIETH } from "./twentieth-broken-services";
import { REJECTED_STARTS_OF_TWENTIETH } from "./twentieth-broken-starts";
import { REJECTED_VALUES_OF_TWENTIETH } from "./twentieth-broken-values";

/**
 * The broken half of the twentieth batch, written on 30 November 2026 before the rules' and the pack's code was read or
 * run. In the first run the right rule rejected 92 of 100 or left them undecided (58 of the 60, and 34 of the 40
 * programs, of which it rejected 28), 2 were advice of it, one was rejected by another rule, and of 5 nothing was said.
 */
export const TWENTIETH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_SERVICES_OF_TWENTIETH,
  ...REJECTED_STARTS_OF_TWENTIETH,
  ...REJECTED_VALUES_OF_TWENTIETH,
  ...REJECTED_DATABASES_OF_TWENTIETH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTIETH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAM_NETWORKS_OF_TWENTIETH,
  ...REJECTED_PROGRAM_PLANS_OF_TWENTIETH,
  ...REJECTED_PROGRAM_COMMANDS_OF_TWENTIETH,
  ...REJECTED_PROGRAM_VALUES_OF_TWENTIETH,
];
