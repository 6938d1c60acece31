import type { ExplainedCase } from "../nineteenth-form";
import {
  CANARY,
  DJANGO,
  GO,
  given,
  LARAVEL,
  laravel,
  NODE,
  POOL,
  PRISMA,
  pooled,
  RAILS,
  REF,
  SESSION,
  SPRING,
  spring,
  USER,
  url,
} from "./twenty-ninth-form";

/** Ways into the database that work from a network of IPv4. */
export const SOUND_DATABASES_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  given("asyncpg reads sslmode from its own URL (common; asyncpg's page on connect)", {
    DATABASE_URL: pooled("5432/postgres?sslmode=require"),
  }),
  given(
    "SQLAlchemy passes ssl to asyncpg (MagicStack/asyncpg, issue 737)",
    { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  given(
    "SQLAlchemy with psycopg2's dialect (common)",
    { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2") },
    { driver: "none", command: "gunicorn wsgi:app -b 0.0.0.0:$PORT" },
  ),
  given(
    "libpq takes postgres:// and sslmode (common)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgres") },
    DJANGO,
  ),
  given(
    "psycopg2 prepares nothing, so transaction mode is fine (psycopg/psycopg, issue 911)",
    { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
    DJANGO,
  ),
  given(
    "Django's parts, with the project in the user (common)",
    { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: USER, DB_PASSWORD: CANARY },
    { ...DJANGO, driver: "none" },
  ),
  given(
    "Prisma with both URLs as Supabase shows them (common; Supabase's page on Prisma)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"), DIRECT_URL: SESSION },
    { ...PRISMA, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  given(
    "Prisma in session mode alone (prisma/orm, issue 24913, of such a URL)",
    { DATABASE_URL: SESSION },
    { ...PRISMA, command: "npx prisma migrate deploy && npm run start:prod" },
  ),
  given(
    "Prisma's schema parameter (common; Prisma's page on connection URLs)",
    { DATABASE_URL: pooled("5432/postgres?schema=public") },
    PRISMA,
  ),
  given(
    "node-postgres without verification (brianc/node-postgres, issue 2009)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=no-verify") },
    NODE,
  ),
  given(
    "node-postgres as libpq reads it (common; pg-connection-string's page)",
    { DATABASE_URL: pooled("5432/postgres?uselibpqcompat=true&sslmode=require") },
    NODE,
  ),
  given(
    "node-postgres names no statements, so transaction mode is fine (common)",
    { DATABASE_URL: pooled("6543/postgres") },
    NODE,
  ),
  given(
    "postgres.js in session mode (common)",
    { DATABASE_URL: SESSION },
    { ...NODE, driver: "postgres.js" },
  ),
  given("Active Record in session mode (common; Supabase's page on Rails)", { DATABASE_URL: SESSION }, RAILS),
  given(
    "Active Record without prepared statements (common; Rails' page on its database settings)",
    { DATABASE_URL: pooled("6543/postgres?prepared_statements=false") },
    RAILS,
  ),
  given(
    "pgx without prepared statements (common; jackc/pgx's page on query modes)",
    { DATABASE_URL: pooled("6543/postgres?sslmode=require&default_query_exec_mode=exec") },
    GO,
  ),
  given("pgx in session mode (common)", { DATABASE_URL: pooled("5432/postgres?sslmode=require") }, GO),
  given(
    "the password's # is encoded (supabase/cli, issue 155)",
    { DATABASE_URL: SESSION.replace(CANARY, "Tp5%23willow8Creek") },
    NODE,
  ),
  given("the password's @ is encoded (supabase/cli, issue 155)", {
    DATABASE_URL: SESSION.replace(CANARY, "Tp5%40willow8Creek"),
  }),
  given(
    "the JDBC URL with user and password beside it (common; Supabase's quick start for Spring)",
    spring(),
    SPRING,
  ),
  given(
    "Laravel's DB_URL (common; Laravel's page on databases)",
    laravel({ DB_URL: pooled("5432/postgres?sslmode=require") }),
    LARAVEL,
  ),
  given(
    "a role of the team's own, with the project (supabase/supabase, pull request 49869)",
    { DATABASE_URL: url(`willow_app.${REF}`, `${POOL}:5432/postgres?sslmode=require`) },
    DJANGO,
  ),
];
