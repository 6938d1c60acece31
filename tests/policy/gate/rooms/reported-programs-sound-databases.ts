import { docker, dotnet, java, soundBy, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { image } from "../twentieth-form";
import { bare, elixir, go, node, ruby } from "../written";
import { CANARY, keyOf, POOL, pooled, REF, SESSION, TRANSACTION, USER, url } from "./reported-programs-form";

const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const directus = {
  command: null,
  ...bare,
  properties: image("docker.io/directus/directus", "11.8.0"),
} as const;
const parts = {
  DB_CLIENT: "pg",
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_DATABASE: "postgres",
  DB_USER: USER,
  DB_PASSWORD: CANARY,
};

/** Services that reach their database, next to those that do not. */
export const REPORTED_PROGRAMS_SOUND_DATABASES: readonly ExplainedCase[] = [
  {
    why: "pgbouncer=true turns Prisma's named statements off (Supabase's page on Prisma)",
    ...soundBy({ DATABASE_URL: `${TRANSACTION}?pgbouncer=true&connection_limit=5` }, prisma),
  },
  {
    why: "the session pooler has an address of IPv4 (Supabase's page on connecting)",
    ...soundBy({ DATABASE_URL: `${SESSION}?schema=public` }, prisma),
  },
  {
    why: "the migration before the server takes the session pooler (Supabase's page on Prisma)",
    ...soundWeb("npx prisma migrate deploy && node dist/main.js", {
      runtime: "node",
      driver: "prisma",
      variables: { DATABASE_URL: `${TRANSACTION}?pgbouncer=true&connection_limit=1`, DIRECT_URL: SESSION },
    }),
  },
  { why: "the user names its project (Supabase's page on connecting)", ...soundBy(parts, directus) },
  {
    why: "REJECT_UNAUTHORIZED is off: pg encrypts and verifies nothing (Directus's page on its variables)",
    ...soundBy({ ...parts, DB_SSL__REJECT_UNAUTHORIZED: "false" }, directus),
  },
  {
    why: "the password's #, / and @ are percent-encoded (PostgreSQL's page on connection strings)",
    ...soundBy(
      { DATABASE_URL: `postgresql://${USER}:Ferry%237%2Fslip%40x@${POOL}:5432/postgres` },
      { driver: "psycopg" },
    ),
  },
  {
    why: "asyncpg reads sslmode as libpq does (asyncpg's page on connect)",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require") }),
  },
  {
    why: "libpq knows these parameters (PostgreSQL's page on connection strings)",
    ...soundBy(
      { DATABASE_URL: `${SESSION}?sslmode=require&application_name=ferry&connect_timeout=10` },
      { driver: "psycopg2" },
    ),
  },
  {
    why: "ssl is the name that asyncpg's connect has (SQLAlchemy's page on asyncpg)",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  },
  {
    why: "user and password are variables of their own (Spring Boot's page on SQL)",
    ...soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
        SPRING_DATASOURCE_USERNAME: USER,
        SPRING_DATASOURCE_PASSWORD: CANARY,
        SERVER_PORT: "8000",
      },
      { command: "java -jar build/libs/ferry.jar", ...java },
    ),
  },
  {
    why: "user and password are parameters of the URL (pgjdbc's page on URLs)",
    ...soundBy(
      {
        JDBC_DATABASE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=${CANARY}&sslmode=require`,
        SERVER_PORT: "8000",
      },
      { command: "java -jar build/libs/ferry.jar", ...java },
    ),
  },
  {
    why: "pairs are what Npgsql reads (Npgsql's page on connection strings)",
    ...soundBy(
      {
        ConnectionStrings__DefaultConnection: `Host=${POOL};Port=5432;Database=postgres;Username=${USER};Password=${CANARY};SSL Mode=Require`,
      },
      { command: "dotnet Ferry.Web.dll --urls http://0.0.0.0:8000", ...dotnet },
    ),
  },
  {
    why: "prepared statements are off in the URL (Rails's guide on databases)",
    ...soundBy(
      { DATABASE_URL: `${TRANSACTION}?prepared_statements=false`, RAILS_ENV: "production" },
      { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT" },
    ),
  },
  {
    why: "the mode of queries names no statement (pgx's page on QueryExecMode)",
    ...soundBy(
      { DATABASE_URL: `${TRANSACTION}?default_query_exec_mode=simple_protocol` },
      { ...go, command: "./app" },
    ),
  },
  {
    why: "ecto is a scheme that Ecto takes, and the pooler has IPv4 (Ecto's page on its repository)",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres", "ecto"), PHX_SERVER: "true", PHX_HOST: "ferry-lines.app" },
      { ...elixir, command: "_build/prod/rel/ferry/bin/ferry start" },
    ),
  },
  {
    why: "node-postgres encrypts and verifies nothing with no-verify (pg-connection-string's page)",
    ...soundBy({ DATABASE_URL: `${SESSION}?sslmode=no-verify` }, { ...node, command: "node server.js" }),
  },
  {
    why: "the database and the API are of one project, and the key is the server's (Supabase's page on API keys)",
    ...soundBy(
      {
        DATABASE_URL: url(`postgres.${REF}`, `${POOL}:5432/postgres`),
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
        SUPABASE_ANON_KEY: keyOf("anon"),
      },
      { ...node, command: "node server.js" },
    ),
  },
  {
    why: "session mode keeps prepared statements (Supabase's page on connecting)",
    ...soundBy({ DATABASE_URL: SESSION }, { ...node, driver: "postgres-js", command: "node build" }),
  },
  {
    why: "GORM's DSN has the project in its user (GORM's page on connecting)",
    ...soundBy(
      {
        DB_DSN: `host=${POOL} user=${USER} password=${CANARY} dbname=postgres port=5432 sslmode=require TimeZone=Asia/Kolkata`,
      },
      { ...go, command: "./app" },
    ),
  },
  {
    why: "Laravel joins its parts to the session pooler (Laravel's page on databases)",
    ...soundBy(
      {
        DB_CONNECTION: "pgsql",
        DB_HOST: POOL,
        DB_PORT: "5432",
        DB_DATABASE: "postgres",
        DB_USERNAME: USER,
        DB_PASSWORD: CANARY,
        DB_SSLMODE: "require",
      },
      { command: "php artisan serve --host=0.0.0.0 --port=$PORT", ...bare, ...docker },
    ),
  },
  {
    why: "psycopg2 prepares nothing by itself, so transaction mode takes it (Supabase's page on connecting)",
    ...soundBy(
      { DATABASE_URL: TRANSACTION },
      { driver: "psycopg2", command: "gunicorn ferry.wsgi:application --bind 0.0.0.0:$PORT" },
    ),
  },
];
