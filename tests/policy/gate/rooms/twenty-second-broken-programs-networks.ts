import { type BrokenProgram, envGroup, envGroupLink } from "../eighteenth-form";
import {
  cronOf,
  FASTAPI,
  GUNICORN,
  innerOf,
  SESSION,
  STORE,
  siteOf,
  store,
  webOf,
  workerOf,
} from "./twenty-second-form";

const NETWORK = "service/private-network";
const WORKER = "celery -A quay worker --loglevel=info";
const ml = (startCommand = "uvicorn ml:app --host 0.0.0.0 --port 5000", more: object = {}) =>
  innerOf("python", "ml", startCommand, { MODEL: "small" }, { ...more });

/** Broken programs in which a service asks another one, or a store, where nothing answers. */
export const REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SECOND: readonly BrokenProgram[] = [
  {
    name: "site-asks-an-internal-name",
    rules: [NETWORK],
    at: ["site", "envVars.VITE_API_URL"],
    why: "Browsers ask what the pages name, and a name of the private network is known to none of them.",
    source: "Render's page on the private network",
    resources: {
      api: webOf("python", "api", FASTAPI, { DATABASE_URL: SESSION }),
      site: siteOf("npm ci && npx vite build", "dist", { VITE_API_URL: "http://quay-api:8000" }),
    },
  },
  {
    name: "site-asks-localhost",
    rules: [NETWORK, "environment/refused-value", "environment/placeholder", "service/unmet-need"],
    at: ["site", "envVars.VITE_API_URL"],
    why: "The pages ask each visitor's own machine, where no API listens.",
    source: "Vite's page on environment variables",
    resources: {
      api: webOf("node", "api", "node dist/index.js", { DATABASE_URL: SESSION }),
      site: siteOf("npm ci && npx vite build", "dist", { VITE_API_URL: "http://localhost:5000/api" }),
    },
  },
  {
    name: "web-asks-a-worker",
    rules: [NETWORK, "port/peer-mismatch"],
    at: ["api", "envVars.SCRAPER_URL"],
    alsoAt: [["scraper", "startCommand"]],
    why: "A background worker receives no requests in the private network.",
    source: "Render's page on background workers",
    resources: {
      scraper: workerOf("node", "scraper", "node scraper.js", { DATABASE_URL: SESSION }),
      api: webOf("node", "api", "node dist/index.js", { SCRAPER_URL: "http://quay-scraper:10000" }),
    },
  },
  {
    name: "web-asks-another-region",
    rules: [NETWORK],
    at: ["api", "envVars.ML_URL"],
    alsoAt: [
      ["ml", "region"],
      ["api", "region"],
    ],
    why: "A private network is of one region: the name is not found in another one.",
    source: "Render's page on the private network",
    resources: {
      ml: ml(undefined, { region: "virginia" }),
      api: webOf("python", "api", FASTAPI, { ML_URL: "http://${ml.slug}:5000" }, { region: "frankfurt" }),
    },
  },
  {
    name: "web-asks-a-free-service-inside",
    rules: [NETWORK],
    at: ["gateway", "envVars.USERS_URL"],
    alsoAt: [["users", "plan"]],
    why: "A free web service sends requests in the private network and receives none.",
    source: "Render's page on free instances",
    resources: {
      users: webOf("node", "users", "node dist/main.js", { DATABASE_URL: SESSION }, { plan: "free" }),
      gateway: webOf("node", "gateway", "node dist/main.js", { USERS_URL: "http://${users.slug}:8000" }),
    },
  },
  {
    name: "private-service-at-another-port",
    rules: ["port/peer-mismatch"],
    at: ["api", "envVars.ML_URL"],
    alsoAt: [
      ["ml", "startCommand"],
      ["ml", "envVars"],
    ],
    why: "The private service listens on 5000, and the private network forwards no port.",
    source: "Render's page on private services",
    resources: { ml: ml(), api: webOf("python", "api", FASTAPI, { ML_URL: "http://${ml.slug}:8080" }) },
  },
  {
    name: "flask-behind-loopback",
    rules: ["service/loopback-bind"],
    at: ["ml", "startCommand"],
    why: "uvicorn without a host listens on 127.0.0.1, and other services are refused.",
    source: "uvicorn's page on settings",
    resources: {
      ml: ml("uvicorn ml:app --port 5000"),
      api: webOf("python", "api", FASTAPI, { ML_URL: "http://${ml.slug}:5000" }),
    },
  },
  {
    name: "private-service-by-a-public-address",
    rules: [NETWORK],
    at: ["api", "envVars.ML_URL"],
    alsoAt: [["ml", "name"]],
    why: "A private service has no address at onrender.com, so the name answers 404 or nothing.",
    source: "Render's page on private services",
    resources: { ml: ml(), api: webOf("python", "api", FASTAPI, { ML_URL: "https://quay-ml.onrender.com" }) },
  },
  {
    name: "worker-with-a-local-broker",
    rules: [NETWORK, "database/local-host", "service/unmet-need"],
    at: ["worker", "envVars.CELERY_BROKER_URL"],
    why: "The store is declared, but the worker looks for it on its own instance: Error 111, connection refused.",
    source: "Render's page on Celery",
    resources: {
      store: store(),
      api: webOf("python", "api", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
      worker: workerOf("python", "worker", WORKER, { CELERY_BROKER_URL: "redis://127.0.0.1:6379/0" }),
    },
  },
  {
    name: "store-in-another-region",
    rules: [NETWORK],
    at: ["worker", "envVars.REDIS_URL"],
    alsoAt: [
      ["store", "region"],
      ["worker", "region"],
    ],
    why: "The internal address of a store means nothing in another region.",
    source: "Render's page on Key Value",
    resources: {
      store: store("noeviction", "ohio"),
      worker: workerOf("node", "worker", "node dist/worker.js", { REDIS_URL: STORE }),
    },
  },
  {
    name: "cron-asks-its-own-instance",
    rules: [NETWORK, "database/local-host", "service/unmet-need"],
    at: ["digest", "envVars.API_URL"],
    why: "A cron job has an instance of its own, on which the web service does not run.",
    source: "Render's page on cron jobs",
    resources: {
      api: webOf("python", "api", FASTAPI, { DATABASE_URL: SESSION }),
      digest: cronOf("python", "digest", "0 7 * * *", "curl -fsS -X POST $API_URL/digest", {
        API_URL: "http://localhost:8000",
      }),
    },
  },
  {
    name: "group-with-the-host-of-compose",
    rules: ["database/local-host", NETWORK, "service/unknown-peer"],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars"],
      ["worker", "envVars"],
    ],
    why: "db is a service of the team's compose file, and no service or database of the program has that name.",
    source: "Render's page on the private network; Docker's page on compose's networks",
    resources: {
      shared: envGroup({
        name: "quay-shared",
        envVars: { DATABASE_URL: { value: "postgresql://quay:Vd7nHarbor2Kx@db:5432/quay" } },
      }),
      api: webOf("python", "api", GUNICORN),
      worker: workerOf("python", "worker", WORKER, { CELERY_BROKER_URL: STORE }),
      store: store(),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${worker.id}"] }),
    },
  },
];
