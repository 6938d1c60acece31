import { keyValue, native, type ProgramCase, site, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { hostedWeb, hostedWorker, n8n, SESSION } from "./twenty-sixth-form";

const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";
const URL_OF_STORE = "${jobs.connectionInfo.internalConnectionString}";
const store = (maxMemoryPolicy = "noeviction") =>
  keyValue({ name: "marsh-jobs", plan: "starter", region: "frankfurt", maxMemoryPolicy });

/** Sound programs whose parts find each other. */
export const SOUND_PROGRAM_NETWORKS_OF_TWENTY_SIXTH: readonly ProgramCase[] = [
  {
    name: "twenty-sixth-sound-server-and-worker-of-twenty",
    why: "Both take the store's internal address, in one region, and one secret.",
    source: "twentyhq/twenty, issue 8269, as it ends",
    resources: {
      jobs: store(),
      server: hostedWeb(
        "twenty-server",
        "docker.io/twentycrm/twenty",
        "v0.33.0",
        {
          NODE_PORT: "8000",
          PG_DATABASE_URL: SESSION,
          REDIS_URL: URL_OF_STORE,
          SERVER_URL: "https://crm.marsh.example.org",
          APP_SECRET: "k4Curlew9Whimbrel2Godwit",
        },
        { healthCheckPath: "/healthz" },
      ),
      worker: hostedWorker("twenty-worker", "docker.io/twentycrm/twenty", "v0.33.0", "yarn worker:prod", {
        PG_DATABASE_URL: SESSION,
        REDIS_URL: URL_OF_STORE,
        APP_SECRET: "k4Curlew9Whimbrel2Godwit",
      }),
    },
  },
  {
    name: "twenty-sixth-sound-cache-that-evicts",
    why: "A cache may lose keys, and no queue is in it.",
    source: "Render's page on Key Value",
    resources: {
      jobs: store("allkeys_lru"),
      app: nodeApp("marsh-app", "node index.js", { CACHE_URL: URL_OF_STORE, DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-sixth-sound-queue-of-celery",
    why: "Store, web service and worker are of one region.",
    source: "Render's page on Celery",
    resources: {
      jobs: store(),
      web: python("marsh-web", UNICORN, { REDIS_URL: URL_OF_STORE, DATABASE_URL: SESSION }),
      worker: queue("marsh-worker", "celery -A marsh worker --loglevel=info", {
        REDIS_URL: URL_OF_STORE,
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-sound-public-address-across-regions",
    why: "The gateway asks the other region's web service by its public address.",
    source: "Render's page on the private network",
    resources: {
      api: python("marsh-api", UNICORN, { DATABASE_URL: SESSION }, { region: "virginia" }),
      gateway: nodeApp("marsh-gateway", "node server.js", { API_URL: "https://marsh-api.onrender.com" }),
    },
  },
  {
    name: "twenty-sixth-sound-site-and-its-api",
    why: "The pages ask the API's public address, which Render gives by then.",
    source: "Render's page on static sites",
    resources: {
      api: python("marsh-api", UNICORN, { DATABASE_URL: SESSION }),
      pages: site({
        name: "marsh-pages",
        repoUrl: "https://github.com/marsh-works/pages",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        envVars: values({ VITE_API_URL: "${api.url}" }),
        routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
      }),
    },
  },
  {
    name: "twenty-sixth-sound-backend-at-a-port-of-its-own",
    why: "The backend listens on 3000, as PORT says, and is asked there.",
    source: "gitroomhq/postiz-app, issue 632, as it ends",
    resources: {
      backend: inner("marsh-backend", UNICORN, { PORT: "3000", DATABASE_URL: SESSION }),
      front: nodeApp("marsh-front", "npx next start -p $PORT", {
        BACKEND_INTERNAL_URL: "http://marsh-backend:3000",
      }),
    },
  },
  {
    name: "twenty-sixth-sound-renderer-at-its-command-s-port",
    why: "A private service may listen on any port, and its client asks that one.",
    source: "Render's page on private services",
    resources: {
      renderer: inner("marsh-renderer", "uvicorn renderer:app --host 0.0.0.0 --port 8181", {
        LOG_LEVEL: "info",
      }),
      app: python("marsh-app", UNICORN, { RENDERER_URL: "http://marsh-renderer:8181/render" }),
    },
  },
  {
    name: "twenty-sixth-sound-paid-service-that-is-asked",
    why: "A paid web service receives requests by its internal name.",
    source: "Render's page on the private network",
    resources: {
      search: python("marsh-search", UNICORN, {}),
      app: nodeApp("marsh-app", "node server.js", { SEARCH_URL: "http://marsh-search:8000" }),
    },
  },
  {
    name: "twenty-sixth-sound-free-service-that-asks",
    why: "A free web service sends requests into the private network, and receives none.",
    source: "Render's page on free instances",
    resources: {
      search: inner("marsh-search", UNICORN, { PORT: "8000" }),
      app: nodeApp(
        "marsh-app",
        "npx next start -p $PORT",
        { SEARCH_URL: "http://marsh-search:8000" },
        { plan: "free" },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-queue-mode",
    why: "Main and worker know the store's host, and share one key.",
    source: "n8n's page on queue mode",
    resources: {
      main: nodeApp(
        "marsh-n8n",
        "npx n8n start",
        {
          ...n8n(),
          EXECUTIONS_MODE: "queue",
          QUEUE_BULL_REDIS_HOST: "red-d0heron0marsh0canary",
          QUEUE_BULL_REDIS_PORT: "6379",
        },
        { runtimeSource: native("node", "npm ci", "flows"), healthCheckPath: "/healthz" },
      ),
      worker: queue(
        "marsh-n8n-worker",
        "npx n8n worker --concurrency=5",
        {
          ...n8n(),
          EXECUTIONS_MODE: "queue",
          QUEUE_BULL_REDIS_HOST: "red-d0heron0marsh0canary",
          QUEUE_BULL_REDIS_PORT: "6379",
        },
        { runtimeSource: native("node", "npm ci", "flows") },
      ),
    },
  },
];
