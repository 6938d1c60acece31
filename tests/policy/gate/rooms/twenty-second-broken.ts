import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { REJECTED_DATABASES_OF_TWENTY_SECOND } from "./twenty-second-broken-databases";
import { REJECTED_PLANS_OF_TWENTY_SECOND } from "./twenty-second-broken-plans";
import { REJECTED_PORTS_OF_TWENTY_SECOND } from "./twenty-second-broken-ports";
import { REJECTED_PROGRAM_COMMANDS_OF_TWENTY_SECOND } from "./twenty-second-broken-programs-commands";
import { REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SECOND } from "./twenty-second-broken-programs-networks";
import { REJECTED_PROGRAM_PLANS_OF_TWENTY_SECOND } from "./twenty-second-broken-programs-plans";
import { REJECTED_STARTS_OF_TWENTY_SECOND } from "./twenty-second-broken-starts";
import { REJECTED_VALUES_OF_TWENTY_SECOND } from "./twenty-second-broken-values";

/**
 * The broken half of the twenty-second batch, drawn from reports about deploys to Render, and written on 1 December 2026
 * before the rules' and the pack's code was read or run. In the first run the right rule rejected 53 of the 67 and left
 * 11 undecided, and of the 33 programs it rejected 23 and left 5 undecided (92 of 100); 2 were rejected with the right
 * reason under another id, 1 was advice, 1 was undecided at its place by another rule, of 2 other rules alone were
 * undecided, and of 2 nothing was said.
 */
export const TWENTY_SECOND_BROKEN: readonly SealedCase[] = [
  ...REJECTED_PORTS_OF_TWENTY_SECOND,
  ...REJECTED_STARTS_OF_TWENTY_SECOND,
  ...REJECTED_VALUES_OF_TWENTY_SECOND,
  ...REJECTED_PLANS_OF_TWENTY_SECOND,
  ...REJECTED_DATABASES_OF_TWENTY_SECOND,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_SECOND_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SECOND,
  ...REJECTED_PROGRAM_PLANS_OF_TWENTY_SECOND,
  ...REJECTED_PROGRAM_COMMANDS_OF_TWENTY_SECOND,
];
