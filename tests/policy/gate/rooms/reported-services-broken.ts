import type { SealedCase } from "../sealed";
import { REPORTED_BINDS } from "./reported-services-broken-binds";
import { REPORTED_PORTS } from "./reported-services-broken-ports";
import { REPORTED_STARTS } from "./reported-services-broken-starts";
import { REPORTED_VALUES } from "./reported-services-broken-values";

/**
 * Services that public reports have, broken, written on 1 December 2026 before the rules' and the pack's code was read
 * or run.
 */
export const REPORTED_SERVICES_BROKEN: readonly SealedCase[] = [
  ...REPORTED_BINDS,
  ...REPORTED_PORTS,
  ...REPORTED_VALUES,
  ...REPORTED_STARTS,
];
