// Longer than 200 lines: one table, a row for each configuration.
import { docker } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";
import { by, DATA, hasura, image, KEY_TEXT as KEY, rails, server } from "./orchard";

/** What looks like it and works. Written on 30 November 2026, before it was judged for the first time. */
export const NEWCOMERS_SOUND: readonly ExplainedCase[] = [
  by(
    "addresses of HTTPS and of its sockets",
    {
      API_BASE_URL: "https://orchard-api.onrender.com/v1",
      GATEWAY_URL: "wss://orchard-gateway.onrender.com/socket",
    },
    server,
  ),
  by(
    "an address that a check compares only",
    { LEGACY_LINK_PREFIX: "http://orchard.press/", CANONICAL_HOST: "orchard.press" },
    server,
  ),
  by("a namespace, and a service of another owner by HTTP", {
    XML_NAMESPACE: "http://purl.org/dc/terms/",
    TIME_API_URL: "http://worldtimeapi.org/api",
  }),
  by("an exporter's address, and pairs", {
    OTEL_EXPORTER_OTLP_ENDPOINT: "https://api.honeycomb.io:443",
    OTEL_EXPORTER_OTLP_HEADERS: "x-honeycomb-team=k3JqL9vXq7Rr0mV3cXz9Tg,x-honeycomb-dataset=orchard",
  }),
  by("a target of gRPC without a scheme", {
    PRICING_GRPC_TARGET: "pricing.orchard.press:443",
    SYSLOG_TARGET: "logs.papertrailapp.com:31245",
  }),
  by("a subject of mail", { VAPID_SUBJECT: "mailto:push@orchard.press" }, server),
  by(
    "a block of PEM with its lines",
    { JWT_PRIVATE_KEY: `-----BEGIN PRIVATE KEY-----\n${KEY}\n-----END PRIVATE KEY-----\n` },
    server,
  ),
  by(
    "the same with marks of its lines",
    { GITHUB_APP_PRIVATE_KEY: `-----BEGIN RSA PRIVATE KEY-----\\n${KEY}\\n-----END RSA PRIVATE KEY-----\\n` },
    server,
  ),
  by(
    "the same in base64",
    {
      APPLE_PRIVATE_KEY: Buffer.from(
        `-----BEGIN PRIVATE KEY-----\n${KEY}\n-----END PRIVATE KEY-----\n`,
      ).toString("base64"),
    },
    server,
  ),
  by(
    "a key of an exchange on one line is hexadecimal",
    { WALLET_PRIVATE_KEY: "0x4f1d0c9b7e2a38f6b5d4c3a2918070605f4e3d2c1b0a99887766554433221100" },
    server,
  ),
  by(
    "a key of Fernet",
    { AIRFLOW__CORE__FERNET_KEY: "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao=" },
    { ...bare, command: "airflow webserver --port $PORT" },
  ),
  by(
    "several keys of Fernet, of which the first encrypts",
    {
      AIRFLOW__CORE__FERNET_KEY:
        "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao=,q7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Aok3JqL9vX=",
    },
    { ...bare, command: "airflow webserver --port $PORT" },
  ),
  by(
    "Hasura's object",
    { HASURA_GRAPHQL_JWT_SECRET: '{"type":"HS256","key":"k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao"}' },
    hasura,
  ),
  by(
    "an address of keys in it",
    { HASURA_GRAPHQL_JWT_SECRET: `{"jwk_url":"https://${REF}.supabase.co/auth/v1/.well-known/jwks.json"}` },
    hasura,
  ),
  by(
    "a long secret of PostgREST, and keys",
    { PGRST_JWT_SECRET: "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao" },
    image,
  ),
  by(
    "keys of PostgREST",
    { PGRST_JWT_SECRET: '{"keys":[{"kty":"RSA","n":"q7Rr0mV3cXz9TnB2","e":"AQAB"}]}' },
    image,
  ),
  by(
    "the session's password",
    { NUXT_SESSION_PASSWORD: "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8" },
    { ...node, command: "node .output/server/index.mjs" },
  ),
  by(
    "a short key where Meilisearch is in development",
    { MEILI_ENV: "development", MEILI_MASTER_KEY: "k3JqL9vX", MEILI_HTTP_ADDR: "0.0.0.0:8000" },
    { ...docker, ...bare, command: "meilisearch" },
  ),
  by("a short secret under a name of the service's own", {
    SESSION_PASSWORD: "k3JqL9vXq7",
    JWT_SECRET: "k3JqL9vXq7Rr",
  }),
  by(
    "keys of Strapi",
    { APP_KEYS: "k3JqL9vXq7Rr0mV3,cXz9TnB2kLw5YhD8", ADMIN_JWT_SECRET: "sJf1GpEu6AoIiKtM" },
    { ...node, command: "npx strapi start" },
  ),
  by("a pair of AWS", {
    AWS_ACCESS_KEY_ID: "AKIAQ7RR0MV3CXZ9TNB2",
    AWS_SECRET_ACCESS_KEY: "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu",
  }),
  by("a pair of Supabase's storage", {
    AWS_ACCESS_KEY_ID: "4f1d0c9b7e2a38f6b5d4c3a291807060",
    AWS_SECRET_ACCESS_KEY: "4f1d0c9b7e2a38f6b5d4c3a2918070605f4e3d2c1b0a99887766554433221100",
    AWS_ENDPOINT_URL_S3: `https://${REF}.storage.supabase.co/storage/v1/s3`,
  }),
  by("tokens of Slack", {
    SLACK_BOT_TOKEN: "xoxb-412387651234-k3JqL9vXq7Rr0mV3cXz9TnB2",
    SLACK_APP_TOKEN: "xapp-1-A0412387651-k3JqL9vXq7Rr0mV3",
    SLACK_SIGNING_SECRET: "4f1d0c9b7e2a38f6b5d4c3a291807060",
  }),
  by(
    "keys of two makers",
    {
      SENDGRID_API_KEY: "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",
      RESEND_API_KEY: "re_k3JqL9vX_q7Rr0mV3cXz9TnB2kLw5YhD8",
    },
    server,
  ),
  by("a gateway that speaks OpenAI's words takes other keys", {
    OPENAI_BASE_URL: "https://api.anthropic.com/v1/",
    OPENAI_API_KEY: `sk-ant-api03-${KEY}`,
  }),
  by("a gateway's own key", {
    OPENAI_API_KEY: "gateway-k3JqL9vXq7Rr0mV3cXz9",
    ANTHROPIC_API_KEY: "gateway-q7Rr0mV3cXz9TnB2",
  }),
  by(
    "a key of an account of Twilio's",
    {
      TWILIO_ACCOUNT_SID: "AC4f1d0c9b7e2a38f6b5d4c3a291807060",
      TWILIO_API_KEY: "SK4f1d0c9b7e2a38f6b5d4c3a291807060",
      TWILIO_FROM: "+14155550134",
    },
    server,
  ),
  by(
    "GitHub's registry of npm takes its tokens",
    { NPM_TOKEN: "ghp_k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1" },
    server,
  ),
  by("words of environments", { RAILS_ENV: "production", RACK_ENV: "production" }, rails),
  by(
    "an environment of one's own",
    { NODE_ENV: "production", APP_ENV: "prod", DEPLOY_ENV: "Production", SENTRY_ENVIRONMENT: "Production" },
    server,
  ),
  by("a whole path", {
    PATH: "/opt/render/project/src/bin:/opt/render/project/src/.venv/bin:/usr/local/bin:/usr/bin:/bin",
    PYTHONPATH: "src:lib",
  }),
  by(
    "a folder on the disk",
    { UPLOAD_DIR: "/data/uploads", SQLITE_PATH: "/data/orchard.db" },
    { ...server, properties: { disk: DATA } },
  ),
  by(
    "a folder of the image",
    { MEDIA_ROOT: "/data/media", GEOIP_PATH: "/usr/share/GeoIP/GeoLite2-City.mmdb" },
    image,
  ),
  by("a folder that is cleared with each deploy by intention", {
    TMPDIR: "/tmp",
    CACHE_DIR: "/tmp/orchard",
    NLTK_DATA: "/opt/render/project/src/nltk_data",
  }),
  by("a path of addresses", { API_PREFIX: "/data/v1", STATIC_URL: "/static/", HEALTH_PATH: "/data/health" }),
  {
    why: "one scheduler",
    kind: "worker",
    command: "celery -A orchard beat -l info",
    properties: { plan: "standard", numInstances: 1 },
  },
  {
    why: "several workers, and the scheduler elsewhere",
    kind: "worker",
    command: "celery -A orchard worker -l info --concurrency 4",
    properties: { plan: "standard", numInstances: 3 },
  },
  {
    why: "a lock lets one of them schedule",
    kind: "worker",
    command: "celery -A orchard beat -S redbeat.RedBeatScheduler",
    properties: { plan: "standard", numInstances: 2 },
  },
  {
    why: "a value is generated",
    properties: { envVars: { PORT: { value: "8000" }, SECRET_KEY: { generateValue: true } } },
  },
  by(
    "a database's password with an equals sign and a dollar",
    {
      PGHOST: POOL,
      PGUSER: `app.${REF}`,
      PGPASSWORD: "k3$Jq=L9vX",
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
    },
    { driver: "psycopg" },
  ),
  // Siblings of what the rows above refuse, written after them.
  by("a broker of contracts is asked by HTTP", { PACT_BROKER_URL: "https://acme.pactflow.io" }, server),
  by(
    "a program reads the account itself",
    { GOOGLE_APPLICATION_CREDENTIALS: '{"type":"service_account"}' },
    server,
  ),
  by("a gateway in OpenAI's words", { OPENAI_API_KEY: "gsk_k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8" }),
  by("PostgREST reads a file behind an @", { PGRST_JWT_SECRET: "@/app/jwks.json" }, image),
  by("a user's token is one for a bot's calls too", {
    SLACK_BOT_TOKEN: "xoxp-412387651234-k3JqL9vXq7Rr0mV3cXz9TnB2",
  }),
  by("a host with its port, of which code makes an address", {
    DB_HOST: `${POOL}:5432`,
    DB_USER: `app.${REF}`,
    DB_PASSWORD: "k3JqL9vX",
    DB_NAME: "postgres",
  }),
  {
    why: "a private service decrypts by itself",
    kind: "private",
    runtime: "docker",
    driver: "none",
    command: "dotnet Orchard.Api.dll",
    variables: {
      PORT: "8443",
      ASPNETCORE_URLS: "https://+:8443",
      ASPNETCORE_Kestrel__Certificates__Default__Path: "/app/tls.pfx",
    },
  },
  by(
    "AdonisJS with its own key and a store of files",
    { APP_KEY: "q7Rr0mV3cXz9TnB2k", FILESYSTEM_DISK: "s3" },
    server,
  ),
];
