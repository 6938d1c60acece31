import { keyValue, type ProgramCase, privateService, values } from "../eighteenth-form";
import { image } from "../twentieth-form";
import {
  app,
  built,
  CANARY,
  GUNICORN,
  jobs,
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
const NEXT = "npx next start -H 0.0.0.0 -p $PORT";

/** Sound programs: who asks whom, by which name, from where. */
export const SOUND_PROGRAM_NETWORKS_OF_TWENTY_SEVENTH: readonly ProgramCase[] = [
  {
    name: "twenty-seventh-page-asks-the-public-name",
    why: "The page has the API's public address.",
    source: "Render's page on static sites",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      front: pages("brook-front", "npm ci && npx react-scripts build", "build", {
        envVars: values({ REACT_APP_API_URL: "${api.url}" }),
      }),
    },
  },
  {
    name: "twenty-seventh-page-asks-a-domain",
    why: "The API has a domain of its own, which the page asks.",
    source: "Render's page on custom domains",
    resources: {
      api: app(
        "brook-api",
        PYTHON,
        GUNICORN,
        { DATABASE_URL: SESSION, ALLOWED_HOSTS: ".onrender.com,api.dipper-brook.com" },
        { customDomains: [{ name: "api.dipper-brook.com" }] },
      ),
      front: pages("brook-front", "npm ci && npx vite build", "dist", {
        envVars: values({ VITE_API_URL: "https://api.dipper-brook.com/api" }),
        customDomains: [{ name: "www.dipper-brook.com" }],
      }),
    },
  },
  {
    name: "twenty-seventh-server-asks-a-private-api",
    why: "Next's server asks by the internal name and port; no variable of it is for pages.",
    source: "Render's page on its private network",
    resources: {
      api: inner("brook-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, NEXT, { API_URL: "http://brook-api:8000" }),
    },
  },
  {
    name: "twenty-seventh-private-flower",
    why: "Flower is a private service at its own port, and listens on all interfaces.",
    source: "Flower's page on its configuration",
    resources: {
      flower: inner("brook-flower", "celery -A brook flower --address=0.0.0.0 --port=5555", {
        CELERY_BROKER_URL: "redis://red-d1dipper0brook0canary:6379",
      }),
      api: app("brook-api", PYTHON, UNICORN, {
        DATABASE_URL: SESSION,
        FLOWER_URL: "http://brook-flower:5555",
      }),
    },
  },
  {
    name: "twenty-seventh-free-front-asks-a-paid-api",
    why: "A free service sends by the private network, and the paid one receives.",
    source: "Render's page on its private network",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, NEXT, { API_URL: "http://brook-api:8000" }, { plan: "free" }),
    },
  },
  {
    name: "twenty-seventh-two-regions-by-public-names",
    why: "Between regions the public address is asked.",
    source: "Render's page on regions",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }, { region: "oregon" }),
      front: app("brook-front", NODE, NEXT, { API_URL: "${api.url}" }),
    },
  },
  {
    name: "twenty-seventh-host-and-port-apart",
    why: "Host and port are two variables, and the API listens there.",
    source: "Render's page on its private network",
    resources: {
      api: inner("brook-api", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
      front: app("brook-front", NODE, "node server.js", { API_HOST: "brook-api", API_PORT: "8000" }),
    },
  },
  {
    name: "twenty-seventh-search-beside-the-shop",
    why: "Meilisearch has a disk, listens on all interfaces, and is asked by name and port.",
    source: "Meilisearch's page on its configuration; render-examples/meilisearch",
    resources: {
      search: privateService({
        name: "brook-search",
        plan: "starter",
        region: "frankfurt",
        ...image("docker.io/getmeili/meilisearch", "v1.11"),
        envVars: values({
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
          MEILI_ENV: "production",
          MEILI_MASTER_KEY: `${CANARY}master`,
        }),
        disk: { name: "search", mountPath: "/meili_data", sizeGb: 5 },
      }),
      shop: app("brook-shop", PYTHON, GUNICORN, {
        DATABASE_URL: SESSION,
        MEILI_HOST: "http://brook-search:7700",
        MEILI_KEY: `${CANARY}master`,
      }),
    },
  },
  {
    name: "twenty-seventh-store-of-one-region",
    why: "Web service, worker and store are in one region.",
    source: "Render's page on key value stores",
    resources: {
      store: keyValue({
        name: "brook-store",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "noeviction",
      }),
      web: app("brook-web", NODE, "node dist/main.js", {
        DATABASE_URL: SESSION,
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
      }),
      worker: jobs("brook-worker", NODE, "node dist/worker.js", {
        DATABASE_URL: SESSION,
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
      }),
    },
  },
  {
    name: "twenty-seventh-worker-asks-the-api",
    why: "A worker sends requests, and receives none.",
    source: "Render's page on background workers",
    resources: {
      api: app("brook-api", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      worker: jobs("brook-worker", PYTHON, "python -m brook.poll", { API_URL: "http://brook-api:8000" }),
    },
  },
];
