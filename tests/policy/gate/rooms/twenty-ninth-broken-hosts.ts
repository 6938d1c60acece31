import type { ExplainedCase } from "../nineteenth-form";
import {
  CANARY,
  DIRECT,
  DJANGO,
  GO,
  given,
  IPV6,
  LARAVEL,
  LOCAL,
  laravel,
  MIGRATIONS,
  NETWORK,
  NODE,
  PEER,
  POOL,
  PRISMA,
  pooled,
  RAILS,
  SESSION,
  STATEMENTS,
  TENANT,
  url,
} from "./twenty-ninth-form";

const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);

/** Hosts that are not reached, and modes of the pooler. */
export const REJECTED_HOSTS_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  {
    rule: IPV6,
    ...given(
      "the direct host has no IPv4 (n8n-io/n8n, issue 15239; stripe/sync-engine, issue 106)",
      { DATABASE_URL: DIRECT_URL },
      PRISMA,
    ),
  },
  {
    rule: IPV6,
    ...given(
      "Laravel's parts name the direct host (dbcodeio/public, issue 386, of the same host)",
      laravel({ DB_HOST: DIRECT, DB_USERNAME: "postgres" }),
      LARAVEL,
    ),
  },
  {
    rule: IPV6,
    ...given(
      "Ecto's URL names the direct host (common)",
      { DATABASE_URL: DIRECT_URL.replace("postgresql", "ecto") },
      {
        runtime: "elixir",
        driver: "postgrex",
        command: "_build/prod/rel/willow/bin/willow start",
      },
    ),
  },
  {
    rule: `${IPV6}|${MIGRATIONS}`,
    ...given(
      "the migrations' URL is the direct one (prisma/orm, issue 21740)",
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL },
      { ...PRISMA, command: "npx prisma migrate deploy && node dist/main.js" },
    ),
  },
  {
    rule: TENANT,
    ...given("the pooler's user lacks the project (supabase/supabase, pull request 49869)", {
      DATABASE_URL: url("postgres", `${POOL}:5432/postgres`),
    }),
  },
  {
    rule: TENANT,
    ...given(
      "Django's parts have the direct user at the pooler (garrytan/gbrain, issue 1995)",
      { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: "postgres", DB_PASSWORD: CANARY },
      { ...DJANGO, driver: "none" },
    ),
  },
  {
    rule: STATEMENTS,
    ...given(
      "Prisma needs pgbouncer=true in transaction mode (prisma/orm, issue 11831)",
      { DATABASE_URL: pooled("6543/postgres"), DIRECT_URL: SESSION },
      PRISMA,
    ),
  },
  {
    rule: STATEMENTS,
    ...given(
      "Active Record prepares by default (common; Rails' page on its database settings)",
      { DATABASE_URL: pooled("6543/postgres") },
      RAILS,
    ),
  },
  {
    rule: STATEMENTS,
    ...given(
      "pgx prepares by default (jackc/pgx, issue 1847)",
      { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
      GO,
    ),
  },
  {
    rule: MIGRATIONS,
    ...given(
      "both URLs are of transaction mode, and the migration hangs (vercel/next-forge, issue 477)",
      {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: pooled("6543/postgres?pgbouncer=true"),
      },
      { ...PRISMA, command: "npx prisma migrate deploy && node dist/main.js" },
    ),
  },
  {
    rule: LOCAL,
    ...given("the development database's URL (alexander-zuev/supabase-mcp-server, issue 68)", {
      DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres",
    }),
  },
  {
    rule: `${LOCAL}|${PEER}|${NETWORK}`,
    ...given(
      "db is the compose file's service (common)",
      { DATABASE_URL: `postgresql://app:${CANARY}@db:5432/app` },
      NODE,
    ),
  },
  {
    rule: `${LOCAL}|${NETWORK}`,
    ...given(
      "Railway's network is not Render's (common)",
      { DATABASE_URL: `postgresql://postgres:${CANARY}@postgres.railway.internal:5432/railway` },
      NODE,
    ),
  },
];
