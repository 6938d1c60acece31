import type { SealedCase } from "../sealed";
import { HEARD_OF_TWENTY_THIRD } from "./twenty-third-sound-binds";
import { CONNECTED_OF_TWENTY_THIRD } from "./twenty-third-sound-databases";
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
