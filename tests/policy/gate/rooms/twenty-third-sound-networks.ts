import { keyValue, type ProgramCase, privateService, site, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { GUNICORN } from "../twenty-first-form";
import { pages, pooled, SESSION, UPSTASH, works } from "./twenty-third-form";

const store = (name: string, maxMemoryPolicy: string) =>
  keyValue({ name, plan: "starter", region: "frankfurt", maxMemoryPolicy });

const NODE_SESSION = pooled("5432/postgres?sslmode=no-verify");

/** Sound programs of public guides in which resources ask each other. */
export const REACHED_OF_TWENTY_THIRD: readonly ProgramCase[] = [
  works(
    "celery-with-render-s-own-store",
    "Both services are in the store's region, and get its internal address from it.",
    "Render's page on Celery",
    {
      queue: store("lark-queue", "noeviction"),
      shop: python("lark-shop", GUNICORN, {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "${queue.connectionInfo.internalConnectionString}",
      }),
      jobs: queue("lark-jobs", "celery -A shop worker -l info --concurrency 2", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: "${queue.connectionInfo.internalConnectionString}",
      }),
    },
  ),
  works(
    "bullmq-with-a-store-that-keeps-all",
    "The store takes no keys away, and web and worker ask it by its own address.",
    "BullMQ's page on going to production",
    {
      queue: store("lark-queue", "noeviction"),
      api: nodeApp("lark-api", "node dist/main.js", {
        DATABASE_URL: NODE_SESSION,
        REDIS_URL: "${queue.connectionInfo.internalConnectionString}",
      }),
      jobs: queue(
        "lark-jobs",
        "node dist/worker.js",
        { DATABASE_URL: NODE_SESSION, REDIS_URL: "${queue.connectionInfo.internalConnectionString}" },
        { runtimeSource: nodeApp("lark-jobs", "").properties.runtimeSource },
      ),
    },
  ),
  works(
    "cache-that-takes-keys-away",
    "Pages that are kept may be lost: a cache of Django's needs no key for ever.",
    "Render's page on Key Value",
    {
      cache: store("lark-cache", "allkeys_lru"),
      shop: python("lark-shop", GUNICORN, {
        DATABASE_URL: SESSION,
        CACHE_URL: "${cache.connectionInfo.internalConnectionString}",
      }),
    },
  ),
  works(
    "peer-at-its-own-port",
    "The model listens on 9000 and is asked there, by the name that Render gives it.",
    "Render's page on private services",
    {
      model: inner("lark-model", "uvicorn model.main:app --host 0.0.0.0 --port 9000", { PORT: "9000" }),
      api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
        DATABASE_URL: SESSION,
        MODEL_URL: "http://${model.slug}:9000",
      }),
    },
  ),
  works(
    "renderer-that-asks-and-is-not-asked",
    "The worker asks the paid web service by its internal name, and nothing asks the worker.",
    "Render's page on background workers",
    {
      api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", { DATABASE_URL: SESSION }),
      renderer: queue("lark-renderer", "python -m renderer.loop", { API_URL: "http://${api.slug}:8000" }),
    },
  ),
  works(
    "pages-that-ask-a-public-address",
    "Browsers reach the API by the address that Render gives it, and other paths lead to the one page.",
    "Render's page on static sites",
    {
      api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", { DATABASE_URL: SESSION }),
      pages: site(
        pages(
          "lark-pages",
          "npm ci && npx vite build --outDir dist",
          "dist",
          { VITE_API_URL: "${api.url}" },
          { routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }] },
        ),
      ),
    },
  ),
  works(
    "worker-with-a-redis-of-another-provider",
    "Upstash is reached by TLS from everywhere.",
    "Upstash's page on connecting",
    {
      api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
        DATABASE_URL: SESSION,
        REDIS_URL: UPSTASH,
      }),
      jobs: queue("lark-jobs", "arq app.worker.WorkerSettings", {
        DATABASE_URL: SESSION,
        REDIS_URL: UPSTASH,
      }),
    },
  ),
  works(
    "search-engine-as-a-private-service",
    "Meilisearch listens on all interfaces at 7700, and keeps its index on its disk.",
    "Render's guide on Meilisearch; Meilisearch's page on its settings",
    {
      search: privateService({
        name: "lark-search",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: { image: { imageUrl: "docker.io/getmeili/meilisearch", tag: "v1.11" } },
        disk: { name: "lark-index", sizeGb: 5, mountPath: "/meili_data" },
        envVars: values({
          PORT: "7700",
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
          MEILI_ENV: "production",
          MEILI_MASTER_KEY: "r3HeronFen8sTarnKestrel5wMoss",
        }),
      }),
      api: nodeApp("lark-api", "node dist/main.js", {
        DATABASE_URL: NODE_SESSION,
        MEILI_URL: "http://${search.slug}:7700",
      }),
    },
  ),
];
