import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { SOUND_BINDS_OF_TWENTY_EIGHTH } from "./twenty-eighth-sound-binds";
import { SOUND_DATABASES_OF_TWENTY_EIGHTH } from "./twenty-eighth-sound-databases";
import { SOUND_PROGRAM_NETWORKS_OF_TWENTY_EIGHTH } from "./twenty-eighth-sound-programs-networks";
import { SOUND_PROGRAM_SITES_OF_TWENTY_EIGHTH } from "./twenty-eighth-sound-programs-sites";
import { SOUND_PROGRAM_VALUES_OF_TWENTY_EIGHTH } from "./twenty-eighth-sound-programs-values";
import { SOUND_STARTS_OF_TWENTY_EIGHTH } from "./twenty-eighth-sound-starts";
import { SOUND_VALUES_OF_TWENTY_EIGHTH } from "./twenty-eighth-sound-values";

/**
 * The sound half of the twenty-eighth batch: services as their reports end, and as pages of hosts and frameworks have
 * them. It was written on 1 December 2026 before the rules' and the pack's code was read or run.
 */
export const TWENTY_EIGHTH_SOUND: readonly SealedCase[] = [
  ...SOUND_BINDS_OF_TWENTY_EIGHTH,
  ...SOUND_STARTS_OF_TWENTY_EIGHTH,
  ...SOUND_DATABASES_OF_TWENTY_EIGHTH,
  ...SOUND_VALUES_OF_TWENTY_EIGHTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_EIGHTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAM_SITES_OF_TWENTY_EIGHTH,
  ...SOUND_PROGRAM_NETWORKS_OF_TWENTY_EIGHTH,
  ...SOUND_PROGRAM_VALUES_OF_TWENTY_EIGHTH,
];
