import { cron, NPM, native, PIP, type ProgramCase, values } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { CANARY, CELERY, GUNICORN, SESSION, STORE, store } from "./reported-programs-form";

/** Sound programs with schedules, and with a store that is a cache. */
export const REPORTED_PROGRAMS_SOUND_JOBS: readonly ProgramCase[] = [
  {
    name: "worker-with-its-scheduler-inside",
    why: "-B runs beat in the worker's own process, which goes on.",
    source: "Celery's page on periodic tasks",
    resources: {
      store: store(),
      jobs: queue("ferry-jobs", `${CELERY} -B -s /tmp/celerybeat-schedule`, {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "two-commands-of-a-worker",
    why: "The first is left in the background, and the worker goes on in front.",
    source: "github.com/LVTD-LLC/TuxSEO/pull/74",
    resources: {
      store: store(),
      jobs: queue(
        "ferry-jobs",
        "celery -A ferry beat --loglevel=info & celery -A ferry worker --loglevel=info",
        {
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: STORE,
        },
      ),
    },
  },
  {
    name: "flower-as-a-web-service",
    why: "Flower opens the port that --port names, at all addresses.",
    source: "Flower's page on its configuration",
    resources: {
      store: store(),
      flower: python(
        "ferry-flower",
        "celery -A ferry --broker=$CELERY_BROKER_URL flower --address=0.0.0.0 --port=$PORT",
        { CELERY_BROKER_URL: STORE, FLOWER_BASIC_AUTH: `desk:${CANARY}` },
        { healthCheckPath: "/healthcheck" },
      ),
    },
  },
  {
    name: "report-each-weekday",
    why: "The job's command ends by itself, and the schedule has five fields.",
    source: "Render's page on cron jobs",
    resources: {
      nightly: cron({
        name: "ferry-nightly",
        plan: "starter",
        region: "frankfurt",
        schedule: "0 2 * * 1-5",
        runtimeSource: native("python", PIP, "ferry"),
        startCommand: "python manage.py clearsessions && python manage.py send_digest",
        envVars: values({ DATABASE_URL: SESSION }),
      }),
      digest: cron({
        name: "ferry-digest",
        plan: "starter",
        region: "frankfurt",
        schedule: "*/15 6-18 * * *",
        runtimeSource: native("node", NPM, "api"),
        startCommand: "node dist/jobs/digest.js",
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "cache-that-takes-keys-away",
    why: "A cache may lose its keys, and no queue is in this store.",
    source: "Django's page on caches; Render's page on Key Value",
    resources: {
      store: store({ maxMemoryPolicy: "allkeys_lru" }),
      api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION, CACHE_URL: STORE }),
    },
  },
  {
    name: "sockets-behind-an-adapter",
    why: "Both instances of the API share the store's channels.",
    source: "Socket.IO's page on its Redis adapter",
    resources: {
      store: store(),
      chat: nodeApp(
        "ferry-chat",
        "node dist/server.js",
        { NODE_ENV: "production", REDIS_URL: STORE, DATABASE_URL: SESSION },
        { numInstances: 2 },
      ),
    },
  },
];
