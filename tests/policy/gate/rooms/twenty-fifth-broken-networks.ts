import { type BrokenProgram, privateService, worker } from "../eighteenth-form";
import {
  CELERY,
  engine,
  NODE,
  ONE_PAGE,
  open,
  PYTHON,
  pages,
  SESSION,
  STORE,
  service,
  store,
} from "./twenty-fifth-form";

const NETWORK = "service/private-network";
const PEER = "port/peer-mismatch";
const LOCAL = "database/local-host";

/** Broken programs in which one service asks another one where it is not. */
export const REJECTED_NETWORKS_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-store-of-another-region",
    rules: [NETWORK],
    at: ["jobs", "envVars.CELERY_BROKER_URL"],
    alsoAt: [
      ["jobs", "region"],
      ["store", "region"],
    ],
    why: "The store's internal address means nothing in another region: Name or service not known.",
    source: "Render's pages on Key Value and on the private network",
    resources: {
      store: store({ region: "oregon" }),
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, {
        CELERY_BROKER_URL: STORE,
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-fifth-broker-by-the-name-of-compose",
    rules: [NETWORK, LOCAL],
    at: ["jobs", "envVars.REDIS_URL"],
    why: "redis is the compose file's service: getaddrinfo ENOTFOUND redis, and the store has another name.",
    source: "immich issue 12252; bullmq issue 3361",
    resources: {
      store: store(),
      jobs: service(worker, NODE, "lantern-jobs", "node dist/worker.js", { REDIS_URL: "redis://redis:6379" }),
    },
  },
  {
    name: "twenty-fifth-worker-without-its-store",
    rules: [LOCAL, NETWORK],
    at: ["jobs", "envVars.REDIS_URL"],
    why: "A store is there, and Sidekiq looks for one in its own instance: Connection refused at 127.0.0.1.",
    source: "sidekiq issue 4170",
    resources: {
      store: store(),
      jobs: service(
        worker,
        ["ruby", "bundle install"],
        "lantern-jobs",
        "bundle exec sidekiq -C config/sidekiq.yml",
        {
          RAILS_ENV: "production",
          REDIS_URL: "redis://127.0.0.1:6379/0",
          DATABASE_URL: SESSION,
        },
      ),
    },
  },
  {
    name: "twenty-fifth-pages-that-ask-an-internal-name",
    rules: [NETWORK],
    at: ["pages", "envVars.VITE_API_URL"],
    why: "The browser of a visitor is not in Render's private network: the name is not found.",
    source: "Render's page on the private network",
    resources: {
      api: open(NODE, "lantern-api", "node dist/main.js", { DATABASE_URL: SESSION }),
      pages: pages("lantern-pages", "npm ci && npm run build", "dist", {
        VITE_API_URL: "http://lantern-api:8000",
      }),
    },
  },
  {
    name: "twenty-fifth-pages-that-ask-the-visitors-machine",
    rules: [],
    at: ["pages", "envVars.REACT_APP_API_URL"],
    why: "The build writes the developer's address into the pages: ERR_CONNECTION_REFUSED at each visitor's.",
    source: "issues of many repositories, such as SDS37/kyc-multi-frontend 121",
    resources: {
      api: open(NODE, "lantern-api", "node server.js", { DATABASE_URL: SESSION }),
      pages: pages(
        "lantern-pages",
        "npm ci && npm run build",
        "build",
        { REACT_APP_API_URL: "http://localhost:5000/api" },
        ONE_PAGE,
      ),
    },
  },
  {
    name: "twenty-fifth-private-service-at-another-port",
    rules: [PEER],
    at: ["web", "envVars.ENGINE_URL"],
    why: "The private service listens on 8000, and the port of the developer's machine was left: refused.",
    source: "Render's page on the private network",
    resources: {
      engine: service(
        privateService,
        PYTHON,
        "lantern-engine",
        "uvicorn engine.main:app --host 0.0.0.0 --port 8000",
        { PORT: "8000" },
      ),
      web: open(NODE, "lantern-web", "npx next start -H 0.0.0.0 -p $PORT", {
        ENGINE_URL: "http://lantern-engine:8080",
      }),
    },
  },
  {
    name: "twenty-fifth-private-service-without-a-port",
    rules: [PEER],
    at: ["web", "envVars.RAINBOW_URL"],
    why: "Without a port it is 80, on which the private service does not listen: connect ECONNREFUSED …:80.",
    source: "ensnode issue 218",
    resources: {
      engine: engine("npx http-server public -a 0.0.0.0 -p 8000"),
      web: open(NODE, "lantern-web", "npx next start -H 0.0.0.0 -p $PORT", {
        RAINBOW_URL: "http://lantern-engine",
      }),
    },
  },
  {
    name: "twenty-fifth-worker-that-is-asked",
    rules: [NETWORK, PEER],
    at: ["api", "envVars.RENDERER_URL"],
    why: "A background worker receives no requests, whatever it listens on.",
    source: "Render's page on background workers",
    resources: {
      renderer: service(
        worker,
        PYTHON,
        "lantern-renderer",
        "uvicorn render:app --host 0.0.0.0 --port 9000",
        {},
      ),
      api: open(PYTHON, "lantern-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
        RENDERER_URL: "http://lantern-renderer:9000",
      }),
    },
  },
];
