import type { SealedCase } from "../sealed";
import { EVERYDAY_BROKEN_SERVICES } from "./everyday-broken-services";
import { EVERYDAY_BROKEN_VALUES } from "./everyday-broken-values";

/** Everyday's faults, written down before their first run. */
export const EVERYDAY_BROKEN: readonly SealedCase[] = [
  ...EVERYDAY_BROKEN_SERVICES,
  ...EVERYDAY_BROKEN_VALUES,
];
