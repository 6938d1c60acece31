import type { ExplainedCase } from "../nineteenth-form";
import {
  AGREEMENT,
  BIND,
  CELERY,
  contained,
  DJANGO,
  laravel,
  NEED,
  NODE,
  RAILS,
  START,
  started,
} from "./twenty-ninth-form";

const NO_PORT = `${START}|${NEED}|${AGREEMENT}`;

/** Commands that end, never end, open nothing, or are refused by what they start. */
export const REJECTED_STARTS_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  {
    rule: NO_PORT,
    ...started(
      "a queue's worker opens no port (rdavydov/Twitch-Channel-Points-Miner-v2, issue 692)",
      "celery -A config worker -l info --concurrency 2",
      { driver: "psycopg2" },
    ),
  },
  {
    rule: NO_PORT,
    ...RAILS,
    why: "Sidekiq in a web service opens no port (common)",
    command: "bundle exec sidekiq -C config/sidekiq.yml",
  },
  {
    rule: `${START}|service/start-builds`,
    ...NODE,
    why: "the build is started and ends, so the service exits early (common; Render's page on failed deploys)",
    command: "npm ci && npx tsc -p tsconfig.build.json",
  },
  {
    rule: START,
    ...NODE,
    driver: "prisma",
    why: "migration and seed end, and nothing is started (common)",
    command: "npx prisma migrate deploy && npx prisma db seed",
  },
  {
    rule: START,
    ...RAILS,
    why: "the migration alone is the start command (common)",
    command: "bundle exec rails db:migrate",
  },
  {
    rule: START,
    ...DJANGO,
    why: "--daemon leaves the server to the background (common; gunicorn's settings)",
    command: "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT --daemon",
  },
  {
    rule: START,
    ...started(
      "an ampersand at the end lets the shell exit (common)",
      "alembic upgrade head; uvicorn main:app --host 0.0.0.0 --port $PORT &",
    ),
  },
  {
    rule: START,
    ...contained,
    kind: "worker",
    why: "schedule:run ends after each minute's tasks (common; Laravel's page on scheduling)",
    command: "php artisan schedule:run",
    variables: laravel(),
  },
  {
    rule: START,
    ...CELERY,
    why: "collectstatic ends, and a worker has to go on (common)",
    command: "python manage.py collectstatic --noinput",
  },
  {
    rule: `${START}|service/cron-schedule`,
    ...RAILS,
    kind: "cron",
    why: "Sidekiq never ends, and a cron job's run has to (common; Render's page on cron jobs)",
    command: "bundle exec sidekiq",
    properties: { schedule: "0 * * * *" },
  },
  {
    rule: `${START}|service/cron-schedule`,
    ...NODE,
    kind: "cron",
    why: "nodemon goes on watching, so the run never ends (common)",
    command: "npx nodemon dist/jobs/digest.js",
    properties: { schedule: "0 6 * * *" },
  },
  {
    rule: `service/missing-application|${START}`,
    ...started(
      "uvicorn is given a file's name instead of a module's (StackOverflow: Error loading ASGI app)",
      "uvicorn main.py:app --host 0.0.0.0 --port $PORT",
    ),
  },
  {
    rule: `${START}|${BIND}|${AGREEMENT}`,
    ...started(
      "gunicorn has neither --host nor --port (common)",
      "gunicorn main:app -k uvicorn.workers.UvicornWorker --host 0.0.0.0 --port $PORT",
    ),
  },
  {
    rule: `${START}|${BIND}|${AGREEMENT}`,
    ...started("uvicorn has no --bind (common)", "uvicorn main:app --bind 0.0.0.0:$PORT"),
  },
  {
    rule: `${START}|${BIND}|${AGREEMENT}`,
    ...NODE,
    why: "next start has --hostname, and refuses --host (common; Next's page on its command line)",
    command: "npx next start --host 0.0.0.0 --port $PORT",
  },
  {
    rule: `service/native-without-start|${START}`,
    why: "a native runtime has no default command (common; Render's page on web services)",
    command: null,
    driver: "none",
  },
  {
    rule: START,
    ...CELERY,
    why: "multi start leaves its workers to the background and ends (common; Celery's page on daemons)",
    command: "celery multi start w1 -A config -l info",
  },
];
