import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { REJECTED_BINDS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-binds";
import { REJECTED_HOSTS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-hosts";
import { REJECTED_PLANS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-plans";
import { REJECTED_PORTS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-ports";
import { REJECTED_PROGRAM_NETWORKS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-programs-networks";
import { REJECTED_PROGRAM_PLANS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-programs-plans";
import { REJECTED_PROGRAM_SITES_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-programs-sites";
import { REJECTED_PROGRAM_VALUES_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-programs-values";
import { REJECTED_STARTS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-starts";
import { REJECTED_URLS_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-urls";
import { REJECTED_VALUES_OF_TWENTY_EIGHTH } from "./twenty-eighth-broken-values";

/**
 * The broken half of the twenty-eighth batch: what users reported of services at Render and of drivers, poolers and
 * frameworks at Supabase. It was written on 1 December 2026 before the rules' and the pack's code was read or run.
 * In its first run 169 of 207 were rejected and 28 undecided by a rule that they name, or at their place where they name
 * none: 197. Of the others 3 were rejected for the right reason under another id, 2 advised about, and 5 undecided by others
 * alone, of which one had a driver of no name. Of 177 sound ones none was rejected. Four programs with an id inside of an
 * address were not filled in as the engine does, and were run again.
 */
export const TWENTY_EIGHTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_BINDS_OF_TWENTY_EIGHTH,
  ...REJECTED_PORTS_OF_TWENTY_EIGHTH,
  ...REJECTED_STARTS_OF_TWENTY_EIGHTH,
  ...REJECTED_PLANS_OF_TWENTY_EIGHTH,
  ...REJECTED_HOSTS_OF_TWENTY_EIGHTH,
  ...REJECTED_URLS_OF_TWENTY_EIGHTH,
  ...REJECTED_VALUES_OF_TWENTY_EIGHTH,
];

/** What is not stopped: libpq and the drivers after it read a `?` in a password. */
export const TWENTY_EIGHTH_MISSED: readonly SealedCase[] = TWENTY_EIGHTH_BROKEN.filter((one) =>
  /curlew\?fen9/.test(JSON.stringify(one)),
);

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_EIGHTH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAM_SITES_OF_TWENTY_EIGHTH,
  ...REJECTED_PROGRAM_NETWORKS_OF_TWENTY_EIGHTH,
  ...REJECTED_PROGRAM_PLANS_OF_TWENTY_EIGHTH,
  ...REJECTED_PROGRAM_VALUES_OF_TWENTY_EIGHTH,
];
