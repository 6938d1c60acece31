// Longer than 200 lines: one table, a row for each program.
import { START } from "../batch";
import { type BrokenProgram, type Resource, worker } from "../eighteenth-form";
import { GUNICORN, job, NODE, open, PYTHON, pages, RUBY, SESSION, service, UVICORN } from "./frameworks-form";

const NEED = "service/unmet-need";

const site = (
  name: string,
  buildCommand: string,
  publishPath: string,
  why: string,
  more: object = {},
): BrokenProgram => ({
  name,
  rules: ["service/publish-path"],
  at: ["pages", "publishPath"],
  why,
  source: "the tool's page on its commands",
  resources: { pages: pages(buildCommand, publishPath, {}, { ...more }) },
});
const nightly = (name: string, why: string, resource: Resource): BrokenProgram => ({
  name,
  rules: [START, "service/cron-schedule"],
  at: ["nightly", "startCommand"],
  alsoAt: [["nightly", "schedule"]],
  why,
  source: "Render's page on cron jobs; the tool's page on its commands",
  resources: { nightly: resource },
});

/** Whole programs that fail so. */
export const REPORTED_FRAMEWORKS_BROKEN_WHOLE: readonly BrokenProgram[] = [
  site("pages-of-ionic-as-dist", "npm ci && npx ionic build --prod", "dist", "Ionic writes to www."),
  site(
    "pages-of-nx-at-the-root",
    "npm ci && npx nx build web",
    "dist",
    "Nx writes to dist/apps/web or dist/web.",
  ),
  site(
    "pages-of-ember-as-build",
    "npm ci && npx ember build --environment=production",
    "build",
    "Ember writes to dist.",
  ),
  site(
    "pages-of-middleman-as-public",
    "bundle install && bundle exec middleman build",
    "public",
    "Middleman writes to build.",
  ),
  site(
    "pages-of-pelican-as-public",
    "pip install pelican && pelican content",
    "public",
    "Pelican writes to output.",
  ),
  site(
    "pages-of-sphinx-one-folder-above",
    "pip install sphinx && sphinx-build -b html docs docs/_build/html",
    "docs/_build",
    "The pages are in docs/_build/html.",
  ),
  site(
    "pages-of-craco-as-dist",
    "npm ci && npx craco build",
    "dist",
    "craco is react-scripts, which writes to build.",
  ),
  site("pages-of-umi-as-build", "npm ci && npx umi build", "build", "Umi writes to dist."),
  {
    name: "api-of-an-app-behind-its-catch-all",
    rules: [],
    at: ["pages", "routes[1]"],
    why: "The first route that matches is applied.",
    source: "Render's page on redirects and rewrites",
    resources: {
      pages: pages(
        "npm ci && npx vite build",
        "dist",
        {},
        {
          routes: [
            { type: "rewrite", source: "/app/*", destination: "/app/index.html" },
            { type: "rewrite", source: "/app/api/*", destination: "https://kiln-api.onrender.com/*" },
          ],
        },
      ),
    },
  },
  nightly("huey-as-a-cron-job", "Huey's consumer never ends.", job("0 * * * *", "python manage.py run_huey")),
  nightly(
    "good-job-as-a-cron-job",
    "good_job start never ends.",
    job("0 * * * *", "bundle exec good_job start", RUBY),
  ),
  nightly(
    "solid-queue-as-a-cron-job",
    "solid_queue:start never ends.",
    job("0 * * * *", "bin/rails solid_queue:start", RUBY),
  ),
  nightly(
    "worker-of-rq-as-a-cron-job",
    "Without --burst the worker waits for ever.",
    job("0 * * * *", "rq worker default --url redis://red-d41k8tqli9vc73f0q2mg:6379"),
  ),
  nightly("weekday-8", "Weekdays end at 7.", job("0 9 * * 8", "python -m kiln.nightly")),
  nightly("day-0", "Days begin at 1.", job("0 0 0 * *", "python -m kiln.nightly")),
  nightly(
    "weekday-in-full",
    "Names of days have three letters.",
    job("0 9 * * MONDAY", "python -m kiln.nightly"),
  ),
  {
    name: "beat-behind-the-worker",
    rules: [START],
    at: ["tasks", "startCommand"],
    why: "The worker never ends, and beat is never started.",
    source: "Celery's page on periodic tasks",
    resources: {
      tasks: service(
        worker,
        PYTHON,
        "kiln-tasks",
        "celery -A kiln worker -l info && celery -A kiln beat -l info",
        {
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: "redis://red-d41k8tqli9vc73f0q2mg:6379/0",
        },
      ),
    },
  },
  {
    name: "studio-before-the-deploy",
    rules: [START, NEED],
    at: ["web", "preDeployCommand"],
    why: "Prisma's studio is a server, and the command before a deploy has to end.",
    source: "Prisma's page on its commands; Render's page on deploys",
    resources: {
      web: open(
        NODE,
        "kiln-web",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy && npx prisma studio" },
      ),
    },
  },
  {
    name: "development-migration-before-the-deploy",
    rules: [START, NEED, "database/direct-for-migrations"],
    at: ["web", "preDeployCommand"],
    why: "migrate dev refuses where the environment is non-interactive.",
    source: "Prisma's page on migrate dev",
    resources: {
      web: open(
        NODE,
        "kiln-web",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        { preDeployCommand: "npx prisma migrate dev" },
      ),
    },
  },
  {
    name: "internal-name-of-a-free-service",
    rules: ["service/private-network"],
    at: ["web", "envVars.API_URL"],
    alsoAt: [["api", "plan"]],
    why: "A free web service receives no request of the private network.",
    source: "Render's page on free instances",
    resources: {
      api: open(PYTHON, "kiln-api", UVICORN, {}, { plan: "free" }),
      web: open(NODE, "kiln-web", "npx next start -H 0.0.0.0 -p $PORT", { API_URL: "http://kiln-api:8000" }),
    },
  },
  {
    name: "organisation-as-the-repository",
    rules: ["service/source"],
    at: ["pages", "repoUrl"],
    why: "The address is an organisation's, and no repository's.",
    source: "git's page on clone",
    resources: {
      pages: pages("npm ci && npx vite build", "dist", {}, { repoUrl: "https://github.com/kiln-works" }),
    },
  },
  {
    name: "disk-at-a-path-without-its-slash",
    rules: ["plan/limits"],
    at: ["web", "disk"],
    alsoAt: [["web", "disk.mountPath"]],
    why: "A disk is mounted at an absolute path.",
    source: "Render's page on disks",
    resources: {
      web: open(
        PYTHON,
        "kiln-web",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { disk: { name: "data", sizeGb: 1, mountPath: "data" } },
      ),
    },
  },
];
