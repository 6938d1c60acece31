import { type BrokenProgram, docker, native, PIP, type ProgramCase } from "../eighteenth-form";
import { image, nodeApp, python, queue } from "../twentieth-form";
import { CANARY, CELERY, GUNICORN, POOL, pages, SESSION, STORE, store, USER } from "./reported-programs-form";

type Resources = ProgramCase["resources"];

const broken = (
  name: string,
  rule: string,
  at: readonly [string, string],
  resources: Resources,
): BrokenProgram => ({ name, rules: [rule], at, why: "next to a case", source: "a sibling", resources });

const sound = (name: string, resources: Resources): ProgramCase => ({
  name,
  why: "next to a case",
  source: "a sibling",
  resources,
});

const flows = (of: Readonly<Record<string, string>>) => ({
  flows: nodeApp("ferry-flows", "npx n8n start", {
    N8N_PORT: "8000",
    DB_TYPE: "postgresdb",
    DB_POSTGRESDB_HOST: POOL,
    DB_POSTGRESDB_PORT: "5432",
    DB_POSTGRESDB_USER: USER,
    DB_POSTGRESDB_PASSWORD: CANARY,
    ...of,
  }),
});

const cms = (of: Readonly<Record<string, string>>) => ({
  cms: nodeApp("ferry-cms", "npx strapi start", {
    NODE_ENV: "production",
    HOST: "0.0.0.0",
    DATABASE_CLIENT: "postgres",
    DATABASE_HOST: POOL,
    DATABASE_PORT: "5432",
    DATABASE_NAME: "postgres",
    DATABASE_USERNAME: USER,
    DATABASE_PASSWORD: CANARY,
    ...of,
  }),
});

const api = (more: Readonly<Record<string, unknown>>) => ({
  api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION }, { plan: "standard", ...more }),
});

const scaling = (enabled: boolean, criteria: object) => ({
  autoscaling: { enabled, min: 1, max: 3, criteria },
});
const off = { enabled: false, percentage: 70 };
const on = { enabled: true, percentage: 70 };

const built = (more: Readonly<Record<string, unknown>>) => ({ pages: pages({}, more) });

const queued = (of: string, by: string, more: Resources = {}) => ({
  store: store(),
  api: python("ferry-api", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: of }),
  jobs: queue("ferry-jobs", CELERY, { DATABASE_URL: SESSION, CELERY_BROKER_URL: by }),
  ...more,
});
const FAR = `rediss://default:${CANARY}@eu2-firm-otter-31044.upstash.io:6379`;

/** Broken programs beside the missed ones of the batch, written before the rules knew their kind. */
export const NEXT_TO_REPORTED_PROGRAMS: readonly BrokenProgram[] = [
  broken("port-behind-the-host-of-n8n-s-queue", "environment/refused-value", ["flows", "envVars"], {
    ...flows({ EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "eu2-firm-otter-31044.upstash.io:6379" }),
  }),
  broken("url-as-the-host-of-a-cache", "environment/refused-value", ["api", "envVars.CACHE_REDIS_HOST"], {
    api: nodeApp("ferry-api", "node dist/server.js", { DATABASE_URL: SESSION, CACHE_REDIS_HOST: FAR }),
  }),
  broken("runtime-and-image", "service/source", ["api", "runtimeSource"], {
    ...api({
      runtimeSource: { ...native("python", PIP), ...image("ghcr.io/ferry-lines/api", "1.4.2").runtimeSource },
    }),
  }),
  broken("dockerfile-and-image", "service/source", ["api", "runtimeSource"], {
    ...api({ runtimeSource: { ...docker(), ...image("ghcr.io/ferry-lines/api", "1.4.2").runtimeSource } }),
  }),
  broken("folder-of-an-app-twice", "service/publish-path", ["pages", "publishPath"], {
    ...built({ rootDirectory: "apps/web", publishPath: "./apps/web/dist" }),
  }),
  broken("folder-that-the-build-left-below", "service/publish-path", ["pages", "publishPath"], {
    ...built({ buildCommand: "cd frontend && npm ci && npx vite build", publishPath: "dist" }),
  }),
  broken("folder-below-another-one", "service/publish-path", ["pages", "publishPath"], {
    ...built({ buildCommand: "cd client && npm ci && npx react-scripts build", publishPath: "build" }),
  }),
  broken("tls-of-n8n-without-an-authority", "database/tls-untrusted", ["flows", "envVars"], {
    ...flows({ DB_POSTGRESDB_SSL_ENABLED: "true" }),
  }),
  broken("tls-of-strapi-without-an-authority", "database/tls-untrusted", ["cms", "envVars.DATABASE_SSL"], {
    ...cms({ DATABASE_SSL: "true" }),
  }),
  broken("tasks-in-two-databases-elsewhere", "service/queue-store", ["jobs", "envVars.CELERY_BROKER_URL"], {
    ...queued(`${FAR}/0?ssl_cert_reqs=required`, `${FAR}/2?ssl_cert_reqs=required`),
  }),
  broken(
    "tasks-without-a-database-and-in-one",
    "service/queue-store",
    ["jobs", "envVars.CELERY_BROKER_URL"],
    {
      ...queued(STORE, `${STORE}/1`),
    },
  ),
  broken("schema-by-an-address-that-is-not-set", "service/unmet-need", ["api", "preDeployCommand"], {
    ...api({ preDeployCommand: 'psql "$DIRECT_URL" -f schema.sql' }),
  }),
  broken("dump-by-an-address-that-is-not-set", "service/unmet-need", ["api", "preDeployCommand"], {
    ...api({ preDeployCommand: "mkdir -p dumps && pg_dump $SUPABASE_DB_URL -f dumps/before.sql" }),
  }),
];

