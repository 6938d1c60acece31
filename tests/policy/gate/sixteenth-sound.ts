import type { SealedCase } from "./sealed";
import { SOUND_DATABASES_OF_SIXTEENTH } from "./sixteenth-sound-databases";
import { SOUND_ON_PLATFORM_OF_SIXTEENTH } from "./sixteenth-sound-platform";
import { SOUND_SERVICES_OF_SIXTEENTH } from "./sixteenth-sound-services";
import { SOUND_STACKS_OF_SIXTEENTH } from "./sixteenth-sound-stacks";
import { SOUND_VALUES_OF_SIXTEENTH } from "./sixteenth-sound-values";

/**
 * The sound half of the sixteenth batch, a sealed one, written on 30 November 2026 by an examiner who has read neither
 * the rules' nor the pack's code, and has not run them. Each works, though it looks suspicious: no rule may reject it.
 */
export const SIXTEENTH_SOUND: readonly SealedCase[] = [
  ...SOUND_SERVICES_OF_SIXTEENTH,
  ...SOUND_STACKS_OF_SIXTEENTH,
  ...SOUND_ON_PLATFORM_OF_SIXTEENTH,
  ...SOUND_DATABASES_OF_SIXTEENTH,
  ...SOUND_VALUES_OF_SIXTEENTH,
];
