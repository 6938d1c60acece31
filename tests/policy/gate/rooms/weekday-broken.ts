import type { BrokenProgram } from "../eighteenth-form";
import { WEEKDAY_BROKEN_NETWORKS } from "./weekday-broken-networks";
import { WEEKDAY_BROKEN_PARTS } from "./weekday-broken-parts";

/**
 * Programs as a team writes them in a week, written down before their first run: of 27 the rules stopped 24 then, one was
 * advised, one was silent, and of one the test had filled in no database's address. Those of replicas came afterwards.
 */
export const WEEKDAY_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...WEEKDAY_BROKEN_NETWORKS,
  ...WEEKDAY_BROKEN_PARTS,
];
