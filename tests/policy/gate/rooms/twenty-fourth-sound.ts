import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { SOUND_BINDS_OF_TWENTY_FOURTH } from "./twenty-fourth-sound-binds";
import { SOUND_DATABASES_OF_TWENTY_FOURTH } from "./twenty-fourth-sound-databases";
import { SOUND_NETWORKS_OF_TWENTY_FOURTH } from "./twenty-fourth-sound-networks";
import { SOUND_PLANS_OF_TWENTY_FOURTH } from "./twenty-fourth-sound-plans";
import { SOUND_SITES_OF_TWENTY_FOURTH } from "./twenty-fourth-sound-sites";
import { SOUND_STARTS_OF_TWENTY_FOURTH } from "./twenty-fourth-sound-starts";
import { SOUND_VALUES_OF_TWENTY_FOURTH } from "./twenty-fourth-sound-values";

/**
 * The sound half of the twenty-fourth batch, written on 1 December 2026 before the rules' and the pack's code was read
 * or run.
 */
export const TWENTY_FOURTH_SOUND: readonly SealedCase[] = [
  ...SOUND_BINDS_OF_TWENTY_FOURTH,
  ...SOUND_STARTS_OF_TWENTY_FOURTH,
  ...SOUND_VALUES_OF_TWENTY_FOURTH,
  ...SOUND_DATABASES_OF_TWENTY_FOURTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_FOURTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_NETWORKS_OF_TWENTY_FOURTH,
  ...SOUND_PLANS_OF_TWENTY_FOURTH,
  ...SOUND_SITES_OF_TWENTY_FOURTH,
];
