import type { ProgramCase } from "./eighteenth-form";
import type { SealedCase } from "./sealed";
import { SOUND_DATABASES_OF_TWENTY_FIRST } from "./twenty-first-sound-databases";
import { SOUND_PROGRAM_COMMANDS_OF_TWENTY_FIRST } from "./twenty-first-sound-programs-commands";
import { SOUND_PROGRAM_NETWORKS_OF_TWENTY_FIRST } from "./twenty-first-sound-programs-networks";
import { SOUND_PROGRAM_PLANS_OF_TWENTY_FIRST } from "./twenty-first-sound-programs-plans";
import { SOUND_PROGRAM_VALUES_OF_TWENTY_FIRST } from "./twenty-first-sound-programs-values";
import { SOUND_SERVICES_OF_TWENTY_FIRST } from "./twenty-first-sound-services";
import { SOUND_STRINGS_OF_TWENTY_FIRST } from "./twenty-first-sound-strings";
import { SOUND_VALUES_OF_TWENTY_FIRST } from "./twenty-first-sound-values";

/**
 * The sound half of the twenty-first batch, written on 30 November 2026 before the rules' and the pack's code was read
 * or run. In the first run none was rejected.
 */
export const TWENTY_FIRST_SOUND: readonly SealedCase[] = [
  ...SOUND_SERVICES_OF_TWENTY_FIRST,
  ...SOUND_VALUES_OF_TWENTY_FIRST,
  ...SOUND_DATABASES_OF_TWENTY_FIRST,
  ...SOUND_STRINGS_OF_TWENTY_FIRST,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_FIRST_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAM_NETWORKS_OF_TWENTY_FIRST,
  ...SOUND_PROGRAM_PLANS_OF_TWENTY_FIRST,
  ...SOUND_PROGRAM_COMMANDS_OF_TWENTY_FIRST,
  ...SOUND_PROGRAM_VALUES_OF_TWENTY_FIRST,
];
