import type { BrokenProgram } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import { REJECTED_BINDS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-binds";
import { REJECTED_BROKERS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-brokers";
import { REJECTED_FIELDS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-fields";
import { REJECTED_HOSTS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-hosts";
import { REJECTED_PROGRAM_FIELDS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-programs-fields";
import { REJECTED_PROGRAM_NETWORKS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-programs-networks";
import { REJECTED_PROGRAM_SITES_OF_TWENTY_NINTH } from "./twenty-ninth-broken-programs-sites";
import { REJECTED_STARTS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-starts";
import { REJECTED_URLS_OF_TWENTY_NINTH } from "./twenty-ninth-broken-urls";
import { REJECTED_VALUES_OF_TWENTY_NINTH } from "./twenty-ninth-broken-values";

/**
 * Services that have to be rejected. At the first run, with its programs: 121 of 145 rejected and 20 undecided by a rule
 * that is named, two rejected or undecided by another for the same reason, one rejected for another reason, one silent.
 * Of 96 sound ones one was rejected, which has no PORT and was the batch's mistake.
 */
export const TWENTY_NINTH_BROKEN: readonly ExplainedCase[] = [
  ...REJECTED_BINDS_OF_TWENTY_NINTH,
  ...REJECTED_STARTS_OF_TWENTY_NINTH,
  ...REJECTED_HOSTS_OF_TWENTY_NINTH,
  ...REJECTED_URLS_OF_TWENTY_NINTH,
  ...REJECTED_BROKERS_OF_TWENTY_NINTH,
  ...REJECTED_VALUES_OF_TWENTY_NINTH,
  ...REJECTED_FIELDS_OF_TWENTY_NINTH,
];

/** Marks of those that are not stopped by a rule that is named, and why. */
const WHY: Readonly<Record<string, string>> = {
  "next start --host": "options of Next.js are not all known",
  w5Kq2Reed8sallow9Tm4marsh7Vb: "environment/debug-in-production leaves the address undecided",
  "metabase/metabase:v0.50.3": "an image's address with its tag is one that Render pulls",
};

export const TWENTY_NINTH_MISSED: readonly ExplainedCase[] = TWENTY_NINTH_BROKEN.filter((one) =>
  Object.keys(WHY).some((mark) => JSON.stringify(one).includes(mark)),
);

/** Programs that have to be rejected. */
export const TWENTY_NINTH_BROKEN_PROGRAMS: readonly BrokenProgram[] = [
  ...REJECTED_PROGRAM_SITES_OF_TWENTY_NINTH,
  ...REJECTED_PROGRAM_NETWORKS_OF_TWENTY_NINTH,
  ...REJECTED_PROGRAM_FIELDS_OF_TWENTY_NINTH,
];
