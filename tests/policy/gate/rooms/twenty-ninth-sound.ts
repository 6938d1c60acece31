import type { ProgramCase } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import { SOUND_BINDS_OF_TWENTY_NINTH } from "./twenty-ninth-sound-binds";
import { SOUND_DATABASES_OF_TWENTY_NINTH } from "./twenty-ninth-sound-databases";
import { SOUND_JOBS_OF_TWENTY_NINTH } from "./twenty-ninth-sound-jobs";
import { SOUND_PROGRAM_SERVICES_OF_TWENTY_NINTH } from "./twenty-ninth-sound-programs-services";
import { SOUND_PROGRAM_SITES_OF_TWENTY_NINTH } from "./twenty-ninth-sound-programs-sites";
import { SOUND_VALUES_OF_TWENTY_NINTH } from "./twenty-ninth-sound-values";

/** Services that work. */
export const TWENTY_NINTH_SOUND: readonly ExplainedCase[] = [
  ...SOUND_BINDS_OF_TWENTY_NINTH,
  ...SOUND_JOBS_OF_TWENTY_NINTH,
  ...SOUND_DATABASES_OF_TWENTY_NINTH,
  ...SOUND_VALUES_OF_TWENTY_NINTH,
];

/** Programs that work. */
export const TWENTY_NINTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAM_SITES_OF_TWENTY_NINTH,
  ...SOUND_PROGRAM_SERVICES_OF_TWENTY_NINTH,
];
