import type { BrokenProgram } from "../eighteenth-form";
import { python, queue } from "../twentieth-form";
import {
  broken,
  CELERY,
  database,
  engine,
  NETWORK,
  PEER,
  pages,
  REFUSED,
  store,
  UVICORN,
} from "./weekday-form";

/** Programs of several services and stores, each with one fault in what they ask of each other. */
export const WEEKDAY_BROKEN_NETWORKS: readonly BrokenProgram[] = [
  broken("web-asks-a-worker", [NETWORK], ["web", "envVars.JOBS_URL"], "a worker receives no requests", {
    web: python("plover-web", UVICORN, { JOBS_URL: "http://plover-jobs:8000" }),
    jobs: queue("plover-jobs", CELERY, {
      CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
    }),
    store: store(),
  }),
  broken("pages-ask-inside", [NETWORK], ["pages", "envVars.VITE_API_URL"], "browsers find no internal name", {
    pages: pages({ VITE_API_URL: "http://plover-engine:8000" }),
    engine: engine(),
  }),
  broken("engine-without-port", [PEER, NETWORK], ["web", "envVars.ENGINE_URL"], "port 80 is not opened", {
    web: python("plover-web", UVICORN, { ENGINE_URL: "http://plover-engine" }),
    engine: engine(),
  }),
  broken("engine-by-https", [NETWORK, PEER], ["web", "envVars.ENGINE_URL"], "nothing decrypts inside", {
    web: python("plover-web", UVICORN, { ENGINE_URL: "https://plover-engine:8000" }),
    engine: engine(),
  }),
  broken("engine-at-10000", [PEER], ["web", "envVars.ENGINE_URL"], "the engine opens 8000", {
    web: python("plover-web", UVICORN, { ENGINE_URL: "http://plover-engine:10000" }),
    engine: engine(),
  }),
  broken("engine-in-oregon", [NETWORK], ["web", "envVars.ENGINE_URL"], "another region's network", {
    web: python("plover-web", UVICORN, { ENGINE_URL: "http://plover-engine:8000" }),
    engine: engine({ region: "oregon" }),
  }),
  broken("store-in-oregon", [NETWORK], ["web", "envVars.REDIS_URL"], "another region's network", {
    web: python("plover-web", UVICORN, { REDIS_URL: "${store.connectionInfo.internalConnectionString}" }),
    store: store({ region: "oregon" }),
  }),
  broken("database-in-ohio", [NETWORK], ["web", "envVars.DATABASE_URL"], "another region's network", {
    web: python("plover-web", UVICORN, { DATABASE_URL: "${db.connectionInfo.internalConnectionString}" }),
    db: database({ region: "ohio" }),
  }),
  broken(
    "free-web-is-asked",
    [NETWORK],
    ["web", "envVars.API_URL"],
    "a free web service receives nothing inside",
    {
      web: python("plover-web", UVICORN, { API_URL: "http://plover-api:8000" }),
      api: python("plover-api", UVICORN, {}, { plan: "free" }),
    },
  ),
  broken(
    "route-leads-inside",
    [NETWORK, REFUSED],
    ["pages", "routes"],
    "Render's edge finds no internal name",
    {
      pages: pages(
        {},
        { routes: [{ type: "rewrite", source: "/api/*", destination: "http://plover-engine:8000/*" }] },
      ),
      engine: engine(),
    },
    [
      ["pages", "routes[0].destination"],
      ["pages", "routes[0]"],
    ],
  ),
  broken(
    "two-of-one-name",
    ["service/taken-name"],
    ["web", "name"],
    "a name is taken once",
    {
      web: python("plover-web", UVICORN),
      api: python("plover-web", UVICORN),
    },
    [["api", "name"]],
  ),
  broken(
    "two-of-one-domain",
    ["service/custom-domain"],
    ["web", "customDomains"],
    "a domain leads to one service",
    {
      web: python("plover-web", UVICORN, {}, { customDomains: [{ name: "app.plover-sand.com" }] }),
      pages: pages({}, { customDomains: [{ name: "app.plover-sand.com" }] }),
    },
    [
      ["pages", "customDomains"],
      ["web", "customDomains[0].name"],
      ["pages", "customDomains[0].name"],
    ],
  ),
  broken(
    "jobs-in-another-store",
    ["service/queue-store", "service/unmet-need"],
    ["jobs", "envVars.CELERY_BROKER_URL"],
    "the worker reads from another store",
    {
      web: python("plover-web", UVICORN, { CELERY_BROKER_URL: "redis://red-cq1plover1a:6379/0" }),
      jobs: queue("plover-jobs", CELERY, { CELERY_BROKER_URL: "redis://red-cq2plover2b:6379/0" }),
    },
    [["web", "envVars.CELERY_BROKER_URL"]],
  ),
  broken(
    "store-takes-jobs-away",
    ["service/queue-store"],
    ["jobs", "envVars.CELERY_BROKER_URL"],
    "a full store takes jobs away",
    {
      jobs: queue("plover-jobs", CELERY, {
        CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
      }),
      store: store({ maxMemoryPolicy: "allkeys_lru" }),
    },
    [["jobs", "startCommand"]],
  ),
];
