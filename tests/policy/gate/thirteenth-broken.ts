import type { SealedCase } from "./sealed";
import { REJECTED_DATABASES } from "./thirteenth-broken-databases";
import { REJECTED_SERVICES, UNDECIDED_SERVICES } from "./thirteenth-broken-services";

/** Of the broken half, those that have to be rejected: a preview has all that decides them. */
export const THIRTEENTH_REJECTED: readonly SealedCase[] = [...REJECTED_SERVICES, ...REJECTED_DATABASES];

/**
 * The broken half of the thirteenth batch, a sealed one, written on 29 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them. Each has one fault.
 */
export const THIRTEENTH_BROKEN: readonly SealedCase[] = [...THIRTEENTH_REJECTED, ...UNDECIDED_SERVICES];
