import { prisma } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import {
  bareDocker,
  CANARY,
  disk,
  holds,
  MASTER,
  rails,
  runs,
  SESSION,
  STORE,
  UNICORN,
} from "./twenty-eighth-form";

const django = { driver: "psycopg2" } as const;
const GUNICORN = "gunicorn fen.wsgi:application --bind 0.0.0.0:$PORT";
const works = (why: string, command: string, variables: Readonly<Record<string, string>>, more = {}) =>
  holds(why, variables, { kind: "worker", command, ...django, ...more });
const cron = (why: string, schedule: string, command = "python -m fen.digest"): ExplainedCase => ({
  why,
  kind: "cron",
  command,
  properties: { schedule },
});

/** Starts, workers, jobs, plans and disks that work. */
export const SOUND_STARTS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  runs("the server follows the migration (Alembic's tutorial)", `alembic upgrade head && ${UNICORN}`),
  runs(
    "the server follows the migration (Django's page on deployment)",
    `python manage.py migrate --noinput && ${GUNICORN}`,
    django,
  ),
  holds(
    "session mode keeps the lock of the migration (Prisma's page on PgBouncer)",
    { DATABASE_URL: SESSION },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  runs(
    "the server follows the migration (Render's page on Rails)",
    "bundle exec rails db:migrate && bundle exec puma -C config/puma.rb",
    rails,
  ),
  runs(
    "the environment that Render makes is .venv (Render's page on Python)",
    `source .venv/bin/activate && ${UNICORN}`,
  ),
  runs("Poetry's environment (Render's page on Poetry)", `poetry run ${UNICORN}`),
  runs("uv's environment (uv's page on FastAPI)", `uv run ${UNICORN}`),
  runs(
    "pm2-runtime stays in the foreground (PM2's page on Docker)",
    "npx pm2-runtime start dist/server.js",
    node,
  ),
  runs(
    "the worker is in the background, the server is not (Render's page on multiple processes)",
    `celery -A fen worker -l info & ${UNICORN}`,
    { variables: { CELERY_BROKER_URL: `${STORE}/0` } },
  ),
  runs(
    "wait ends when the first ends (Docker's page on several services)",
    `celery -A fen worker -l info & ${UNICORN} & wait -n`,
    { variables: { CELERY_BROKER_URL: `${STORE}/0` } },
  ),
  runs("exec makes the server the first process (Docker's page on stopping)", `exec ${UNICORN} --workers 2`),
  runs("the image's own command", "", { ...bareDocker, command: null, variables: { DATABASE_URL: SESSION } }),
  works(
    "a worker is a worker (Render's page on Celery)",
    "celery -A fen worker --loglevel=info --concurrency 2",
    {
      CELERY_BROKER_URL: `${STORE}/0`,
    },
  ),
  works("beat beside the worker (Celery's page on periodic tasks)", "celery -A fen worker -B -l info", {
    CELERY_BROKER_URL: `${STORE}/0`,
  }),
  works("beat alone is a worker too (Celery's page on periodic tasks)", "celery -A fen beat -l info", {
    CELERY_BROKER_URL: `${STORE}/0`,
  }),
  works("rq with the store's address (rq's page on workers)", "rq worker high default --url $REDIS_URL", {
    REDIS_URL: STORE,
  }),
  works(
    "both addresses say what is verified (celery/celery, pull request 8113)",
    "celery -A fen worker -l info",
    {
      CELERY_BROKER_URL: `rediss://default:${CANARY}@fit-curlew-31245.upstash.io:6379?ssl_cert_reqs=CERT_REQUIRED`,
      CELERY_RESULT_BACKEND: `rediss://default:${CANARY}@fit-curlew-31245.upstash.io:6379?ssl_cert_reqs=CERT_REQUIRED`,
    },
  ),
  works(
    "Sidekiq with the store's address (Render's page on Sidekiq)",
    "bundle exec sidekiq -c 5",
    { REDIS_URL: STORE, RAILS_MASTER_KEY: MASTER },
    ruby,
  ),
  works(
    "a worker of BullMQ (Render's skill on background workers)",
    "node dist/worker.js",
    { REDIS_URL: STORE },
    node,
  ),
  works("Dramatiq reads its broker in code (Dramatiq's guide)", "dramatiq fen.tasks --processes 1", {
    REDIS_URL: STORE,
  }),
  works(
    "a bot that polls is a worker (rdavydov/Twitch-Channel-Points-Miner-v2, issue 790)",
    "python bot.py",
    {
      LOG_LEVEL: "info",
    },
  ),
  cron("each quarter of an hour (Render's page on cron jobs)", "*/15 * * * *"),
  cron("names of days (Render's page on cron jobs)", "0 9 * * MON-FRI"),
  cron("the first of the month (crontab's manual)", "0 0 1 * *"),
  cron("a list and a range (crontab's manual)", "30 6,18 * * 1-5"),
  {
    why: "a command of Django's that ends (Django's page on custom commands)",
    kind: "cron",
    command: "python manage.py clearsessions",
    ...django,
    properties: { schedule: "0 3 * * *" },
  },
  runs("a free service alone (Render's page on free instances)", UNICORN, { properties: { plan: "free" } }),
  runs("several instances without a disk (Render's page on scaling)", UNICORN, {
    properties: { plan: "standard", numInstances: 3 },
  }),
  runs("it scales, and has no disk (Render's page on scaling)", "npx next start -p $PORT", {
    ...node,
    properties: {
      plan: "standard",
      autoscaling: { enabled: true, min: 1, max: 3, criteria: { cpu: { enabled: true, percentage: 70 } } },
    },
  }),
  runs("a paid service's pre-deploy command (Render's page on deploys)", GUNICORN, {
    ...django,
    properties: { plan: "starter", preDeployCommand: "python manage.py migrate --noinput" },
  }),
  runs("one instance with its disk (Render's page on disks)", GUNICORN, {
    ...django,
    properties: { plan: "starter", disk: disk("/var/media") },
  }),
  runs(
    "the file is on the disk, and it is migrated by the start (Render's page on disks)",
    `python manage.py migrate --noinput && ${GUNICORN}`,
    {
      ...bare,
      variables: { DATABASE_URL: "sqlite:////var/data/fen.sqlite3" },
      properties: { plan: "starter", disk: disk("/var/data") },
    },
  ),
  holds("a version in full (Render's page on Python's version)", { PYTHON_VERSION: "3.11.9" }),
  holds(
    "a paid service sends mail by 587 (Render's page on free instances)",
    { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "587", SMTP_USER: "post@fenworks.io", SMTP_PASS: CANARY },
    { command: "node dist/main.js", ...node, properties: { plan: "starter" } },
  ),
  holds(
    "2525 is open on the free plan (nodemailer/nodemailer, issue 438)",
    { SMTP_HOST: "smtp.mailgun.org", SMTP_PORT: "2525", SMTP_USER: "post@fenworks.io", SMTP_PASS: CANARY },
    { command: "node dist/main.js", ...node, properties: { plan: "free" } },
  ),
  runs("a path of the API (Render's page on health checks)", UNICORN, {
    properties: { healthCheckPath: "/api/v1/healthz" },
  }),
];
