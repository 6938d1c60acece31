import type { SealedCase } from "./sealed";
import { SOUND_DATABASES_OF_THIRTEENTH } from "./thirteenth-sound-databases";
import { SOUND_SERVICES } from "./thirteenth-sound-services";

/**
 * The sound half of the thirteenth batch, a sealed one, written on 29 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them.
 */
export const THIRTEENTH_SOUND: readonly SealedCase[] = [...SOUND_SERVICES, ...SOUND_DATABASES_OF_THIRTEENTH];
