import { SOUND_DATABASES_OF_FOURTEENTH } from "./fourteenth-sound-databases";
import { SOUND_FORMS } from "./fourteenth-sound-forms";
import { SOUND_SERVICES_OF_FOURTEENTH } from "./fourteenth-sound-services";
import { SOUND_VALUES } from "./fourteenth-sound-values";
import type { SealedCase } from "./sealed";

/**
 * The sound half of the fourteenth batch, a sealed one, written on 30 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them.
 */
export const FOURTEENTH_SOUND: readonly SealedCase[] = [
  ...SOUND_SERVICES_OF_FOURTEENTH,
  ...SOUND_VALUES,
  ...SOUND_DATABASES_OF_FOURTEENTH,
  ...SOUND_FORMS,
];
