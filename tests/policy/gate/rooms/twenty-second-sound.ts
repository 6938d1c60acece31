import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { SOUND_DATABASES_OF_TWENTY_SECOND } from "./twenty-second-sound-databases";
import { SOUND_PLANS_OF_TWENTY_SECOND } from "./twenty-second-sound-plans";
import { SOUND_PORTS_OF_TWENTY_SECOND } from "./twenty-second-sound-ports";
import { SOUND_PROGRAM_COMMANDS_OF_TWENTY_SECOND } from "./twenty-second-sound-programs-commands";
import { SOUND_PROGRAM_NETWORKS_OF_TWENTY_SECOND } from "./twenty-second-sound-programs-networks";
import { SOUND_PROGRAM_PLANS_OF_TWENTY_SECOND } from "./twenty-second-sound-programs-plans";
import { SOUND_STARTS_OF_TWENTY_SECOND } from "./twenty-second-sound-starts";
import { SOUND_VALUES_OF_TWENTY_SECOND } from "./twenty-second-sound-values";

/**
 * The sound half of the twenty-second batch, drawn from guides and templates for Render, and written on 1 December 2026
 * before the rules' and the pack's code was read or run.
 */
export const TWENTY_SECOND_SOUND: readonly SealedCase[] = [
  ...SOUND_PORTS_OF_TWENTY_SECOND,
  ...SOUND_STARTS_OF_TWENTY_SECOND,
  ...SOUND_VALUES_OF_TWENTY_SECOND,
  ...SOUND_PLANS_OF_TWENTY_SECOND,
  ...SOUND_DATABASES_OF_TWENTY_SECOND,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_SECOND_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAM_NETWORKS_OF_TWENTY_SECOND,
  ...SOUND_PROGRAM_PLANS_OF_TWENTY_SECOND,
  ...SOUND_PROGRAM_COMMANDS_OF_TWENTY_SECOND,
];
