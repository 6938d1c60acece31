import type { ProgramCase } from "../eighteenth-form";
import { POSTED_PROGRAMS_SOUND_NETWORKS } from "./posted-programs-sound-networks";
import { POSTED_PROGRAMS_SOUND_QUEUES } from "./posted-programs-sound-queues";

/** Sound programs that look like the broken ones. */
export const POSTED_PROGRAMS_SOUND: readonly ProgramCase[] = [
  ...POSTED_PROGRAMS_SOUND_QUEUES,
  ...POSTED_PROGRAMS_SOUND_NETWORKS,
];
