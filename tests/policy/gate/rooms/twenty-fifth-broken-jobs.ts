import { type BrokenProgram, envGroup, envGroupLink, values, worker } from "../eighteenth-form";
import {
  CELERY,
  DIRECT,
  GUNICORN,
  job,
  NODE,
  open,
  PYTHON,
  SESSION,
  STORE,
  service,
  store,
  url,
} from "./twenty-fifth-form";

const SCHEDULE = "service/cron-schedule";
const START = "service/start-command";
const IPV6 = "database/ipv6-only-host";
const report = (schedule: string) =>
  job(NODE, "lantern-report", schedule, "node dist/jobs/report.js", { DATABASE_URL: SESSION });

/** Broken programs of jobs, workers and groups. */
export const REJECTED_JOBS_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-schedule-with-seconds",
    rules: [SCHEDULE],
    at: ["report", "schedule"],
    why: "Six fields are of node-cron and Nest's scheduler: Render takes five.",
    source: "Render's page on cron jobs",
    resources: { report: report("0 0 6 * * *") },
  },
  {
    name: "twenty-fifth-schedule-with-a-place",
    rules: [SCHEDULE],
    at: ["report", "schedule"],
    why: "Render has UTC alone, and no sixth word for a place.",
    source: "Render's page on cron jobs",
    resources: { report: report("0 9 * * 1-5 Asia/Kolkata") },
  },
  {
    name: "twenty-fifth-schedule-of-another-cloud",
    rules: [SCHEDULE],
    at: ["report", "schedule"],
    why: "rate(…) is of AWS's EventBridge: Render refuses it.",
    source: "Render's page on cron jobs",
    resources: { report: report("rate(5 minutes)") },
  },
  {
    name: "twenty-fifth-job-that-is-a-scheduler",
    rules: [START],
    at: ["beat", "startCommand"],
    why: "celery beat never ends: Render ends the run after 12 hours, and none begins beside it.",
    source: "Render's page on cron jobs",
    resources: {
      store: store(),
      beat: job(PYTHON, "lantern-beat", "*/10 * * * *", "celery -A lantern beat --loglevel=info", {
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "twenty-fifth-job-that-starts-the-server",
    rules: [START],
    at: ["nightly", "startCommand"],
    why: "The command of the web service was left in the job, which never ends by itself.",
    source: "Render's page on cron jobs",
    resources: {
      web: open(PYTHON, "lantern-web", GUNICORN, { DATABASE_URL: SESSION }),
      nightly: job(PYTHON, "lantern-nightly", "0 3 * * *", GUNICORN, { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-fifth-worker-by-the-direct-host",
    rules: [IPV6],
    at: ["jobs", "envVars.DATABASE_URL"],
    why: "The web service goes by the pooler, and its worker by the host that has IPv6 alone.",
    source: "Supabase's page on connecting",
    resources: {
      store: store(),
      web: open(PYTHON, "lantern-web", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, {
        CELERY_BROKER_URL: STORE,
        DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`),
      }),
    },
  },
  {
    name: "twenty-fifth-group-with-the-direct-host",
    rules: [IPV6],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [["link", "envGroupId"]],
    why: "Both services take the URL of the group, and its host has IPv6 alone.",
    source: "Supabase's page on connecting",
    resources: {
      shared: envGroup({
        name: "lantern-shared",
        envVars: values({ DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres?sslmode=require`) }),
      }),
      web: open(PYTHON, "lantern-web", GUNICORN),
      nightly: job(PYTHON, "lantern-nightly", "0 3 * * *", "python manage.py clearsessions", {}),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${web.id}", "${nightly.id}"] }),
    },
  },
];
