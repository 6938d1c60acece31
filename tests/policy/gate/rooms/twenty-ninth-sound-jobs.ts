import { docker } from "../eighteenth-form";
import type { ExplainedCase } from "../nineteenth-form";
import {
  CANARY,
  CELERY,
  contained,
  given,
  laravel,
  NODE,
  RAILS,
  SESSION,
  started,
  UNICORN,
} from "./twenty-ninth-form";

const RED = "redis://red-d2willow0creek0canary:6379/0";
const QUEUE = { DATABASE_URL: SESSION, CELERY_BROKER_URL: RED };

/** Workers, cron jobs, queues and their stores. */
export const SOUND_JOBS_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  given("a worker opens no port and goes on (common; Celery's page on workers)", QUEUE, CELERY),
  given(
    "a worker with its results in another database of the store (common)",
    { ...QUEUE, CELERY_RESULT_BACKEND: "redis://red-d2willow0creek0canary:6379/1" },
    { ...CELERY, command: "celery -A config worker -l info --concurrency 2 --max-tasks-per-child 100" },
  ),
  given("the scheduler is a worker of its own (common)", QUEUE, {
    ...CELERY,
    command: "celery -A config beat -l info --scheduler django_celery_beat.schedulers:DatabaseScheduler",
  }),
  given(
    "rediss:// with ssl_cert_reqs is what Celery wants (common; Celery's page on Redis)",
    {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: `rediss://default:${CANARY}@eu1-calm-otter-31877.upstash.io:6379?ssl_cert_reqs=required`,
      CELERY_RESULT_BACKEND: `rediss://default:${CANARY}@eu1-calm-otter-31877.upstash.io:6379?ssl_cert_reqs=required`,
    },
    CELERY,
  ),
  given(
    "a hosted broker by TLS (common; CloudAMQP's page on Celery)",
    { DATABASE_URL: SESSION, CELERY_BROKER_URL: `amqps://qwillow:${CANARY}@hawk.rmq.cloudamqp.com/qwillow` },
    CELERY,
  ),
  {
    ...RAILS,
    kind: "worker",
    why: "Sidekiq is a worker (common; Render's page on Sidekiq)",
    command: "bundle exec sidekiq -C config/sidekiq.yml",
    variables: { DATABASE_URL: SESSION, REDIS_URL: RED },
  },
  {
    ...NODE,
    kind: "worker",
    why: "BullMQ's worker with the store's parts (common)",
    command: "node dist/worker.js",
    variables: { DATABASE_URL: SESSION, REDIS_HOST: "red-d2willow0creek0canary", REDIS_PORT: "6379" },
  },
  {
    ...contained,
    kind: "worker",
    why: "Laravel's queue goes on (common; Laravel's page on queues)",
    command: "php artisan queue:work --tries=3 --max-time=3600",
    variables: laravel({
      QUEUE_CONNECTION: "redis",
      REDIS_HOST: "red-d2willow0creek0canary",
      REDIS_PORT: "6379",
    }),
  },
  {
    ...contained,
    kind: "worker",
    why: "schedule:work goes on, other than schedule:run (common; Laravel's page on scheduling)",
    command: "php artisan schedule:work",
    variables: laravel(),
  },
  {
    ...contained,
    kind: "cron",
    why: "schedule:run ends, and is started again each minute (common)",
    command: "php artisan schedule:run",
    variables: laravel(),
    properties: { runtimeSource: docker(), schedule: "* * * * *" },
  },
  {
    kind: "cron",
    driver: "psycopg2",
    why: "a management command each night (common; Render's page on cron jobs)",
    command: "python manage.py clearsessions",
    variables: { DATABASE_URL: SESSION },
    properties: { schedule: "30 2 * * *" },
  },
  {
    kind: "cron",
    why: "a module, on weekdays (common)",
    command: "python -m willow.jobs.digest",
    properties: { schedule: "0 7 * * 1-5" },
  },
  {
    kind: "cron",
    why: "a step and a range (common)",
    command: "python -m willow.jobs.sync",
    properties: { schedule: "*/15 8-18 * * 1-5" },
  },
  {
    ...NODE,
    kind: "cron",
    why: "a script that ends (common)",
    command: "node dist/jobs/report.js",
    variables: { DATABASE_URL: SESSION },
    properties: { schedule: "0 0 1 * *" },
  },
  {
    ...RAILS,
    kind: "cron",
    why: "a rake task ends (common)",
    command: "bundle exec rake reports:weekly",
    variables: { DATABASE_URL: SESSION },
    properties: { schedule: "0 6 * * 0" },
  },
  {
    kind: "private",
    ...started("a private service on all interfaces (Render's page on private services)", UNICORN),
    // Without it Render sets 10000, and the component declares 8000: added after the first run.
    variables: { PORT: "8000" },
  },
];
