import { type BrokenProgram, cron, NPM, native, PIP, site, values, web } from "./eighteenth-form";
import { GUNICORN, nodeApp, python, queue, SESSION } from "./twentieth-form";

const START = "service/start-command";
const LOOPBACK = "service/loopback-bind";
const SCHEDULE = "service/cron-schedule";
const job = (name: string, schedule: string, startCommand: string) =>
  cron({
    name,
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values({ DATABASE_URL: SESSION }),
  });

/** Broken programs whose command, schedule, source or path is wrong. */
export const REJECTED_PROGRAM_COMMANDS_OF_TWENTIETH: readonly BrokenProgram[] = [
  {
    name: "cron-job-that-schedules",
    rules: [START],
    at: ["scheduler", "startCommand"],
    why: "schedule:work goes on running, so each run is ended by Render's limit; schedule:run ends.",
    source: "Laravel's page on scheduling; Render's page on cron jobs",
    resources: {
      scheduler: cron({
        name: "scheduler",
        plan: "starter",
        region: "frankfurt",
        schedule: "* * * * *",
        startCommand: "php artisan schedule:work",
        runtimeSource: {
          docker: {
            repoUrl: "https://github.com/orchard-press/shop",
            branch: "main",
            dockerfilePath: "./Dockerfile",
            context: ".",
          },
        },
        envVars: values({ APP_ENV: "production" }),
      }),
    },
  },
  {
    name: "schedule-at-the-hour-24",
    rules: [SCHEDULE],
    at: ["close", "schedule"],
    why: "Hours are 0 to 23 in a cron expression.",
    source: "Render's page on cron jobs; crontab(5)",
    resources: { close: job("close-the-day", "0 24 * * *", "python -m jobs.close_day") },
  },
  {
    name: "schedule-of-four-fields",
    rules: [SCHEDULE],
    at: ["refresh", "schedule"],
    why: "A cron expression has five fields, and the day of the week is missing.",
    source: "Render's page on cron jobs; crontab(5)",
    resources: { refresh: job("refresh", "*/5 * * *", "python -m jobs.refresh") },
  },
  {
    name: "workers-put-into-the-background",
    rules: [START],
    at: ["work", "startCommand"],
    why: "celery multi start detaches its workers and ends, and so does the instance.",
    source: "Celery's page on daemons",
    resources: {
      work: queue("orchard-worker", "celery multi start w1 w2 -A orchard -l info", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "server-of-a-developer",
    rules: [LOOPBACK],
    at: ["api", "startCommand"],
    why: "runserver with a port alone listens on 127.0.0.1.",
    source: "Django's page on django-admin",
    resources: { api: python("orchard-api", "python manage.py migrate && python manage.py runserver $PORT") },
  },
  {
    name: "flower-on-loopback",
    rules: [LOOPBACK],
    at: ["flower", "startCommand"],
    why: "Flower listens on the address in its command.",
    source: "Flower's page on its configuration",
    resources: {
      flower: python("flower", "celery -A orchard flower --address=127.0.0.1 --port=8000", {
        FLOWER_UNAUTHENTICATED_API: "false",
      }),
    },
  },
  {
    name: "pages-in-another-folder",
    rules: ["service/publish-path"],
    at: ["app", "publishPath"],
    why: "The build writes to build/client, as its command says, and dist is not there.",
    source: "Vite's page on its command line; Render's page on static sites",
    resources: {
      app: site({
        name: "orchard-app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: "npm ci && npx vite build --outDir build/client",
        publishPath: "dist",
      }),
    },
  },
  {
    name: "address-of-a-folder-in-the-browser",
    rules: ["service/source"],
    at: ["api", "runtimeSource"],
    why: "It is the address of a page of GitHub, and not of a repository: a folder is named by rootDirectory.",
    source: "Render's page on monorepos",
    resources: {
      api: nodeApp(
        "orchard-api",
        "node dist/server.js",
        {},
        {
          runtimeSource: {
            nativeRuntime: {
              runtime: "node",
              buildCommand: NPM,
              repoUrl: "https://github.com/orchard-press/orchard/tree/main/packages/api",
              branch: "main",
            },
          },
        },
      ),
    },
  },
  {
    name: "image-with-a-scheme",
    rules: ["service/source"],
    at: ["api", "runtimeSource"],
    why: "The name of an image begins with its registry's host, without a scheme.",
    source: "Render's page on images",
    resources: {
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: { image: { imageUrl: "https://ghcr.io/orchard-press/orchard", tag: "2.3.1" } },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "native-service-without-a-command",
    rules: ["service/native-without-start"],
    at: ["api", "startCommand"],
    alsoAt: [["api", "runtimeSource"]],
    why: "Render takes no Procfile: a native runtime needs a start command.",
    source: "Render's page on web services; its page on coming from Heroku",
    resources: {
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("python", PIP),
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "version-of-python-in-part",
    rules: ["service/python-version"],
    at: ["api", "envVars.PYTHON_VERSION"],
    why: "PYTHON_VERSION has to be a whole version, such as 3.12.8.",
    source: "Render's page on Python versions",
    resources: { api: python("orchard-api", GUNICORN, { PYTHON_VERSION: "3.12" }) },
  },
];
