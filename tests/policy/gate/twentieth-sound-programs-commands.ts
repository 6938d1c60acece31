import {
  cron,
  docker,
  NPM,
  native,
  PIP,
  type ProgramCase,
  site,
  values,
  web,
  worker,
} from "./eighteenth-form";
import { GUNICORN, nodeApp, python, queue, SESSION } from "./twentieth-form";

/** Sound programs whose commands, schedules and sources look wrong. */
export const SOUND_PROGRAM_COMMANDS_OF_TWENTIETH: readonly ProgramCase[] = [
  {
    name: "scheduler-that-ends",
    why: "schedule:run does what is due and ends, other than schedule:work.",
    source: "Laravel's page on scheduling",
    resources: {
      scheduler: cron({
        name: "scheduler",
        plan: "starter",
        region: "frankfurt",
        schedule: "*/5 * * * *",
        startCommand: "php artisan schedule:run --no-interaction",
        runtimeSource: docker(),
        envVars: values({ APP_ENV: "production", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "job-of-two-commands",
    why: "Both commands of Django end; names of days and ranges are cron's.",
    source: "Render's page on cron jobs; crontab(5)",
    resources: {
      nightly: cron({
        name: "nightly",
        plan: "starter",
        region: "frankfurt",
        schedule: "15 3 1-7 * MON-FRI",
        startCommand: "python manage.py clearsessions && python manage.py send_digest --yesterday",
        runtimeSource: native("python", PIP, "jobs"),
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "worker-with-its-scheduler",
    why: "-B runs the scheduler inside of the one worker; a worker opens no port.",
    source: "Celery's page on periodic tasks",
    resources: {
      work: queue("orchard-worker", "celery -A orchard worker -B -l info -c ${CELERY_CONCURRENCY:-2}", {
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "worker-of-sidekiq",
    why: "Sidekiq reads its file from the repository, and stays in front.",
    source: "Sidekiq's page on the command line",
    resources: {
      work: worker({
        name: "sidekiq",
        plan: "starter",
        region: "frankfurt",
        startCommand: "bundle exec sidekiq -C config/sidekiq.yml",
        runtimeSource: native("ruby", "bundle install", "shop"),
        envVars: values({ RAILS_ENV: "production", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "flower-on-every-address",
    why: "Flower's address and port are options of its own, and so is its health check.",
    source: "Flower's page on its configuration",
    resources: {
      flower: python(
        "flower",
        "celery -A orchard flower --address=0.0.0.0 --port=8000",
        {},
        {
          healthCheckPath: "/healthcheck",
        },
      ),
    },
  },
  {
    name: "server-of-a-developer-on-every-address",
    why: "runserver with address and port is slow, and reached.",
    source: "Django's page on django-admin",
    resources: {
      api: python(
        "orchard-api",
        "python manage.py migrate && python manage.py runserver 0.0.0.0:$PORT --noreload",
      ),
    },
  },
  {
    name: "pages-of-mkdocs",
    why: "-d names the folder that is published.",
    source: "MkDocs's page on its command line",
    resources: {
      docs: site({
        name: "orchard-docs",
        repoUrl: "https://github.com/orchard-press/docs",
        branch: "main",
        buildCommand: "pip install -r requirements.txt && mkdocs build --strict -d public",
        publishPath: "public",
      }),
    },
  },
  {
    name: "versions-of-languages",
    why: "Python's version is whole; Node's may be a range.",
    source: "Render's pages on Python's and Node's versions",
    resources: {
      api: python("orchard-api", GUNICORN, { PYTHON_VERSION: "3.12.8" }),
      shop: nodeApp("shop", "node dist/server.js", { NODE_VERSION: "22" }),
    },
  },
  {
    name: "image-with-its-own-command",
    why: "A Docker service without a command runs the image's CMD.",
    source: "Render's page on Docker",
    resources: {
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker("./deploy/Dockerfile", "./backend"),
        healthCheckPath: "/healthz",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "two-processes-and-a-wait",
    why: "The shell waits for both processes, so the worker goes on.",
    source: "Bash's manual on wait",
    resources: {
      work: worker({
        name: "orchard-jobs",
        plan: "starter",
        region: "frankfurt",
        startCommand: "node dist/worker.js & node dist/scheduler.js & wait",
        runtimeSource: native("node", NPM, "jobs"),
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
];
