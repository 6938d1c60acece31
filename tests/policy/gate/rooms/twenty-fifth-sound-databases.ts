import type { ExplainedCase } from "../nineteenth-form";
import { CERTIFICATE } from "../twentieth-form";
import {
  alchemy,
  CANARY,
  django,
  drizzle,
  ENCRYPTED,
  flask,
  GUNICORN,
  node,
  POOL,
  pooled,
  prisma,
  SESSION,
  taken,
  USER,
} from "./twenty-fifth-form";

const FLASK = "gunicorn --bind 0.0.0.0:$PORT lantern:app";
const RAILS = { runtime: "ruby", driver: "active-record" } as const;
const PUMA = "bundle exec rails server -b 0.0.0.0 -p $PORT";
const withPassword = (password: string) => `postgresql://${USER}:${password}@${POOL}:5432/postgres`;

/** Connections that work, beside those that look like them. */
export const SOUND_DATABASES_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  taken("Prisma by transaction mode, and its migrations by session mode", {
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: {
      DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"),
      DIRECT_URL: SESSION,
    },
    ...prisma,
  }),
  taken("Prisma by session mode alone, with its schema", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: pooled("5432/postgres?schema=public&connection_limit=5") },
    ...prisma,
  }),
  taken("psycopg2 names no statements: transaction mode fits it", {
    command: GUNICORN,
    variables: { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
    ...django,
  }),
  taken("Django's settings in parts, with the pooler's user", {
    command: `python manage.py migrate && ${GUNICORN}`,
    variables: { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: USER, DB_PASSWORD: CANARY },
    ...django,
  }),
  taken("dj-database-url takes postgres:// too", {
    command: GUNICORN,
    variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgres") },
    ...django,
  }),
  taken("SQLAlchemy's scheme names its driver", {
    command: FLASK,
    variables: { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2") },
    ...flask,
  }),
  taken("SQLAlchemy over asyncpg takes ssl in place of sslmode", {
    variables: { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
    ...alchemy,
  }),
  taken("asyncpg reads sslmode of a URL by itself", { variables: { DATABASE_URL: ENCRYPTED } }),
  taken("asyncpg's statements are off in transaction mode", {
    variables: { DATABASE_URL: pooled("6543/postgres") },
    declared: { driverSettings: { statement_cache_size: "0" } },
  }),
  taken("postgres.js prepares nothing, as Drizzle's guide for Supabase has it", {
    command: "node dist/index.js",
    variables: { DATABASE_URL: pooled("6543/postgres") },
    ...drizzle,
    declared: { driverSettings: { prepare: "false" } },
  }),
  taken("node-postgres names no statements, and no-verify is its own word for TLS without a check", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: pooled("6543/postgres?sslmode=no-verify") },
    ...node,
  }),
  taken("node-postgres reads sslmode as libpq does", {
    command: "node dist/main.js",
    variables: { DATABASE_URL: pooled("5432/postgres?uselibpqcompat=true&sslmode=require") },
    ...node,
  }),
  taken("libpq verifies by the certificate that the service has", {
    command: GUNICORN,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt"),
    },
    secretFiles: { "prod-ca-2021.crt": CERTIFICATE },
    ...django,
  }),
  taken("pgx prepares nothing, as its URL says", {
    command: "./bin/lantern",
    variables: {
      DATABASE_URL: pooled("6543/postgres?sslmode=require&default_query_exec_mode=simple_protocol"),
    },
    runtime: "go",
    driver: "pgx",
  }),
  taken("lib/pq by session mode", {
    command: "./bin/lantern",
    variables: {
      DB_DSN: `host=${POOL} port=5432 user=${USER} password=${CANARY} dbname=postgres sslmode=require`,
    },
    runtime: "go",
    driver: "lib-pq",
  }),
  taken("sqlx by session mode", {
    command: "./target/release/lantern",
    variables: { DATABASE_URL: ENCRYPTED, RUST_LOG: "info" },
    runtime: "rust",
    driver: "sqlx",
  }),
  taken("Active Record's statements are off by the URL", {
    command: PUMA,
    variables: { DATABASE_URL: pooled("6543/postgres?prepared_statements=false") },
    ...RAILS,
  }),
  taken("the password of the report, percent-encoded", {
    command: PUMA,
    variables: { DATABASE_URL: withPassword("lantern%4052817%24") },
    ...RAILS,
  }),
  taken("a # that is encoded ends nothing", {
    command: "./bin/lantern",
    variables: { DATABASE_URL: `${withPassword("Ax%5Es%23Lantern91")}?sslmode=require` },
    runtime: "go",
    driver: "pgx",
  }),
];
