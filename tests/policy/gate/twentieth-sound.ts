import type { ProgramCase } from "./eighteenth-form";
import type { SealedCase } from "./sealed";
import { SOUND_DATABASES_OF_TWENTIETH } from "./twentieth-sound-databases";
import { SOUND_PROGRAM_COMMANDS_OF_TWENTIETH } from "./twentieth-sound-programs-commands";
import { SOUND_PROGRAM_NETWORKS_OF_TWENTIETH } from "./twentieth-sound-programs-networks";
import { SOUND_PROGRAM_PLANS_OF_TWENTIETH } from "./twentieth-sound-programs-plans";
import { SOUND_PROGRAM_VALUES_OF_TWENTIETH } from "./twentieth-sound-programs-values";
import { SOUND_SERVICES_OF_TWENTIETH } from "./twentieth-sound-services";
import { SOUND_VALUES_OF_TWENTIETH } from "./twentieth-sound-values";

/**
 * The sound half of the twentieth batch, written on 30 November 2026 before the rules' and the pack's code was read or
 * run. In the first run none of the hundred was rejected.
 */
export const TWENTIETH_SOUND: readonly SealedCase[] = [
  ...SOUND_SERVICES_OF_TWENTIETH,
  ...SOUND_VALUES_OF_TWENTIETH,
  ...SOUND_DATABASES_OF_TWENTIETH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTIETH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAM_NETWORKS_OF_TWENTIETH,
  ...SOUND_PROGRAM_PLANS_OF_TWENTIETH,
  ...SOUND_PROGRAM_COMMANDS_OF_TWENTIETH,
  ...SOUND_PROGRAM_VALUES_OF_TWENTIETH,
];
