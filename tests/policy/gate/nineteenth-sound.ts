import type { ProgramCase } from "./eighteenth-form";
import { SOUND_DATABASES_OF_NINETEENTH } from "./nineteenth-sound-databases";
import { SOUND_PROGRAMS_OF_NINETEENTH } from "./nineteenth-sound-programs-services";
import { SOUND_PROGRAM_VALUES_OF_NINETEENTH } from "./nineteenth-sound-programs-values";
import { SOUND_SERVICES_OF_NINETEENTH } from "./nineteenth-sound-services";
import type { SealedCase } from "./sealed";

/**
 * The sound half of the nineteenth batch, written on 30 November 2026 before the rules' and the pack's code was read or
 * run. In the first run none of the 47 was rejected.
 */
export const NINETEENTH_SOUND: readonly SealedCase[] = [
  ...SOUND_SERVICES_OF_NINETEENTH,
  ...SOUND_DATABASES_OF_NINETEENTH,
];

/** Its programs of several resources, or of other services than web services. */
export const NINETEENTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAMS_OF_NINETEENTH,
  ...SOUND_PROGRAM_VALUES_OF_NINETEENTH,
];
