import type { ExplainedCase } from "../nineteenth-form";
import {
  boot,
  CANARY,
  DIRECT,
  django,
  dotnet,
  drizzle,
  eloquent,
  GUNICORN,
  laravel,
  POOL,
  pooled,
  prisma,
  REF,
  rejected,
  SESSION,
  spring,
  url,
} from "./twenty-fifth-form";

const IPV6 = "database/ipv6-only-host";
const TENANT = "database/pooler-tenant";
const MODE = "database/transaction-mode-statements";
const ENDPOINT = "database/supabase-endpoint";
const direct = (rest: string, scheme?: string) => url("postgres", `${DIRECT}:${rest}`, scheme);
const ARTISAN = "php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=8000";
const RAILS = { runtime: "ruby", driver: "active-record" } as const;
const PUMA = "bundle exec rails server -b 0.0.0.0 -p $PORT";

/** Hosts, users and modes that do not go together at Supabase, or are not reached from Render. */
export const REJECTED_DATABASES_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  rejected(
    IPV6,
    "the direct host has IPv6 alone: P1001, can't reach database server (supabase issue 17920)",
    {
      command: "npx prisma migrate deploy && node dist/main.js",
      variables: { DATABASE_URL: direct("5432/postgres") },
      ...prisma,
    },
  ),
  rejected(IPV6, "psycopg2 ends with Network is unreachable at each of the host's addresses", {
    command: `python manage.py migrate && ${GUNICORN}`,
    variables: { DATABASE_URL: direct("5432/postgres?sslmode=require") },
    ...django,
  }),
  rejected(IPV6, "pgJDBC ends with the attempt of a connection: Network is unreachable", {
    command: "java -jar /app/lantern.jar --server.port=$PORT",
    variables: boot(`${DIRECT}:5432/postgres`, "postgres"),
    ...spring,
  }),
  rejected(IPV6, "the pairs of Npgsql name the direct host: Network is unreachable [::]:5432", {
    command: "dotnet Lantern.Api.dll --urls http://0.0.0.0:8000",
    variables: {
      ConnectionStrings__DefaultConnection: `Host=${DIRECT};Port=5432;Database=postgres;Username=postgres;Password=${CANARY};SSL Mode=Require;Trust Server Certificate=true`,
    },
    ...dotnet,
  }),
  rejected(IPV6, "Laravel's parts name the direct host: SQLSTATE[08006] [7], Network is unreachable", {
    command: ARTISAN,
    variables: eloquent(DIRECT, "postgres"),
    ...laravel,
  }),
  rejected(IPV6, "R2R's own name for the host: Name or service not known (R2R issue 2217)", {
    command: "python -m r2r.serve --host 0.0.0.0 --port 8000",
    variables: {
      R2R_POSTGRES_HOST: DIRECT,
      R2R_POSTGRES_PORT: "5432",
      R2R_POSTGRES_USER: "postgres",
      R2R_POSTGRES_PASSWORD: CANARY,
      R2R_POSTGRES_DBNAME: "postgres",
    },
  }),
  rejected(IPV6, "the queries go by the pooler, and migrations by the direct host (supabase issue 7772)", {
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: {
      DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"),
      DIRECT_URL: direct("5432/postgres"),
    },
    ...prisma,
  }),
  rejected(TENANT, "the pooler's user has no project: Tenant or user not found (prisma issue 22824)", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: url("postgres", `${POOL}:6543/postgres?pgbouncer=true`) },
    ...prisma,
  }),
  rejected(TENANT, "host and port were changed to the pooler's, the user of settings.py was left", {
    command: GUNICORN,
    variables: {
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_NAME: "postgres",
      DB_USER: "postgres",
      DB_PASSWORD: CANARY,
    },
    ...django,
  }),
  rejected(TENANT, "Spring's user is postgres alone at the pooler: (ENOIDENTIFIER), or no tenant", {
    command: "java -jar /app/lantern.jar --server.port=$PORT",
    variables: boot(`${POOL}:5432/postgres?sslmode=require`, "postgres"),
    ...spring,
  }),
  rejected(
    `${ENDPOINT}|${TENANT}`,
    "the user of the pooler is given to the direct host, which has no such role",
    {
      command: PUMA,
      variables: { DATABASE_URL: url(`postgres.${REF}`, `${DIRECT}:5432/postgres`) },
      ...RAILS,
    },
  ),
  rejected(ENDPOINT, "the digits of the port are swapped: P1001 at 5342 (prisma studio issue 1264)", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: pooled("5342/postgres") },
    ...prisma,
  }),
  rejected(`${ENDPOINT}|${IPV6}`, "the API's host is no database's: db. is missing before the reference", {
    variables: { DATABASE_URL: url("postgres", `${REF}.supabase.co:5432/postgres`) },
  }),
  rejected(MODE, "asyncpg names its statements: prepared statement __asyncpg_stmt_1__ already exists", {
    variables: { DATABASE_URL: pooled("6543/postgres") },
  }),
  rejected(MODE, "the cache of SQLAlchemy alone is turned off, and asyncpg's is not (supabase issue 35684)", {
    variables: {
      DATABASE_URL: pooled("6543/postgres?prepared_statement_cache_size=0", "postgresql+asyncpg"),
    },
    driver: "sqlalchemy-asyncpg",
  }),
  rejected(MODE, "Prisma up to 6 names its statements without pgbouncer=true: prepared statement s0 exists", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: pooled("6543/postgres"), DIRECT_URL: SESSION },
    ...prisma,
  }),
  rejected(MODE, "postgres.js prepares by default; Drizzle's guide for Supabase sets prepare to false", {
    command: "node dist/index.js",
    variables: { DATABASE_URL: pooled("6543/postgres") },
    ...drizzle,
  }),
  rejected(MODE, "pgx caches prepared statements by default: stmtcache_… does not exist (SQLSTATE 26000)", {
    command: "./bin/lantern",
    variables: { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
    runtime: "go",
    driver: "pgx",
  }),
  rejected(
    MODE,
    "Active Record prepares by default: PG::DuplicatePstatement (Rails's guide on configuring)",
    {
      command: PUMA,
      variables: { DATABASE_URL: pooled("6543/postgres") },
      ...RAILS,
    },
  ),
  rejected(
    "database/direct-for-migrations",
    "migrate deploy takes an advisory lock of a session, and no variable leads around transaction mode: P1002",
    {
      command: "npx prisma migrate deploy && node dist/main.js",
      variables: { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
      ...prisma,
    },
  ),
];
