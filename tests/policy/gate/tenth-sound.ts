import type { SealedCase } from "./sealed";
import { TENTH_SOUND_A } from "./tenth-sound-a";
import { TENTH_SOUND_B } from "./tenth-sound-b";
import { TENTH_SOUND_C } from "./tenth-sound-c";

/** The sound half of the tenth batch, sealed before any run. In the first run all 100 passed. */
export const TENTH_SOUND: readonly SealedCase[] = [...TENTH_SOUND_A, ...TENTH_SOUND_B, ...TENTH_SOUND_C];
