// Longer than 200 lines: one table, a row for each job.
import { cron, keyValue, type ProgramCase, type Resource, worker } from "../eighteenth-form";
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

const PHP = {
  runtimeSource: {
    docker: { repoUrl: repository("desk"), branch: "main", context: ".", dockerfilePath: "./Dockerfile" },
  },
};
const BROKER = "redis://red-d41k8tqli9vc73f0q2mg:6379/0";

const runs = (name: string, why: string, nightly: Resource): ProgramCase => ({
  name,
  why,
  source: "Render's page on cron jobs; the tool's page on its commands",
  resources: { nightly },
});
const stays = (name: string, why: string, tasks: Resource): ProgramCase => ({
  name,
  why,
  source: "Render's page on background workers; the tool's page on its commands",
  resources: { tasks },
});

/** Sound programs with jobs, workers and commands before a deploy. */
export const FRAMEWORKS_JOBS_SOUND: readonly ProgramCase[] = [
  runs(
    "schedule-of-the-last-days",
    "January has a 31st day.",
    job("0 3 31 1,3,5 *", "python -m kiln.nightly"),
  ),
  runs(
    "schedule-of-a-leap-day",
    "February has a 29th day every fourth year.",
    job("0 3 29 2 *", "python -m kiln.nightly"),
  ),
  runs(
    "schedule-of-a-day-that-some-months-have",
    "Of 2 and 3 the third month has 31 days.",
    job("0 3 31 2,3 *", "python -m kiln.nightly"),
  ),
  runs(
    "schedule-of-a-weekday-in-february",
    "With a weekday either field is enough.",
    job("0 3 31 2 1", "python -m kiln.nightly"),
  ),
  runs(
    "schedule-of-names",
    "Names of days and months are taken.",
    job("30 22 * JAN-MAR MON-FRI", "python -m kiln.nightly"),
  ),
  runs("schedule-of-hour-0", "0 is midnight.", job("0 0,12 * * *", "python -m kiln.nightly")),
  runs(
    "schedule-of-each-minute",
    "Each minute is the shortest time.",
    job("* * * * *", "python -m kiln.tick"),
  ),
  runs(
    "laravel-s-scheduler-once",
    "schedule:run looks once and ends.",
    job("* * * * *", "php artisan schedule:run", PYTHON, PHP),
  ),
  runs(
    "loop-that-ends",
    "The loop ends with its list.",
    job("0 * * * *", "for shop in north south; do python -m kiln.report $shop; done"),
  ),
  runs(
    "loop-that-breaks",
    "break ends the loop.",
    job("0 * * * *", "while true; do python -m kiln.step || break; done"),
  ),
  runs(
    "queue-until-it-is-empty",
    "--stop-when-empty ends.",
    job("*/5 * * * *", "php artisan queue:work --stop-when-empty", PYTHON, PHP),
  ),
  runs(
    "burst-as-a-cron-job",
    "--burst ends when the queue is empty.",
    job("*/5 * * * *", `rq worker --burst --url ${BROKER} default`),
  ),
  runs(
    "rake-as-a-cron-job",
    "A task of rake's ends.",
    job("0 6 * * *", "bundle exec rake digest:send", RUBY),
  ),
  runs(
    "runner-as-a-cron-job",
    "rails runner ends with its code.",
    job("0 6 * * *", 'bin/rails runner "DigestJob.perform_now"', RUBY),
  ),
  runs(
    "request-as-a-cron-job",
    "curl ends with its answer.",
    job("*/10 * * * *", "curl -fsS -X POST https://kiln-api.onrender.com/tasks/digest"),
  ),
  runs(
    "command-of-node-as-a-cron-job",
    "node ends with its program.",
    job("0 2 * * 0", "node dist/jobs/cleanup.js", NODE),
  ),
  runs(
    "time-ends-a-worker",
    "timeout ends the worker.",
    job("0 * * * *", "timeout 3000 celery -A kiln worker -l info"),
  ),
  stays(
    "worker-of-laravel-for-an-hour",
    "The worker ends after an hour, and Render starts it again.",
    service(
      worker,
      PYTHON,
      "kiln-tasks",
      "php artisan queue:work --max-time=3600 --sleep=3",
      { DATABASE_URL: SESSION },
      PHP,
    ),
  ),
  stays(
    "loop-of-a-worker",
    "The loop goes on for ever.",
    service(worker, PYTHON, "kiln-tasks", "while true; do rq worker --burst default; sleep 30; done", {
      REDIS_URL: BROKER,
      RQ_REDIS_URL: BROKER,
    }),
  ),
  stays(
    "clock-as-a-worker",
    "Clockwork stays.",
    service(worker, RUBY, "kiln-tasks", "bundle exec clockwork config/clock.rb", {
      DATABASE_URL: SESSION,
      RAILS_ENV: "production",
    }),
  ),
  stays(
    "scheduler-of-laravel-as-a-worker",
    "schedule:work stays.",
    service(worker, PYTHON, "kiln-tasks", "php artisan schedule:work", { DATABASE_URL: SESSION }, PHP),
  ),
  stays(
    "supercronic-as-a-worker",
    "Supercronic stays.",
    service(worker, PYTHON, "kiln-tasks", "supercronic ./crontab", { DATABASE_URL: SESSION }, PHP),
  ),
  stays(
    "bot-as-a-worker",
    "A bot that polls needs no port.",
    service(worker, PYTHON, "kiln-bot", "python bot.py", {
      DISCORD_TOKEN: "MTE4NzQ1OTk2NzA1.GkQ2xw.7dLq9vKzRt4mXb2Ws8YnPc3Jh6Fg1EuAo5IiN",
    }),
  ),
  stays(
    "two-processes-of-a-worker",
    "The last of them is the one that waits.",
    service(
      worker,
      PYTHON,
      "kiln-tasks",
      "celery -A kiln worker -l info & exec celery -A kiln beat -l info",
      { DATABASE_URL: SESSION, CELERY_BROKER_URL: BROKER },
    ),
  ),
  stays(
    "jobs-of-solid-queue",
    "bin/jobs stays.",
    service(worker, RUBY, "kiln-tasks", "bin/jobs start", { DATABASE_URL: SESSION, RAILS_ENV: "production" }),
  ),
  {
    name: "migrations-before-the-deploy",
    why: "Each of the commands ends.",
    source: "Render's page on deploys",
    resources: {
      web: open(
        PYTHON,
        "kiln-web",
        GUNICORN,
        { DATABASE_URL: SESSION },
        {
          preDeployCommand:
            "python manage.py migrate --noinput && python manage.py collectstatic --noinput && python manage.py check --deploy",
        },
      ),
    },
  },
  {
    name: "task-of-a-worker-before-the-deploy",
    why: "A call of Celery's and a purge end.",
    source: "Celery's page on its commands",
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
        { preDeployCommand: "celery -A kiln call kiln.tasks.warm && npm run db:seed" },
      ),
      tasks: service(worker, PYTHON, "kiln-tasks", "celery -A kiln worker -l info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
      }),
    },
  },
  {
    name: "script-of-the-team-before-the-deploy",
    why: "What start:migrations does is the team's own.",
    source: "Render's page on deploys",
    resources: {
      web: open(
        NODE,
        "kiln-web",
        "node dist/server.js",
        { DATABASE_URL: SESSION },
        {
          preDeployCommand: "npm run start:migrations && node dist/scripts/start-index.js",
        },
      ),
    },
  },
  {
    name: "disk-below-the-program",
    why: "The disk is over one folder of the program, and not over all.",
    source: "Render's page on disks",
    resources: {
      web: open(
        NODE,
        "kiln-web",
        "node dist/server.js",
        { DATABASE_URL: SESSION },
        {
          disk: { name: "uploads", sizeGb: 1, mountPath: "/opt/render/project/src/public/uploads" },
        },
      ),
    },
  },
  {
    name: "disk-below-the-folder-of-an-image",
    why: "The disk is over a folder of the image that holds data alone.",
    source: "Render's page on disks",
    resources: {
      nightly: service(
        cron,
        PYTHON,
        "kiln-nightly",
        "python -m kiln.nightly",
        { DATABASE_URL: SESSION },
        { schedule: "15 4 * * *" },
      ),
      web: open(
        PYTHON,
        "kiln-web",
        UVICORN,
        {},
        { ...PHP, disk: { name: "data", sizeGb: 1, mountPath: "/app/data" } },
      ),
    },
  },
];
