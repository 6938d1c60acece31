import { IPV6, LOCAL, MALFORMED, MODE, PLACEHOLDER, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, laravelApp, laravelBy, nest, parts, template } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DEBUG,
  DIRECT,
  ENDPOINT,
  NEED,
  NETWORK,
  POOL,
  REF,
  REFUSED,
  SESSION,
  UNTRUSTED,
} from "./posted-services-form";

const INNER = `${LOCAL}|${NETWORK}|${NEED}`;
const API = `https://${REF}.supabase.co`;

/** Parts of connections, keys, addresses of stores, values that are left from examples, and files. */
export const POSTED_VALUES: readonly ExplainedCase[] = [
  broken(TENANT, "the pooler's user names its project (vibeunion/supacloud, pull request 15's kind)", {
    ...nest,
    variables: parts({ DB_USER: "postgres" }),
  }),
  broken(IPV6, "the direct host has IPv6 alone (open-sauced/api, issue 477's kind)", {
    ...nest,
    variables: parts({ DB_HOST: DIRECT, DB_USER: "postgres" }),
  }),
  broken(`${MALFORMED}|${ENDPOINT}|${REFUSED}`, "a host has no scheme (open-sauced/api, issue 477)", {
    ...nest,
    variables: parts({ DB_HOST: API }),
  }),
  broken(`${MALFORMED}|${ENDPOINT}|${REFUSED}`, "a host has no port (TypeORM's page on its options)", {
    ...nest,
    variables: parts({ DB_HOST: `${POOL}:5432` }),
  }),
  broken(`${MALFORMED}|${ENDPOINT}|${REFUSED}`, "a port is a number (TypeORM's page on its options)", {
    ...nest,
    variables: parts({ DB_PORT: "5432/postgres" }),
  }),
  broken(REFUSED, "TypeORM calls it postgres: missing driver postgresql (TypeORM's page on its options)", {
    ...nest,
    variables: parts({ DB_TYPE: "postgresql" }),
  }),
  broken(UNTRUSTED, "node-postgres verifies at PGSSLMODE=require (brianc/node-postgres's page on SSL)", {
    ...nest,
    variables: {
      PGHOST: POOL,
      PGPORT: "5432",
      PGDATABASE: "postgres",
      PGUSER: `postgres.${REF}`,
      PGPASSWORD: CANARY,
      PGSSLMODE: "require",
    },
  }),
  broken(INNER, "db is a name of the compose file's network (fastapi/full-stack-fastapi-template's .env)", {
    driver: "psycopg",
    variables: template({ POSTGRES_SERVER: "db" }),
  }),
  broken(LOCAL, "no database runs beside the service (fastapi/full-stack-fastapi-template's .env)", {
    driver: "psycopg",
    variables: template({ POSTGRES_SERVER: "localhost" }),
  }),
  broken(TENANT, "the pooler's user names its project", {
    driver: "psycopg",
    variables: template({ POSTGRES_USER: "postgres" }),
  }),
  broken(
    PLACEHOLDER,
    "the template ends at changethis outside of local (fastapi/full-stack-fastapi-template's config.py)",
    {
      driver: "psycopg",
      variables: template({
        ENVIRONMENT: "production",
        FIRST_SUPERUSER: "admin@plum.coop",
        FIRST_SUPERUSER_PASSWORD: "changethis",
      }),
    },
  ),
  broken(
    REFUSED,
    "the quotes within the list are lost, and it is no JSON (fastapi/full-stack-fastapi-template, pull request 615)",
    {
      variables: { DATABASE_URL: SESSION, BACKEND_CORS_ORIGINS: "[http://localhost, https://plum.coop]" },
    },
  ),
  broken(REFUSED, "JSON has double quotes (ChristopherGS/ultimate-fastapi-tutorial, issue 35)", {
    variables: {
      DATABASE_URL: SESSION,
      BACKEND_CORS_ORIGINS: "['https://plum.coop', 'https://www.plum.coop']",
    },
  }),
  broken(TENANT, "the pooler's user names its project (supabase/supabase, pull request 20264)", {
    ...laravelApp,
    variables: laravelBy({ DB_USERNAME: "postgres" }),
  }),
  broken(IPV6, "the direct host has IPv6 alone (supabase/supabase, pull request 32716's kind)", {
    ...laravelApp,
    variables: laravelBy({ DB_HOST: DIRECT, DB_USERNAME: "postgres" }),
  }),
  broken(MODE, "PDO prepares its statements (laravel/ideas, issue 2005)", {
    ...laravelApp,
    variables: laravelBy({ DB_PORT: "6543" }),
  }),
  broken(REFUSED, "there is no connection of the name postgres (Laravel's config/database.php)", {
    ...laravelApp,
    variables: laravelBy({ DB_CONNECTION: "postgres" }),
  }),
  broken(LOCAL, "no database runs beside the service (render-examples/php-laravel-docker, issue 6)", {
    ...laravelApp,
    variables: laravelBy({ DB_HOST: "127.0.0.1" }),
  }),
  broken(INNER, "pgsql is a name of Sail's network (laravel/sail's compose file)", {
    ...laravelApp,
    variables: laravelBy({ DB_HOST: "pgsql" }),
  }),
  broken(
    REFUSED,
    "the key is not of 32 bytes: unsupported cipher or incorrect key length (kitokoh/leopardo-hr, issue 6957)",
    {
      ...laravelApp,
      variables: laravelBy({ APP_KEY: "base64:cGx1bS10ZXJyYWNl" }),
    },
  ),
  broken(DEBUG, "errors are shown with the environment (Laravel's page on configuration)", {
    ...laravelApp,
    variables: laravelBy({ APP_DEBUG: "true" }),
  }),
  broken(INNER, "redis is a name of the compose file's network (laravel/sail's compose file)", {
    ...laravelApp,
    variables: laravelBy({ CACHE_STORE: "redis", SESSION_DRIVER: "redis", REDIS_HOST: "redis" }),
  }),
  broken(REFUSED, "Django's backend is called postgresql (Django's page on settings)", {
    ...django,
    variables: parts({ DB_ENGINE: "django.db.backends.postgres" }),
  }),
  broken(PLACEHOLDER, "startproject's key is public (Django's page on settings)", {
    ...django,
    variables: { DATABASE_URL: SESSION, SECRET_KEY: "django-insecure-change-me-in-production" },
  }),
  broken(PLACEHOLDER, "the example's key is left (Cloud-CV/EvalAI, pull request 5156)", {
    ...django,
    variables: { DATABASE_URL: SESSION, SECRET_KEY: "some-secret-key" },
  }),
  broken(DEBUG, "Django shows its settings with each error (Django's page on deployment)", {
    ...django,
    variables: { DATABASE_URL: SESSION, DJANGO_DEBUG: "True" },
  }),
  broken(PLACEHOLDER, "the example's text is left (FaFaFront/se-project, pull request 60)", {
    ...nest,
    variables: { DATABASE_URL: SESSION, JWT_SECRET: "replace-with-a-long-random-secret" },
  }),
  broken(PLACEHOLDER, "the example's text is left (ThomasBury/mlops-uv, pull request 11)", {
    variables: { DATABASE_URL: SESSION, ACEBET_SECRET_KEY: "replace_with_long_random_hex" },
  }),
];
