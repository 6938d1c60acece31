import { type BrokenProgram, keyValue, privateService, values } from "../eighteenth-form";
import {
  app,
  built,
  GUNICORN,
  jobs,
  NETWORK,
  NODE,
  PYTHON,
  pages,
  SESSION,
  UNICORN,
} from "./twenty-seventh-form";

const inner = (name: string, startCommand: string, of: Record<string, string>, more = {}) =>
  privateService({
    name,
    plan: "starter",
    region: "frankfurt",
    startCommand,
    ...built("python", "pip install -r requirements.txt"),
    envVars: values(of),
    ...more,
  });

/** Broken programs: who asks whom, by which name, from where. */
export const REJECTED_PROGRAM_NETWORKS_OF_TWENTY_SEVENTH: readonly BrokenProgram[] = [
  {
    name: "twenty-seventh-page-asks-an-internal-name",
    rules: [NETWORK],
    at: ["front", "envVars.REACT_APP_API_URL"],
    why: "A browser finds no internal name: ERR_NAME_NOT_RESOLVED.",
    source: "Render's page on its private network",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      front: pages("brook-front", "npm ci && npm run build", "build", {
        envVars: values({ REACT_APP_API_URL: "http://brook-api:8000" }),
      }),
    },
  },
  {
    name: "twenty-seventh-page-asks-its-reader",
    rules: [NETWORK, "database/local-host", "environment/refused-value", "environment/debug-in-production"],
    at: ["front", "envVars.VITE_API_URL"],
    why: "localhost is the machine of who reads the page.",
    source: "StackOverflow: deployed React app still calls localhost",
    resources: {
      api: app("brook-api", PYTHON, GUNICORN, { DATABASE_URL: SESSION }),
      front: pages("brook-front", "npm ci && npm run build", "dist", {
        envVars: values({ VITE_API_URL: "http://localhost:8000/api" }),
      }),
    },
  },
  {
    name: "twenty-seventh-worker-is-asked",
    rules: [NETWORK],
    at: ["api", "envVars.FLOWER_URL"],
    alsoAt: [["flower", "startCommand"]],
    why: "A background worker receives no requests, so Flower has to be a private or a web service.",
    source: "Render's page on background workers",
    resources: {
      flower: jobs("brook-flower", PYTHON, "celery -A brook flower --port=5555", {
        CELERY_BROKER_URL: "redis://red-d1dipper0brook0canary:6379",
      }),
      api: app("brook-api", PYTHON, UNICORN, {
        DATABASE_URL: SESSION,
        FLOWER_URL: "http://brook-flower:5555",
      }),
    },
  },
  {
    name: "twenty-seventh-free-service-is-asked",
    rules: [NETWORK],
    at: ["front", "envVars.API_URL"],
    alsoAt: [["api", "plan"]],
    why: "A free web service receives nothing by the private network.",
    source: "Render's page on its private network",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }, { plan: "free" }),
      front: app("brook-front", NODE, "npx next start -H 0.0.0.0 -p $PORT", {
        API_URL: "http://brook-api:8000",
      }),
    },
  },
  {
    name: "twenty-seventh-two-regions",
    rules: [NETWORK],
    at: ["front", "envVars.API_URL"],
    alsoAt: [
      ["front", "region"],
      ["api", "region"],
    ],
    why: "The private network is one region's.",
    source: "Render's page on its private network",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }, { region: "oregon" }),
      front: app("brook-front", NODE, "npx next start -H 0.0.0.0 -p $PORT", {
        API_URL: "http://brook-api:8000",
      }),
    },
  },
  {
    name: "twenty-seventh-tls-inside",
    rules: [NETWORK, "port/peer-mismatch"],
    at: ["front", "envVars.API_URL"],
    why: "Render's edge speaks TLS, and the service itself plain HTTP: wrong version number.",
    source: "Render's pages on TLS and on its private network",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, "node server.js", { API_URL: "https://brook-api:8000" }),
    },
  },
  {
    name: "twenty-seventh-another-port-is-asked",
    rules: ["port/peer-mismatch"],
    at: ["front", "envVars.BACKEND_URL"],
    why: "The API listens on 8000, and 8080 is asked: connection refused.",
    source: "Render's page on its private network",
    resources: {
      api: inner("brook-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, "node server.js", { BACKEND_URL: "http://brook-api:8080" }),
    },
  },
  {
    name: "twenty-seventh-no-port-is-asked",
    rules: ["port/peer-mismatch"],
    at: ["front", "envVars.BACKEND_URL"],
    why: "http:// without a port is 80, where nothing listens inside.",
    source: "Render's page on its private network; StackOverflow: ECONNREFUSED :80",
    resources: {
      api: inner("brook-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, "node server.js", { BACKEND_URL: "http://brook-api" }),
    },
  },
  {
    name: "twenty-seventh-private-at-10000",
    rules: [NETWORK, "port/reserved", "port/peer-mismatch"],
    at: ["api", "envVars.PORT"],
    alsoAt: [
      ["front", "envVars.BACKEND_URL"],
      ["api", "startCommand"],
    ],
    why: "10000 is not for the private network.",
    source: "Render's page on its private network",
    resources: {
      api: inner("brook-api", UNICORN, { PORT: "10000", DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, "node server.js", { BACKEND_URL: "http://brook-api:10000" }),
    },
  },
  {
    name: "twenty-seventh-private-on-the-loopback",
    rules: ["service/loopback-bind"],
    at: ["api", "startCommand"],
    why: "The private service listens for itself, so the front end's requests are refused.",
    source: "Render's page on private services",
    resources: {
      api: inner("brook-api", "flask --app api run --port 8000", { PORT: "8000", DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, "node server.js", { BACKEND_URL: "http://brook-api:8000" }),
    },
  },
  {
    name: "twenty-seventh-localhost-is-a-neighbour",
    rules: [NETWORK, "database/local-host", "port/peer-mismatch"],
    at: ["front", "envVars.BACKEND_URL"],
    why: "The API is another service, and nothing listens at localhost:8080 of this one.",
    source: "StackOverflow: ECONNREFUSED 127.0.0.1 between two services on Render",
    resources: {
      api: inner("brook-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, "node server.js", { BACKEND_URL: "http://localhost:8080" }),
    },
  },
  {
    name: "twenty-seventh-store-of-another-region",
    rules: [NETWORK],
    at: ["worker", "envVars.REDIS_URL"],
    alsoAt: [
      ["worker", "region"],
      ["store", "region"],
    ],
    why: "The store's internal name is known in its own region alone.",
    source: "Render's page on key value stores",
    resources: {
      store: keyValue({
        name: "brook-store",
        plan: "starter",
        region: "oregon",
        maxMemoryPolicy: "noeviction",
      }),
      worker: jobs("brook-worker", NODE, "node dist/worker.js", {
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
    },
  },
];
