import {
  type BrokenProgram,
  cron,
  native,
  PIP,
  type ProgramCase,
  type Resource,
  values,
  web,
  worker,
} from "../eighteenth-form";

const BASE = { plan: "starter", region: "frankfurt" } as const;
const api: Resource = web({
  name: "orchard-api",
  ...BASE,
  startCommand: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
  healthCheckPath: "/health",
  runtimeSource: native("python", PIP),
  envVars: values({ PORT: "8000" }),
});
const jobs: Resource = worker({
  name: "orchard-jobs",
  ...BASE,
  startCommand: "python -m orchard.jobs",
  runtimeSource: native("python", PIP),
  envVars: {},
});
const nightly = (startCommand: string, region = "frankfurt"): Resource =>
  cron({
    name: "nightly",
    plan: "starter",
    region,
    schedule: "0 3 * * *",
    startCommand,
    runtimeSource: native("python", PIP),
    envVars: {},
  });
const source = "Render's page on its private network";

/** Commands that ask by a name: in the first run of none of the broken ones anything was said. */
export const NAMES_IN_COMMANDS_BROKEN: readonly BrokenProgram[] = [
  {
    name: "job-that-asks-a-worker",
    rules: ["service/private-network"],
    at: ["nightly", "startCommand"],
    why: "A worker receives no request.",
    source,
    resources: { jobs, nightly: nightly("curl -fsS http://orchard-jobs:8000/flush") },
  },
  {
    name: "job-of-another-region",
    rules: ["service/private-network"],
    at: ["nightly", "startCommand"],
    why: "The private network is of one region.",
    source,
    resources: { api, nightly: nightly("curl -fsS http://orchard-api:8000/flush", "oregon") },
  },
  {
    name: "job-without-its-address",
    rules: ["service/unmet-need"],
    at: ["nightly", "startCommand"],
    why: "Nothing sets API_URL.",
    source: "POSIX: 2.6.2 Parameter Expansion",
    resources: { api, nightly: nightly("curl -fsS $API_URL/flush") },
  },
];

export const NAMES_IN_COMMANDS_SOUND: readonly ProgramCase[] = [
  {
    name: "job-that-asks-its-service",
    why: "Name, region and port are the service's.",
    source,
    resources: { api, nightly: nightly("curl -fsS http://orchard-api:8000/flush") },
  },
];
