import type { BrokenProgram } from "./eighteenth-form";
import type { SealedCase } from "./sealed";
import { REJECTED_DATABASES_OF_TWENTY_FIRST } from "./twenty-first-broken-databases";
import { REJECTED_PROGRAM_COMMANDS_OF_TWENTY_FIRST } from "./twenty-first-broken-programs-commands";
import { REJECTED_PROGRAM_NETWORKS_OF_TWENTY_FIRST } from "./twenty-first-broken-programs-networks";
import { REJECTED_PROGRAM_PLANS_OF_TWENTY_FIRST } from "./twenty-first-broken-programs-plans";
import { REJECTED_PROGRAM_VALUES_OF_TWENTY_FIRST } from "./twenty-first-broken-programs-values";
import { REJECTED_SERVICES_OF_TWENTY_FIRST } from "./twenty-first-broken-services";
import { REJECTED_STARTS_OF_TWENTY_FIRST } from "./twenty-first-broken-starts";
import { REJECTED_STRINGS_OF_TWENTY_FIRST } from "./twenty-first-broken-strings";
import { REJECTED_VALUES_OF_TWENTY_FIRST } from "./twenty-first-broken-values";

/**
 * The broken half of the twenty-first batch, written on 30 November 2026 before the rules' and the pack's code was
 * read or run. In the first run the right rule rejected 53 of the 67 and left 10 undecided, and of the 33 programs it
 * rejected 20 and left 4 undecided (87 of 100); 1 was advice of it, 1 was rejected by another rule, of 7 other rules
 * alone were undecided, and of 4 nothing was said.
 */
export const TWENTY_FIRST_BROKEN: readonly SealedCase[] = [
  ...REJECTED_SERVICES_OF_TWENTY_FIRST,
  ...REJECTED_STARTS_OF_TWENTY_FIRST,
  ...REJECTED_VALUES_OF_TWENTY_FIRST,
  ...REJECTED_DATABASES_OF_TWENTY_FIRST,
  ...REJECTED_STRINGS_OF_TWENTY_FIRST,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_FIRST_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAM_NETWORKS_OF_TWENTY_FIRST,
  ...REJECTED_PROGRAM_PLANS_OF_TWENTY_FIRST,
  ...REJECTED_PROGRAM_COMMANDS_OF_TWENTY_FIRST,
  ...REJECTED_PROGRAM_VALUES_OF_TWENTY_FIRST,
];
