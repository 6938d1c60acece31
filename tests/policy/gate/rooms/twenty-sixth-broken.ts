import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { REJECTED_BINDS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-binds";
import { REJECTED_DATABASES_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-databases";
import { REJECTED_HOSTS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-hosts";
import { REJECTED_KEYS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-keys";
import { REJECTED_MODES_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-modes";
import { REJECTED_PROGRAM_DISKS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-disks";
import { REJECTED_PROGRAM_JOBS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-jobs";
import { REJECTED_PROGRAM_KEYS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-keys";
import { REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-networks";
import { REJECTED_PROGRAM_PEERS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-peers";
import { REJECTED_PROGRAM_PLANS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-plans";
import { REJECTED_PROGRAM_PORTS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-ports";
import { REJECTED_PROGRAM_VALUES_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-programs-values";
import { REJECTED_STARTS_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-starts";
import { REJECTED_VALUES_OF_TWENTY_SIXTH } from "./twenty-sixth-broken-values";

/**
 * The broken half of the twenty-sixth batch: what users of self-hosted applications, and of Supabase, reported. It was
 * written on 1 December 2026 before the rules' and the pack's code was read or run.
 */
export const TWENTY_SIXTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_BINDS_OF_TWENTY_SIXTH,
  ...REJECTED_STARTS_OF_TWENTY_SIXTH,
  ...REJECTED_DATABASES_OF_TWENTY_SIXTH,
  ...REJECTED_HOSTS_OF_TWENTY_SIXTH,
  ...REJECTED_MODES_OF_TWENTY_SIXTH,
  ...REJECTED_VALUES_OF_TWENTY_SIXTH,
  ...REJECTED_KEYS_OF_TWENTY_SIXTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_SIXTH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SIXTH,
  ...REJECTED_PROGRAM_PEERS_OF_TWENTY_SIXTH,
  ...REJECTED_PROGRAM_JOBS_OF_TWENTY_SIXTH,
  ...REJECTED_PROGRAM_PLANS_OF_TWENTY_SIXTH,
  ...REJECTED_PROGRAM_DISKS_OF_TWENTY_SIXTH,
  ...REJECTED_PROGRAM_KEYS_OF_TWENTY_SIXTH,
  ...REJECTED_PROGRAM_PORTS_OF_TWENTY_SIXTH,
  ...REJECTED_PROGRAM_VALUES_OF_TWENTY_SIXTH,
];
