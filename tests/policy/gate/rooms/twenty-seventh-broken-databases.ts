import { ELSEWHERE, IPV6, LOCAL, MODE, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import {
  brokenOf,
  CANARY,
  DIRECT,
  DIRECT_URL,
  ENDPOINT,
  IN_DOCKER,
  laravel,
  MIGRATIONS,
  NETWORK,
  OTHER,
  POOL,
  pooled,
  REFUSED,
  SESSION,
  UNTRUSTED,
  url,
} from "./twenty-seventh-form";

const NOT_HERE = `${LOCAL}|${NETWORK}`;
const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const nodeServer = { ...node, command: "node dist/server.js" } as const;

/** Databases that are not reached, or that are asked in a way they do not answer. */
export const REJECTED_DATABASES_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  brokenOf(IPV6, "the direct host has IPv6 alone (stripe/sync-engine, issue 106)", {
    DATABASE_URL: DIRECT_URL,
  }),
  brokenOf(
    IPV6,
    "the direct host has IPv6 alone, and a private network has none (n8n-io/n8n, issue 15239)",
    { DATABASE_URL: url("brook_user", `${DIRECT}:5432/postgres`) },
    nodeServer,
  ),
  brokenOf(
    IPV6,
    "directUrl is the direct host, by which the migration goes (laoshuikaixue/VoiceHub, issue 14)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL },
    { ...prisma, properties: { preDeployCommand: "npx prisma migrate deploy" } },
  ),
  brokenOf(
    IPV6,
    "Laravel is given the direct host (Supabase's page on Laravel)",
    laravel({ DB_HOST: DIRECT, DB_USERNAME: "postgres" }),
    { ...IN_DOCKER, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
  brokenOf(
    IPV6,
    "libpq's parts name the direct host (slowfound/supabase-database-backup, issue 4)",
    {
      PGHOST: DIRECT,
      PGPORT: "5432",
      PGUSER: "postgres",
      PGPASSWORD: CANARY,
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
    },
    { ...go, ...bare, command: "./bin/api" },
  ),
  brokenOf(TENANT, "the pooler's user names no project (prisma/orm, issue 21740)", {
    DATABASE_URL: url("postgres", `${POOL}:5432/postgres`),
  }),
  brokenOf(
    TENANT,
    "the host was changed to the pooler, and the user was left (supabase/supabase, discussions on the pooler)",
    laravel({ DB_USERNAME: "postgres" }),
    { ...IN_DOCKER, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
  brokenOf(
    TENANT,
    "Django's parts have the pooler's host and the direct user (Supabase's page on connecting)",
    { DB_HOST: POOL, DB_PORT: "6543", DB_USER: "postgres", DB_PASSWORD: CANARY, DB_NAME: "postgres" },
    { ...bare, command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT" },
  ),
  brokenOf(MODE, "asyncpg prepares statements, and the port is 6543's (supabase/supabase, issue 35684)", {
    DATABASE_URL: pooled("6543/postgres"),
  }),
  brokenOf(
    MODE,
    "SQLAlchemy's asyncpg prepares each statement (MagicStack/asyncpg, issue 1058; supabase/supavisor, issue 287)",
    { DATABASE_URL: pooled("6543/postgres", "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  brokenOf(
    MODE,
    "Prisma without pgbouncer=true at 6543 (prisma/orm, issue 21740)",
    { DATABASE_URL: pooled("6543/postgres"), DIRECT_URL: SESSION },
    prisma,
  ),
  brokenOf(
    MODE,
    "Active Record prepares statements unless its configuration says no (Rails' guide on configuring)",
    { DATABASE_URL: pooled("6543/postgres") },
    { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT" },
  ),
  brokenOf(
    MODE,
    "pgjdbc prepares after five runs: S_1 already exists (Supabase's page on prepared statements)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?user=postgres.mzxvqkwtrhjbnlpdgcys&password=${CANARY}`,
    },
    { ...IN_DOCKER, driver: "pgjdbc", command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  brokenOf(
    MODE,
    "pgx keeps statements: stmtcache does not exist (jackc/pgx, issue 1561)",
    { DATABASE_URL: pooled("6543/postgres") },
    { ...go, command: "./bin/api" },
  ),
  brokenOf(
    MIGRATIONS,
    "Prisma's migration hangs in transaction mode without a direct URL (prisma/orm, issue 17338)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
    { ...prisma, properties: { preDeployCommand: "npx prisma migrate deploy" } },
  ),
  brokenOf(NOT_HERE, "the database of a laptop (Render's tutorial on crashes)", {
    DATABASE_URL: "postgresql://postgres:postgres@localhost:5432/brook",
  }),
  brokenOf(NOT_HERE, "db is a name of docker compose (fastapi/full-stack-fastapi-template's .env)", {
    DATABASE_URL: "postgresql://postgres:postgres@db:5432/app",
  }),
  brokenOf(
    NOT_HERE,
    "a name of Docker's desktop (hasura/sample-apps, pull request 3)",
    { DATABASE_URL: "postgresql://postgres:postgres@host.docker.internal:54322/postgres" },
    nodeServer,
  ),
  brokenOf(
    NOT_HERE,
    "the broker is at localhost (areebbeigh/codeinterview-backend, issue 5)",
    { REDIS_URL: "redis://localhost:6379/0", DATABASE_URL: SESSION },
    { kind: "worker", driver: "psycopg2", command: "celery -A brook worker -l info" },
  ),
  brokenOf(
    NOT_HERE,
    "REDIS_URL is at the loopback (sidekiq/sidekiq, issue 4170)",
    { REDIS_URL: "redis://127.0.0.1:6379/0", DATABASE_URL: SESSION },
    { ...ruby, kind: "worker", command: "bundle exec sidekiq" },
  ),
  brokenOf(
    UNTRUSTED,
    "node-postgres verifies by sslmode=require, and knows no authority of Supabase's (stripe/sync-engine, issue 194)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    nodeServer,
  ),
  brokenOf(ENDPOINT, "the port's digits are swapped: 5342 (prisma/studio, issue 1264)", {
    DATABASE_URL: pooled("5342/postgres"),
  }),
  brokenOf(`${ENDPOINT}|${IPV6}`, "the pooler's user at the direct host (Supabase's page on connecting)", {
    DATABASE_URL: url("postgres.mzxvqkwtrhjbnlpdgcys", `${DIRECT}:5432/postgres`),
  }),
  brokenOf(
    `${ENDPOINT}|database/url-malformed|${REFUSED}`,
    "the host is the project's API (StackOverflow: could not translate host name)",
    {
      DB_HOST: "https://mzxvqkwtrhjbnlpdgcys.supabase.co",
      DB_PORT: "5432",
      DB_USER: "postgres",
      DB_PASSWORD: CANARY,
      DB_NAME: "postgres",
    },
    { ...bare, command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT" },
  ),
  brokenOf(
    ELSEWHERE,
    "production has staging's URL (Supabase's page on managing environments)",
    { DATABASE_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres`) },
    {
      declared: {
        otherEnvironments: {
          staging: { host: POOL, port: 5432, user: `postgres.${OTHER}`, database: "postgres" },
        },
      },
    },
  ),
];
