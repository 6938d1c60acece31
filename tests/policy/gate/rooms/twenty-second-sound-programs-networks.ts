import { envGroup, envGroupLink, type ProgramCase, privateService, values } from "../eighteenth-form";
import { image } from "../twentieth-form";
import {
  CANARY,
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

const WORKER = "celery -A quay worker --loglevel=info";
const ml = innerOf("python", "ml", "uvicorn ml:app --host 0.0.0.0 --port 5000", { MODEL: "small" });

/** Sound programs in which services ask each other, and stores. */
export const SOUND_PROGRAM_NETWORKS_OF_TWENTY_SECOND: readonly ProgramCase[] = [
  {
    name: "site-asks-the-address-of-the-api",
    why: "Browsers ask the API's public address, which Render gives out.",
    source: "Render's page on web services",
    resources: {
      api: webOf("python", "api", FASTAPI, { DATABASE_URL: SESSION }),
      site: siteOf("npm ci && npx vite build", "dist", { VITE_API_URL: "${api.url}" }),
    },
  },
  {
    name: "site-asks-a-domain",
    why: "The API has the domain that the pages ask.",
    source: "Render's page on custom domains",
    resources: {
      api: webOf(
        "node",
        "api",
        "node dist/index.js",
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "api.quay.dev" }] },
      ),
      site: siteOf("npm ci && npx vite build", "dist", { VITE_API_URL: "https://api.quay.dev/v1" }),
    },
  },
  {
    name: "web-asks-a-private-service",
    why: "Both are in one region, and the port is the one that the private service opens.",
    source: "Render's page on private services",
    resources: { ml, api: webOf("python", "api", FASTAPI, { ML_URL: "http://${ml.slug}:5000" }) },
  },
  {
    name: "free-web-asks-a-private-service",
    why: "A free web service sends requests in the private network, though it receives none.",
    source: "Render's page on free instances",
    resources: {
      ml,
      api: webOf("python", "api", FASTAPI, { ML_URL: "http://${ml.slug}:5000" }, { plan: "free" }),
    },
  },
  {
    name: "web-asks-a-paid-web-inside",
    why: "A paid web service receives requests in the private network at its port.",
    source: "Render's page on the private network",
    resources: {
      users: webOf("node", "users", "node dist/main.js", { DATABASE_URL: SESSION }),
      gateway: webOf("node", "gateway", "node dist/main.js", { USERS_URL: "http://${users.slug}:8000" }),
    },
  },
  {
    name: "web-asks-another-region-in-public",
    why: "A public address is reached from each region.",
    source: "Render's page on regions",
    resources: {
      users: webOf("node", "users", "node dist/main.js", { DATABASE_URL: SESSION }, { region: "virginia" }),
      gateway: webOf("node", "gateway", "node dist/main.js", { USERS_URL: "${users.url}" }),
    },
  },
  {
    name: "search-in-a-private-image",
    why: "Meilisearch listens at the address of MEILI_HTTP_ADDR, and is asked there.",
    source: "Meilisearch's page on its configuration",
    resources: {
      search: privateService({
        name: "quay-search",
        plan: "starter",
        region: "oregon",
        ...image("docker.io/getmeili/meilisearch", "v1.11"),
        envVars: {
          ...values({
            MEILI_HTTP_ADDR: "0.0.0.0:7700",
            MEILI_ENV: "production",
            MEILI_DB_PATH: "/meili/data",
          }),
          MEILI_MASTER_KEY: { generateValue: true },
        },
        disk: { name: "meili", mountPath: "/meili", sizeGb: 5 },
      }),
      api: webOf("node", "api", "node dist/main.js", { MEILI_HOST: "http://${search.slug}:7700" }),
    },
  },
  {
    name: "celery-with-its-scheduler",
    why: "Web service, worker and scheduler have the store's internal address, in one region.",
    source: "Render's page on Celery",
    resources: {
      store: store(),
      api: webOf("python", "api", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
      worker: workerOf("python", "worker", WORKER, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
      beat: workerOf("python", "beat", "celery -A quay beat --loglevel=info", { CELERY_BROKER_URL: STORE }),
    },
  },
  {
    name: "page-of-flower",
    why: "Flower listens on all interfaces at the port of its option, and /healthcheck answers.",
    source: "Flower's page on its configuration; Render's example of Celery",
    resources: {
      store: store(),
      flower: webOf(
        "python",
        "flower",
        "celery -A quay --broker=$CELERY_BROKER_URL flower --port=$PORT",
        { CELERY_BROKER_URL: STORE, FLOWER_BASIC_AUTH: `ops:${CANARY}` },
        { healthCheckPath: "/healthcheck" },
      ),
    },
  },
  {
    name: "group-with-the-store",
    why: "Both services that are linked to the group have the store's address from it.",
    source: "Render's page on environment groups",
    resources: {
      store: store(),
      shared: envGroup({
        name: "quay-shared",
        envVars: { REDIS_URL: { value: STORE }, ...values({ DATABASE_URL: SESSION }) },
      }),
      api: webOf("node", "api", "node dist/main.js"),
      worker: workerOf("node", "worker", "node dist/worker.js", {}),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${worker.id}"] }),
    },
  },
  {
    name: "cron-job-asks-the-api",
    why: "The job asks the public address of the web service, and ends.",
    source: "Render's page on cron jobs",
    resources: {
      api: webOf("python", "api", FASTAPI, { DATABASE_URL: SESSION }),
      digest: cronOf("python", "digest", "0 7 * * *", "curl -fsS -X POST $API_URL/digest", {
        API_URL: "${api.url}",
      }),
    },
  },
];
