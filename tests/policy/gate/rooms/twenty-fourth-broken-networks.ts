import { type BrokenProgram, keyValue, privateService, site, worker } from "../eighteenth-form";
import { GUNICORN, NODE, open, PYTHON, repository, SESSION, service } from "./twenty-fourth-form";

const UVICORN = "uvicorn main:app --host 0.0.0.0 --port 8000";

/** Broken programs in which one service asks another where it does not answer. */
export const REJECTED_NETWORKS_OF_TWENTY_FOURTH: readonly BrokenProgram[] = [
  {
    name: "pages-ask-an-internal-name",
    rules: ["service/private-network"],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "Browsers fetch the URL that was built into the pages, and no browser finds a name of the private network.",
    source: "Render's page on the private network; vitejs/vite 10818",
    resources: {
      api: service(privateService, PYTHON, "quarry-api", UVICORN, { PORT: "8000", DATABASE_URL: SESSION }),
      pages: site({
        name: "quarry-pages",
        repoUrl: repository("pages"),
        branch: "main",
        buildCommand: "npm ci && npm run build",
        publishPath: "dist",
        envVars: { VITE_API_URL: { value: "http://quarry-api:8000" } },
      }),
    },
  },
  {
    name: "model-in-another-region",
    rules: ["service/private-network"],
    at: ["shop", "envVars.MODEL_URL"],
    alsoAt: [
      ["shop", "region"],
      ["model", "region"],
    ],
    why: "The private network is of one region: a name of Frankfurt's is not found in Ohio.",
    source: "Render's page on the private network",
    resources: {
      model: service(
        privateService,
        PYTHON,
        "quarry-model",
        UVICORN,
        { PORT: "8000" },
        { region: "frankfurt" },
      ),
      shop: open(NODE, "quarry-shop", "node dist/server.js", {
        DATABASE_URL: SESSION,
        MODEL_URL: "http://quarry-model:8000",
      }),
    },
  },
  {
    name: "worker-asked-by-its-name",
    rules: ["service/private-network"],
    at: ["shop", "envVars.WORKER_URL"],
    why: "A background worker has no internal name and receives no request.",
    source: "Render's page on background workers and the private network",
    resources: {
      transcoder: service(worker, NODE, "quarry-transcoder", "node dist/worker.js", {
        DATABASE_URL: SESSION,
      }),
      shop: open(NODE, "quarry-shop", "node dist/server.js", {
        DATABASE_URL: SESSION,
        WORKER_URL: "http://quarry-transcoder:5000",
      }),
    },
  },
  {
    name: "peer-at-the-default-port",
    rules: ["port/peer-mismatch"],
    at: ["shop", "envVars.INFERENCE_URL"],
    alsoAt: [
      ["inference", "startCommand"],
      ["inference", "envVars.PORT"],
    ],
    why: "The private service listens on 8000, and nothing forwards 10000 to it.",
    source: "Render's page on the private network",
    resources: {
      inference: service(privateService, PYTHON, "quarry-inference", UVICORN, { PORT: "8000" }),
      shop: open(PYTHON, "quarry-shop", GUNICORN, {
        DATABASE_URL: SESSION,
        INFERENCE_URL: "http://quarry-inference:10000",
      }),
    },
  },
  {
    name: "broker-on-the-own-machine",
    rules: ["database/local-host", "service/private-network", "service/unmet-need"],
    at: ["tasks", "envVars.CELERY_BROKER_URL"],
    alsoAt: [
      ["tasks", "envVars.CELERY_RESULT_BACKEND"],
      ["tasks", "startCommand"],
    ],
    why: "No Redis runs in the worker's instance: Error 111 connecting to localhost:6379.",
    source: "celery/celery 7731; opencve/opencve 258",
    resources: {
      store: keyValue({
        name: "quarry-store",
        plan: "starter",
        region: "ohio",
        maxMemoryPolicy: "noeviction",
      }),
      tasks: service(worker, PYTHON, "quarry-tasks", "celery -A quarry worker --loglevel=info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "redis://localhost:6379/0",
        CELERY_RESULT_BACKEND: "redis://localhost:6379/0",
      }),
    },
  },
  {
    name: "broker-by-a-reference",
    rules: ["environment/refused-value", "environment/placeholder"],
    at: ["tasks", "envVars.CELERY_BROKER_URL"],
    alsoAt: [
      ["tasks", "envVars.CELERY_RESULT_BACKEND"],
      ["shop", "envVars.CELERY_BROKER_URL"],
    ],
    why: "Render fills in no reference of a value: Celery gets the text $REDIS_URL, which is no broker's URL.",
    source: "Render's page on environment variables; a Blueprint of a public repository",
    resources: {
      store: keyValue({
        name: "quarry-store",
        plan: "starter",
        region: "ohio",
        maxMemoryPolicy: "noeviction",
      }),
      shop: open(PYTHON, "quarry-shop", GUNICORN, {
        DATABASE_URL: SESSION,
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
        CELERY_BROKER_URL: "$REDIS_URL",
      }),
      tasks: service(worker, PYTHON, "quarry-tasks", "celery -A quarry worker --loglevel=info", {
        DATABASE_URL: SESSION,
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
        CELERY_BROKER_URL: "$REDIS_URL",
        CELERY_RESULT_BACKEND: "$REDIS_URL",
      }),
    },
  },
  {
    name: "queue-that-loses-jobs",
    rules: ["service/queue-store"],
    at: ["store", "maxMemoryPolicy"],
    why: "Where the memory is full the store takes keys away, and jobs are such keys.",
    source: "BullMQ's page on production; Render's page on Key Value",
    resources: {
      store: keyValue({
        name: "quarry-queue",
        plan: "starter",
        region: "ohio",
        maxMemoryPolicy: "allkeys_lru",
      }),
      jobs: service(worker, ["ruby", "bundle install"], "quarry-jobs", "bundle exec sidekiq -e production", {
        DATABASE_URL: SESSION,
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
      }),
    },
  },
];
