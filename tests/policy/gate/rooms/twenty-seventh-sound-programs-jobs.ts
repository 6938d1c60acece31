import { cron, envGroup, envGroupLink, keyValue, type ProgramCase, values } from "../eighteenth-form";
import {
  app,
  built,
  GUNICORN,
  jobs,
  NODE,
  PYTHON,
  pooled,
  RUBY,
  SESSION,
  UNICORN,
} from "./twenty-seventh-form";

const INTERNAL = "${store.connectionInfo.internalConnectionString}";
const store = (maxMemoryPolicy: string, plan = "starter") =>
  keyValue({ name: "brook-store", plan, region: "frankfurt", maxMemoryPolicy });
const scheduled = (
  [runtime, buildCommand]: readonly [string, string],
  startCommand: string,
  schedule: string,
  of: Record<string, string>,
) =>
  cron({
    name: "brook-daily",
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    ...built(runtime, buildCommand),
    envVars: values(of),
  });

/** Sound programs: queues, their stores and workers, and cron jobs. */
export const SOUND_PROGRAM_JOBS_OF_TWENTY_SEVENTH: readonly ProgramCase[] = [
  {
    name: "twenty-seventh-bullmq-keeps-jobs",
    why: "noeviction is what BullMQ wants.",
    source: "taskforcesh/bullmq, issue 2215",
    resources: {
      store: store("noeviction"),
      web: app("brook-web", NODE, "npm run start:prod", { DATABASE_URL: SESSION, REDIS_URL: INTERNAL }),
      worker: jobs("brook-worker", NODE, "node dist/bullmq-worker.js", {
        DATABASE_URL: SESSION,
        REDIS_URL: INTERNAL,
      }),
    },
  },
  {
    name: "twenty-seventh-celery-with-beat",
    why: "Worker and beat are services of their own, with one broker.",
    source: "Render's page on Celery",
    resources: {
      store: store("noeviction"),
      web: app("brook-web", PYTHON, GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: INTERNAL }),
      worker: jobs("brook-worker", PYTHON, "celery -A brook worker -l info --concurrency 2", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: INTERNAL,
      }),
      beat: jobs("brook-beat", PYTHON, "celery -A brook beat -l info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: INTERNAL,
      }),
    },
  },
  {
    name: "twenty-seventh-sidekiq-of-rails",
    why: "Both have the store's address, and Sidekiq's keys are kept.",
    source: "Render's page on Sidekiq",
    resources: {
      store: store("noeviction"),
      web: app("brook-web", RUBY, "bundle exec puma -b tcp://0.0.0.0:$PORT", {
        DATABASE_URL: SESSION,
        REDIS_URL: INTERNAL,
        RAILS_MASTER_KEY: "9c4e17a0b35d82f6419e0c7ad86b2f53",
      }),
      worker: jobs("brook-worker", RUBY, "bundle exec sidekiq", {
        DATABASE_URL: SESSION,
        REDIS_URL: INTERNAL,
        RAILS_MASTER_KEY: "9c4e17a0b35d82f6419e0c7ad86b2f53",
      }),
    },
  },
  {
    name: "twenty-seventh-cache-may-evict",
    why: "A cache alone may lose keys, and allkeys_lru is its policy.",
    source: "Render's page on key value stores",
    resources: {
      store: store("allkeys_lru"),
      web: app("brook-web", PYTHON, GUNICORN, { DATABASE_URL: SESSION, CACHE_URL: INTERNAL }),
    },
  },
  {
    name: "twenty-seventh-free-cache",
    why: "A cache is made again after a restart, so that the free plan is enough.",
    source: "Render's page on free instances",
    resources: {
      store: store("allkeys_lru", "free"),
      web: app(
        "brook-web",
        NODE,
        "node dist/server.js",
        { DATABASE_URL: SESSION, CACHE_URL: INTERNAL },
        { plan: "free" },
      ),
    },
  },
  {
    name: "twenty-seventh-group-holds-the-broker",
    why: "Web service and worker are linked to the group with the broker and the database.",
    source: "Render's page on environment groups",
    resources: {
      store: store("noeviction"),
      group: envGroup({
        name: "brook-shared",
        envVars: values({ DATABASE_URL: SESSION, CELERY_BROKER_URL: INTERNAL }),
      }),
      web: app("brook-web", PYTHON, UNICORN),
      worker: jobs("brook-worker", PYTHON, "celery -A brook worker -l info", { LOG_LEVEL: "info" }),
      link: envGroupLink({ envGroupId: "${group.id}", serviceIds: ["${web.id}", "${worker.id}"] }),
    },
  },
  {
    name: "twenty-seventh-digest-each-morning",
    why: "Five fields, and a command that ends.",
    source: "Render's page on cron jobs",
    resources: {
      daily: scheduled(PYTHON, "python manage.py send_digest", "0 6 * * *", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-seventh-cleanup-by-node",
    why: "The script ends its pool, and the schedule has a step.",
    source: "Render's page on cron jobs",
    resources: {
      daily: scheduled(NODE, "node dist/jobs/cleanup.js", "*/30 * * * *", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-seventh-runner-of-rails",
    why: "A runner ends, and weekdays have names.",
    source: "Rails' guide on its command",
    resources: {
      daily: scheduled(RUBY, "bundle exec rails runner 'Invoice.close!'", "15 3 * * MON", {
        DATABASE_URL: SESSION,
        RAILS_ENV: "production",
        SECRET_KEY_BASE: "4f1d9b27c0a8e365".repeat(8),
      }),
    },
  },
  {
    name: "twenty-seventh-prisma-of-web-and-worker",
    why: "Both have pgbouncer=true at 6543, and the migration has the session pooler.",
    source: "Supabase's page on Prisma",
    resources: {
      web: app(
        "brook-web",
        NODE,
        "npx next start -H 0.0.0.0 -p $PORT",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=3"), DIRECT_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
      worker: jobs("brook-worker", NODE, "node dist/worker.js", {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=3"),
        DIRECT_URL: SESSION,
      }),
    },
  },
];
