import { REJECTED_DATABASES_OF_EIGHTEENTH } from "./eighteenth-broken-databases";
import { REJECTED_PROGRAMS_OF_EIGHTEENTH } from "./eighteenth-broken-programs-services";
import { REJECTED_PROGRAM_VALUES_OF_EIGHTEENTH } from "./eighteenth-broken-programs-values";
import { REJECTED_SERVICES_OF_EIGHTEENTH } from "./eighteenth-broken-services";
import type { BrokenProgram } from "./eighteenth-form";
import type { SealedCase } from "./sealed";

/**
 * The broken half of the eighteenth batch, a sealed one, written on 30 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them. Each has one fault, and has to be rejected. In the first run 32 were, and
 * one was undecided.
 */
export const EIGHTEENTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_SERVICES_OF_EIGHTEENTH,
  ...REJECTED_DATABASES_OF_EIGHTEENTH,
];

/** Settings for developers, which deploy: the gate advises about them, and rejects RAILS_ENV's alone. */
export const EIGHTEENTH_ADVISED: readonly SealedCase[] = EIGHTEENTH_BROKEN.filter(
  ({ variables = {} }) => "APP_DEBUG" in variables,
);

/** Its programs of several resources, or of other services than web services. */
export const EIGHTEENTH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAMS_OF_EIGHTEENTH,
  ...REJECTED_PROGRAM_VALUES_OF_EIGHTEENTH,
];
