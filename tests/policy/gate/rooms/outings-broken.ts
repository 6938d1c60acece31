import type { SealedCase } from "../sealed";
import { OUTINGS_BROKEN_STARTS } from "./outings-broken-starts";
import { OUTINGS_BROKEN_TEXTS } from "./outings-broken-texts";
import { OUTINGS_BROKEN_VALUES } from "./outings-broken-values";

export const OUTINGS_BROKEN: readonly SealedCase[] = [
  ...OUTINGS_BROKEN_STARTS,
  ...OUTINGS_BROKEN_VALUES,
  ...OUTINGS_BROKEN_TEXTS,
];
