import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { SOUND_BINDS_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-binds";
import { SOUND_DATABASES_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-databases";
import { SOUND_PLANS_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-plans";
import { SOUND_PROGRAM_FILES_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-programs-files";
import { SOUND_PROGRAM_JOBS_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-programs-jobs";
import { SOUND_PROGRAM_NETWORKS_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-programs-networks";
import { SOUND_PROGRAM_SITES_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-programs-sites";
import { SOUND_PROGRAM_VALUES_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-programs-values";
import { SOUND_STARTS_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-starts";
import { SOUND_VALUES_OF_TWENTY_SEVENTH } from "./twenty-seventh-sound-values";

/**
 * The sound half of the twenty-seventh batch: services near the reported faults, and reports as they end. It was written
 * on 1 December 2026 before the rules' and the pack's code was read or run.
 */
export const TWENTY_SEVENTH_SOUND: readonly SealedCase[] = [
  ...SOUND_BINDS_OF_TWENTY_SEVENTH,
  ...SOUND_STARTS_OF_TWENTY_SEVENTH,
  ...SOUND_DATABASES_OF_TWENTY_SEVENTH,
  ...SOUND_VALUES_OF_TWENTY_SEVENTH,
  ...SOUND_PLANS_OF_TWENTY_SEVENTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_SEVENTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAM_NETWORKS_OF_TWENTY_SEVENTH,
  ...SOUND_PROGRAM_JOBS_OF_TWENTY_SEVENTH,
  ...SOUND_PROGRAM_SITES_OF_TWENTY_SEVENTH,
  ...SOUND_PROGRAM_FILES_OF_TWENTY_SEVENTH,
  ...SOUND_PROGRAM_VALUES_OF_TWENTY_SEVENTH,
];
