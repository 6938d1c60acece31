import {
  docker,
  envGroup,
  envGroupLink,
  type ProgramCase,
  type Resource,
  values,
  web,
  worker,
} from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import {
  CELERY,
  GUNICORN,
  nodeQueue,
  pooled,
  rubyApp,
  rubyQueue,
  SESSION,
  STORE,
  store,
  UNICORN,
} from "./posted-programs-form";

const UPSTASH = "rediss://default:q2WreefPw9@eu1-wise-tern-30112.upstash.io:6379/0";
const sound = (
  name: string,
  why: string,
  source: string,
  resources: Readonly<Record<string, Resource>>,
): ProgramCase => ({ name, why, source, resources });

/** Sound programs of queues and their workers. */
export const POSTED_PROGRAMS_SOUND_QUEUES: readonly ProgramCase[] = [
  sound(
    "tern-sound-beat-beside-the-worker",
    "beat is in the background, and the worker keeps the service up.",
    "render-examples/celery, issue 16",
    {
      store: store(),
      jobs: queue("tern-jobs", "celery --app tern beat & celery --app tern worker", {
        CELERY_BROKER_URL: STORE,
        DATABASE_URL: SESSION,
      }),
    },
  ),
  sound(
    "tern-sound-worker-with-beat-in-it",
    "-B runs beat in the worker.",
    "Celery's page on periodic tasks",
    {
      store: store(),
      jobs: queue("tern-jobs", "celery -A tern worker -B -s /tmp/celerybeat-schedule -l info", {
        REDIS_URL: STORE,
      }),
    },
  ),
  sound("tern-sound-flower", "Flower opens $PORT.", "Flower's page on its options", {
    store: store(),
    jobs: queue("tern-jobs", CELERY, { CELERY_BROKER_URL: STORE }),
    flower: python(
      "tern-flower",
      "celery -A tern flower --address=0.0.0.0 --port=$PORT",
      { CELERY_BROKER_URL: STORE },
      { healthCheckPath: "/healthcheck" },
    ),
  }),
  sound(
    "tern-sound-django-with-all-of-it",
    "A group gives all three the store and the database.",
    "pandastack.io, Django with Celery and Redis",
    {
      store: store(),
      shared: envGroup({
        name: "tern-shared",
        envVars: values({
          CELERY_BROKER_URL: "redis://red-d0tern0reef0canary0q:6379",
          DATABASE_URL: SESSION,
          DJANGO_SETTINGS_MODULE: "tern.settings.production",
        }),
      }),
      web: python(
        "tern-web",
        GUNICORN,
        { ALLOWED_HOSTS: ".onrender.com" },
        { preDeployCommand: "python manage.py migrate --noinput" },
      ),
      jobs: queue("tern-jobs", CELERY, {}),
      beat: queue(
        "tern-beat",
        "celery -A tern beat -l info --scheduler django_celery_beat.schedulers:DatabaseScheduler",
        {},
      ),
      link: envGroupLink({
        envGroupId: "${shared.id}",
        serviceIds: ["${web.id}", "${jobs.id}", "${beat.id}"],
      }),
    },
  ),
  sound(
    "tern-sound-bullmq",
    "Both have the store's address, and it keeps its keys.",
    "BullMQ's page on going to production",
    {
      store: store(),
      web: nodeApp("tern-web", "node dist/main.js", { REDIS_URL: STORE, DATABASE_URL: SESSION }),
      jobs: nodeQueue("node dist/worker.js", { REDIS_URL: STORE, DATABASE_URL: SESSION }),
    },
  ),
  sound(
    "tern-sound-bullmq-in-parts",
    "Host and port are those of the internal address.",
    "BullMQ's page on connections",
    {
      jobs: nodeQueue("node dist/worker.js", { REDIS_HOST: "red-d0tern0reef0canary0q", REDIS_PORT: "6379" }),
    },
  ),
  sound("tern-sound-celery-by-tls", "The URL has the parameter.", "celery/celery, issue 5988", {
    jobs: queue("tern-jobs", CELERY, {
      CELERY_BROKER_URL: `${UPSTASH}?ssl_cert_reqs=CERT_REQUIRED`,
      CELERY_RESULT_BACKEND: `${UPSTASH}?ssl_cert_reqs=CERT_REQUIRED`,
    }),
  }),
  sound("tern-sound-node-by-tls", "ioredis asks for no parameter.", "Upstash's page on ioredis", {
    jobs: nodeQueue("node dist/worker.js", { REDIS_URL: UPSTASH }),
  }),
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
