import { docker, LOCAL, PLACEHOLDER, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare } from "../written";
import { django, nest, rails } from "./posted-connections-form";
import { broken, CANARY, CRON, NEED, REFUSED, SESSION } from "./posted-services-form";

const SOURCE = "service/source";
const BUILDS = `${START}|${NEED}|service/missing-requirement|service/missing-script`;

const by = (rule: string, why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  broken(rule, why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });

const built = (rule: string, why: string, runtime: string, buildCommand: string, more = {}) =>
  broken(rule, why, {
    ...more,
    properties: {
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/plum-terrace/shop",
          branch: "main",
          runtime,
          buildCommand,
        },
      },
    },
  });

const from = (rule: string, why: string, repoUrl: string) =>
  broken(rule, why, {
    properties: {
      runtimeSource: {
        nativeRuntime: {
          repoUrl,
          branch: "main",
          runtime: "python",
          buildCommand: "pip install -r requirements.txt",
        },
      },
    },
  });

/** Builds, sources, and values that their reader refuses. */
export const POSTED_BUILDS: readonly ExplainedCase[] = [
  built(
    START,
    "the build starts the server, and never ends (render-examples/express-hello-world's questions)",
    "node",
    "npm install && npm run build && npm start",
    nest,
  ),
  built(
    START,
    "the build starts the server, and never ends",
    "python",
    "pip install -r requirements.txt && uvicorn main:app --host 0.0.0.0 --port 10000",
  ),
  built(
    BUILDS,
    "npm leaves development packages out, and tsc is one: tsc: not found (CaviraOSS/LongMemory, pull request 159)",
    "node",
    "npm install && npm run build",
    { ...nest, variables: { NODE_ENV: "production", DATABASE_URL: SESSION } },
  ),
  built(
    BUILDS,
    "npm ci without dev brings no tsc (vercel/vercel, issue 60)",
    "node",
    "npm ci --omit=dev && npx tsc -p .",
    nest,
  ),
  built(
    `${START}|${NEED}`,
    "the build is no root, and has no sudo (Render's page on native runtimes)",
    "python",
    "sudo apt-get install -y ffmpeg && pip install -r requirements.txt",
  ),
  built(
    `${START}|${NEED}`,
    "the build is no root: Could not open lock file (Render's page on native runtimes)",
    "python",
    "apt-get update && apt-get install -y libpq-dev && pip install -r requirements.txt",
  ),
  built(
    `${START}|${NEED}`,
    "a native runtime has no Docker (Render's page on Docker)",
    "python",
    "docker build -t api .",
  ),
  broken(
    START,
    "the pre-deploy command starts a server, and never ends (polarsource/polar, pull request 1273's kind)",
    {
      properties: { preDeployCommand: "alembic upgrade head && uvicorn main:app --host 0.0.0.0 --port 8000" },
    },
  ),
  from(
    SOURCE,
    "Render fetches by HTTPS (Render's page on repositories)",
    "git@github.com:plum-terrace/shop.git",
  ),
  from(SOURCE, "an address has its scheme (Render's page on repositories)", "github.com/plum-terrace/shop"),
  from(
    SOURCE,
    "a branch is no part of the address (Render's page on repositories)",
    "https://github.com/plum-terrace/shop/tree/main",
  ),
  broken(SOURCE, "an image's name has small letters (distribution/reference's grammar)", {
    ...bare,
    command: null,
    properties: { runtimeSource: { image: { imageUrl: "ghcr.io/Plum-Terrace/Shop", tag: "1.2" } } },
  }),
  by(
    REFUSED,
    "Node ends at an option without its dashes: not allowed in NODE_OPTIONS (Node's page on its command line)",
    { NODE_OPTIONS: "max-old-space-size=460" },
    nest,
  ),
  by(REFUSED, "the zone's name has its continent (the time zone database)", { TZ: "Berlin" }, django),
  by(REFUSED, "the name has the unit, and int() ends at m (pydantic's page on settings)", {
    ACCESS_TOKEN_EXPIRE_MINUTES: "30m",
  }),
  broken(
    `${START}|${REFUSED}`,
    "uvicorn takes its levels in small letters (uvicorn's page on its settings)",
    {
      command: "uvicorn main:app --host 0.0.0.0 --port $PORT --log-level $LOG_LEVEL",
      variables: { DATABASE_URL: SESSION, LOG_LEVEL: "INFO" },
    },
  ),
  by(
    `${PLACEHOLDER}|${NEED}|${REFUSED}`,
    "an empty key ends Django: must not be empty (Django's page on settings)",
    { SECRET_KEY: "" },
    django,
  ),
  by(
    `${PLACEHOLDER}|${NEED}|${REFUSED}`,
    "an empty secret signs nothing: secretOrPrivateKey must have a value (jsonwebtoken's README)",
    { JWT_SECRET: "" },
    nest,
  ),
  by(REFUSED, "a DSN has its key (Sentry's page on DSNs)", { SENTRY_DSN: "https://sentry.io/4507" }),
  by(
    REFUSED,
    "RAILS_MASTER_KEY has 32 digits (AllYourBot/hostedgpt, pull request 40)",
    { RAILS_ENV: "production", RAILS_MASTER_KEY: CANARY },
    rails,
  ),
  by(
    REFUSED,
    "there is no log level of that name (Rails's guide on debugging)",
    { RAILS_ENV: "production", RAILS_LOG_LEVEL: "verbose" },
    rails,
  ),
  broken(CRON, "a name of a day has three letters (Render's page on cron jobs)", {
    kind: "cron",
    driver: "none",
    properties: { schedule: "0 9 * * MONDAY" },
  }),
  broken(CRON, "five fields, and not four (Render's page on cron jobs)", {
    kind: "cron",
    driver: "none",
    properties: { schedule: "0 9 * *" },
  }),
  broken(`${LOCAL}|${START}`, "a worker asks a broker that is not there (Celery's page on its first steps)", {
    kind: "worker",
    driver: "psycopg2",
    command: "celery -A shop worker -b redis://localhost:6379/0 -l info",
    variables: { DATABASE_URL: SESSION },
  }),
  broken(
    `${START}|${NEED}`,
    "bash finds no program of the name: a Procfile's word (Render's page on Rails)",
    { ...rails, command: "release: bundle exec rails db:migrate" },
  ),
  broken(`${START}|${NEED}`, "make's and docker's words of a developer's machine (Render's page on Docker)", {
    ...docker,
    ...bare,
    command: "docker-compose up --build",
  }),
];
