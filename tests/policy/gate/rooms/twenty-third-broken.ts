import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { UNHEARD_OF_TWENTY_THIRD } from "./twenty-third-broken-binds";
import { WRONG_DATABASES_OF_TWENTY_THIRD } from "./twenty-third-broken-databases";
import { UNREACHED_OF_TWENTY_THIRD } from "./twenty-third-broken-networks";
import { PLANLESS_OF_TWENTY_THIRD } from "./twenty-third-broken-plans";
import { ILL_KEPT_OF_TWENTY_THIRD } from "./twenty-third-broken-secrets";
import { SOURCELESS_OF_TWENTY_THIRD } from "./twenty-third-broken-sources";
import { HALF_CONNECTED_OF_TWENTY_THIRD } from "./twenty-third-broken-stacks";
import { NO_SERVER_OF_TWENTY_THIRD } from "./twenty-third-broken-starts";
import { WRONG_URLS_OF_TWENTY_THIRD } from "./twenty-third-broken-urls";
import { WRONG_VALUES_OF_TWENTY_THIRD } from "./twenty-third-broken-values";

/**
 * The broken half of the twenty-third batch, written on 1 December 2026 from public reports about frameworks, drivers
 * and other platforms, before the rules' and the pack's code was read or run. In the
 * first run the right rule rejected 60 of the 69 and left 7 undecided, and of the 31 programs it rejected 20 and left 7
 * undecided (94 of 100); of 4 other rules alone were undecided, and of 2 nothing was said.
 */
export const TWENTY_THIRD_BROKEN: readonly SealedCase[] = [
  ...UNHEARD_OF_TWENTY_THIRD,
  ...NO_SERVER_OF_TWENTY_THIRD,
  ...WRONG_VALUES_OF_TWENTY_THIRD,
  ...WRONG_DATABASES_OF_TWENTY_THIRD,
  ...WRONG_URLS_OF_TWENTY_THIRD,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_THIRD_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...UNREACHED_OF_TWENTY_THIRD,
  ...PLANLESS_OF_TWENTY_THIRD,
  ...SOURCELESS_OF_TWENTY_THIRD,
  ...HALF_CONNECTED_OF_TWENTY_THIRD,
  ...ILL_KEPT_OF_TWENTY_THIRD,
];
