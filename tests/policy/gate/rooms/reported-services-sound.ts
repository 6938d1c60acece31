import type { SealedCase } from "../sealed";
import { REACHED } from "./reported-services-sound-binds";
import { TAKEN } from "./reported-services-sound-values";

/**
 * Services that look like those of public reports, and work, written on 1 December 2026 before the rules' and the
 * pack's code was read or run. In the first run none of the 50 was rejected.
 */
export const REPORTED_SERVICES_SOUND: readonly SealedCase[] = [...REACHED, ...TAKEN];
