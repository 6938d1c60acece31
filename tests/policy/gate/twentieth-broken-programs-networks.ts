import { type BrokenProgram, keyValue, NPM, native, privateService, web } from "./eighteenth-form";
import { GUNICORN, image, inner, nodeApp, python, queue } from "./twentieth-form";

const PRIVATE = "service/private-network";
const PEER = "port/peer-mismatch";
const PAGE = "Render's page on the private network";
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";

/** Broken programs whose services do not reach each other. */
export const REJECTED_PROGRAM_NETWORKS_OF_TWENTIETH: readonly BrokenProgram[] = [
  {
    name: "worker-asked-by-its-name",
    rules: [PRIVATE],
    at: ["api", "envVars.INGEST_URL"],
    alsoAt: [["ingest", "startCommand"]],
    why: "A background worker has no name on the private network, though it listens.",
    source: PAGE,
    resources: {
      ingest: queue("ingest", "uvicorn ingest.main:app --host 0.0.0.0 --port 8000", { LOG_LEVEL: "info" }),
      api: python("orchard-api", GUNICORN, { INGEST_URL: "http://${ingest.slug}:8000/events" }),
    },
  },
  {
    name: "private-service-asked-by-a-public-name",
    rules: [PRIVATE, PEER],
    at: ["api", "envVars.BILLING_URL"],
    why: "A private service has no subdomain of onrender.com.",
    source: "Render's page on private services",
    resources: {
      billing: inner("billing", UVICORN, { PORT: "8000" }),
      api: python("orchard-api", GUNICORN, { BILLING_URL: "https://${billing.slug}.onrender.com" }),
    },
  },
  {
    name: "private-service-asked-by-https",
    rules: [PRIVATE, PEER],
    at: ["shop", "envVars.PDF_SERVICE_URL"],
    why: "Nothing ends TLS on the private network: uvicorn there has no certificate and answers plain HTTP.",
    source: `${PAGE}; uvicorn's page on settings`,
    resources: {
      pdf: inner("pdf", UVICORN, { PORT: "3001" }),
      shop: nodeApp("shop", "npx next start -p $PORT", {
        PDF_SERVICE_URL: "https://${pdf.slug}:3001/render",
      }),
    },
  },
  {
    name: "free-service-asked-by-its-name",
    rules: [PRIVATE, "plan/limits"],
    at: ["api", "envVars.THUMBNAIL_URL"],
    alsoAt: [["thumbnails", "plan"]],
    why: "A free web service sends to the private network and receives nothing from it.",
    source: PAGE,
    resources: {
      thumbnails: nodeApp("thumbnails", "node dist/server.js", {}, { plan: "free" }),
      api: python("orchard-api", GUNICORN, { THUMBNAIL_URL: "http://${thumbnails.slug}:8000" }),
    },
  },
  {
    name: "peers-in-two-regions",
    rules: [PRIVATE],
    at: ["api", "envVars.GEOCODER_URL"],
    alsoAt: [
      ["geocoder", "region"],
      ["api", "region"],
    ],
    why: "The private network ends at the region: the geocoder is in oregon, the API in frankfurt.",
    source: PAGE,
    resources: {
      geocoder: inner("geocoder", UVICORN, { PORT: "8000" }, { region: "oregon" }),
      api: python("orchard-api", GUNICORN, { GEOCODER_URL: "http://${geocoder.slug}:8000" }),
    },
  },
  {
    name: "peer-asked-without-its-port",
    rules: [PEER],
    at: ["shop", "envVars.INVENTORY_URL"],
    why: "http without a port is 80, and the inventory listens on 9000; nothing routes between them.",
    source: PAGE,
    resources: {
      inventory: inner("inventory", UVICORN, { PORT: "9000" }),
      shop: nodeApp("shop", "node dist/server.js", { INVENTORY_URL: "http://${inventory.slug}" }),
    },
  },
  {
    name: "search-asked-at-another-port",
    rules: [PEER],
    at: ["api", "envVars.MEILI_PORT"],
    alsoAt: [
      ["api", "envVars.MEILI_HOST"],
      ["meili", "startCommand"],
      ["meili", "envVars.MEILI_HTTP_ADDR"],
    ],
    why: "Meilisearch listens on 7700, and the API asks 7701.",
    source: "Meilisearch's page on its settings",
    resources: {
      meili: privateService({
        name: "meili",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/getmeili/meilisearch", "v1.11"),
        disk: { name: "meili", mountPath: "/meili_data", sizeGb: 5 },
        envVars: { MEILI_HTTP_ADDR: { value: "0.0.0.0:7700" }, MEILI_MASTER_KEY: { generateValue: true } },
      }),
      api: python("orchard-api", GUNICORN, { MEILI_HOST: "${meili.slug}", MEILI_PORT: "7701" }),
    },
  },
  {
    name: "search-on-localhost",
    rules: ["service/loopback-bind"],
    at: ["search", "startCommand"],
    why: "What listens on localhost is not reached from another service's machine.",
    source: PAGE,
    resources: {
      search: inner("search", "gunicorn search.wsgi --bind localhost:${PORT} --workers 2", { PORT: "9200" }),
      api: python("orchard-api", GUNICORN, { SEARCH_URL: "http://${search.slug}:9200" }),
    },
  },
  {
    name: "broker-on-the-worker-itself",
    rules: ["database/local-host", "service/unmet-need", PRIVATE],
    at: ["work", "envVars.CELERY_BROKER_URL"],
    why: "Each service has a machine of its own, and this one runs no Redis: the store is beside it.",
    source: "Render's page on Key Value",
    resources: {
      store: keyValue({
        name: "orchard-queue",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "noeviction",
      }),
      work: queue("orchard-worker", "celery -A orchard worker -l info", {
        CELERY_BROKER_URL: "redis://localhost:6379/0",
      }),
    },
  },
  {
    name: "two-services-of-one-name",
    rules: [],
    at: ["admin", "name"],
    alsoAt: [["api", "name"]],
    why: "A service's name is unique in a workspace, so the second one is refused.",
    source: "Render's API: create a service; the Terraform provider's page on the web service",
    resources: {
      api: python("orchard-api", GUNICORN),
      admin: web({
        name: "orchard-api",
        plan: "starter",
        region: "frankfurt",
        startCommand: "node dist/admin.js",
        runtimeSource: native("node", NPM, "admin"),
        envVars: { PORT: { value: "8000" } },
      }),
    },
  },
];
