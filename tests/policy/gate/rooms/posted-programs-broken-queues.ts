import { type BrokenProgram, docker, envGroup, envGroupLink, values, web, worker } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import {
  CELERY,
  GUNICORN,
  NETWORK,
  nodeQueue,
  REFUSED,
  rubyApp,
  rubyQueue,
  SESSION,
  START,
  STORE,
  store,
  UNICORN,
} from "./posted-programs-form";

const django = (of = {}) => python("tern-web", GUNICORN, { DATABASE_URL: SESSION, ...of });

/** Broken programs of queues and their workers. */
export const POSTED_PROGRAMS_BROKEN_QUEUES: readonly BrokenProgram[] = [
  {
    name: "tern-celery-on-localhost",
    rules: [NETWORK],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    why: "The worker's instance runs no Redis: connection refused at 127.0.0.1:6379.",
    source: "opencve/opencve, issue 258",
    resources: {
      store: store(),
      web: django({ CELERY_BROKER_URL: STORE }),
      jobs: queue("tern-jobs", CELERY, {
        CELERY_BROKER_URL: "redis://127.0.0.1:6379/0",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "tern-celery-by-the-name-of-compose",
    rules: [NETWORK],
    at: ["shared", "envVars.CELERY_BROKER_URL"],
    alsoAt: [
      ["jobs", "envVars.CELERY_BROKER_URL"],
      ["web", "envVars.CELERY_BROKER_URL"],
    ],
    why: "redis is the name of the compose file's service, and Render's network has none of it.",
    source: "opencve/opencve, issue 258, its second log",
    resources: {
      shared: envGroup({
        name: "tern-shared",
        envVars: values({ CELERY_BROKER_URL: "redis://redis:6379/0" }),
      }),
      web: django(),
      jobs: queue("tern-jobs", CELERY, { DATABASE_URL: SESSION }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${web.id}", "${jobs.id}"] }),
    },
  },
  {
    name: "tern-celery-without-a-broker",
    rules: ["service/unmet-need", NETWORK],
    at: ["jobs", "envVars"],
    alsoAt: [["jobs", "startCommand"]],
    why: "Nothing names a broker, and Celery falls back to amqp on localhost.",
    source: "pyladies/pyladiescon-portal, pull request 347",
    resources: { web: django(), jobs: queue("tern-jobs", CELERY, { DATABASE_URL: SESSION }) },
  },
  {
    name: "tern-celery-option-behind-worker",
    rules: [START],
    at: ["jobs", "startCommand"],
    why: "Since Celery 5 the option -A comes before worker: it ends with its usage.",
    source: "fastapi/full-stack-fastapi-template, pull request 443",
    resources: {
      store: store(),
      jobs: queue("tern-jobs", "celery worker -A app.worker -l info -Q main-queue -c 1", {
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "tern-beat-and-worker-both-in-the-background",
    rules: [START],
    at: ["jobs", "startCommand"],
    why: "The shell leaves both in the background and ends, and Render starts it again.",
    source: "render-examples/celery, issue 16, with one ampersand more",
    resources: {
      store: store(),
      jobs: queue("tern-jobs", "celery -A tern beat & celery -A tern worker &", { CELERY_BROKER_URL: STORE }),
    },
  },
  {
    name: "tern-free-worker",
    rules: ["plan/limits"],
    at: ["jobs", "plan"],
    why: "Render has no free background workers.",
    source: "AllYourBot/hostedgpt, pull request 59; LVTD-LLC/TuxSEO, pull request 74",
    resources: {
      store: store({ plan: "free" }),
      jobs: queue(
        "tern-jobs",
        "python manage.py qcluster",
        { REDIS_URL: STORE, DATABASE_URL: SESSION },
        { plan: "free" },
      ),
    },
  },
  {
    name: "tern-celery-tls-without-its-parameter",
    rules: [REFUSED],
    at: ["jobs", "envVars.CELERY_RESULT_BACKEND"],
    alsoAt: [
      ["jobs", "envVars.CELERY_BROKER_URL"],
      ["web", "envVars.CELERY_RESULT_BACKEND"],
    ],
    why: "Celery's Redis backend refuses a rediss URL without ssl_cert_reqs.",
    source: "WeblateOrg/weblate, issue 3146; celery/celery, issue 5371",
    resources: {
      web: django({
        CELERY_BROKER_URL: "rediss://default:q2WreefPw9@eu1-wise-tern-30112.upstash.io:6379/0",
        CELERY_RESULT_BACKEND: "rediss://default:q2WreefPw9@eu1-wise-tern-30112.upstash.io:6379/0",
      }),
      jobs: queue("tern-jobs", CELERY, {
        CELERY_BROKER_URL: "rediss://default:q2WreefPw9@eu1-wise-tern-30112.upstash.io:6379/0",
        CELERY_RESULT_BACKEND: "rediss://default:q2WreefPw9@eu1-wise-tern-30112.upstash.io:6379/0",
      }),
    },
  },
  {
    name: "tern-arq-as-a-web-service",
    rules: [START, "port/agreement", "service/unmet-need"],
    at: ["jobs", "startCommand"],
    why: "A worker opens no port, and the deploy of a web service waits for one until it times out.",
    source: "rdavydov/Twitch-Channel-Points-Miner-v2, issues 692 and 790",
    resources: {
      store: store(),
      jobs: python("tern-jobs", "arq app.worker.WorkerSettings", { REDIS_URL: STORE, DATABASE_URL: SESSION }),
    },
  },
  {
    name: "tern-sidekiq-on-localhost",
    rules: [NETWORK],
    at: ["jobs", "envVars.REDIS_URL"],
    why: "The worker's machine runs no Redis.",
    source: "bullet-train-co/bullet_train, issue 509; dokku/dokku-redis, issue 114",
    resources: {
      store: store(),
      app: rubyApp("bundle exec puma -b tcp://0.0.0.0:$PORT", { REDIS_URL: STORE, RAILS_ENV: "production" }),
      jobs: rubyQueue("bundle exec sidekiq -t 25", {
        REDIS_URL: "redis://localhost:6379/0",
        RAILS_ENV: "production",
      }),
    },
  },
  {
    name: "tern-horizon-with-the-host-of-its-example",
    rules: [NETWORK],
    at: ["jobs", "envVars.REDIS_HOST"],
    why: "127.0.0.1 is the value of Laravel's .env.example, and the worker runs no Redis.",
    source: "laravel/horizon, issue 1085; ipunkt/docker-laravel-queue-worker, issue 13",
    resources: {
      store: store(),
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
          REDIS_HOST: "127.0.0.1",
          REDIS_PORT: "6379",
        }),
      }),
    },
  },
  {
    name: "tern-laravel-key-that-is-generated",
    rules: [REFUSED],
    at: ["app", "envVars.APP_KEY"],
    why: "A generated value is 44 characters without base64: before it, and Laravel takes 32 bytes.",
    source: "kitokoh/leopardo-hr, pull request 4008",
    resources: {
      app: web({
        name: "tern-app",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker(),
        startCommand: "php artisan serve --host=0.0.0.0 --port=$PORT",
        healthCheckPath: "/up",
        envVars: { ...values({ PORT: "8000", APP_ENV: "production" }), APP_KEY: { generateValue: true } },
      }),
    },
  },
  {
    name: "tern-dramatiq-on-localhost",
    rules: [NETWORK],
    at: ["jobs", "envVars.RABBITMQ_URL"],
    why: "No RabbitMQ runs on the worker's machine.",
    source: "giving-a-fuck-about-climate-change/carbondoomsday, issue 119, with dramatiq",
    resources: {
      web: python("tern-web", UNICORN, { DATABASE_URL: SESSION }),
      jobs: queue("tern-jobs", "dramatiq app.tasks --processes 2 --threads 4", {
        RABBITMQ_URL: "amqp://guest:guest@localhost:5672/",
      }),
    },
  },
  {
    name: "tern-rq-with-a-written-localhost",
    rules: [NETWORK],
    at: ["jobs", "startCommand"],
    why: "The command asks the worker's own machine, which runs no Redis.",
    source: "RQ's page on workers; celery/celery, issue 7731",
    resources: {
      store: store(),
      web: python("tern-web", UNICORN, { REDIS_URL: STORE }),
      jobs: queue("tern-jobs", "rq worker --url redis://localhost:6379 high default", { REDIS_URL: STORE }),
    },
  },
  {
    name: "tern-bullmq-with-a-url-as-its-host",
    rules: [REFUSED, NETWORK],
    at: ["jobs", "envVars.REDIS_HOST"],
    alsoAt: [["web", "envVars.REDIS_HOST"]],
    why: "ioredis looks for a host of the URL's text: getaddrinfo ENOTFOUND redis://red-….",
    source: "reports of ioredis with a whole URL as its host; BullMQ's page on connections",
    resources: {
      store: store(),
      web: nodeApp("tern-web", "node dist/main.js", { REDIS_HOST: STORE, REDIS_PORT: "6379" }),
      jobs: nodeQueue("node dist/worker.js", { REDIS_HOST: STORE, REDIS_PORT: "6379" }),
    },
  },
  {
    name: "tern-store-in-another-region",
    rules: [NETWORK],
    at: ["jobs", "envVars.REDIS_URL"],
    alsoAt: [
      ["store", "region"],
      ["web", "envVars.REDIS_URL"],
    ],
    why: "The internal address of a store in Oregon is not reached from Frankfurt.",
    source: "chiefonboarding/ChiefOnboarding, issue 278",
    resources: {
      store: store({ region: "oregon" }),
      web: nodeApp("tern-web", "node dist/main.js", { REDIS_URL: STORE }),
      jobs: nodeQueue("node dist/worker.js", { REDIS_URL: STORE }),
    },
  },
  {
    name: "tern-store-by-tls-from-inside",
    rules: [NETWORK, REFUSED],
    at: ["jobs", "envVars.REDIS_URL"],
    why: "The internal address speaks no TLS: rediss ends with a wrong version number.",
    source: "Render's page on Key Value: TLS at the external address alone",
    resources: {
      jobs: nodeQueue("node dist/worker.js", { REDIS_URL: "rediss://red-d0tern0reef0canary0q:6379" }),
    },
  },
];
