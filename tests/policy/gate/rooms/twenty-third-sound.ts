import type { ProgramCase } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { HEARD_OF_TWENTY_THIRD } from "./twenty-third-sound-binds";
import { CONNECTED_OF_TWENTY_THIRD } from "./twenty-third-sound-databases";
import { REACHED_OF_TWENTY_THIRD } from "./twenty-third-sound-networks";
import { PLANNED_OF_TWENTY_THIRD } from "./twenty-third-sound-plans";
import { SOURCED_OF_TWENTY_THIRD } from "./twenty-third-sound-sources";
import { SHARED_OF_TWENTY_THIRD } from "./twenty-third-sound-stacks";
import { STARTED_OF_TWENTY_THIRD } from "./twenty-third-sound-starts";
import { RIGHT_VALUES_OF_TWENTY_THIRD } from "./twenty-third-sound-values";

/**
 * The sound half of the twenty-third batch, written on 1 December 2026 from public guides and templates, before the
 * rules' and the pack's code was read or run.
 */
export const TWENTY_THIRD_SOUND: readonly SealedCase[] = [
  ...HEARD_OF_TWENTY_THIRD,
  ...STARTED_OF_TWENTY_THIRD,
  ...RIGHT_VALUES_OF_TWENTY_THIRD,
  ...CONNECTED_OF_TWENTY_THIRD,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_THIRD_SOUND_PROGRAMS: readonly ProgramCase[] = [
  ...REACHED_OF_TWENTY_THIRD,
  ...PLANNED_OF_TWENTY_THIRD,
  ...SOURCED_OF_TWENTY_THIRD,
  ...SHARED_OF_TWENTY_THIRD,
];
