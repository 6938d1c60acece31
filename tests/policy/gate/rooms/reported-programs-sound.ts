import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { REPORTED_PROGRAMS_SOUND_DATABASES } from "./reported-programs-sound-databases";
import { REPORTED_PROGRAMS_SOUND_DEPLOYS } from "./reported-programs-sound-deploys";
import { REPORTED_PROGRAMS_SOUND_JOBS } from "./reported-programs-sound-jobs";
import { REPORTED_PROGRAMS_SOUND_NETWORKS } from "./reported-programs-sound-networks";
import { REPORTED_PROGRAMS_SOUND_QUEUES } from "./reported-programs-sound-queues";
import { REPORTED_PROGRAMS_SOUND_SOURCES } from "./reported-programs-sound-sources";

/**
 * The sound neighbours of the deployments that fail in public reports, written on 1 December 2026 before the rules'
 * and the pack's code was read or run. In the first run none was rejected.
 */
export const REPORTED_PROGRAMS_SOUND: readonly SealedCase[] = REPORTED_PROGRAMS_SOUND_DATABASES;

/** Its programs of several resources, or of other services than web services. */
export const REPORTED_PROGRAMS_SOUND_WHOLE: readonly ProgramCase[] = [
  ...REPORTED_PROGRAMS_SOUND_QUEUES,
  ...REPORTED_PROGRAMS_SOUND_JOBS,
  ...REPORTED_PROGRAMS_SOUND_NETWORKS,
  ...REPORTED_PROGRAMS_SOUND_DEPLOYS,
  ...REPORTED_PROGRAMS_SOUND_SOURCES,
];
