import type { ProgramCase } from "../eighteenth-form";
import { POSTED_PROGRAMS_SOUND_NETWORKS } from "./posted-programs-sound-networks";
import { POSTED_PROGRAMS_SOUND_PLANS } from "./posted-programs-sound-plans";
import { POSTED_PROGRAMS_SOUND_QUEUES } from "./posted-programs-sound-queues";
import { POSTED_PROGRAMS_SOUND_SITES } from "./posted-programs-sound-sites";
import { POSTED_PROGRAMS_SOUND_STORES } from "./posted-programs-sound-stores";

/** Sound programs that look like the broken ones; the first run rejected none of the 43. */
export const POSTED_PROGRAMS_SOUND: readonly ProgramCase[] = [
  ...POSTED_PROGRAMS_SOUND_QUEUES,
  ...POSTED_PROGRAMS_SOUND_STORES,
  ...POSTED_PROGRAMS_SOUND_NETWORKS,
  ...POSTED_PROGRAMS_SOUND_SITES,
  ...POSTED_PROGRAMS_SOUND_PLANS,
];
