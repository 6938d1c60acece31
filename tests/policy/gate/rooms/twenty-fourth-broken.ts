import type { SealedCase } from "../sealed";
import { REJECTED_BINDS_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-binds";
import { REJECTED_DATABASES_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-databases";
import { REJECTED_STARTS_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-starts";
import { REJECTED_VALUES_OF_TWENTY_FOURTH } from "./twenty-fourth-broken-values";

/** The broken half of the twenty-fourth batch, written on 1 December 2026 before the rules' and the pack's code was read or run. */
export const TWENTY_FOURTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_BINDS_OF_TWENTY_FOURTH,
  ...REJECTED_STARTS_OF_TWENTY_FOURTH,
  ...REJECTED_VALUES_OF_TWENTY_FOURTH,
  ...REJECTED_DATABASES_OF_TWENTY_FOURTH,
];
