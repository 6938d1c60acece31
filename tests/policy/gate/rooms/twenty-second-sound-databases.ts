import { docker, java, prisma } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import {
  APP_KEY,
  acceptedBy,
  CANARY,
  KEY_BASE,
  POOL,
  pooled,
  REF,
  SESSION,
  USER,
  url,
} from "./twenty-second-form";

const alchemy = { driver: "sqlalchemy-psycopg2" } as const;
const main = { ...node, command: "node dist/index.js" } as const;
const RENDER = "dpg-d1c0harbor7s73b2k9g0-a";

/** Connections from Render that work, next to those that do not. */
export const SOUND_DATABASES_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  acceptedBy(
    "SQLAlchemy's own scheme at the session pooler (SQLAlchemy's page on PostgreSQL)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2") },
    alchemy,
  ),
  acceptedBy(
    "queries by transaction mode with pgbouncer=true, migrations by the session pooler (Supabase's page on Prisma)",
    {
      DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"),
      DIRECT_URL: pooled("5432/postgres"),
    },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  acceptedBy(
    "Django's five variables, with the pooler's user (Django's page on databases)",
    { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: USER, DB_PASSWORD: CANARY },
    { driver: "psycopg2" },
  ),
  acceptedBy(
    "the session pooler, as the dashboard has it (Supabase's page on connecting)",
    { NODE_ENV: "production", DATABASE_URL: SESSION },
    main,
  ),
  acceptedBy(
    "node-postgres only encrypts with libpq's meaning of require (pg-connection-string's README)",
    { DATABASE_URL: pooled("5432/postgres?uselibpqcompat=true&sslmode=require") },
    main,
  ),
  acceptedBy(
    "psycopg2 prepares nothing at the server (psycopg2's page on its cursors)",
    { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
    { driver: "psycopg2" },
  ),
  acceptedBy(
    "postgres.js prepares nothing with prepare: false (Supabase's page on postgres.js)",
    { DATABASE_URL: pooled("6543/postgres") },
    {
      runtime: "node",
      driver: "postgres-js",
      command: "node dist/index.js",
      declared: { driverSettings: { prepare: "false" } },
    },
  ),
  acceptedBy(
    "pgx prepares nothing in the simple protocol (pgx's page on QueryExecMode)",
    { DATABASE_URL: pooled("6543/postgres?default_query_exec_mode=simple_protocol") },
    { ...go, command: "./bin/api" },
  ),
  acceptedBy(
    "a database of Render's own by its internal address (Render's page on connecting)",
    { DATABASE_URL: url("quay", `${RENDER}/quay`) },
    { ...alchemy, properties: { region: "oregon" } },
  ),
  acceptedBy(
    "the same database by its external address, with TLS (Render's page on connecting)",
    { DATABASE_URL: url("quay", `${RENDER}.oregon-postgres.render.com/quay?sslmode=require`) },
    { driver: "psycopg2" },
  ),
  acceptedBy(
    "a database of Neon's behind its pooler, which knows prepared statements (Neon's page on pooling)",
    {
      DATABASE_URL: url("quay", "ep-calm-heron-a5k2x9qd-pooler.us-east-2.aws.neon.tech/quay?sslmode=require"),
    },
    prisma,
  ),
  acceptedBy(
    "Laravel's variables with the pooler's host and user (Laravel's page on databases)",
    {
      APP_KEY,
      DB_CONNECTION: "pgsql",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: USER,
      DB_PASSWORD: CANARY,
    },
    { ...docker, ...bare, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
  acceptedBy(
    "ssl is the parameter of asyncpg's connect() (asyncpg's page on connections)",
    { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  acceptedBy(
    "the # of the password is encoded (RFC 3986)",
    { DATABASE_URL: `postgresql://${USER}:Har%23bor9Vd@${POOL}:5432/postgres` },
    main,
  ),
  acceptedBy(
    "Rails reads the size of its pool from the URL (Rails's guide on configuring)",
    { RAILS_ENV: "production", SECRET_KEY_BASE: KEY_BASE, DATABASE_URL: pooled("5432/postgres?pool=5") },
    { ...ruby, command: "bundle exec rails server -b 0.0.0.0 -p $PORT" },
  ),
  acceptedBy(
    "a JDBC URL, and the pooler's user in a variable of its own (Spring Boot's page on data sources)",
    {
      SERVER_PORT: "8000",
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
    },
    { ...java, command: "java -jar app.jar" },
  ),
  acceptedBy(
    "the API's address and the database are of one project (Supabase's page on environments)",
    { SUPABASE_URL: `https://${REF}.supabase.co`, DATABASE_URL: SESSION },
    { driver: "psycopg2" },
  ),
];