/** Sound ones that look like them. */
export const SOUND_NEXT_TO_REPORTED_PROGRAMS: readonly ProgramCase[] = [
  sound("host-and-port-of-n8n-s-queue", {
    ...flows({
      EXECUTIONS_MODE: "queue",
      QUEUE_BULL_REDIS_HOST: "red-d0made0up0example0q",
      QUEUE_BULL_REDIS_PORT: "6379",
    }),
  }),
  sound("host-of-a-search-with-its-scheme", {
    api: nodeApp("ferry-api", "node dist/server.js", {
      DATABASE_URL: SESSION,
      ELASTICSEARCH_HOST: "https://ferry.es.eu-west-1.aws.elastic-cloud.com",
    }),
  }),
  sound("one-source-alone", { ...api({ runtimeSource: docker() }) }),
  sound("scaling-that-is-off", { ...api(scaling(false, { cpu: off, memory: off })) }),
  sound("scaling-by-memory", { ...api(scaling(true, { cpu: off, memory: on })) }),
  sound("folder-that-the-build-says", {
    ...built({
      rootDirectory: "frontend",
      buildCommand: "npm ci && npx vite build --outDir frontend/dist",
      publishPath: "frontend/dist",
    }),
  }),
  sound("folder-below-without-a-root-directory", {
    ...built({ buildCommand: "cd frontend && npm ci && npx vite build", publishPath: "frontend/dist" }),
  }),
  sound("folder-that-is-moved-up", {
    ...built({
      buildCommand: "cd frontend && npm ci && npx vite build && mv dist ../dist",
      publishPath: "dist",
    }),
  }),
  sound("build-that-comes-back", {
    ...built({
      buildCommand: "cd shared && npm ci && cd .. && npm ci && npx vite build",
      publishPath: "dist",
    }),
  }),
  sound("tls-of-n8n-that-verifies-nothing", {
    ...flows({ DB_POSTGRESDB_SSL_ENABLED: "true", DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false" }),
  }),
  sound("tls-of-n8n-with-its-authority", {
    ...flows({
      DB_POSTGRESDB_SSL_ENABLED: "true",
      DB_POSTGRESDB_SSL_CA_FILE: "/etc/secrets/prod-ca-2021.crt",
    }),
  }),
  sound("tls-of-strapi-that-verifies-nothing", {
    ...cms({ DATABASE_SSL: "true", DATABASE_SSL_REJECT_UNAUTHORIZED: "false" }),
  }),
  sound("tls-of-strapi-at-a-host-of-a-public-authority", {
    ...cms({ DATABASE_SSL: "true", DATABASE_HOST: "ep-calm-ferry-a2b3.eu-central-1.aws.neon.tech" }),
  }),
  sound("tasks-in-one-database", { ...queued(`${STORE}/0`, STORE) }),
  sound("two-queues-in-two-databases", {
    ...queued(`${STORE}/0`, `${STORE}/0`),
    maps: python("ferry-maps", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: `${STORE}/1` }),
    drawn: queue("ferry-drawn", CELERY, { DATABASE_URL: SESSION, CELERY_BROKER_URL: `${STORE}/1` }),
  }),
  sound("schema-by-the-service-s-address", {
    ...api({ preDeployCommand: 'psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f schema.sql' }),
  }),
  sound("schema-by-an-address-or-another", {
    ...api({ preDeployCommand: 'psql "${DIRECT_URL:-$DATABASE_URL}" -f schema.sql' }),
  }),
  sound("schema-by-an-address-of-the-command", {
    ...api({ preDeployCommand: 'DIRECT_URL="$DATABASE_URL"; psql "$DIRECT_URL" -f schema.sql' }),
  }),
];
