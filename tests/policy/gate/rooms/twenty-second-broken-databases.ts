import { docker, ENCODING, IPV6, LOCAL, MALFORMED, MODE, PLACEHOLDER, prisma, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import {
  APP_KEY,
  CANARY,
  DIRECT,
  OTHER,
  POOL,
  pooled,
  REF,
  rejectedBy,
  SESSION,
  USER,
  url,
} from "./twenty-second-form";

const alchemy = { driver: "sqlalchemy-psycopg2" } as const;

/** Connections to Supabase from Render that reach no database, or the wrong one. */
export const REJECTED_DATABASES_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  rejectedBy(
    IPV6,
    "the host has an IPv6 address alone, and Render has none: Network is unreachable (Supabase's page on connecting)",
    { DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres?sslmode=require`) },
    alchemy,
  ),
  rejectedBy(
    IPV6,
    "Prisma migrates by the direct URL: P1001, cannot reach the server (Supabase's page on Prisma)",
    {
      DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
      DIRECT_URL: url("postgres", `${DIRECT}:5432/postgres`),
    },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  rejectedBy(
    TENANT,
    "the pooler finds the project by the user's name: Tenant or user not found (Supabase's page on connecting)",
    { DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) },
    { ...node, command: "node dist/index.js" },
  ),
  rejectedBy(
    TENANT,
    "the user of the direct connection is sent to the pooler (Supabase's page on connecting)",
    { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: "postgres", DB_PASSWORD: CANARY },
    { driver: "psycopg2" },
  ),
  rejectedBy(
    MODE,
    "without pgbouncer=true Prisma prepares statements: s0 already exists (Supabase's page on Prisma)",
    { DATABASE_URL: pooled("6543/postgres?connection_limit=5") },
    prisma,
  ),
  rejectedBy(
    MODE,
    "asyncpg names the statements that it prepares: DuplicatePreparedStatementError (asyncpg's FAQ)",
    { DATABASE_URL: pooled("6543/postgres") },
    { driver: "asyncpg" },
  ),
  rejectedBy(
    "database/direct-for-migrations",
    "migrations hold an advisory lock of a session, which transaction mode loses (Supabase's page on Prisma)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1") },
    { ...prisma, command: "npx prisma migrate deploy && npm run start:prod" },
  ),
  rejectedBy(
    LOCAL,
    "no PostgreSQL runs on the instance: ECONNREFUSED 127.0.0.1:5432 (Render's page on connecting)",
    { NODE_ENV: "production", DATABASE_URL: url("postgres", "localhost:5432/quay") },
    { ...node, command: "node dist/index.js" },
  ),
  rejectedBy(
    LOCAL,
    "Laravel's .env.example was pasted with its host (Laravel's page on databases)",
    {
      APP_KEY,
      DB_CONNECTION: "pgsql",
      DB_HOST: "127.0.0.1",
      DB_PORT: "5432",
      DB_DATABASE: "quay",
      DB_USERNAME: "quay",
      DB_PASSWORD: CANARY,
    },
    { ...docker, ...bare, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
  rejectedBy(
    MALFORMED,
    "SQLAlchemy has no dialect postgres since 1.4: Can't load plugin (SQLAlchemy's changelog of 1.4)",
    { DATABASE_URL: pooled("5432/postgres", "postgres") },
    alchemy,
  ),
  rejectedBy(
    "database/url-parameters",
    "SQLAlchemy gives each parameter to asyncpg's connect(), which has no sslmode (asyncpg's issue 737)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  rejectedBy(
    `${ENCODING}|${MALFORMED}`,
    "a # ends the authority of a URL, and no port is read before it (RFC 3986; node-postgres's page on connecting)",
    { DATABASE_URL: `postgresql://${USER}:Har#bor9Vd@${POOL}:5432/postgres` },
    { ...node, command: "node dist/index.js" },
  ),
  rejectedBy(
    PLACEHOLDER,
    "the dashboard's text was copied without a password (Supabase's page on connecting)",
    { DATABASE_URL: `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres` },
    { driver: "psycopg2" },
  ),
  rejectedBy(
    MALFORMED,
    "the quotes of a .env file are part of the value at Render, and the scheme begins with one (P1012 of Prisma)",
    { DATABASE_URL: `"${SESSION}"` },
    prisma,
  ),
  rejectedBy(
    MALFORMED,
    "the whole line of the .env file is the value: Could not parse SQLAlchemy URL (SQLAlchemy's page on engines)",
    { DATABASE_URL: `DATABASE_URL=${SESSION}` },
    alchemy,
  ),
  rejectedBy(
    `${MALFORMED}|database/supabase-endpoint`,
    "the address is that of the project's HTTP interface and no database's (Supabase's page on connecting)",
    { DATABASE_URL: `https://${REF}.supabase.co` },
    { ...node, command: "node dist/index.js" },
  ),
  rejectedBy(
    "database/one-project",
    "users are read in one project and rows in another (Supabase's page on environments)",
    { SUPABASE_URL: `https://${OTHER}.supabase.co`, DATABASE_URL: SESSION },
    { driver: "psycopg2" },
  ),
];
