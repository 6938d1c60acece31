import type { BrokenProgram } from "../eighteenth-form";
import type { SealedCase } from "../sealed";
import { REJECTED_BINDS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-binds";
import { REJECTED_DATABASES_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-databases";
import { REJECTED_KEYS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-keys";
import { REJECTED_PLANS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-plans";
import { REJECTED_PORTS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-ports";
import { REJECTED_PROGRAM_FILES_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-programs-files";
import { REJECTED_PROGRAM_JOBS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-programs-jobs";
import { REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-programs-networks";
import { REJECTED_PROGRAM_SITES_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-programs-sites";
import { REJECTED_PROGRAM_SOURCES_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-programs-sources";
import { REJECTED_PROGRAM_VALUES_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-programs-values";
import { REJECTED_STARTS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-starts";
import { REJECTED_URLS_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-urls";
import { REJECTED_VALUES_OF_TWENTY_SEVENTH } from "./twenty-seventh-broken-values";

/**
 * The broken half of the twenty-seventh batch: what users of Render and of their frameworks reported. It was written on
 * 1 December 2026 before the rules' and the pack's code was read or run. In its first run 159 of 218 were rejected and 32
 * undecided by a rule that they name, and one that names none was undecided at its place: 192. Of the others 7 were
 * rejected and 7 undecided for the right reason under another id, 7 undecided by others alone, one was advised about, and
 * of 4 nothing was said. Of 184 sound ones one was rejected, by a mistake of the batch: a private service without PORT.
 */
export const TWENTY_SEVENTH_BROKEN: readonly SealedCase[] = [
  ...REJECTED_BINDS_OF_TWENTY_SEVENTH,
  ...REJECTED_PORTS_OF_TWENTY_SEVENTH,
  ...REJECTED_STARTS_OF_TWENTY_SEVENTH,
  ...REJECTED_DATABASES_OF_TWENTY_SEVENTH,
  ...REJECTED_URLS_OF_TWENTY_SEVENTH,
  ...REJECTED_VALUES_OF_TWENTY_SEVENTH,
  ...REJECTED_KEYS_OF_TWENTY_SEVENTH,
  ...REJECTED_PLANS_OF_TWENTY_SEVENTH,
];

/** Its programs of several resources, or of other services than web services. */
export const TWENTY_SEVENTH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SEVENTH,
  ...REJECTED_PROGRAM_JOBS_OF_TWENTY_SEVENTH,
  ...REJECTED_PROGRAM_SITES_OF_TWENTY_SEVENTH,
  ...REJECTED_PROGRAM_FILES_OF_TWENTY_SEVENTH,
  ...REJECTED_PROGRAM_SOURCES_OF_TWENTY_SEVENTH,
  ...REJECTED_PROGRAM_VALUES_OF_TWENTY_SEVENTH,
];
