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
 * or run.
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
