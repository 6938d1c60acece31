import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import {
  bareNode,
  CANARY,
  disk,
  HEALTH,
  LIMITS,
  refused,
  SOURCE,
  UNICORN,
  wrong,
} from "./twenty-eighth-form";

const django = { driver: "psycopg2" } as const;
const GUNICORN = "gunicorn fen.wsgi:application --bind 0.0.0.0:$PORT";
const built = (repoUrl: string, buildCommand = "pip install -r requirements.txt", more = {}) => ({
  runtimeSource: { nativeRuntime: { runtime: "python", buildCommand, repoUrl, branch: "main" } },
  ...more,
});

/** What a plan, a disk, a version or an address does not allow. */
export const REJECTED_PLANS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  refused(LIMITS, "a free service has no disk (zhiyu1998/Gemi2Api-Server, pull request 50)", UNICORN, {
    ...bare,
    properties: { plan: "free", disk: disk("/data") },
  }),
  refused(LIMITS, "a free service has one instance (Render's page on free instances)", UNICORN, {
    properties: { plan: "free", numInstances: 2 },
  }),
  refused(LIMITS, "a service with a disk has one instance (Render's page on disks)", GUNICORN, {
    ...django,
    properties: { plan: "standard", numInstances: 3, disk: disk("/var/media") },
  }),
  refused(
    LIMITS,
    "a service with a disk does not scale (Render's page on disks)",
    "npx next start -p $PORT",
    {
      ...node,
      properties: {
        plan: "standard",
        disk: disk("/var/uploads"),
        autoscaling: { enabled: true, min: 1, max: 3, criteria: { cpu: { enabled: true, percentage: 70 } } },
      },
    },
  ),
  refused(LIMITS, "the pre-deploy command is for paid services (Render's page on deploys)", GUNICORN, {
    ...django,
    properties: { plan: "free", preDeployCommand: "python manage.py migrate" },
  }),
  {
    rule: LIMITS,
    why: "a background worker has no free plan (Render's page on free instances)",
    kind: "worker",
    command: "bundle exec sidekiq -c 5",
    ...ruby,
    variables: { REDIS_URL: "redis://red-d1curlew0fen0canary0:6379" },
    properties: { plan: "free" },
  },
  {
    rule: LIMITS,
    why: "a private service has no free plan (Render's page on free instances)",
    kind: "private",
    command: UNICORN,
    properties: { plan: "free" },
  },
  wrong(
    "service/python-version",
    "PYTHON_VERSION asks for three numbers (Render's page on Python's version)",
    { PYTHON_VERSION: "3.11" },
  ),
  wrong("service/python-version", "x is no number of a version (Render's page on Python's version)", {
    PYTHON_VERSION: "3.12.x",
  }),
  wrong(
    "service/python-version",
    "python- belongs into Heroku's runtime.txt (Render's page on Python's version)",
    { PYTHON_VERSION: "python-3.11.9" },
  ),
  wrong(
    "service/blocked-port",
    "a free service sends no mail by 587 (nodemailer/nodemailer, issue 1513; Render's page on free instances)",
    { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "587", SMTP_USER: "post@fenworks.io", SMTP_PASS: CANARY },
    { command: "node dist/main.js", ...node, properties: { plan: "free" } },
  ),
  wrong(
    "service/blocked-port",
    "a free service sends no mail by 465 (nodemailer/nodemailer, issue 438; Render's page on free instances)",
    {
      EMAIL_HOST: "smtp.office365.com",
      EMAIL_PORT: "465",
      EMAIL_USE_SSL: "True",
      EMAIL_HOST_USER: "post@fenworks.io",
      EMAIL_HOST_PASSWORD: CANARY,
    },
    { command: GUNICORN, ...django, properties: { plan: "free" } },
  ),
  refused(HEALTH, "a path begins with a slash (Render's page on health checks)", UNICORN, {
    properties: { healthCheckPath: "health" },
  }),
  refused(
    "service/disk-before-start",
    "the pre-deploy command has no disk, so the migrated file is not the one that is served (render-examples/strapi-sqlite, issue 26; Render's page on disks)",
    GUNICORN,
    {
      ...bare,
      variables: { DATABASE_URL: "sqlite:////var/data/fen.sqlite3" },
      properties: {
        plan: "starter",
        disk: disk("/var/data"),
        preDeployCommand: "python manage.py migrate",
      },
    },
  ),
  refused(
    "service/disk-before-start",
    "a build has no disk, so what it copies there is not there later (render-examples/strapi-sqlite, issue 26)",
    GUNICORN,
    {
      ...django,
      properties: built(
        "https://github.com/fen-works/fen",
        "pip install -r requirements.txt && cp -r seed/. /var/media/",
        { plan: "starter", disk: disk("/var/media") },
      ),
    },
  ),
  refused(SOURCE, "an SSH address is none that Render fetches (Render's page on repositories)", UNICORN, {
    properties: built("git@github.com:fen-works/fen.git"),
  }),
  refused(SOURCE, "a page of a folder is no repository (Render's page on monorepos)", UNICORN, {
    properties: built("https://github.com/fen-works/fen/tree/main/backend"),
  }),
  refused(
    "service/native-without-start|service/start-command",
    "a native runtime needs a start command (officialpkdriller/NEXUS-AI, issue 1; Render's provider on native_runtime)",
    "",
    { ...bareNode, command: null },
  ),
];
