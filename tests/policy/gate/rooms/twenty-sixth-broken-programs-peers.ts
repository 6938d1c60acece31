import { type BrokenProgram, keyValue, privateService, site, values } from "../eighteenth-form";
import { image, inner, nodeApp, python, queue } from "../twentieth-form";
import { CANARY, hostedWeb, hostedWorker, n8n, SESSION } from "./twenty-sixth-form";

const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";
const BIND = "service/loopback-bind";
const NETWORK = "service/private-network";
const DISK = { name: "models", mountPath: "/root/.ollama", sizeGb: 20 };
const inside = (name: string, imageUrl: string, tag: string, of: Record<string, string>, more = {}) =>
  privateService({
    name,
    plan: "standard",
    region: "frankfurt",
    ...image(imageUrl, tag),
    envVars: values(of),
    ...more,
  });

/** Broken programs: what is asked does not listen for others, or has another's name, domain or address. */
export const REJECTED_PROGRAM_PEERS_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-models-on-the-loopback",
    rules: [BIND],
    at: ["models", "envVars.OLLAMA_HOST"],
    why: "OLLAMA_HOST is the address that the server listens on, and on the loopback no other service reaches it.",
    source: "Ollama's page of frequent questions",
    resources: {
      models: inside(
        "marsh-models",
        "docker.io/ollama/ollama",
        "0.5.7",
        { OLLAMA_HOST: "127.0.0.1:11434" },
        { disk: DISK },
      ),
      chat: hostedWeb("marsh-chat", "ghcr.io/open-webui/open-webui", "v0.6.9", {
        OLLAMA_BASE_URL: "http://marsh-models:11434",
        WEBUI_SECRET_KEY: "w2Stilt5Dunlin9Knot",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-models-looked-for-at-home",
    rules: [NETWORK, "database/local-host", "environment/refused-value"],
    at: ["chat", "envVars.OLLAMA_BASE_URL"],
    why: "The models' server is another service, and nothing listens at localhost:11434 of this one.",
    source: "open-webui/open-webui's page on connection errors",
    resources: {
      models: inside("marsh-models", "docker.io/ollama/ollama", "0.5.7", {}, { disk: DISK }),
      chat: hostedWeb("marsh-chat", "ghcr.io/open-webui/open-webui", "v0.6.9", {
        OLLAMA_BASE_URL: "http://localhost:11434",
        WEBUI_SECRET_KEY: "w2Stilt5Dunlin9Knot",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-search-on-the-loopback",
    rules: [BIND],
    at: ["search", "envVars.MEILI_HTTP_ADDR"],
    why: "Meilisearch listens on MEILI_HTTP_ADDR, its own machine here, and the application asks it by name.",
    source: "Meilisearch's page on its configuration",
    resources: {
      search: inside(
        "marsh-search",
        "docker.io/getmeili/meilisearch",
        "v1.11",
        { MEILI_HTTP_ADDR: "localhost:7700", MEILI_MASTER_KEY: `${CANARY}master`, MEILI_ENV: "production" },
        { disk: { name: "search", mountPath: "/meili_data", sizeGb: 5 } },
      ),
      app: python("marsh-app", UNICORN, {
        MEILI_HOST: "http://marsh-search:7700",
        MEILI_KEY: `${CANARY}master`,
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-inner-api-on-the-loopback",
    rules: [BIND],
    at: ["api", "startCommand"],
    why: "The private service listens for itself alone, so the gateway's requests are refused.",
    source: "Render's page on private services",
    resources: {
      api: inner("marsh-api", "uvicorn marsh.main:app --port $PORT", { PORT: "8000", DATABASE_URL: SESSION }),
      gateway: nodeApp("marsh-gateway", "node server.js", { API_URL: "http://marsh-api:8000" }),
    },
  },
  {
    name: "twenty-sixth-own-redis-on-the-loopback",
    rules: [BIND],
    at: ["redis", "startCommand"],
    why: "--bind 127.0.0.1 refuses every other service.",
    source: "Redis's page on security",
    resources: {
      redis: inside(
        "marsh-redis",
        "docker.io/library/redis",
        "7.4-alpine",
        {},
        { startCommand: "redis-server --bind 127.0.0.1 --appendonly yes" },
      ),
      worker: queue("marsh-worker", "celery -A marsh worker", {
        CELERY_BROKER_URL: "redis://marsh-redis:6379/0",
      }),
    },
  },
  {
    name: "twenty-sixth-database-of-another-platform",
    rules: ["database/local-host", NETWORK],
    at: ["app", "envVars.DATABASE_URL"],
    why: "postgres.railway.internal is a name of Railway's network alone.",
    source: "medusajs/medusa, pull request 10246; Railway's page on private networking",
    resources: {
      app: nodeApp("marsh-shop", "npx medusa start --host 0.0.0.0 --port $PORT", {
        DATABASE_URL: `postgresql://postgres:${CANARY}@postgres.railway.internal:5432/railway`,
        JWT_SECRET: "medusa4Bittern9jwt",
      }),
    },
  },
  {
    name: "twenty-sixth-browser-asks-an-internal-name",
    rules: [NETWORK],
    at: ["front", "envVars.NEXT_PUBLIC_API_URL"],
    why: "NEXT_PUBLIC_ is for pages, and a browser finds no internal name.",
    source: "t3-oss/t3-env, issue 344; Next's page on environment variables",
    resources: {
      api: inner("marsh-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
      front: nodeApp("marsh-front", "npx next start -p $PORT", {
        NEXT_PUBLIC_API_URL: "http://marsh-api:8000",
      }),
    },
  },
  {
    name: "twenty-sixth-main-and-worker-of-one-name",
    rules: ["service/taken-name"],
    at: ["worker", "name"],
    alsoAt: [["main", "name"]],
    why: "Render takes a service's name once in a workspace, and refuses the second.",
    source: "Render's API: create a service",
    resources: {
      jobs: keyValue({
        name: "n8n-jobs",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "noeviction",
      }),
      main: hostedWeb(
        "n8n",
        "docker.io/n8nio/n8n",
        "1.107.3",
        { ...n8n(), EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "red-d0heron0marsh0canary" },
        { healthCheckPath: "/healthz" },
      ),
      worker: hostedWorker("n8n", "docker.io/n8nio/n8n", "1.107.3", "n8n worker", {
        ...n8n(),
        EXECUTIONS_MODE: "queue",
        QUEUE_BULL_REDIS_HOST: "red-d0heron0marsh0canary",
      }),
    },
  },
  {
    name: "twenty-sixth-builder-and-viewer-of-one-domain",
    rules: ["service/custom-domain"],
    at: ["viewer", "customDomains"],
    alsoAt: [["builder", "customDomains"]],
    why: "A domain leads to one service, and Render refuses it for the second.",
    source: "Render's page on custom domains",
    resources: {
      builder: nodeApp(
        "marsh-builder",
        "npx next start -p $PORT",
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "bot.marsh.example.org" }] },
      ),
      viewer: site({
        name: "marsh-viewer",
        repoUrl: "https://github.com/marsh-works/viewer",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        customDomains: [{ name: "bot.marsh.example.org" }],
      }),
    },
  },
];
