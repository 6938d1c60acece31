import { type BrokenProgram, keyValue } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { hostedWeb, hostedWorker, n8n, SESSION } from "./twenty-sixth-form";

const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";
const store = (name: string, region: string, maxMemoryPolicy = "noeviction") =>
  keyValue({ name, plan: "starter", region, maxMemoryPolicy });
const LOCAL = "database/local-host";
const NETWORK = "service/private-network";
const PEER = "port/peer-mismatch";

/** Broken programs in which a service is asked where it does not listen. */
export const REJECTED_PROGRAM_PORTS_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-backend-at-its-example-port",
    rules: [PEER],
    at: ["front", "envVars.BACKEND_INTERNAL_URL"],
    alsoAt: [["backend", "envVars.PORT"]],
    why: "The backend listens on 8080, as PORT says, and is asked at 3000: connection refused.",
    source: "gitroomhq/postiz-app, issue 632",
    resources: {
      backend: inner("marsh-backend", UNICORN, { PORT: "8080", DATABASE_URL: SESSION }),
      front: nodeApp("marsh-front", "npx next start -p $PORT", {
        BACKEND_INTERNAL_URL: "http://marsh-backend:3000",
      }),
    },
  },
  {
    name: "twenty-sixth-renderer-asked-at-another-port",
    rules: [PEER],
    at: ["app", "envVars.RENDERER_URL"],
    alsoAt: [["renderer", "startCommand"]],
    why: "The renderer is started at 8181 by its command, and its client asks 8080.",
    source: "gematik/epa-deployment, issue 39; Render's page on the private network",
    resources: {
      renderer: inner("marsh-renderer", "uvicorn renderer:app --host 0.0.0.0 --port 8181", {
        LOG_LEVEL: "info",
      }),
      app: python("marsh-app", UNICORN, { RENDERER_URL: "http://marsh-renderer:8080/render" }),
    },
  },
  {
    name: "twenty-sixth-worker-that-is-asked",
    rules: [NETWORK],
    at: ["app", "envVars.WORKER_URL"],
    why: "A background worker receives no request in the private network.",
    source: "Render's page on background workers",
    resources: {
      worker: queue("marsh-worker", "celery -A marsh worker", {
        CELERY_BROKER_URL: "redis://red-d0heron0marsh0canary:6379",
      }),
      app: python("marsh-app", UNICORN, { WORKER_URL: "http://marsh-worker:5555" }),
    },
  },
  {
    name: "twenty-sixth-free-service-that-is-asked",
    rules: [NETWORK],
    at: ["app", "envVars.SEARCH_URL"],
    alsoAt: [["search", "plan"]],
    why: "A free web service receives nothing by its internal name.",
    source: "Render's page on free instances",
    resources: {
      search: python("marsh-search", UNICORN, {}, { plan: "free" }),
      app: nodeApp("marsh-app", "node server.js", { SEARCH_URL: "http://marsh-search:8000" }),
    },
  },
  {
    name: "twenty-sixth-queue-mode-with-the-default-host",
    rules: [LOCAL, NETWORK, "service/unmet-need"],
    at: ["worker", "envVars.QUEUE_BULL_REDIS_HOST"],
    alsoAt: [["main", "envVars.QUEUE_BULL_REDIS_HOST"]],
    why: "Both look for the queue at localhost, where no Redis runs.",
    source: "n8n's page on queue mode; n8n-io/n8n's variables of queues",
    resources: {
      jobs: store("marsh-jobs", "frankfurt"),
      main: hostedWeb(
        "marsh-n8n",
        "docker.io/n8nio/n8n",
        "1.107.3",
        { ...n8n(), EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "localhost" },
        { healthCheckPath: "/healthz" },
      ),
      worker: hostedWorker("marsh-n8n-worker", "docker.io/n8nio/n8n", "1.107.3", "n8n worker", {
        ...n8n(),
        EXECUTIONS_MODE: "queue",
        QUEUE_BULL_REDIS_HOST: "localhost",
      }),
    },
  },
];
