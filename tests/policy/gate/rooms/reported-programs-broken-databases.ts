import { brokenBy, brokenWeb, ENCODING, IPV6, MALFORMED, MODE, PLACEHOLDER, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { image } from "../twentieth-form";
import { bare } from "../written";
import { CANARY, DIRECT, POOL, pooled, SESSION, TRANSACTION, USER, url } from "./reported-programs-form";

const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const alchemy = { driver: "sqlalchemy-asyncpg" } as const;

/** Services that reach no database, the wrong one, or one that refuses what their driver sends. */
export const REPORTED_PROGRAMS_BROKEN_DATABASES: readonly ExplainedCase[] = [
  {
    why: 'Prisma prepares statements where pgbouncer=true is not there: prepared statement "s0" already exists (prisma/orm issue 11643)',
    ...brokenBy(MODE, { DATABASE_URL: `${TRANSACTION}?connection_limit=5` }, prisma),
  },
  {
    why: "pgbouncer=true changes no host, and the direct one has IPv6 alone: Can't reach database server (prisma/orm issue 14942; Supabase's page on connecting)",
    ...brokenBy(
      IPV6,
      { DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres?schema=public&pgbouncer=true`) },
      prisma,
    ),
  },
  {
    why: "the migration before the server takes directUrl, whose host has IPv6 alone: P1001 (Supabase's page on Prisma)",
    ...brokenWeb(`${IPV6}|database/direct-for-migrations`, "npx prisma migrate deploy && node dist/main.js", {
      runtime: "node",
      driver: "prisma",
      variables: {
        DATABASE_URL: `${TRANSACTION}?pgbouncer=true&connection_limit=1`,
        DIRECT_URL: url("postgres", `${DIRECT}:5432/postgres`),
      },
    }),
  },
  {
    why: "Directus joins its parts, and the shared pooler finds no project by postgres alone: Tenant or user not found (Supabase's page on that error)",
    ...brokenBy(
      TENANT,
      {
        DB_CLIENT: "pg",
        DB_HOST: POOL,
        DB_PORT: "5432",
        DB_DATABASE: "postgres",
        DB_USER: "postgres",
        DB_PASSWORD: CANARY,
      },
      { command: null, ...bare, properties: image("docker.io/directus/directus", "11.8.0") },
    ),
  },
  {
    why: "with ssl=true Knex's pg verifies, and Supabase's authority is its own: SELF_SIGNED_CERT_IN_CHAIN (directus/directus issue 24471)",
    ...brokenBy(
      "database/tls-untrusted",
      {
        DB_CLIENT: "pg",
        DB_HOST: POOL,
        DB_PORT: "5432",
        DB_DATABASE: "postgres",
        DB_USER: USER,
        DB_PASSWORD: CANARY,
        DB_SSL: "true",
      },
      { command: null, ...bare, properties: image("docker.io/directus/directus", "11.8.0") },
    ),
  },
  {
    why: "the dashboard's string was copied with its bracketed placeholder: password authentication failed (Supabase's page on connecting)",
    ...brokenBy(
      `${PLACEHOLDER}|${MALFORMED}|${ENCODING}`,
      { DATABASE_URL: `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres` },
      { driver: "psycopg2" },
    ),
  },
  {
    why: "a raw # begins the fragment, and the host is what is before it: could not translate host name (SQLAlchemy's page on engines)",
    ...brokenBy(
      `${ENCODING}|${MALFORMED}`,
      { DATABASE_URL: `postgresql://${USER}:Ferry#7/slip@${POOL}:5432/postgres` },
      { driver: "psycopg" },
    ),
  },
  {
    why: "asyncpg sends pgbouncer as a server's setting: unrecognized configuration parameter (asyncpg's page on connect; Supabase's string for Prisma)",
    ...brokenBy("database/url-parameters", { DATABASE_URL: `${SESSION}?pgbouncer=true` }),
  },
  {
    why: "libpq knows no pgbouncer: invalid URI query parameter (PostgreSQL's page on connection strings)",
    ...brokenBy(
      "database/url-parameters",
      { DATABASE_URL: `${pooled("5432/postgres")}?pgbouncer=true&connection_limit=1` },
      { driver: "psycopg2" },
    ),
  },
  {
    why: "SQLAlchemy gives sslmode to asyncpg's connect: unexpected keyword argument 'sslmode' (SQLAlchemy's page on asyncpg)",
    ...brokenBy(
      "database/url-parameters",
      { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
      alchemy,
    ),
  },
];
