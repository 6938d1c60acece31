import { type BrokenProgram, cron, native, PIP, values } from "../eighteenth-form";
import { broken, SESSION, START } from "./posted-programs-form";

const job = (schedule: string, startCommand = "python -m jobs.nightly", more = {}) =>
  cron({
    name: "tern-nightly",
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values({ DATABASE_URL: SESSION }),
    ...more,
  });
const scheduled = (name: string, schedule: string, why: string, source: string): BrokenProgram => ({
  name,
  rules: ["service/cron-schedule"],
  at: ["nightly", "schedule"],
  why,
  source,
  resources: { nightly: job(schedule) },
});
/** Broken programs of schedules. */
export const POSTED_PROGRAMS_BROKEN_JOBS: readonly BrokenProgram[] = [
  scheduled(
    "tern-schedule-as-a-word",
    "everyday",
    "Render takes five fields.",
    "render-oss/render-mcp-server, issue 31",
  ),
  scheduled(
    "tern-schedule-of-31-february",
    "0 0 31 2 *",
    "February has no such day.",
    "openchoreo/openchoreo, issue 2954",
  ),
  scheduled(
    "tern-schedule-of-four-fields",
    "0 2-7/1 * *",
    "One field is missing.",
    "hmcts/cnp-flux-config, pull request 18036",
  ),
  scheduled(
    "tern-schedule-of-quartz",
    "0 0 12 1/1 * ? *",
    "Seven fields are Quartz's.",
    "hexparrot/mineos-node, issue 91",
  ),
  broken(
    "tern-job-that-is-beat",
    [START],
    ["nightly", "startCommand"],
    "beat never ends, and Render ends the job after 12 hours.",
    "render-examples/celery, issue 16; Render's page on cron jobs",
    { nightly: job("0 * * * *", "celery -A tern beat --loglevel=info") },
  ),
];
