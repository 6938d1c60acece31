import { REJECTED_DATABASES_OF_FIFTEENTH } from "./fifteenth-broken-databases";
import { REJECTED_PARAMETERS_OF_FIFTEENTH } from "./fifteenth-broken-parameters";
import { REJECTED_SERVICES_OF_FIFTEENTH } from "./fifteenth-broken-services";
import { REJECTED_VALUES_OF_FIFTEENTH } from "./fifteenth-broken-values";
import type { SealedCase } from "./sealed";

/**
 * The broken half of the fifteenth batch, a sealed one, written on 30 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them. Each has one fault, and has to be rejected: a preview has all
 * that decides it.
 */
export const FIFTEENTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_SERVICES_OF_FIFTEENTH,
  ...REJECTED_VALUES_OF_FIFTEENTH,
  ...REJECTED_DATABASES_OF_FIFTEENTH,
  ...REJECTED_PARAMETERS_OF_FIFTEENTH,
];
