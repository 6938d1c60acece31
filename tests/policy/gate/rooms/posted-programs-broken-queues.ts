import { type BrokenProgram, envGroup, envGroupLink, values } from "../eighteenth-form";
import { python, queue } from "../twentieth-form";
import {
  CELERY,
  GUNICORN,
  NETWORK,
  REFUSED,
  rubyApp,
  rubyQueue,
  SESSION,
  START,
  STORE,
  store,
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
];
