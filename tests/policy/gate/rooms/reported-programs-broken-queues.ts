import { type BrokenProgram, envGroup, envGroupLink, native, values, web, worker } from "../eighteenth-form";
import { image, python, queue } from "../twentieth-form";
import { CANARY, CELERY, GUNICORN, POOL, SESSION, STORE, store, USER } from "./reported-programs-form";

const api = (of: Readonly<Record<string, string>> = {}) =>
  python("ferry-api", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE, ...of });

/** Broken programs with workers, cron jobs and a store: jobs are lost, or nothing runs them. */
export const REPORTED_PROGRAMS_BROKEN_QUEUES: readonly BrokenProgram[] = [
  {
    name: "worker-with-the-laptop-s-broker",
    rules: ["service/private-network", "database/local-host"],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    why: "The worker's own instance has no Redis: Cannot connect to redis://localhost:6379/0.",
    source: "github.com/opencve/opencve/issues/258",
    resources: {
      store: store(),
      api: api(),
      jobs: queue("ferry-jobs", CELERY, {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "redis://localhost:6379/0",
      }),
    },
  },
  {
    name: "broker-by-the-compose-file-s-name",
    rules: ["service/private-network", "database/local-host"],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    alsoAt: [["api", "envVars.CELERY_BROKER_URL"]],
    why: "The store is reached by its own address alone; no service is called redis: Name or service not known.",
    source: "github.com/apache/superset/issues/3406; Render's page on Key Value",
    resources: {
      store: store(),
      api: api({ CELERY_BROKER_URL: "redis://redis:6379/0" }),
      jobs: queue("ferry-jobs", CELERY, {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "redis://redis:6379/0",
      }),
    },
  },
  {
    name: "api-and-worker-at-two-databases-of-a-broker",
    rules: ["service/queue-store", "service/private-network", "service/unmet-need"],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    alsoAt: [["api", "envVars.CELERY_BROKER_URL"]],
    why: "What is queued in database 0 is not in database 1: tasks stay PENDING for ever.",
    source: "Celery's page on Redis as a broker",
    resources: {
      store: store(),
      api: api({ CELERY_BROKER_URL: `${STORE}/0` }),
      jobs: queue("ferry-jobs", CELERY, { DATABASE_URL: SESSION, CELERY_BROKER_URL: `${STORE}/1` }),
    },
  },
  {
    name: "worker-without-the-group-that-has-its-broker",
    rules: ["service/start-command", "service/unmet-need", "environment/missing-variable"],
    at: ["jobs", "startCommand"],
    alsoAt: [["jobs", "envVars.CELERY_BROKER_URL"]],
    why: "Nothing sets the worker's CELERY_BROKER_URL: -b takes the next word, and no subcommand is left.",
    source: "Celery's page on its command line; Render's page on env groups",
    resources: {
      store: store(),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }),
      jobs: queue("ferry-jobs", "celery -A ferry -b $CELERY_BROKER_URL worker --loglevel=info", {
        DATABASE_URL: SESSION,
      }),
      shared: envGroup({ name: "ferry-shared", envVars: values({ CELERY_BROKER_URL: STORE }) }),
      link: envGroupLink({ envGroupId: `\${shared.id}`, serviceIds: [`\${api.id}`] }),
    },
  },
  {
    name: "n8n-with-a-url-as-its-queue-s-host",
    rules: ["environment/refused-value", "service/private-network"],
    at: ["flows", "envVars.QUEUE_BULL_REDIS_HOST"],
    why: "n8n takes a host there and looks up the whole URL: getaddrinfo ENOTFOUND.",
    source: "n8n's page on queue mode",
    resources: {
      store: store(),
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
          QUEUE_BULL_REDIS_HOST: STORE,
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
    name: "store-of-another-region-than-its-worker",
    rules: ["service/private-network"],
    at: ["jobs", "envVars.REDIS_URL"],
    alsoAt: [
      ["jobs", "region"],
      ["store", "region"],
    ],
    why: "An internal address is one of its own region's network: the worker's connection times out.",
    source: "Render's page on the private network",
    resources: {
      store: store({ region: "oregon" }),
      jobs: worker({
        name: "ferry-mails",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("node", "npm ci && npm run build", "mails"),
        startCommand: "node dist/worker.js",
        envVars: values({ REDIS_URL: STORE, NODE_ENV: "production" }),
      }),
    },
  },
  {
    name: "sidekiq-in-the-background",
    rules: ["service/start-command"],
    at: ["jobs", "startCommand"],
    why: "The shell leaves Sidekiq in the background and ends with the echo, and the instance with it.",
    source: "Render's page on background workers",
    resources: {
      store: store(),
      jobs: worker({
        name: "ferry-jobs",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("ruby", "bundle install", "shop"),
        startCommand: "bundle exec sidekiq -C config/sidekiq.yml & echo 'sidekiq is up'",
        envVars: values({ REDIS_URL: STORE, DATABASE_URL: SESSION, RAILS_ENV: "production" }),
      }),
    },
  },
  {
    name: "celery-as-a-web-service",
    rules: ["service/start-command", "port/agreement", "service/unmet-need"],
    at: ["jobs", "startCommand"],
    why: "A worker opens no port: No open ports detected, create a background worker instead.",
    source: "github.com/rdavydov/Twitch-Channel-Points-Miner-v2/issues/790",
    resources: {
      store: store(),
      jobs: python("ferry-jobs", CELERY, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
    },
  },
];
