import type { SealedCase } from "./sealed";
import { REJECTED_COMMANDS_OF_SIXTEENTH } from "./sixteenth-broken-commands";
import { REJECTED_CONNECTIONS_OF_SIXTEENTH } from "./sixteenth-broken-connections";
import { REJECTED_DATABASES_OF_SIXTEENTH } from "./sixteenth-broken-databases";
import { REJECTED_BY_PLATFORM_OF_SIXTEENTH } from "./sixteenth-broken-platform";
import { REJECTED_SERVICES_OF_SIXTEENTH } from "./sixteenth-broken-services";
import { REJECTED_VALUES_OF_SIXTEENTH } from "./sixteenth-broken-values";

/**
 * The broken half of the sixteenth batch, a sealed one, written on 30 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them. Each has one fault, and has to be rejected: a preview has all
 * that decides it.
 */
export const SIXTEENTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_SERVICES_OF_SIXTEENTH,
  ...REJECTED_COMMANDS_OF_SIXTEENTH,
  ...REJECTED_BY_PLATFORM_OF_SIXTEENTH,
  ...REJECTED_DATABASES_OF_SIXTEENTH,
  ...REJECTED_CONNECTIONS_OF_SIXTEENTH,
  ...REJECTED_VALUES_OF_SIXTEENTH,
];
