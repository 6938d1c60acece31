// Longer than 200 lines: one table, a row for each job.
import { type BrokenProgram, keyValue, type Resource, worker } from "../eighteenth-form";
import {
  GUNICORN,
  job,
  NODE,
  open,
  PYTHON,
  RUBY,
  repository,
  SESSION,
  service,
  UVICORN,
} from "./frameworks-form";

const START = "service/start-command";
const CRON = "service/cron-schedule";
const PHP = {
  runtimeSource: {
    docker: { repoUrl: repository("desk"), branch: "main", context: ".", dockerfilePath: "./Dockerfile" },
  },
};

const never = (name: string, why: string, source: string, nightly: Resource): BrokenProgram => ({
  name,
  rules: [START],
  at: ["nightly", "startCommand"],
  why,
  source,
  resources: { nightly },
});
const ends = (name: string, why: string, source: string, tasks: Resource): BrokenProgram => ({
  name,
  rules: [START, "service/unmet-need"],
  at: ["tasks", "startCommand"],
  why,
  source,
  resources: { tasks },
});
const schedule = (name: string, expression: string, why: string): BrokenProgram => ({
  name,
  rules: [CRON],
  at: ["nightly", "schedule"],
  why,
  source: "Render's page on cron jobs; crontab's page",
  resources: { nightly: job(expression, "python -m kiln.nightly") },
});

/** Broken programs with jobs, workers and commands before a deploy. */
export const FRAMEWORKS_JOBS_BROKEN: readonly BrokenProgram[] = [
  schedule(
    "schedule-of-a-day-that-no-month-has",
    "0 3 31 2 *",
    "February has no 31st day: the job never runs.",
  ),
  schedule(
    "schedule-with-a-time-zone",
    "CRON_TZ=Europe/Paris 0 6 * * *",
    "A schedule has five fields and no time zone.",
  ),
  schedule("schedule-of-another-cloud", "rate(15 minutes)", "It is an expression of EventBridge's."),
  schedule("schedule-of-hour-24", "0 24 * * *", "Hours end at 23."),
  schedule("schedule-with-a-step-of-nothing", "*/0 * * * *", "A step is 1 or more."),
  never(
    "scheduler-of-laravel-as-a-cron-job",
    "schedule:work goes on for ever, and each run with it; schedule:run is the command for a cron.",
    "Laravel's page on scheduling",
    job("*/5 * * * *", "php artisan schedule:work", PYTHON, PHP),
  ),
  never(
    "loop-as-a-cron-job",
    "The loop never ends: the next run waits for it.",
    "Render's page on cron jobs",
    job("0 * * * *", "while true; do python -m kiln.nightly; sleep 3600; done"),
  ),
  never(
    "clock-as-a-cron-job",
    "Clockwork is a scheduler of its own and never ends.",
    "Clockwork's README",
    job("0 * * * *", "bundle exec clockwork config/clock.rb", RUBY),
  ),
  never(
    "supercronic-as-a-cron-job",
    "Supercronic reads a crontab and never ends.",
    "Supercronic's README",
    job("0 * * * *", "supercronic ./crontab", PYTHON, PHP),
  ),
  never(
    "web-server-as-a-cron-job",
    "A server answers for ever, and a cron job ends.",
    "Render's page on cron jobs",
    job("*/10 * * * *", UVICORN),
  ),
  ends(
    "queue-of-laravel-that-stops",
    "--stop-when-empty ends with the last job of the queue: the worker starts again and again.",
    "Laravel's page on queues",
    service(
      worker,
      PYTHON,
      "kiln-tasks",
      "php artisan queue:work --stop-when-empty",
      { DATABASE_URL: SESSION },
      PHP,
    ),
  ),
  ends(
    "burst-as-a-worker",
    "--burst ends when the queue is empty.",
    "RQ's page on workers",
    service(
      worker,
      PYTHON,
      "kiln-tasks",
      "rq worker --burst --url redis://red-d41k8tqli9vc73f0q2mg:6379 default",
      { DATABASE_URL: SESSION },
    ),
  ),
  ends(
    "delayed-job-in-the-background",
    "start leaves the worker to a daemon, and the command ends.",
    "Delayed::Job's README",
    service(worker, RUBY, "kiln-tasks", "bin/delayed_job start", {
      DATABASE_URL: SESSION,
      RAILS_ENV: "production",
    }),
  ),
  ends(
    "scheduler-of-laravel-runs-once",
    "schedule:run looks once and ends.",
    "Laravel's page on scheduling",
    service(worker, PYTHON, "kiln-tasks", "php artisan schedule:run", { DATABASE_URL: SESSION }, PHP),
  ),
  {
    name: "server-before-the-deploy",
    rules: [START, "service/start-builds", "service/unmet-need"],
    at: ["web", "preDeployCommand"],
    why: "The command before a deploy has to end, and a server does not: the deploy is cancelled after 30 minutes.",
    source: "Render's page on deploys",
    resources: {
      web: open(
        PYTHON,
        "kiln-web",
        GUNICORN,
        { DATABASE_URL: SESSION },
        {
          preDeployCommand: "python manage.py migrate --noinput && python manage.py runserver 0.0.0.0:8000",
        },
      ),
    },
  },
  {
    name: "worker-before-the-deploy",
    rules: [START, "service/start-builds", "service/unmet-need"],
    at: ["web", "preDeployCommand"],
    why: "A worker of Celery's does not end, and what the command before a deploy starts is not in the service.",
    source: "Render's page on deploys",
    resources: {
      store: keyValue({
        name: "kiln-store",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "noeviction",
      }),
      web: open(
        PYTHON,
        "kiln-web",
        GUNICORN,
        {
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
        },
        { preDeployCommand: "celery -A kiln worker --loglevel=info" },
      ),
    },
  },
  {
    name: "disk-over-the-program",
    rules: ["plan/limits", "service/unmet-need", "service/disk-before-start"],
    at: ["web", "disk"],
    alsoAt: [["web", "disk.mountPath"]],
    why: "The disk is mounted over the folder with the program: the command finds no file of it.",
    source: "Render's page on disks",
    resources: {
      web: open(
        NODE,
        "kiln-web",
        "node dist/server.js",
        { DATABASE_URL: SESSION },
        {
          disk: { name: "data", sizeGb: 1, mountPath: "/opt/render/project/src" },
        },
      ),
    },
  },
  {
    name: "two-apps-of-a-workspace-with-one-name",
    rules: ["service/taken-name"],
    at: ["admin", "name"],
    alsoAt: [["web", "name"]],
    why: "Both services have one name.",
    source: "Render's page on monorepos",
    resources: {
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", {}, { rootDirectory: "apps/web" }),
      admin: open(
        NODE,
        "kiln-web",
        "npx next start -H 0.0.0.0 -p $PORT",
        {},
        { rootDirectory: "apps/admin" },
      ),
    },
  },
];
