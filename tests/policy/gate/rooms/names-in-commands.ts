import type { BrokenProgram, ProgramCase } from "../eighteenth-form";
import { api, jobs, nightly } from "./orchard-programs";

const source = "Render's page on its private network";

/** Commands that ask by a name: in the first run of none of the broken ones anything was said. */
export const NAMES_IN_COMMANDS_BROKEN: readonly BrokenProgram[] = [
  {
    name: "job-that-asks-a-worker",
    rules: ["service/private-network"],
    at: ["nightly", "startCommand"],
    why: "A worker receives no request.",
    source,
    resources: {
      jobs: jobs("python -m orchard.jobs"),
      nightly: nightly("curl -fsS http://orchard-jobs:8000/flush"),
    },
  },
  {
    name: "job-of-another-region",
    rules: ["service/private-network"],
    at: ["nightly", "startCommand"],
    why: "The private network is of one region.",
    source,
    resources: {
      api: api(),
      nightly: nightly("curl -fsS http://orchard-api:8000/flush", { region: "oregon" }),
    },
  },
  {
    name: "job-without-its-address",
    rules: ["service/unmet-need"],
    at: ["nightly", "startCommand"],
    why: "Nothing sets API_URL.",
    source: "POSIX: 2.6.2 Parameter Expansion",
    resources: { api: api(), nightly: nightly("curl -fsS $API_URL/flush") },
  },
];

export const NAMES_IN_COMMANDS_SOUND: readonly ProgramCase[] = [
  {
    name: "job-that-asks-its-service",
    why: "Name, region and port are the service's.",
    source,
    resources: { api: api(), nightly: nightly("curl -fsS http://orchard-api:8000/flush") },
  },
];
