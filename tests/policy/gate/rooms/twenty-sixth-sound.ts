import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { SOUND_APPLICATIONS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-applications";
import { SOUND_BINDS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-binds";
import { SOUND_DATABASES_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-databases";
import { SOUND_PROGRAM_JOBS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-programs-jobs";
import { SOUND_PROGRAM_KEYS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-programs-keys";
import { SOUND_PROGRAM_NETWORKS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-programs-networks";
import { SOUND_PROGRAM_PEERS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-programs-peers";
import { SOUND_PROGRAM_PLANS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-programs-plans";
import { SOUND_PROGRAM_VALUES_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-programs-values";
import { SOUND_SERVICES_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-services";
import { SOUND_STARTS_OF_TWENTY_SIXTH } from "./twenty-sixth-sound-starts";

/**
 * The sound half of the twenty-sixth batch: self-hosted applications as their pages deploy them, and reports as they
 * end. It was written on 1 December 2026 before the rules' and the pack's code was read or run.
 */
export const TWENTY_SIXTH_SOUND: readonly SealedCase[] = [
  ...SOUND_BINDS_OF_TWENTY_SIXTH,
  ...SOUND_APPLICATIONS_OF_TWENTY_SIXTH,
  ...SOUND_SERVICES_OF_TWENTY_SIXTH,
  ...SOUND_DATABASES_OF_TWENTY_SIXTH,
  ...SOUND_STARTS_OF_TWENTY_SIXTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_SIXTH_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...SOUND_PROGRAM_NETWORKS_OF_TWENTY_SIXTH,
  ...SOUND_PROGRAM_JOBS_OF_TWENTY_SIXTH,
  ...SOUND_PROGRAM_PLANS_OF_TWENTY_SIXTH,
  ...SOUND_PROGRAM_KEYS_OF_TWENTY_SIXTH,
  ...SOUND_PROGRAM_PEERS_OF_TWENTY_SIXTH,
  ...SOUND_PROGRAM_VALUES_OF_TWENTY_SIXTH,
];
