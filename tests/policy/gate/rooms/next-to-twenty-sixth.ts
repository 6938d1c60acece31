import type { ExplainedCase } from "../nineteenth-form";
import { ruby } from "../written";
import { by, DATA, having, parts, server } from "./orchard";

const value = "environment/refused-value";
const health = "service/health-check-path";
const EXTERNAL = "dpg-cq1orchard0canary0-a.oregon-postgres.render.com/orchard";
const FILE = { DATABASE_URL: "sqlite:///data/orchard.db" };

const published = (why: string, imageUrl: string, more: object, of = {}): ExplainedCase =>
  having(
    why,
    { startCommand: undefined, runtimeSource: { image: { imageUrl, tag: "2" } }, ...more },
    { variables: of },
  );

/**
 * Siblings of what the twenty-sixth batch found, written before the change: none of 13 broken ones was stopped by its rule
 * then, and 2 of 8 sound ones were rejected, which did not set their images' port. One is left out: which schemes Open
 * WebUI takes is not known.
 */
export const NEXT_TO_TWENTY_SIXTH: readonly ExplainedCase[] = [
  // For Ruby's Sequel and Active Record three slashes are before an absolute path.
  {
    rule: "service/disk-before-start",
    ...having(
      "migrates a file that is lost",
      { disk: DATA, preDeployCommand: "bundle exec rails db:migrate" },
      { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT", driver: "none", variables: FILE },
    ),
  },
  {
    rule: health,
    ...published("its health check is another", "langfuse/langfuse", { healthCheckPath: "/health" }),
  },
  {
    rule: health,
    ...published(
      "its health check is another",
      "n8nio/n8n",
      { healthCheckPath: "/api/health" },
      { N8N_PORT: "8000" },
    ),
  },
  {
    rule: health,
    ...published("its health check is another", "directus/directus", { healthCheckPath: "/health" }),
  },
  {
    rule: health,
    ...published(
      "its health check is another",
      "grafana/grafana",
      { healthCheckPath: "/healthz" },
      { GF_SERVER_HTTP_PORT: "8000" },
    ),
  },
  // A name of one word with an underscore is of a compose file: no name of Render's has one.
  { rule: "database/local-host", ...by("of compose", { ...parts, DB_HOST: "orchard_db" }) },
  {
    rule: "database/local-host",
    ...by("of compose", { DATABASE_URL: "postgresql://app:k3JqL9vX@shop_postgres:5432/shop" }),
  },
  {
    rule: "database/tls-off",
    ...by("no TLS", { DATABASE_URI: `postgres://shop:k3JqL9vX@${EXTERNAL}` }, server),
  },
  {
    rule: "database/tls-off",
    ...by("no TLS", { DATABASE_URL: `postgresql://shop:k3JqL9vX@${EXTERNAL}` }, server),
  },
  {
    rule: value,
    ...published("no scheme", "calcom/cal.com", {}, { NEXTAUTH_URL: "cal.orchard.io" }),
  },
  {
    rule: value,
    ...by(
      "Upstash asks for TLS",
      { REDIS_URL: "redis://default:k3JqL9vX@neat-owl-41.upstash.io:6379" },
      server,
    ),
  },
  {
    rule: value,
    ...by("Upstash asks for TLS", { CELERY_BROKER_URL: "redis://:k3JqL9vX@neat-owl-41.upstash.io:6379/0" }),
  },
];

export const SOUND_NEXT_TO_TWENTY_SIXTH: readonly ExplainedCase[] = [
  having(
    "at start",
    { disk: DATA },
    {
      ...ruby,
      command: "bundle exec rails db:migrate && bundle exec puma -b tcp://0.0.0.0:$PORT",
      driver: "none",
      variables: FILE,
    },
  ),
  published("its own", "langfuse/langfuse", { healthCheckPath: "/api/public/health" }),
  published("its own", "n8nio/n8n", { healthCheckPath: "/healthz" }, { N8N_PORT: "8000" }),
  published("its page", "metabase/metabase", { healthCheckPath: "/" }, { MB_JETTY_PORT: "8000" }),
  by("by the pooler", { ...parts }),
  by(
    "TLS",
    { DATABASE_URL: `postgresql://shop:k3JqL9vX@${EXTERNAL}?sslmode=require` },
    { driver: "psycopg2" },
  ),
  by("TLS", { REDIS_URL: "rediss://default:k3JqL9vX@neat-owl-41.upstash.io:6379" }, server),
  by("an address", { NEXTAUTH_URL: "https://cal.orchard.io" }, server),
];
