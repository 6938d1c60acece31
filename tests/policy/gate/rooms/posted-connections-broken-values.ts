import { IPV6, LOCAL, MALFORMED, MODE, PLACEHOLDER, START, TENANT, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import {
  BROWSER,
  django,
  key,
  laravelApp,
  laravelBy,
  nest,
  ONE_PROJECT,
  parts,
  REFERENCE,
  ROLE,
  springApp,
  springBy,
  template,
} from "./posted-connections-form";
import {
  broken,
  CANARY,
  DEBUG,
  DIRECT,
  ENDPOINT,
  FILE,
  NEED,
  NETWORK,
  OTHER,
  POOL,
  pooled,
  REF,
  REFUSED,
  SESSION,
  UNTRUSTED,
  url,
} from "./posted-services-form";

const INNER = `${LOCAL}|${NETWORK}|${NEED}`;
const API = `https://${REF}.supabase.co`;
const SERVICE_ACCOUNT =
  '{"type":"service_account","project_id":"plum-terrace","client_email":"shop@plum-terrace.iam"}';

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
  broken(PLACEHOLDER, "the secret of each local Supabase is public (supabase/cli's defaults)", {
    ...nest,
    variables: {
      DATABASE_URL: SESSION,
      SUPABASE_JWT_SECRET: "super-secret-jwt-token-with-at-least-32-characters-long",
    },
  }),
  broken(
    `${PLACEHOLDER}|${REFERENCE}`,
    "the example's texts are left (riteshbonthalakoti/HELPDESK.AI, pull request 2189)",
    {
      driver: "none",
      variables: {
        SUPABASE_URL: "https://your-project.supabase.co",
        SUPABASE_SERVICE_KEY: "your-service-key",
      },
    },
  ),
  broken(ROLE, "the key of the service bypasses each policy (KanishJebaMathewM/Truxify, issue 1044)", {
    ...nest,
    variables: { SUPABASE_URL: API, SUPABASE_ANON_KEY: key("service_role") },
  }),
  broken(ROLE, "with the public key each row is hidden from the server (finic-ai/rag-stack, issue 25)", {
    driver: "none",
    variables: { SUPABASE_URL: API, SUPABASE_SERVICE_ROLE_KEY: key("anon") },
  }),
  broken(`${BROWSER}|${ROLE}`, "each NEXT_PUBLIC_ variable is in the pages (Supabase's page on API keys)", {
    ...nest,
    command: "npx next start -p $PORT",
    variables: { NEXT_PUBLIC_SUPABASE_URL: API, NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: key("service_role") },
  }),
  broken(
    `${ENDPOINT}|${REFUSED}|${REFERENCE}`,
    "the dashboard's address is none of the API (open-sauced/api, issue 477)",
    {
      ...nest,
      variables: {
        SUPABASE_URL: `https://supabase.com/dashboard/project/${REF}`,
        SUPABASE_ANON_KEY: key("anon"),
      },
    },
  ),
  broken(INNER, "kong is a name of Supabase's own compose file (supabase/realtime, issue 713)", {
    driver: "none",
    variables: { SUPABASE_URL: "http://kong:8000", SUPABASE_SERVICE_ROLE_KEY: key("service_role") },
  }),
  broken(LOCAL, "the local stack's address (alexander-zuev/supabase-mcp-server, issue 68)", {
    driver: "none",
    variables: { SUPABASE_URL: "http://127.0.0.1:54321", SUPABASE_ANON_KEY: key("anon") },
  }),
  broken(
    ONE_PROJECT,
    "the API is of one project, the database of another (Supabase's page on environments)",
    {
      driver: "psycopg2",
      command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
      variables: { SUPABASE_URL: `https://${OTHER}.supabase.co`, DATABASE_URL: SESSION },
    },
  ),
  broken(`${LOCAL}|${NEED}`, "no Redis runs beside the service (wearrrrr/HaiKei, issue 22)", {
    ...nest,
    variables: { DATABASE_URL: SESSION, REDIS_URL: "redis://127.0.0.1:6379" },
  }),
  broken(INNER, "redis is a name of the compose file's network (taskforcesh/bullmq, issue 2764)", {
    ...nest,
    kind: "worker",
    command: "node dist/worker.js",
    variables: { REDIS_HOST: "redis", REDIS_PORT: "6379" },
  }),
  broken(REFUSED, "Celery asks a rediss:// URL for ssl_cert_reqs (celery/celery's page on Redis)", {
    kind: "worker",
    driver: "psycopg2",
    command: "celery -A shop worker --loglevel=info",
    variables: {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: `rediss://default:${CANARY}@calm-plum-30211.upstash.io:6379`,
    },
  }),
  broken(
    `${REFUSED}|${NETWORK}|${MALFORMED}|${TLS}`,
    "a key value store's inner address has no TLS (Render's page on key value stores)",
    {
      ...nest,
      variables: { DATABASE_URL: SESSION, REDIS_URL: "rediss://red-d1plum0terrace0canary:6379" },
    },
  ),
  broken(FILE, "the folder is called secrets (Render's page on secret files)", {
    variables: { DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: "/etc/secret/service-account.json" },
    secretFiles: { "service-account.json": SERVICE_ACCOUNT },
  }),
  broken(
    `${FILE}|${REFUSED}`,
    "the variable names a file, and has its content (Google's page on credentials)",
    {
      variables: { DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: SERVICE_ACCOUNT },
    },
  ),
  broken(`${FILE}|${REFUSED}`, "the path is one of the writer's own machine (Google's page on credentials)", {
    variables: {
      DATABASE_URL: SESSION,
      GOOGLE_APPLICATION_CREDENTIALS: "C:\\Users\\anna\\keys\\service-account.json",
    },
  }),
  broken(`${FILE}|${UNTRUSTED}`, "no secret file of that name is there (Supabase's page on SSL)", {
    ...django,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt"),
    },
  }),
  broken(FILE, "no secret file of that name is there (Node's page on NODE_EXTRA_CA_CERTS)", {
    ...nest,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full"),
      NODE_EXTRA_CA_CERTS: "/etc/secrets/supabase-ca.pem",
    },
  }),
  broken(
    `${FILE}|${START}`,
    "Node ends without the file: .env: not found (Node's page on its command line)",
    {
      ...nest,
      command: "node --env-file=/etc/secrets/.env dist/main.js",
      variables: { NODE_ENV: "production" },
    },
  ),
  broken(
    `${REFUSED}|${MALFORMED}`,
    "the driver is MySQL's, and the URL PostgreSQL's (Spring Boot's page on data sources)",
    {
      ...springApp,
      variables: springBy({ SPRING_DATASOURCE_DRIVER_CLASS_NAME: "com.mysql.cj.jdbc.Driver" }),
    },
  ),
  broken(
    PLACEHOLDER,
    "Spring fills in ${…} from variables that are not there (Spring Boot's page on its configuration)",
    {
      ...springApp,
      rule: `${PLACEHOLDER}|${MALFORMED}|${NEED}|${REFUSED}`,
      variables: springBy({ SPRING_DATASOURCE_URL: "jdbc:postgresql://${DB_HOST}:${DB_PORT}/${DB_NAME}" }),
    },
  ),
  broken(
    `${PLACEHOLDER}|environment/interpolated-value|${MALFORMED}`,
    "Render fills in no other variable (Render's page on environment variables)",
    {
      variables: {
        DB_PASSWORD: CANARY,
        DATABASE_URL: url("postgres", `${POOL}:5432/postgres`).replace(CANARY, "${DB_PASSWORD}"),
      },
    },
  ),
  broken(REFUSED, "NEXTAUTH_URL has no scheme: Invalid URL (nextauthjs/next-auth's page on its options)", {
    ...nest,
    command: "npx next start -p $PORT",
    variables: {
      DATABASE_URL: SESSION,
      NEXTAUTH_URL: "shop.plum.coop",
      NEXTAUTH_SECRET: "k5Rowan2Quince9Medlar4Damson7",
    },
  }),
  broken(
    `${LOCAL}|${NETWORK}|${REFUSED}`,
    "the page's visitors ask their own machine (riteshbonthalakoti/HELPDESK.AI, pull request 4007's kind)",
    {
      kind: "static",
      driver: "none",
      variables: { VITE_API_URL: "http://localhost:8000/api" },
      properties: { buildCommand: "npm ci && npm run build", publishPath: "dist" },
    },
  ),
];
