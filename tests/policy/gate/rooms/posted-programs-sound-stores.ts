import { docker, type ProgramCase, type Resource, values, web, worker } from "../eighteenth-form";
import { python, queue } from "../twentieth-form";
import { CELERY, pooled, rubyApp, rubyQueue, SESSION, STORE, store, UNICORN } from "./posted-programs-form";

const sound = (
  name: string,
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
): ProgramCase => ({ name, why, source, resources });

/** Sound programs of workers with brokers and stores. */
export const POSTED_PROGRAMS_SOUND_STORES: readonly ProgramCase[] = [
  sound(
    "tern-sound-horizon",
    "Horizon has its store's host and a key of 32 bytes.",
    "laravel/horizon's page on deploying",
    {
      jobs: worker({
        name: "tern-horizon",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker(),
        startCommand: "php artisan horizon",
        envVars: values({
          APP_ENV: "production",
          APP_KEY: "base64:dGVybi1yZWVmLWNhbmFyeS1vZi0zMi1ieXRlcy0hISE=",
          QUEUE_CONNECTION: "redis",
          REDIS_HOST: "red-d0tern0reef0canary0q",
          REDIS_PORT: "6379",
        }),
      }),
    },
  ),
  sound("tern-sound-sidekiq", "Both have the store's address.", "Render's page on Rails with Sidekiq", {
    store: store(),
    app: rubyApp("bundle exec puma -C config/puma.rb", {
      REDIS_URL: STORE,
      RAILS_ENV: "production",
      DATABASE_URL: SESSION,
    }),
    jobs: rubyQueue("bundle exec sidekiq -C config/sidekiq.yml", {
      REDIS_URL: STORE,
      RAILS_ENV: "production",
      DATABASE_URL: SESSION,
    }),
  }),
  sound("tern-sound-dramatiq", "The broker is a hosted RabbitMQ.", "dramatiq's page on brokers", {
    web: python("tern-web", UNICORN, {
      RABBITMQ_URL: "amqps://tern:w8ReefPier3@goose.rmq2.cloudamqp.com/tern",
    }),
    jobs: queue("tern-jobs", "dramatiq app.tasks --processes 2 --threads 4", {
      RABBITMQ_URL: "amqps://tern:w8ReefPier3@goose.rmq2.cloudamqp.com/tern",
    }),
  }),
  sound("tern-sound-rq-with-its-scheduler", "The URL is the worker's own variable.", "RQ's page on workers", {
    store: store(),
    jobs: queue("tern-jobs", "rq worker --url $REDIS_URL --with-scheduler high default", {
      REDIS_URL: STORE,
    }),
  }),
  sound("tern-sound-arq", "A worker of arq beside the API.", "arq's page", {
    store: store(),
    api: python("tern-api", UNICORN, {
      REDIS_URL: STORE,
      DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg"),
    }),
    jobs: queue("tern-jobs", "arq app.worker.WorkerSettings", {
      REDIS_URL: STORE,
      DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg"),
    }),
  }),
  sound(
    "tern-sound-redis-of-its-own",
    "The command starts Redis on the same machine before the worker.",
    "Redis' page on --daemonize",
    {
      jobs: worker({
        name: "tern-jobs",
        plan: "standard",
        region: "frankfurt",
        runtimeSource: docker(),
        startCommand: "redis-server --daemonize yes && celery -A tern worker",
        envVars: values({ CELERY_BROKER_URL: "redis://127.0.0.1:6379/0" }),
      }),
    },
  ),
  sound(
    "tern-sound-results-in-the-database",
    "The scheme is SQLAlchemy's.",
    "Celery's page on its database backend",
    {
      store: store(),
      jobs: queue("tern-jobs", CELERY, { CELERY_BROKER_URL: STORE, CELERY_RESULT_BACKEND: `db+${SESSION}` }),
    },
  ),
  sound("tern-sound-cache-that-evicts", "A cache may lose keys.", "Render's page on Key Value", {
    store: store({ maxMemoryPolicy: "allkeys_lru" }),
    web: web({
      name: "tern-web",
      plan: "starter",
      region: "frankfurt",
      runtimeSource: docker(),
      healthCheckPath: "/health",
      envVars: values({ PORT: "8000", CACHE_URL: STORE }),
    }),
  }),
];
