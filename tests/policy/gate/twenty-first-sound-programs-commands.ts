import { cron, type ProgramCase, site, values, worker } from "./eighteenth-form";
import { image, nodeApp, queue } from "./twentieth-form";
import { jobOf, SESSION } from "./twenty-first-form";

const BROKER = "redis://red-csb4t1pu0jms73d5k9vg:6379/0";
const JOBS = "Render's page on cron jobs";

/** Sound programs whose commands, schedules and sources look wrong. */
export const SOUND_PROGRAM_COMMANDS_OF_TWENTY_FIRST: readonly ProgramCase[] = [
  {
    name: "job-that-empties-a-queue",
    why: "The worker ends with its queue, which is right in a job that a schedule runs.",
    source: `Laravel's page on queues; ${JOBS}`,
    resources: {
      drain: cron({
        name: "tide-drain",
        plan: "starter",
        region: "frankfurt",
        schedule: "*/10 * * * *",
        startCommand: "php artisan queue:work --stop-when-empty --max-time=480",
        ...image("ghcr.io/tidewater-coop/shop", "5.1.0"),
        envVars: values({ APP_ENV: "production", QUEUE_CONNECTION: "database", DB_URL: SESSION }),
      }),
    },
  },
  {
    name: "job-with-a-limit-of-its-own",
    why: "timeout ends the job after fifty minutes at the latest; wait takes what was put into the background.",
    source: `coreutils' manual on timeout; ${JOBS}`,
    resources: {
      sync: jobOf("tide-sync", "5 */6 * * *", "timeout 50m python -m jobs.sync"),
      pair: jobOf("tide-pair", "0 5 1 */3 *", "python -m jobs.left & python -m jobs.right & wait"),
    },
  },
  {
    name: "job-that-only-sends-a-task",
    why: "celery call puts the task into the queue and ends; the worker beside it does the work.",
    source: "Celery's page on its command line",
    resources: {
      digest: jobOf("tide-digest", "0 7 * * 1-5", "celery -A tide call tide.tasks.digest", {
        CELERY_BROKER_URL: BROKER,
      }),
      work: queue("tide-worker", "celery -A tide worker -l info --pool=solo", {
        CELERY_BROKER_URL: BROKER,
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "scheduler-as-a-worker",
    why: "celery beat goes on running, which is right in a worker; its file is in a folder that it may write to.",
    source: "Celery's page on periodic tasks",
    resources: {
      beat: queue("tide-beat", "celery -A tide beat -l info -s /tmp/celerybeat-schedule", {
        CELERY_BROKER_URL: BROKER,
      }),
    },
  },
  {
    name: "scheduler-of-a-file",
    why: "supercronic stays in front and runs the lines of a file of the image.",
    source: "supercronic's README",
    resources: {
      clock: worker({
        name: "tide-clock",
        plan: "starter",
        region: "frankfurt",
        startCommand: "supercronic /app/crontab",
        ...image("ghcr.io/tidewater-coop/jobs", "2.8.0"),
        envVars: values({ TZ: "Europe/Paris", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "machine-for-a-shell",
    why: "The worker does nothing and goes on doing so, for a team that works on it by SSH.",
    source: "Render's page on SSH; coreutils' manual on sleep",
    resources: { shell: queue("tide-shell", "sleep infinity", { DATABASE_URL: SESSION }) },
  },
  {
    name: "folders-of-three-generators",
    why: "Gatsby writes to public, Eleventy to _site and Docusaurus to build, and no command says another folder.",
    source: "Gatsby's, Eleventy's and Docusaurus's pages on their command lines",
    resources: {
      pages: site({
        name: "tide-pages",
        repoUrl: "https://github.com/tidewater-coop/pages",
        branch: "main",
        buildCommand: "npm ci && npx gatsby build",
        publishPath: "public",
      }),
      blog: site({
        name: "tide-blog",
        repoUrl: "https://gitlab.com/tidewater-coop/web/blog",
        branch: "release/2026.11",
        buildCommand: "npm ci && npx @11ty/eleventy",
        publishPath: "_site",
      }),
      docs: site({
        name: "tide-docs",
        repoUrl: "https://github.com/tidewater-coop/docs",
        branch: "main",
        buildCommand: "npm ci && npx docusaurus build",
        publishPath: "build",
      }),
    },
  },
  {
    name: "server-with-a-preload",
    why: "The options are Node's, and the program follows them; the repository's name ends in .git, which git takes.",
    source: "Node's page on its command line; git's page on clone",
    resources: {
      api: nodeApp(
        "tide-api",
        "node --enable-source-maps --import ./dist/instrument.js dist/server.js",
        { DATABASE_URL: SESSION, NODE_OPTIONS: "--max-old-space-size=420" },
        {
          runtimeSource: {
            nativeRuntime: {
              runtime: "node",
              buildCommand: "npm ci --include=dev && npm run build",
              repoUrl: "https://github.com/tidewater-coop/api.git",
              branch: "main",
            },
          },
        },
      ),
    },
  },
];
