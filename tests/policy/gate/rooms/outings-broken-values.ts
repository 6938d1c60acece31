import { LOCAL, LOOPBACK, PORT, TLS } from "../batch";
import { explainedBy } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, DOCKER, node, REF, ruby } from "../written";

const REFUSED = "environment/refused-value";
const ENDPOINT = "database/supabase-endpoint";
const NETWORK = "service/private-network";
const UNTRUSTED = "database/tls-untrusted";
const PARAMETERS = "database/url-parameters";
const KEY = "database/key-role";
const NEED = "service/unmet-need";
const DEBUG = "environment/debug-in-production";
const image = { ...bare, properties: DOCKER };
const dotnet = { command: "dotnet Shop.dll" };
const django = { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" };

/** Values that lead elsewhere than they are meant to. */
export const OUTINGS_BROKEN_VALUES: readonly ExplainedCase[] = [
  explainedBy(`${REFUSED}|${ENDPOINT}`, "Supabase's client adds /rest/v1 by itself", {
    SUPABASE_URL: `https://${REF}.supabase.co/rest/v1`,
  }),
  explainedBy(`${REFUSED}|${ENDPOINT}`, "the project's API is below supabase.co", {
    SUPABASE_URL: `https://${REF}.supabase.com`,
  }),
  explainedBy(`${LOCAL}|${NETWORK}|${REFUSED}`, "Supabase's local stack is on a developer's machine", {
    SUPABASE_URL: "http://127.0.0.1:54321",
  }),
  explainedBy(`${LOCAL}|${NETWORK}|${REFUSED}`, "kong is a name of Supabase's compose file", {
    SUPABASE_URL: "http://kong:8000",
  }),
  explainedBy(LOCAL, "Supabase's local database", {
    DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres",
  }),
  explainedBy(
    REFUSED,
    "a REST address where a client of Redis reads",
    { REDIS_URL: "https://calm-heron-12345.upstash.io" },
    node,
  ),
  explainedBy(
    REFUSED,
    "an address of Redis where a REST client reads",
    { UPSTASH_REDIS_REST_URL: "rediss://default:k3JqL9vX@calm-heron-12345.upstash.io:6379" },
    node,
  ),
  explainedBy(REFUSED, "Redis' address without its scheme", { REDIS_URL: "red-cq0habit0canary0:6379" }),
  explainedBy(`${REFUSED}|unknown`, "Upstash wants TLS", {
    REDIS_URL: "redis://default:k3JqL9vX@calm-heron-12345.upstash.io:6379",
  }),
  explainedBy(REFUSED, "the port of AMQP in clear, by TLS", {
    RABBITMQ_URL: "amqps://shop:k3JqL9vX@moose.rmq.cloudamqp.com:5672/shop",
  }),
  explainedBy(
    `${TLS}|${UNTRUSTED}|${PARAMETERS}`,
    "Neon refuses a connection in clear, and pg asks for no TLS by itself",
    { DATABASE_URL: "postgresql://shop:k3JqL9vX@ep-calm-heron-123456.eu-central-1.aws.neon.tech/shop" },
    node,
  ),
  explainedBy(
    `${TLS}|${UNTRUSTED}`,
    "Render's external address wants TLS, and pg asks for none by itself",
    { DATABASE_URL: "postgresql://shop:k3JqL9vX@dpg-cq0habit0canary0-a.frankfurt-postgres.render.com/shop" },
    node,
  ),
  explainedBy(
    REFUSED,
    "implicit TLS at the port of STARTTLS",
    { SMTP_HOST: "smtp.postmarkapp.com", SMTP_PORT: "587", SMTP_SECURE: "true" },
    node,
  ),
  explainedBy(
    REFUSED,
    "STARTTLS at the port of implicit TLS",
    { EMAIL_HOST: "smtp.postmarkapp.com", EMAIL_PORT: "465", EMAIL_USE_TLS: "True" },
    django,
  ),
  explainedBy(
    REFUSED,
    "Django takes one of the two",
    { EMAIL_HOST: "smtp.postmarkapp.com", EMAIL_PORT: "465", EMAIL_USE_TLS: "True", EMAIL_USE_SSL: "True" },
    django,
  ),
  explainedBy(REFUSED, "the client adds the path behind /v1", { OPENAI_BASE_URL: "https://api.openai.com" }),
  explainedBy(`${LOCAL}|${NETWORK}`, "a model on a developer's machine", {
    OPENAI_API_BASE: "http://localhost:1234/v1",
  }),
  explainedBy(`${REFUSED}|${KEY}`, "a key of OpenAI's for Anthropic", {
    ANTHROPIC_API_KEY: "sk-proj-k3JqL9vXm2TnR8yWq4ZbC6H7pKd2Q",
  }),
  explainedBy(`${REFUSED}|${KEY}`, "a key of Anthropic's for OpenAI", {
    OPENAI_API_KEY: "sk-ant-api03-k3JqL9vXm2TnR8yWq4ZbC6H7pKd2Q",
  }),
  explainedBy(`${REFUSED}|${NEED}`, "a name of the bucket is wanted, and no address", {
    S3_BUCKET: "s3://shop-uploads/",
  }),
  explainedBy(
    REFUSED,
    "a name of the bucket is wanted, and no ARN",
    { AWS_STORAGE_BUCKET_NAME: "arn:aws:s3:::shop-uploads" },
    django,
  ),
  explainedBy(REFUSED, "an algorithm that no library has", { JWT_ALGORITHM: "HS265" }),
  explainedBy(`${REFUSED}|${DEBUG}`, "Rails has no environment prod", { RAILS_ENV: "prod" }, ruby),
  explainedBy(DEBUG, "Laravel's environment of developers", { APP_ENV: "local" }, image),
  explainedBy(
    DEBUG,
    "ASP.NET's pages of errors",
    { ASPNETCORE_ENVIRONMENT: "Development" },
    { ...image, ...dotnet },
  ),
  explainedBy(
    LOOPBACK,
    "Kestrel listens on its own machine",
    { ASPNETCORE_URLS: "http://localhost:8000" },
    { ...image, ...dotnet },
  ),
  explainedBy(PORT, "Kestrel opens 80", { ASPNETCORE_URLS: "http://+:80" }, { ...image, ...dotnet }),
  explainedBy(
    PORT,
    "uvicorn reads its port from the variable",
    { UVICORN_PORT: "9000" },
    { command: "uvicorn main:app --host 0.0.0.0" },
  ),
];
