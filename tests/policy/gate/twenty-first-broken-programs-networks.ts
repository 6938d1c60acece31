import { type BrokenProgram, keyValue, privateService, site, values } from "./eighteenth-form";
import { image, inner, nodeApp, python, queue } from "./twentieth-form";
import { CANARY, GUNICORN, SESSION } from "./twenty-first-form";

const PRIVATE = "service/private-network";
const PEER = "port/peer-mismatch";
const LOCAL = "database/local-host";
const UNMET = "service/unmet-need";
const PAGE = "Render's page on the private network";
const UVICORN = "uvicorn main:app --host 0.0.0.0 --port $PORT";

/** Broken programs whose services do not reach each other. */
export const REJECTED_PROGRAM_NETWORKS_OF_TWENTY_FIRST: readonly BrokenProgram[] = [
  {
    name: "browser-asks-an-internal-name",
    rules: [PRIVATE, PEER],
    at: ["app", "envVars.VITE_API_URL"],
    why: "The build writes the internal name into the pages, and no browser is on the private network.",
    source: `${PAGE}; Vite's page on environment variables`,
    resources: {
      api: python("tide-api", GUNICORN, { DATABASE_URL: SESSION }),
      app: site({
        name: "tide-app",
        repoUrl: "https://github.com/tidewater-coop/app",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        envVars: values({ VITE_API_URL: "http://${api.slug}:8000" }),
      }),
    },
  },
  {
    name: "rewrite-to-a-private-service",
    rules: [PRIVATE, PEER],
    at: ["app", "routes"],
    why: "A static site's rules are followed by the content network, which does not reach a private service.",
    source: `Render's page on redirects and rewrites; ${PAGE}`,
    resources: {
      api: inner("tide-api", UVICORN, { PORT: "8000" }),
      app: site({
        name: "tide-app",
        repoUrl: "https://github.com/tidewater-coop/app",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        routes: [{ type: "rewrite", source: "/api/*", destination: "http://${api.slug}:8000/*" }],
      }),
    },
  },
  {
    name: "public-address-with-the-inner-port",
    rules: [PRIVATE, PEER],
    at: ["shop", "envVars.API_URL"],
    why: "A public address answers at 443; 8000 is not open to the internet, so each request runs out of time.",
    source: "Render's page on web services",
    resources: {
      api: python("tide-api", GUNICORN, { DATABASE_URL: SESSION }),
      shop: nodeApp("tide-shop", "node dist/server.js", { API_URL: "${api.url}:8000/v1" }),
    },
  },
  {
    name: "sibling-on-localhost",
    rules: [PRIVATE, LOCAL, PEER, UNMET],
    at: ["web", "envVars.API_INTERNAL_URL"],
    why: "Each service has a machine of its own: on the pages' one nothing listens on 8001.",
    source: PAGE,
    resources: {
      api: inner("tide-api", UVICORN, { PORT: "8001" }),
      web: nodeApp("tide-web", "npx next start -p $PORT", { API_INTERNAL_URL: "http://localhost:8001" }),
    },
  },
  {
    name: "sibling-by-its-name-of-compose",
    rules: [PRIVATE, PEER, UNMET, "service/unknown-peer"],
    at: ["web", "envVars.BACKEND_URL"],
    why: "backend is the name in a compose file; on Render's network the service is tide-backend.",
    source: PAGE,
    resources: {
      backend: inner("tide-backend", UVICORN, { PORT: "8080" }),
      web: nodeApp("tide-web", "npx next start -p $PORT", { BACKEND_URL: "http://backend:8080" }),
    },
  },
  {
    name: "store-in-another-region",
    rules: [PRIVATE],
    at: ["work", "envVars.REDIS_URL"],
    alsoAt: [
      ["store", "region"],
      ["work", "region"],
    ],
    why: "The store's internal address is known in its own region alone, oregon, and the worker is in frankfurt.",
    source: `Render's page on Key Value; ${PAGE}`,
    resources: {
      store: keyValue({
        name: "tide-queue",
        plan: "starter",
        region: "oregon",
        maxMemoryPolicy: "noeviction",
      }),
      work: queue("tide-worker", "rq worker --url $REDIS_URL default", {
        REDIS_URL: "${store.connectionInfo.internalConnectionString}",
      }),
    },
  },
  {
    name: "console-of-minio-for-its-api",
    rules: [PEER],
    at: ["api", "envVars.S3_ENDPOINT"],
    alsoAt: [["minio", "startCommand"]],
    why: "9001 is the console's port, as the command says; the API of S3 listens on 9000.",
    source: "MinIO's page on minio server",
    resources: {
      minio: privateService({
        name: "minio",
        plan: "standard",
        region: "frankfurt",
        ...image("quay.io/minio/minio", "RELEASE.2024-11-07T00-52-20Z"),
        startCommand: "minio server /data --address :9000 --console-address :9001",
        disk: { name: "minio", mountPath: "/data", sizeGb: 10 },
        envVars: { MINIO_ROOT_USER: { value: "tide" }, MINIO_ROOT_PASSWORD: { generateValue: true } },
      }),
      api: python("tide-api", GUNICORN, { S3_ENDPOINT: "http://${minio.slug}:9001", S3_BUCKET: "uploads" }),
    },
  },
  {
    name: "report-at-10000",
    rules: ["port/reserved", PRIVATE, "port/agreement", PEER],
    at: ["report", "envVars.PORT"],
    alsoAt: [
      ["api", "envVars.REPORT_URL"],
      ["report", "startCommand"],
    ],
    why: "10000 is one of the ports by which nothing is sent on the private network.",
    source: PAGE,
    resources: {
      report: inner("report", UVICORN, { PORT: "10000" }),
      api: python("tide-api", GUNICORN, { REPORT_URL: "http://${report.slug}:10000" }),
    },
  },
  {
    name: "vectors-on-loopback",
    rules: ["service/loopback-bind"],
    at: ["qdrant", "envVars.QDRANT__SERVICE__HOST"],
    why: "Qdrant binds service.host, and nobody on another machine reaches 127.0.0.1.",
    source: "Qdrant's page on its configuration",
    resources: {
      qdrant: privateService({
        name: "qdrant",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/qdrant/qdrant", "v1.12.4"),
        disk: { name: "qdrant", mountPath: "/qdrant/storage", sizeGb: 5 },
        envVars: values({ QDRANT__SERVICE__HOST: "127.0.0.1", QDRANT__SERVICE__API_KEY: CANARY.repeat(3) }),
      }),
      api: python("tide-api", GUNICORN, { QDRANT_URL: "http://${qdrant.slug}:6333" }),
    },
  },
  {
    name: "columns-asked-at-the-native-port",
    rules: [PEER],
    at: ["api", "envVars.CLICKHOUSE_URL"],
    why: "9000 speaks ClickHouse's own protocol, and HTTP is at 8123: it answers that the port is for clickhouse-client.",
    source: "ClickHouse's page on network ports",
    resources: {
      columns: privateService({
        name: "columns",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/clickhouse/clickhouse-server", "24.8"),
        disk: { name: "columns", mountPath: "/var/lib/clickhouse", sizeGb: 20 },
        envVars: values({ CLICKHOUSE_USER: "tide", CLICKHOUSE_PASSWORD: CANARY }),
      }),
      api: python("tide-api", GUNICORN, {
        CLICKHOUSE_URL: "http://${columns.slug}:9000",
        CLICKHOUSE_USER: "tide",
        CLICKHOUSE_PASSWORD: CANARY,
      }),
    },
  },
];
