import { SOUND_DATABASES_OF_FIFTEENTH } from "./fifteenth-sound-databases";
import { SOUND_FORMS_OF_FIFTEENTH } from "./fifteenth-sound-forms";
import { SOUND_SERVICES_OF_FIFTEENTH } from "./fifteenth-sound-services";
import { SOUND_VALUES_OF_FIFTEENTH } from "./fifteenth-sound-values";
import type { SealedCase } from "./sealed";

/** The sound half of the fifteenth batch, by the same examiner on the same day. */
export const FIFTEENTH_SOUND: readonly SealedCase[] = [
  ...SOUND_SERVICES_OF_FIFTEENTH,
  ...SOUND_VALUES_OF_FIFTEENTH,
  ...SOUND_DATABASES_OF_FIFTEENTH,
  ...SOUND_FORMS_OF_FIFTEENTH,
];
