import { type BrokenProgram, cron, native, PIP, values } from "../eighteenth-form";
import { nodeApp, queue } from "../twentieth-form";
import { SESSION, STORE, store } from "./reported-programs-form";

/** Broken programs whose worker or job has the wrong plan, command or schedule. */
export const REPORTED_PROGRAMS_BROKEN_JOBS: readonly BrokenProgram[] = [
  {
    name: "worker-on-the-free-plan",
    rules: ["plan/limits"],
    at: ["jobs", "plan"],
    why: "Background workers have no free instance type.",
    source: "github.com/LVTD-LLC/TuxSEO/pull/74; Render's page on free instances",
    resources: {
      store: store(),
      jobs: queue(
        "ferry-jobs",
        "python manage.py qcluster",
        { DATABASE_URL: SESSION, REDIS_URL: STORE },
        { plan: "free" },
      ),
    },
  },
  {
    name: "beat-as-a-cron-job",
    rules: ["service/start-command"],
    at: ["nightly", "startCommand"],
    why: "Celery's beat is a scheduler of its own and never ends: the run is ended after 12 hours.",
    source: "Celery's page on periodic tasks; Render's page on cron jobs",
    resources: {
      store: store(),
      nightly: cron({
        name: "ferry-nightly",
        plan: "starter",
        region: "frankfurt",
        schedule: "0 2 * * *",
        runtimeSource: native("python", PIP, "ferry"),
        startCommand: "celery -A ferry beat --loglevel=info",
        envVars: values({ CELERY_BROKER_URL: STORE, DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "schedule-of-six-fields",
    rules: ["service/cron-schedule"],
    at: ["digest", "schedule"],
    why: "node-cron has seconds in front; Render takes five fields.",
    source: "Render's page on cron jobs",
    resources: {
      api: nodeApp("ferry-api", "node dist/server.js", { DATABASE_URL: SESSION, NODE_ENV: "production" }),
      digest: cron({
        name: "ferry-digest",
        plan: "starter",
        region: "frankfurt",
        schedule: "0 0 6 * * 1",
        runtimeSource: native("node", "npm ci && npm run build", "api"),
        startCommand: "node dist/jobs/digest.js",
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
];
