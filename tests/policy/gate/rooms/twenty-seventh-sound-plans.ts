import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { built, DISK, dockerfile, IN_DOCKER, SESSION, UNICORN, works, worksOf } from "./twenty-seventh-form";

const django = {
  driver: "psycopg2",
  command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
} as const;

/** What Render's plans let a service have. */
export const SOUND_PLANS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  works("a free service of one instance (Render's page on free instances)", UNICORN, {
    properties: { plan: "free" },
  }),
  works("two instances of a paid service", UNICORN, { properties: { plan: "standard", numInstances: 2 } }),
  works("one instance with a disk (Render's page on disks)", UNICORN, {
    properties: { disk: DISK, numInstances: 1 },
  }),
  works("a service without a disk scales (Render's page on scaling)", UNICORN, {
    properties: {
      plan: "standard",
      autoscaling: {
        enabled: true,
        min: 1,
        max: 3,
        criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: true, percentage: 80 } },
      },
    },
  }),
  works("a paid service migrates before its deploy (Render's page on deploys)", UNICORN, {
    properties: { plan: "starter", preDeployCommand: "alembic upgrade head" },
  }),
  works("the longest delay (Render's API: maxShutdownDelaySeconds)", UNICORN, {
    properties: { maxShutdownDelaySeconds: 300 },
  }),
  works("a region of Render's", UNICORN, { properties: { region: "singapore" } }),
  works("a large plan, as the API spells it", UNICORN, { properties: { plan: "pro_plus" } }),
  works("a path of its own for the check (Render's page on health checks)", UNICORN, {
    properties: { healthCheckPath: "/api/v1/healthz" },
  }),
  works("Rails' own check (Rails' guide: rails/health)", "bundle exec puma -b tcp://0.0.0.0:$PORT", {
    ...ruby,
    properties: { healthCheckPath: "/up" },
  }),
  works(
    "a Dockerfile in a folder (Render's page on Docker)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    {
      ...IN_DOCKER,
      properties: {
        runtimeSource: {
          docker: {
            repoUrl: "https://github.com/dipper-brook/mono",
            branch: "main",
            context: "./services/api",
            dockerfilePath: "./services/api/Dockerfile",
          },
        },
      },
    },
  ),
  works("an image by its tag (Render's page on images)", UNICORN, {
    driver: "none",
    properties: { runtimeSource: { image: { imageUrl: "ghcr.io/dipper-brook/api", tag: "2.1.0" } } },
  }),
  worksOf(
    "SQLite on a disk, migrated when the service starts (Render's page on disks)",
    { DATABASE_URL: "sqlite:////var/data/brook.db" },
    {
      ...bare,
      command: "python manage.py migrate && gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
      properties: { disk: DISK },
    },
  ),
  worksOf(
    "uploads on a disk (Render's page on disks)",
    { MEDIA_ROOT: "/var/data/media", DATABASE_URL: SESSION },
    { ...django, properties: { disk: DISK } },
  ),
  works("the build collects the static files (Render's page on Django)", django.command, {
    driver: "psycopg2",
    properties: built(
      "python",
      "pip install -r requirements.txt && python manage.py collectstatic --no-input",
    ),
  }),
  works("pages of a Node server on free", "npx next start -H 0.0.0.0 -p $PORT", {
    ...node,
    properties: { plan: "free", ...built("node", "npm ci && npm run build") },
  }),
  works("a worker on the smallest paid plan", "npx tsx src/worker.ts", {
    ...node,
    kind: "worker",
    properties: { plan: "starter" },
  }),
  works("the image's own command, by a Dockerfile", "npm run start", {
    ...node,
    properties: dockerfile("shop"),
  }),
];
