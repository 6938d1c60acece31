import { LOCAL } from "../batch";
import { type BrokenProgram, keyValue, site } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { GUNICORN } from "../twenty-first-form";
import { breaks, CANARY, NETWORK, pages, SESSION, UPSTASH, works } from "./twenty-third-form";

const store = (region: string, maxMemoryPolicy = "noeviction") =>
  keyValue({ name: "lark-queue", plan: "starter", region, maxMemoryPolicy });

/** Broken programs of reports in which one resource asks another where it does not answer. */
export const UNREACHED_OF_TWENTY_THIRD: readonly BrokenProgram[] = [
  breaks(
    [LOCAL, NETWORK],
    [
      ["jobs", "envVars.CELERY_BROKER_URL"],
      ["shop", "envVars.CELERY_BROKER_URL"],
    ],
    works(
      "broker-by-the-name-of-a-compose-file",
      "The host redis was the compose file's service; here the store has a name that Render gives it.",
      "celery/celery's page on Redis; Render's page on Key Value",
      {
        queue: store("frankfurt"),
        shop: python("lark-shop", GUNICORN, {
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: "redis://redis:6379/0",
        }),
        jobs: queue("lark-jobs", "celery -A shop worker -l info", {
          DATABASE_URL: SESSION,
          CELERY_BROKER_URL: "redis://redis:6379/0",
        }),
      },
    ),
  ),
  breaks(
    [NETWORK],
    [
      ["api", "envVars.REDIS_URL"],
      ["queue", "region"],
      ["api", "region"],
    ],
    works(
      "store-in-oregon-and-service-in-frankfurt",
      "An internal address of a store means nothing in another region.",
      "Render's page on the private network",
      {
        queue: store("oregon"),
        api: nodeApp("lark-api", "node dist/main.js", {
          DATABASE_URL: SESSION,
          REDIS_URL: "${queue.connectionInfo.internalConnectionString}",
        }),
      },
    ),
  ),
  breaks(
    ["port/peer-mismatch", NETWORK],
    [
      ["api", "envVars.MODEL_URL"],
      ["model", "envVars.PORT"],
      ["model", "startCommand"],
    ],
    works(
      "peer-at-the-port-of-the-asking-service",
      "The model listens on 9000, and nothing in the private network forwards 8000.",
      "Render's page on private services",
      {
        model: inner("lark-model", "uvicorn model.main:app --host 0.0.0.0 --port 9000", { PORT: "9000" }),
        api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
          DATABASE_URL: SESSION,
          MODEL_URL: "http://lark-model:8000",
        }),
      },
    ),
  ),
  breaks(
    [NETWORK],
    [
      ["api", "envVars.RENDERER_URL"],
      ["renderer", "startCommand"],
    ],
    works(
      "background-worker-that-is-asked-by-http",
      "A background worker has no internal host name and receives nothing.",
      "Render's page on background workers",
      {
        renderer: queue("lark-renderer", "uvicorn renderer.main:app --host 0.0.0.0 --port 8000", {}),
        api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
          DATABASE_URL: SESSION,
          RENDERER_URL: "http://lark-renderer:8000",
        }),
      },
    ),
  ),
  breaks(
    [NETWORK],
    [["pages", "envVars.VITE_API_URL"]],
    works(
      "pages-that-ask-an-internal-name",
      "Browsers load the pages, and no browser is in the private network.",
      "Render's page on static sites",
      {
        api: inner("lark-api", "uvicorn main:app --host 0.0.0.0 --port 8000", {
          PORT: "8000",
          DATABASE_URL: SESSION,
        }),
        pages: site(
          pages("lark-pages", "npm ci && npm run build", "dist", { VITE_API_URL: "http://lark-api:8000" }),
        ),
      },
    ),
  ),
  breaks(
    ["service/queue-store"],
    [["queue", "maxMemoryPolicy"]],
    works(
      "jobs-in-a-store-that-takes-keys-away",
      "With allkeys_lru a full store takes away jobs that wait: BullMQ asks for noeviction.",
      "BullMQ's page on going to production",
      {
        queue: store("frankfurt", "allkeys_lru"),
        jobs: queue(
          "lark-jobs",
          "node dist/worker.js",
          { BULLMQ_REDIS_URL: "${queue.connectionInfo.internalConnectionString}", DATABASE_URL: SESSION },
          { runtimeSource: nodeApp("lark-jobs", "").properties.runtimeSource },
        ),
      },
    ),
  ),
  breaks(
    [LOCAL, NETWORK],
    [["jobs", "envVars.REDIS_URL"]],
    works(
      "worker-that-was-moved-from-railway",
      "The name is of Railway's private network, and no other network knows it.",
      "Railway's page on private networking",
      {
        api: python("lark-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
          DATABASE_URL: SESSION,
          REDIS_URL: UPSTASH,
        }),
        jobs: queue("lark-jobs", "arq app.worker.WorkerSettings", {
          DATABASE_URL: SESSION,
          REDIS_URL: `redis://default:${CANARY}@redis.railway.internal:6379`,
        }),
      },
    ),
  ),
];
