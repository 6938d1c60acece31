import { type BrokenProgram, cron, keyValue, values } from "../eighteenth-form";
import {
  app,
  built,
  GUNICORN,
  jobs,
  LIMITS,
  NEED,
  NETWORK,
  NODE,
  PYTHON,
  RUBY,
  SCHEDULE,
  SESSION,
  UNICORN,
} from "./twenty-seventh-form";

const STORE = "redis://red-d1dipper0brook0canary:6379";
const QUEUE = "service/queue-store";
const LOCAL = "database/local-host";
const store = (maxMemoryPolicy: string, plan = "starter") =>
  keyValue({ name: "brook-store", plan, region: "frankfurt", maxMemoryPolicy });
const daily = (startCommand: string, schedule: string, of: Record<string, string>) =>
  cron({
    name: "brook-daily",
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    ...built("python", "pip install -r requirements.txt"),
    envVars: values(of),
  });

/** Broken programs: queues, their stores and workers, and cron jobs. */
export const REJECTED_PROGRAM_JOBS_OF_TWENTY_SEVENTH: readonly BrokenProgram[] = [
  {
    name: "twenty-seventh-bullmq-evicts",
    rules: [QUEUE],
    at: ["store", "maxMemoryPolicy"],
    why: "allkeys_lru takes jobs away, and BullMQ wants noeviction.",
    source: "taskforcesh/bullmq, issues 1046 and 2215",
    resources: {
      store: store("allkeys_lru"),
      worker: jobs("brook-worker", NODE, "node dist/bullmq-worker.js", {
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
        BULLMQ_PREFIX: "brook",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-seventh-celery-evicts",
    rules: [QUEUE],
    at: ["store", "maxMemoryPolicy"],
    why: "allkeys_lfu takes a broker's keys away when memory is short.",
    source: "Render's page on Celery: noeviction",
    resources: {
      store: store("allkeys_lfu"),
      worker: jobs("brook-worker", PYTHON, "celery -A brook worker -l info", {
        CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-seventh-sidekiq-evicts",
    rules: [QUEUE],
    at: ["store", "maxMemoryPolicy"],
    why: "Sidekiq's jobs are keys as others are, and allkeys_random takes them away.",
    source: "Sidekiq's page on Redis: maxmemory-policy noeviction",
    resources: {
      store: store("allkeys_random"),
      worker: jobs("brook-worker", RUBY, "bundle exec sidekiq", {
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-seventh-worker-without-broker",
    rules: [NEED, LOCAL, NETWORK],
    at: ["worker", "envVars"],
    why: "Celery without a broker's URL asks amqp at localhost.",
    source: "celery/celery, issue 2765",
    resources: {
      web: app("brook-web", PYTHON, GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
      worker: jobs("brook-worker", PYTHON, "celery -A brook worker -l info", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-seventh-sidekiq-without-store",
    rules: [NEED, LOCAL, NETWORK],
    at: ["worker", "envVars"],
    why: "Sidekiq without REDIS_URL asks localhost:6379.",
    source: "sidekiq/sidekiq, issue 4442",
    resources: {
      web: app("brook-web", RUBY, "bundle exec puma -b tcp://0.0.0.0:$PORT", {
        DATABASE_URL: SESSION,
        REDIS_URL: STORE,
      }),
      worker: jobs("brook-worker", RUBY, "bundle exec sidekiq -q default", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-seventh-store-there-localhost-asked",
    rules: [LOCAL, NETWORK],
    at: ["worker", "envVars.CELERY_BROKER_URL"],
    why: "The store is another machine, and localhost refuses: Error 111.",
    source: "areebbeigh/codeinterview-backend, issue 5",
    resources: {
      store: store("noeviction"),
      worker: jobs("brook-worker", PYTHON, "celery -A brook worker -l info", {
        CELERY_BROKER_URL: "redis://localhost:6379/0",
        CELERY_RESULT_BACKEND: "redis://localhost:6379/0",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-seventh-compose-name-of-the-broker",
    rules: [LOCAL, NETWORK],
    at: ["worker", "envVars.CELERY_BROKER_URL"],
    why: "redis is the name of a service in docker compose, and of none in this program.",
    source: "opencve/opencve, issue 258",
    resources: {
      store: store("noeviction"),
      worker: jobs("brook-worker", PYTHON, "celery -A brook worker -l info", {
        CELERY_BROKER_URL: "redis://redis:6379/0",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-seventh-worker-on-free",
    rules: [LIMITS],
    at: ["worker", "plan"],
    why: "A background worker has no free plan.",
    source: "Render's page on free instances",
    resources: {
      web: app("brook-web", PYTHON, UNICORN, { DATABASE_URL: SESSION }, { plan: "free" }),
      worker: jobs(
        "brook-worker",
        PYTHON,
        "python -m brook.worker",
        { DATABASE_URL: SESSION },
        { plan: "free" },
      ),
    },
  },
  {
    name: "twenty-seventh-cron-of-six-fields",
    rules: [SCHEDULE],
    at: ["daily", "schedule"],
    why: "Six fields with seconds are node-cron's and Spring's form; Render takes five.",
    source: "Render's page on cron jobs",
    resources: { daily: daily("python -m brook.digest", "0 0 6 * * *", { DATABASE_URL: SESSION }) },
  },
  {
    name: "twenty-seventh-cron-of-spring",
    rules: [SCHEDULE],
    at: ["daily", "schedule"],
    why: "? is Quartz', and no field of cron.",
    source: "AgentFlocks/flocks, pull request 275",
    resources: { daily: daily("python -m brook.digest", "0 6 ? * 2", { DATABASE_URL: SESSION }) },
  },
  {
    name: "twenty-seventh-cron-never-ends",
    rules: ["service/start-command", SCHEDULE],
    at: ["daily", "startCommand"],
    why: "Celery's worker never ends, so that each run takes twelve hours.",
    source: "Render's page on cron jobs",
    resources: {
      daily: daily("celery -A brook worker --beat -l info", "*/10 * * * *", {
        CELERY_BROKER_URL: STORE,
        DATABASE_URL: SESSION,
      }),
    },
  },
];
