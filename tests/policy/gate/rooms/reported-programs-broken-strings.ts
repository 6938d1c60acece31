import { brokenBy, docker, dotnet, IPV6, java, LOCAL, MALFORMED, MODE, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, go, node, ruby } from "../written";
import {
  CANARY,
  DIRECT,
  keyOf,
  OTHER,
  POOL,
  pooled,
  REF,
  SESSION,
  TRANSACTION,
  USER,
  url,
} from "./reported-programs-form";

const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;

/** Services whose text of a connection is none, or leads elsewhere. */
export const REPORTED_PROGRAMS_BROKEN_STRINGS: readonly ExplainedCase[] = [
  {
    why: "JDBC's URLs begin with jdbc: Driver claims to not accept jdbcUrl (HikariCP's reports of Render's databases)",
    ...brokenBy(
      MALFORMED,
      { SPRING_DATASOURCE_URL: SESSION, SERVER_PORT: "8000" },
      { command: "java -jar build/libs/ferry.jar", ...java },
    ),
  },
  {
    why: "pgjdbc takes no user and password before the host: UnknownHostException (pgjdbc's page on URLs)",
    ...brokenBy(
      MALFORMED,
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${USER}:${CANARY}@${POOL}:5432/postgres`,
        SERVER_PORT: "8000",
      },
      { command: "java -jar build/libs/ferry.jar", ...java },
    ),
  },
  {
    why: "Npgsql reads pairs alone: Format of the initialization string does not conform (npgsql's reports)",
    ...brokenBy(
      MALFORMED,
      { ConnectionStrings__DefaultConnection: pooled("5432/postgres", "postgres") },
      { command: "dotnet Ferry.Web.dll --urls http://0.0.0.0:8000", ...dotnet },
    ),
  },
  {
    why: "Active Record prepares statements unless they are off: PG::DuplicatePstatement (Rails's guide on databases)",
    ...brokenBy(
      MODE,
      { DATABASE_URL: TRANSACTION, RAILS_ENV: "production" },
      { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT" },
    ),
  },
  {
    why: "pgx prepares and caches each statement by default: prepared statement already exists (pgx's page on QueryExecMode)",
    ...brokenBy(MODE, { DATABASE_URL: TRANSACTION }, { ...go, command: "./app" }),
  },
  {
    why: "ECTO_IPV6 gives a socket of IPv6 to a machine without a way out by it: the direct host stays unreachable (Supabase's page on IPv4)",
    ...brokenBy(
      IPV6,
      {
        DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`, "ecto"),
        ECTO_IPV6: "true",
        PHX_SERVER: "true",
      },
      { ...elixir, command: "_build/prod/rel/ferry/bin/ferry start" },
    ),
  },
  {
    why: "the whole line of the env file was pasted as the value: no scheme is called DATABASE_URL=postgresql (Render's page on variables)",
    ...brokenBy(
      MALFORMED,
      { DATABASE_URL: `DATABASE_URL=${SESSION}` },
      { ...node, command: "node server.js" },
    ),
  },
  {
    why: "quotes around the value are a part of it at Render: dialect cannot be parsed (reports of SQLAlchemy; Render's page on variables)",
    ...brokenBy(MALFORMED, { DATABASE_URL: `"${SESSION}"` }, { driver: "psycopg2" }),
  },
  {
    why: "the API's address is no connection string: it has neither user, nor password, nor the database's port (Supabase's page on connecting)",
    ...brokenBy(MALFORMED, { DATABASE_URL: `https://${REF}.supabase.co` }, prisma),
  },
  {
    why: "Supabase's local stack is on the laptop: connection refused at 127.0.0.1:54322 (Supabase's page on local development)",
    ...brokenBy(
      LOCAL,
      { DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres" },
      { ...node, driver: "postgres-js", command: "node build" },
    ),
  },
  {
    why: "the compose file's name of its database is no host at Render: could not translate host name db (Django's and Docker's samples)",
    ...brokenBy(
      `${LOCAL}|service/private-network`,
      { DATABASE_URL: "postgres://ferry:ferry@db:5432/ferry" },
      { driver: "psycopg2", command: "gunicorn ferry.wsgi:application --bind 0.0.0.0:$PORT" },
    ),
  },
  {
    why: "GORM's DSN goes to the shared pooler with postgres alone: Tenant or user not found (GORM's page on connecting)",
    ...brokenBy(
      TENANT,
      {
        DB_DSN: `host=${POOL} user=postgres password=${CANARY} dbname=postgres port=5432 sslmode=require TimeZone=Asia/Kolkata`,
      },
      { ...go, command: "./app" },
    ),
  },
  {
    why: "the pooler's name is of the other project than the API's: rows are written where the API reads none (Supabase's page on environments)",
    ...brokenBy(
      "database/one-project",
      {
        DATABASE_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres`),
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      },
      { ...node, command: "node server.js" },
    ),
  },
  {
    why: "the key's role is anon: row level security hides every row from the server (Supabase's page on API keys)",
    ...brokenBy(
      "database/key-role",
      { SUPABASE_URL: `https://${REF}.supabase.co`, SUPABASE_SERVICE_ROLE_KEY: keyOf("anon") },
      { ...node, ...bare, command: "node server.js" },
    ),
  },
  {
    why: "the sample of Laravel is left: Connection refused at 127.0.0.1 (Laravel's .env.example)",
    ...brokenBy(
      LOCAL,
      {
        DB_CONNECTION: "pgsql",
        DB_HOST: "127.0.0.1",
        DB_PORT: "5432",
        DB_DATABASE: "laravel",
        DB_USERNAME: "laravel",
        DB_PASSWORD: CANARY,
      },
      { command: "php artisan serve --host=0.0.0.0 --port=$PORT", ...bare, ...docker },
    ),
  },
];
