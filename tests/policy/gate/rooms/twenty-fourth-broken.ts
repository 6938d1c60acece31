import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { REJECTED_BINDS_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-binds";
import { REJECTED_DATABASES_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-databases";
import { REJECTED_NETWORKS_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-networks";
import { REJECTED_PLANS_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-plans";
import { REJECTED_SITES_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-sites";
import { REJECTED_STARTS_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-starts";
import { REJECTED_VALUES_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-values";

/**
 * The broken half of the twenty-fourth batch, written on 1 December 2026 before the rules' and the pack's code was read
 * or run. In the first run, the last of the day, the right rule rejected 34 of the 40 and left 5 undecided, and of the
 * 20 programs it rejected 15 and left 3 undecided (57 of 60); 1 was rejected at its place and with its reason under
 * another id, 1 was advice, and of 1 nothing was said.
 */
export const TWENTY_FOURTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_BINDS_OF_TWENTY_FOURTH,
  ...REJECTED_STARTS_OF_TWENTY_FOURTH,
  ...REJECTED_VALUES_OF_TWENTY_FOURTH,
  ...REJECTED_DATABASES_OF_TWENTY_FOURTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_FOURTH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_NETWORKS_OF_TWENTY_FOURTH,
  ...REJECTED_PLANS_OF_TWENTY_FOURTH,
  ...REJECTED_SITES_OF_TWENTY_FOURTH,
];
