import {
  envGroup,
  envGroupLink,
  NPM,
  native,
  type ProgramCase,
  values,
  web,
  worker,
} from "../eighteenth-form";
import { image, python, queue } from "../twentieth-form";
import { other } from "../twenty-first-form";
import { CANARY, CELERY, GUNICORN, POOL, SESSION, STORE, store, USER } from "./reported-programs-form";

const api = (of: Readonly<Record<string, string>> = {}) =>
  python("ferry-api", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE, ...of });

/** Sound programs with workers, cron jobs and a store. */
export const REPORTED_PROGRAMS_SOUND_QUEUES: readonly ProgramCase[] = [
  {
    name: "api-and-worker-at-one-store",
    why: "Both take the store's own internal address, in one region.",
    source: "Render's page on Celery",
    resources: {
      store: store(),
      api: api(),
      jobs: queue("ferry-jobs", CELERY, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
    },
  },
  {
    name: "broker-and-results-in-two-databases",
    why: "Tasks are queued in database 0 and results kept in 1, and both services name the same two.",
    source: "Celery's page on Redis",
    resources: {
      store: store(),
      api: api({ CELERY_BROKER_URL: `${STORE}/0`, CELERY_RESULT_BACKEND: `${STORE}/1` }),
      jobs: queue("ferry-jobs", CELERY, {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: `${STORE}/0`,
        CELERY_RESULT_BACKEND: `${STORE}/1`,
      }),
    },
  },
  {
    name: "broker-in-a-group-of-both",
    why: "The group that sets the broker is linked to the API and to the worker.",
    source: "Render's page on env groups",
    resources: {
      store: store(),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      jobs: queue("ferry-jobs", "celery -A ferry -b $CELERY_BROKER_URL worker --loglevel=info", {
        DATABASE_URL: SESSION,
      }),
      shared: envGroup({ name: "ferry-shared", envVars: values({ CELERY_BROKER_URL: STORE }) }),
      link: envGroupLink({
        envGroupId: `\${shared.id}`,
        serviceIds: [`\${api.id}`, `\${jobs.id}`],
      }),
    },
  },
  {
    name: "n8n-with-a-store-of-its-own-host",
    why: "The store at another provider is named by host, port, user and password, as n8n takes them.",
    source: "n8n's page on queue mode",
    resources: {
      flows: web({
        name: "ferry-flows",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/n8nio/n8n", "1.97.1"),
        healthCheckPath: "/healthz",
        envVars: values({
          PORT: "8000",
          N8N_PORT: "8000",
          EXECUTIONS_MODE: "queue",
          QUEUE_BULL_REDIS_HOST: "eu2-firm-otter-31044.upstash.io",
          QUEUE_BULL_REDIS_PORT: "6379",
          QUEUE_BULL_REDIS_TLS: "true",
          QUEUE_BULL_REDIS_PASSWORD: CANARY,
          DB_TYPE: "postgresdb",
          DB_POSTGRESDB_HOST: POOL,
          DB_POSTGRESDB_PORT: "5432",
          DB_POSTGRESDB_USER: USER,
          DB_POSTGRESDB_PASSWORD: CANARY,
          N8N_ENCRYPTION_KEY: "fE7rryLinesKey0192837465aBcDeFgH",
        }),
      }),
    },
  },
  {
    name: "mails-by-bullmq",
    why: "The worker is in the store's region, and the store takes no keys away.",
    source: "BullMQ's page on production; Render's page on Key Value",
    resources: {
      store: store({ region: "oregon" }),
      mails: worker({
        name: "ferry-mails",
        plan: "starter",
        region: "oregon",
        runtimeSource: native("node", NPM, "mails"),
        startCommand: "node dist/worker.js",
        envVars: values({ REDIS_URL: STORE, NODE_ENV: "production" }),
      }),
    },
  },
  {
    name: "sidekiq-beside-rails",
    why: "Sidekiq runs in the foreground, and the shop's cable is at the same store.",
    source: "Render's page on Sidekiq",
    resources: {
      store: store(),
      jobs: worker({
        name: "ferry-jobs",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("ruby", "bundle install", "shop"),
        startCommand: "bundle exec sidekiq -C config/sidekiq.yml",
        envVars: values({ REDIS_URL: STORE, DATABASE_URL: SESSION, RAILS_ENV: "production" }),
      }),
      shop: other(
        "ruby",
        "bundle install && bundle exec rails assets:precompile",
        "ferry-shop",
        "bundle exec puma -b tcp://0.0.0.0:$PORT",
        {
          RAILS_ENV: "production",
          DATABASE_URL: SESSION,
          REDIS_URL: STORE,
          SECRET_KEY_BASE: "9f3c5d7e1b2a4f6089c1d3e5f7a9b0c2d4e6f8091a2b3c4d5e6f708192a3b4c5",
        },
        { healthCheckPath: "/up" },
      ),
    },
  },
];
