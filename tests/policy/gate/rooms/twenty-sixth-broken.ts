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
 * written on 1 December 2026 before the rules' and the pack's code was read or run. In its first run 128 of 186 were
 * rejected and 43 undecided by a rule that they name, 2 rejected under another id, 11 undecided by other rules alone (5 of
 * them name no rule), and of 2 nothing was said. Of 132 sound ones 4 were rejected, each by a mistake of the batch: two
 * had another driver than the one declared, and two a name of example.org, which no service can have.
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
