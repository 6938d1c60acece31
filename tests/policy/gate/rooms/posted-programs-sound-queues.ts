import { envGroup, envGroupLink, type ProgramCase, type Resource, values } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { CELERY, GUNICORN, nodeQueue, SESSION, STORE, store } from "./posted-programs-form";

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
];
