import { docker, LOCAL, PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { brokenBy as by, DATA, hasura, image, KEY_TEXT as KEY, rails, server } from "./orchard";

const VALUE = "environment/refused-value";
const NETWORK = "service/private-network";
const DISK = "environment/missing-file|service/disk-of-another|plan/limits";
const START = "service/start-command";

/**
 * A fourth batch of public kinds: keys of one maker under another's name, keys of a wrong length or on one line, paths without
 * a disk, addresses that are led elsewhere, and words of an environment. Written on 30 November 2026 with the verdict, before
 * it was judged for the first time: of 36 the right rule stopped none, of 19 others were undecided, and of 17 nothing was said; of
 * 40 sound ones none was rejected. One verdict was wrong and is among the sound ones now.
 */
export const NEWCOMERS_BROKEN: readonly ExplainedCase[] = [
  // Addresses.
  by(
    `${NETWORK}|${VALUE}`,
    "the edge leads to HTTPS, and a POST becomes a GET",
    { API_BASE_URL: "http://orchard-api.onrender.com/v1" },
    server,
  ),
  by(`${NETWORK}|${VALUE}`, "the edge opens no clear WebSocket", {
    GATEWAY_URL: "ws://orchard-gateway.onrender.com/socket",
  }),
  by(
    `${NETWORK}|${VALUE}`,
    "a provider compares the address, which is of HTTPS",
    { GOOGLE_REDIRECT_URI: "http://orchard-api.onrender.com/auth/google/callback" },
    server,
  ),
  by(
    VALUE,
    "the pages are of HTTPS, and so is their origin",
    { CORS_ORIGIN: "http://app.orchard.press" },
    server,
  ),
  by(VALUE, "an exporter takes an address with its scheme", {
    OTEL_EXPORTER_OTLP_ENDPOINT: "api.honeycomb.io:443",
  }),
  by(VALUE, "a pair has an equals sign", {
    OTEL_EXPORTER_OTLP_HEADERS: "x-honeycomb-team: k3JqL9vXq7Rr0mV3cXz9Tg",
  }),
  by(VALUE, "a subject is an address of mail or of a page", { VAPID_SUBJECT: "push@orchard.press" }, server),
  // Keys on one line, or of a wrong length.
  by(
    VALUE,
    "a block of PEM has lines",
    { JWT_PRIVATE_KEY: `-----BEGIN PRIVATE KEY-----${KEY}-----END PRIVATE KEY-----` },
    server,
  ),
  by(
    VALUE,
    "blanks are in place of its lines",
    { GITHUB_APP_PRIVATE_KEY: `-----BEGIN RSA PRIVATE KEY----- ${KEY} -----END RSA PRIVATE KEY-----` },
    server,
  ),
  by(
    VALUE,
    "Fernet takes 32 bytes",
    { AIRFLOW__CORE__FERNET_KEY: "k3JqL9vXq7Rr0mV3" },
    { ...bare, command: "airflow webserver --port $PORT" },
  ),
  by(
    VALUE,
    "Hasura takes an object of JSON",
    { HASURA_GRAPHQL_JWT_SECRET: "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao" },
    hasura,
  ),
  by(
    VALUE,
    "its key has 32 letters at least",
    { HASURA_GRAPHQL_JWT_SECRET: '{"type":"HS256","key":"k3JqL9vXq7Rr"}' },
    hasura,
  ),
  by(VALUE, "PostgREST refuses a short secret", { PGRST_JWT_SECRET: "k3JqL9vXq7Rr" }, image),
  by(
    VALUE,
    "nuxt-auth-utils asks for 32 letters",
    { NUXT_SESSION_PASSWORD: "k3JqL9vXq7Rr" },
    { ...node, command: "node .output/server/index.mjs" },
  ),
  by(
    VALUE,
    "Meilisearch asks for 16 bytes in production",
    { MEILI_ENV: "production", MEILI_MASTER_KEY: "k3JqL9vX", MEILI_HTTP_ADDR: "0.0.0.0:8000" },
    { ...docker, ...bare, command: "meilisearch" },
  ),
  by(
    PLACEHOLDER,
    "Strapi's own template",
    { APP_KEYS: "toBeModified1,toBeModified2", ADMIN_JWT_SECRET: "tobemodified" },
    { ...node, command: "npx strapi start" },
  ),
  // Keys under another's name.
  by(VALUE, "identity and secret are under each other's names", {
    AWS_ACCESS_KEY_ID: "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu",
    AWS_SECRET_ACCESS_KEY: "AKIAQ7RR0MV3CXZ9TNB2",
  }),
  by(VALUE, "a bot's token opens no socket", {
    SLACK_APP_TOKEN: "xoxb-412387651234-k3JqL9vXq7Rr0mV3cXz9TnB2",
  }),
  by(VALUE, "a token signs no request", {
    SLACK_SIGNING_SECRET: "xoxb-412387651234-k3JqL9vXq7Rr0mV3cXz9TnB2",
  }),
  by(VALUE, "a key of another maker", { SENDGRID_API_KEY: "re_k3JqL9vX_q7Rr0mV3cXz9TnB2kLw5YhD8" }),
  by(
    VALUE,
    "the other way about",
    { RESEND_API_KEY: "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" },
    server,
  ),
  by(VALUE, "a key of Anthropic for OpenAI", { OPENAI_API_KEY: `sk-ant-api03-${KEY}` }),
  by(VALUE, "a key of OpenAI for Anthropic", {
    ANTHROPIC_API_KEY: "sk-proj-k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6AoIiKtMxQ4",
  }),
  by(VALUE, "a number is no account", { TWILIO_ACCOUNT_SID: "+14155550134" }, server),
  // Words of an environment.
  by(
    `${VALUE}|environment/debug-in-production`,
    "Rails has no such environment",
    { RAILS_ENV: "Production" },
    rails,
  ),
  by(`${VALUE}|environment/debug-in-production`, "the word is production", { NODE_ENV: "prod" }, server),
  by(
    `${VALUE}|environment/debug-in-production`,
    "capitals make another word of it",
    { NODE_ENV: "Production" },
    server,
  ),
  by(VALUE, "nothing expands a value of Render's", { PATH: "$PATH:/opt/render/project/src/bin" }),
  by(VALUE, "Linux has colons between folders", { PYTHONPATH: "./src;./lib" }),
  // Paths.
  by(DISK, "no disk is at the folder", { MEDIA_ROOT: "/var/data/media" }),
  by(
    DISK,
    "the disk is at another folder",
    { UPLOAD_DIR: "/var/data/uploads" },
    { ...server, properties: { disk: DATA } },
  ),
  by(
    `${DISK}|${LOCAL}|database/url-malformed|service/disk-before-start`,
    "the file is lost with each deploy",
    { SQLITE_PATH: "/data/orchard.db" },
    server,
  ),
  // Schedulers.
  {
    rule: `${START}|plan/limits`,
    why: "each instance sends each task",
    kind: "worker",
    command: "celery -A orchard beat -l info",
    properties: { plan: "standard", numInstances: 2 },
  },
  {
    rule: `${START}|plan/limits`,
    why: "the worker schedules too",
    kind: "worker",
    command: "celery -A orchard worker -B -l info",
    properties: { plan: "standard", numInstances: 3 },
  },
  {
    rule: VALUE,
    why: "a value is written or generated",
    properties: {
      envVars: {
        PORT: { value: "8000" },
        SECRET_KEY: { value: "k3JqL9vXq7Rr0mV3cXz9", generateValue: true },
      },
    },
  },
];
