import { docker } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare } from "../written";
import { django, laravelApp, laravelBy, nest, rails } from "./posted-connections-form";
import { CANARY, SESSION, sound } from "./posted-services-form";

const by = (why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  sound(why, { ...more, variables: { DATABASE_URL: SESSION, ...variables } });
const built = (why: string, runtime: string, buildCommand: string, more = {}) =>
  sound(why, {
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

/** The same of mail, disks, builds and sources. */
export const POSTED_SOUND_DEPLOYS: readonly ExplainedCase[] = [
  by(
    "mail by 2525 from a free service (nodemailer/nodemailer, issue 438)",
    { EMAIL_HOST: "smtp.eu.mailgun.org", EMAIL_PORT: "2525", EMAIL_USE_TLS: "True" },
    { ...django, properties: { plan: "free" } },
  ),
  by(
    "mail by 587 from a paid one",
    { SMTP_HOST: "smtp.eu.mailgun.org", SMTP_PORT: "587", SMTP_SECURE: "false" },
    nest,
  ),
  by(
    "mail by 465 with TLS from the first byte",
    { EMAIL_HOST: "smtp.eu.mailgun.org", EMAIL_PORT: "465", EMAIL_USE_SSL: "True" },
    django,
  ),
  by(
    "mail by an API",
    { ...laravelBy(), MAIL_MAILER: "resend", RESEND_KEY: `re_${CANARY}Quince2` },
    laravelApp,
  ),
  sound("a paid service with a disk, and its database there", {
    ...bare,
    variables: { DATABASE_URL: "sqlite:////var/data/shop.db" },
    properties: { disk: { name: "data", mountPath: "/var/data", sizeGb: 1 } },
  }),
  sound("three instances without a disk", { properties: { numInstances: 3, plan: "standard" } }),
  sound("five minutes to end", { properties: { maxShutdownDelaySeconds: 300 } }),
  built("the build ends", "node", "npm ci && npm run build", nest),
  built(
    "development packages are asked for (CaviraOSS/LongMemory, pull request 159)",
    "node",
    "npm install --include=dev && npm run build",
    { ...nest, variables: { NODE_ENV: "production", DATABASE_URL: SESSION } },
  ),
  built(
    "migrations end, and a build may ask the database",
    "python",
    "pip install -r requirements.txt && alembic upgrade head",
    { variables: { DATABASE_URL: SESSION } },
  ),
  built("a script of the project's builds (Render's page on Rails)", "ruby", "./bin/render-build.sh", rails),
  built("Poetry installs, and pip brings it", "python", "pip install poetry && poetry install --no-root"),
  built("Go builds", "go", "go build -tags netgo -ldflags '-s -w' -o bin/api ./cmd/api", {
    runtime: "go",
    driver: "pgx",
    command: "./bin/api",
  }),
  sound("the pre-deploy command migrates, and ends (polarsource/polar, pull request 1273)", {
    properties: { preDeployCommand: "alembic upgrade head" },
    variables: { DATABASE_URL: SESSION },
  }),
  sound("an address of a repository with .git", {
    properties: {
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/plum-terrace/shop.git",
          branch: "main",
          runtime: "python",
          buildCommand: "pip install -r requirements.txt",
        },
      },
    },
  }),
  sound("an image of a registry", {
    ...bare,
    command: null,
    properties: { runtimeSource: { image: { imageUrl: "ghcr.io/plum-terrace/shop", tag: "1.2" } } },
  }),
  by(
    "Node's option with its dashes",
    { NODE_OPTIONS: "--max-old-space-size=460 --enable-source-maps" },
    nest,
  ),
  by("a zone with its continent", { TZ: "Europe/Berlin", ACCESS_TOKEN_EXPIRE_MINUTES: "30" }),
  sound("uvicorn's level in small letters", {
    command: "uvicorn main:app --host 0.0.0.0 --port $PORT --log-level $LOG_LEVEL",
    variables: { DATABASE_URL: SESSION, LOG_LEVEL: "info" },
  }),
  by("Sentry's DSN with its key", {
    SENTRY_DSN: "https://8b1f5c0e9d3a4f2c@o450721.ingest.de.sentry.io/4507",
  }),
  by("an empty value of what is optional", { SENTRY_DSN: "", REDIS_URL: "" }, nest),
  sound("on weekdays at nine", { kind: "cron", driver: "none", properties: { schedule: "0 9 * * MON-FRI" } }),
  sound("a broker by the command's option", {
    kind: "worker",
    driver: "psycopg2",
    command: "celery -A shop -b $BROKER worker -l info",
    variables: { DATABASE_URL: SESSION, BROKER: "redis://red-d1plum0terrace0canary:6379/0" },
  }),
  sound("an image's own command", { ...docker, ...bare, command: null }),
];
