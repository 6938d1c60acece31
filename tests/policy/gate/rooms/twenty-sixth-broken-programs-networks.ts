import { type BrokenProgram, keyValue, site, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { hostedWeb, hostedWorker, SESSION } from "./twenty-sixth-form";

const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";
const store = (name: string, region: string, maxMemoryPolicy = "noeviction") =>
  keyValue({ name, plan: "starter", region, maxMemoryPolicy });
const LOCAL = "database/local-host";
const NETWORK = "service/private-network";

/** Broken programs whose parts do not find each other. */
export const REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-redis-on-the-machine-of-server-and-worker",
    rules: [LOCAL, NETWORK],
    at: ["server", "envVars.REDIS_URL"],
    alsoAt: [["worker", "envVars.REDIS_URL"]],
    why: "Neither instance runs a Redis: connect ECONNREFUSED 127.0.0.1:6379, and the service ends.",
    source: "twentyhq/twenty, issues 7768 and 8269",
    resources: {
      server: hostedWeb(
        "twenty-server",
        "docker.io/twentycrm/twenty",
        "v0.33.0",
        {
          NODE_PORT: "8000",
          PG_DATABASE_URL: SESSION,
          REDIS_URL: "redis://localhost:6379",
          SERVER_URL: "https://crm.marsh.example.org",
          APP_SECRET: "k4Curlew9Whimbrel2Godwit",
        },
        { healthCheckPath: "/healthz" },
      ),
      worker: hostedWorker("twenty-worker", "docker.io/twentycrm/twenty", "v0.33.0", "yarn worker:prod", {
        PG_DATABASE_URL: SESSION,
        REDIS_URL: "redis://localhost:6379",
        APP_SECRET: "k4Curlew9Whimbrel2Godwit",
      }),
    },
  },
  {
    name: "twenty-sixth-store-beside-a-loopback-address",
    rules: [LOCAL, NETWORK],
    at: ["app", "envVars.REDIS_URL"],
    why: "The store is there, and the service still asks its own machine.",
    source: "wearrrrr/HaiKei, issue 22",
    resources: {
      cache: store("marsh-cache", "frankfurt"),
      app: nodeApp("marsh-app", "node index.js", {
        REDIS_URL: "redis://127.0.0.1:6379",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-store-of-another-region",
    rules: [NETWORK],
    at: ["app", "envVars.REDIS_URL"],
    alsoAt: [
      ["cache", "region"],
      ["app", "region"],
    ],
    why: "The internal address means nothing in another region: the name is not found.",
    source: "Render's pages on the private network and on Key Value",
    resources: {
      cache: store("marsh-cache", "oregon"),
      app: python("marsh-app", UNICORN, {
        REDIS_URL: "${cache.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-worker-far-from-its-queue",
    rules: [NETWORK],
    at: ["worker", "envVars.REDIS_URL"],
    alsoAt: [
      ["worker", "region"],
      ["jobs", "region"],
    ],
    why: "The web service is beside the store, the worker is not: jobs are put in, and never taken out.",
    source: "chatwoot/chatwoot's Blueprint; Render's page on the private network",
    resources: {
      jobs: store("marsh-jobs", "frankfurt"),
      web: python("marsh-web", UNICORN, {
        REDIS_URL: "${jobs.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
      worker: queue(
        "marsh-worker",
        "celery -A marsh worker --loglevel=info",
        { REDIS_URL: "${jobs.connectionInfo.internalConnectionString}", DATABASE_URL: SESSION },
        { region: "ohio" },
      ),
    },
  },
  {
    name: "twenty-sixth-api-of-another-region",
    rules: [NETWORK],
    at: ["gateway", "envVars.API_URL"],
    alsoAt: [
      ["gateway", "region"],
      ["api", "region"],
    ],
    why: "A private service is asked within its region alone.",
    source: "Render's page on the private network",
    resources: {
      api: inner("marsh-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }, { region: "virginia" }),
      gateway: nodeApp("marsh-gateway", "node server.js", { API_URL: "http://marsh-api:8000" }),
    },
  },
  {
    name: "twenty-sixth-site-that-asks-an-internal-name",
    rules: [NETWORK],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "A visitor's browser knows no name of the private network.",
    source: "Render's pages on static sites and on the private network",
    resources: {
      api: python("marsh-api", UNICORN, { DATABASE_URL: SESSION }),
      pages: site({
        name: "marsh-pages",
        repoUrl: "https://github.com/marsh-works/pages",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        envVars: values({ VITE_API_URL: "http://marsh-api:8000" }),
      }),
    },
  },
  {
    name: "twenty-sixth-site-that-asks-a-visitor",
    rules: [NETWORK, LOCAL, "environment/refused-value"],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "The pages ask the visitor's own machine, on which no API runs.",
    source: "baptisteArno/typebot.io, issue 791; Vite's page on env variables",
    resources: {
      api: python("marsh-api", UNICORN, { DATABASE_URL: SESSION }),
      pages: site({
        name: "marsh-pages",
        repoUrl: "https://github.com/marsh-works/pages",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        envVars: values({ VITE_API_URL: "http://localhost:8000" }),
      }),
    },
  },
];
