import { type BrokenProgram, site, values, web, worker } from "./eighteenth-form";
import { image, nodeApp, python } from "./twentieth-form";
import { GUNICORN, jobOf, SESSION } from "./twenty-first-form";

const START = "service/start-command";
const SCHEDULE = "service/cron-schedule";
const SOURCE = "service/source";

/** Broken programs whose command, schedule, source or path is wrong. */
export const REJECTED_PROGRAM_COMMANDS_OF_TWENTY_FIRST: readonly BrokenProgram[] = [
  {
    name: "scheduler-in-a-cron-job",
    rules: [START],
    at: ["beat", "startCommand"],
    why: "celery beat goes on running, so each run lasts until Render's limit; it belongs in a worker.",
    source: "Celery's page on periodic tasks; Render's page on cron jobs",
    resources: { beat: jobOf("tide-beat", "*/10 * * * *", "celery -A tide beat -l info") },
  },
  {
    name: "job-put-into-the-background",
    rules: [START],
    at: ["export", "startCommand"],
    why: "The shell ends at once and the run with it, while the export was only just begun.",
    source: "Bash's manual on lists; Render's page on cron jobs",
    resources: { export: jobOf("tide-export", "0 4 * * *", "nohup python -m jobs.export &") },
  },
  {
    name: "schedule-with-seconds",
    rules: [SCHEDULE],
    at: ["poll", "schedule"],
    why: "Quartz and Spring write the seconds first; Render's schedule has five fields.",
    source: "Render's page on cron jobs; Spring's page on scheduling",
    resources: { poll: jobOf("tide-poll", "0 */15 * * * *", "python -m jobs.poll") },
  },
  {
    name: "schedule-of-eventbridge",
    rules: [SCHEDULE],
    at: ["poll", "schedule"],
    why: "rate(...) is AWS's form, and no cron expression.",
    source: "Render's page on cron jobs; AWS's page on schedules",
    resources: { poll: jobOf("tide-poll", "rate(5 minutes)", "python -m jobs.poll") },
  },
  {
    name: "worker-that-stops-when-empty",
    rules: [START],
    at: ["work", "startCommand"],
    why: "The worker ends with its queue, and a background worker that ends is a failed instance.",
    source: "Laravel's page on queues; Render's page on background workers",
    resources: {
      work: worker({
        name: "tide-queue",
        plan: "starter",
        region: "frankfurt",
        startCommand: "php artisan queue:work --stop-when-empty",
        ...image("ghcr.io/tidewater-coop/shop", "5.1.0"),
        envVars: values({ APP_ENV: "production", QUEUE_CONNECTION: "database" }),
      }),
    },
  },
  {
    name: "version-as-herokus-runtime-file-has-it",
    rules: ["service/python-version"],
    at: ["api", "envVars.PYTHON_VERSION"],
    why: "PYTHON_VERSION is a version, such as 3.11.9, without python- in front.",
    source: "Render's page on Python versions; Heroku's page on runtime.txt",
    resources: { api: python("tide-api", GUNICORN, { PYTHON_VERSION: "python-3.11.9" }) },
  },
  {
    name: "folder-of-gatsby",
    rules: ["service/publish-path"],
    at: ["pages", "publishPath"],
    why: "Gatsby writes its pages to public, and there is no dist.",
    source: "Gatsby's page on its command line; Render's page on static sites",
    resources: {
      pages: site({
        name: "tide-pages",
        repoUrl: "https://github.com/tidewater-coop/pages",
        branch: "main",
        buildCommand: "npm ci && npx gatsby build",
        publishPath: "dist",
      }),
    },
  },
  {
    name: "organisation-without-a-repository",
    rules: [SOURCE],
    at: ["api", "runtimeSource"],
    why: "The address is of an organisation, and there is nothing to clone.",
    source: "Render's API: create a service",
    resources: {
      api: nodeApp(
        "tide-api",
        "node dist/server.js",
        {},
        {
          runtimeSource: {
            nativeRuntime: {
              runtime: "node",
              buildCommand: "npm ci && npm run build",
              repoUrl: "https://github.com/tidewater-coop",
              branch: "main",
            },
          },
        },
      ),
    },
  },
  {
    name: "tag-in-the-name-of-the-image",
    rules: [SOURCE],
    at: ["api", "runtimeSource"],
    why: "The provider refuses a tag in imageUrl: it has a field of its own.",
    source: "the Terraform provider's page on the web service",
    resources: {
      api: web({
        name: "tide-api",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: { image: { imageUrl: "ghcr.io/tidewater-coop/api:2.8.0" } },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
];
