import type { ExplainedCase } from "../nineteenth-form";
import { CERTIFICATE } from "../twentieth-form";
import { bare, elixir, go, node, ruby, rust } from "../written";
import { CANARY, IN_DOCKER, laravel, POOL, pooled, SESSION, USER, worksOf } from "./twenty-seventh-form";

const django = {
  driver: "psycopg2",
  command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
} as const;
const nodeServer = { ...node, command: "node dist/server.js" } as const;
const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const rails = { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT" } as const;
const spring = { ...IN_DOCKER, command: "java -Dserver.port=$PORT -jar app.jar" } as const;
const artisan = { ...IN_DOCKER, command: "php artisan serve --host=0.0.0.0 --port=$PORT" } as const;

/** Databases by the pooler, each as its driver reads it. */
export const SOUND_DATABASES_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  worksOf("asyncpg by the session pooler", { DATABASE_URL: SESSION }),
  worksOf("asyncpg reads postgres:// too", {
    DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgres"),
  }),
  worksOf(
    "ssl is asyncpg's word by SQLAlchemy (MagicStack/asyncpg, issue 737)",
    { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  worksOf(
    "sslmode is libpq's word (miguelgrinberg/flasky, issue 505)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2") },
    { ...django, driver: "sqlalchemy-psycopg2" },
  ),
  worksOf(
    "SQLAlchemy's own driver for postgresql:// is psycopg2",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require"), SQLALCHEMY_ECHO: "false" },
    { ...django, driver: "sqlalchemy-psycopg2" },
  ),
  worksOf(
    "psycopg 3 by SQLAlchemy",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+psycopg") },
    { driver: "sqlalchemy-psycopg" },
  ),
  worksOf(
    "psycopg2 prepares nothing, so that transaction mode is fine (psycopg/psycopg, issue 911)",
    { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
    django,
  ),
  worksOf("each character that has a meaning is encoded (supabase/supabase, issue 28646)", {
    DATABASE_URL: `postgresql://${USER}:Vk6%40dipper%23Brook2@${POOL}:5432/postgres`,
  }),
  worksOf(
    "the authority's certificate is a secret file (Supabase's page on SSL)",
    {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt"),
    },
    { ...django, secretFiles: { "prod-ca-2021.crt": CERTIFICATE } },
  ),
  worksOf(
    "Prisma's two URLs (Supabase's page on Prisma)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=5"), DIRECT_URL: SESSION },
    { ...prisma, properties: { preDeployCommand: "npx prisma migrate deploy" } },
  ),
  worksOf(
    "Prisma by the session pooler alone (laoshuikaixue/VoiceHub, issue 14)",
    { DATABASE_URL: SESSION },
    { ...prisma, properties: { preDeployCommand: "npx prisma migrate deploy" } },
  ),
  worksOf("node-postgres without a word on TLS", { DATABASE_URL: SESSION }, nodeServer),
  worksOf(
    "node-postgres verifies nothing by no-verify (its page on SSL)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=no-verify") },
    nodeServer,
  ),
  worksOf(
    "require as libpq means it (brianc/node-postgres: uselibpqcompat)",
    { DATABASE_URL: pooled("5432/postgres?uselibpqcompat=true&sslmode=require") },
    nodeServer,
  ),
  worksOf(
    "node knows the authority (supabase/agent-skills, issue 419)",
    {
      DATABASE_URL: pooled("5432/postgres?sslmode=require"),
      NODE_EXTRA_CA_CERTS: "/etc/secrets/prod-ca-2021.crt",
    },
    { ...nodeServer, secretFiles: { "prod-ca-2021.crt": CERTIFICATE } },
  ),
  worksOf(
    "postgres.js encrypts by require, and verifies nothing (porsager/postgres's README)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    { runtime: "node", driver: "postgres-js", command: "node dist/server.js" },
  ),
  worksOf("Rails by the session pooler", { DATABASE_URL: pooled("5432/postgres?sslmode=require") }, rails),
  worksOf(
    "Rails prepares nothing by this parameter (Rails' guide on configuring)",
    { DATABASE_URL: pooled("6543/postgres?prepared_statements=false&advisory_locks=false") },
    rails,
  ),
  worksOf(
    "pgx prepares nothing in this mode (jackc/pgx, issue 1561)",
    { DATABASE_URL: pooled("6543/postgres?default_query_exec_mode=exec") },
    { ...go, command: "./bin/api" },
  ),
  worksOf(
    "lib/pq encrypts by require",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    { runtime: "go", driver: "lib-pq", command: "./bin/api" },
  ),
  worksOf(
    "sqlx by the session pooler",
    { DATABASE_URL: SESSION },
    { ...rust, command: "./target/release/brook" },
  ),
  worksOf(
    "Ecto by the session pooler (Phoenix's page on releases)",
    {
      DATABASE_URL: pooled("5432/postgres", "ecto"),
      SECRET_KEY_BASE: "k2Weir8Dipper5Brook1Reed7".repeat(3),
      PHX_SERVER: "true",
      PHX_HOST: "app.dipper-brook.com",
    },
    { ...elixir, command: "_build/prod/rel/brook/bin/brook start" },
  ),
  worksOf(
    "JDBC has user and password beside the URL (supabase/supabase, pull request 48396)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
    },
    spring,
  ),
  worksOf(
    "pgjdbc prepares nothing at 0 (Supabase's page on prepared statements)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
    },
    spring,
  ),
  worksOf(
    "Npgsql's keywords (Supabase's page on connecting: .NET)",
    {
      ASPNETCORE_URLS: "http://0.0.0.0:8000",
      ConnectionStrings__DefaultConnection: `Host=${POOL};Port=5432;Database=postgres;Username=${USER};Password=${CANARY};SSL Mode=Require;Trust Server Certificate=true`,
    },
    { ...IN_DOCKER, command: "dotnet Brook.Api.dll" },
  ),
  worksOf(
    "Django's parts by the pooler (Supabase's page on Django)",
    { DB_HOST: POOL, DB_PORT: "5432", DB_USER: USER, DB_PASSWORD: CANARY, DB_NAME: "postgres" },
    { ...bare, command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT" },
  ),
  worksOf("Laravel's parts by the pooler", laravel({ DB_SSLMODE: "require" }), artisan),
];
