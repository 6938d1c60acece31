import { type BrokenProgram, docker, values, web, worker } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { NETWORK, nodeQueue, REFUSED, SESSION, STORE, store, UNICORN } from "./posted-programs-form";

/** Broken programs whose workers look for their store. */
export const POSTED_PROGRAMS_BROKEN_STORES: readonly BrokenProgram[] = [
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
