import { REJECTED_DATABASES_OF_FOURTEENTH, UNDECIDED_DATABASES } from "./fourteenth-broken-databases";
import { REJECTED_PARAMETERS } from "./fourteenth-broken-parameters";
import {
  REJECTED_SERVICES_OF_FOURTEENTH,
  UNDECIDED_SERVICES_OF_FOURTEENTH,
} from "./fourteenth-broken-services";
import { REJECTED_VALUES } from "./fourteenth-broken-values";
import type { SealedCase } from "./sealed";

/** Of the broken half, those that have to be rejected: a preview has all that decides them. */
export const FOURTEENTH_REJECTED: readonly SealedCase[] = [
  ...REJECTED_SERVICES_OF_FOURTEENTH,
  ...REJECTED_VALUES,
  ...REJECTED_DATABASES_OF_FOURTEENTH,
  ...REJECTED_PARAMETERS,
];

/**
 * The broken half of the fourteenth batch, a sealed one, written on 30 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them. Each has one fault.
 */
export const FOURTEENTH_BROKEN: readonly SealedCase[] = [
  ...FOURTEENTH_REJECTED,
  ...UNDECIDED_SERVICES_OF_FOURTEENTH,
  ...UNDECIDED_DATABASES,
];
