import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { FRAMEWORKS_REACHED } from "./frameworks-sound-binds";
import { FRAMEWORKS_JOBS_SOUND } from "./frameworks-sound-jobs";
import { FRAMEWORKS_NETWORKS_SOUND } from "./frameworks-sound-networks";
import { FRAMEWORKS_SITES_SOUND } from "./frameworks-sound-sites";
import { FRAMEWORKS_ANSWERING } from "./frameworks-sound-values";

/**
 * Frameworks' builds, starts, jobs and sites that work, next to the ones that fail. In the first run two of 162 were
 * rejected, and the batch was wrong about both: Render rules out a disk at /opt/render/project/src, and a component that
 * declares 8000 was around a service of another port.
 */
export const FRAMEWORKS_SOUND: readonly SealedCase[] = [...FRAMEWORKS_REACHED, ...FRAMEWORKS_ANSWERING];

/** The same as whole programs. */
export const FRAMEWORKS_SOUND_WHOLE: readonly ProgramCase[] = [
  ...FRAMEWORKS_SITES_SOUND,
  ...FRAMEWORKS_JOBS_SOUND,
  ...FRAMEWORKS_NETWORKS_SOUND,
];
