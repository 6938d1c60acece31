import { ELSEWHERE, IPV6, LOCAL, MODE, soundBy, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { elixir, go } from "../written";
import {
  BESIDE_OTHER,
  CANARY,
  DIRECT,
  django,
  ENDPOINT,
  fails,
  N8N,
  node,
  OTHER,
  PARAMETERS,
  POOL,
  pooled,
  product,
  REF,
  SESSION,
  TRANSACTION,
  USER,
  url,
} from "./twenty-third-form";

const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const nest = { ...node, command: "node dist/main.js" } as const;

/** Services of reports that ask for their database where it is not, or in a mode that their driver is not set for. */
export const WRONG_DATABASES_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  fails(
    `${TENANT}|${ENDPOINT}`,
    "the pooler finds its tenant by the user's name, and postgres names none (n8n-io/n8n#12878)",
    product(
      N8N,
      {
        N8N_PORT: "8000",
        DB_TYPE: "postgresdb",
        DB_POSTGRESDB_HOST: "aws-0-eu-west-2.pooler.supabase.com",
        DB_POSTGRESDB_PORT: "6543",
        DB_POSTGRESDB_USER: "postgres",
        DB_POSTGRESDB_PASSWORD: CANARY,
        DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false",
      },
      "node-postgres",
    ),
  ),
  fails(
    IPV6,
    "the direct host has an IPv6 address alone, and Render asks by IPv4: ENETUNREACH (n8n-io/n8n#15239)",
    soundBy(
      {
        DB_HOST: DIRECT,
        DB_PORT: "5432",
        DB_USERNAME: "postgres",
        DB_PASSWORD: CANARY,
        DB_DATABASE: "postgres",
      },
      nest,
    ),
  ),
  fails(
    IPV6,
    "the pooler of old guides was at the direct host, whose address is IPv6 since January 2024 (prisma/orm#6480)",
    soundBy(
      { DATABASE_URL: url("postgres", `${DIRECT}:6543/postgres?pgbouncer=true&connection_limit=1`) },
      prisma,
    ),
  ),
  fails(
    IPV6,
    "ECTO_IPV6 was for Fly: Render has no IPv6 to the direct host",
    soundBy(
      {
        DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`, "ecto"),
        ECTO_IPV6: "true",
        PHX_HOST: "shop.fen-and-lark.shop",
        PHX_SERVER: "true",
      },
      { ...elixir, command: "_build/prod/rel/shop/bin/server" },
    ),
  ),
  fails(
    `${MODE}|${PARAMETERS}`,
    "the parameter is misspelt, so Prisma prepares statements by name in transaction mode (prisma/orm#14942)",
    soundBy({ DATABASE_URL: `${TRANSACTION}?schema=public&pgboucer=true` }, prisma),
  ),
  fails(
    MODE,
    "the cache of SQLAlchemy's dialect is off, and asyncpg's own statements keep their names (supabase/supabase#35684)",
    soundBy(
      {
        DATABASE_URL: pooled("6543/postgres?prepared_statement_cache_size=0", "postgresql+asyncpg"),
      },
      { driver: "sqlalchemy-asyncpg" },
    ),
  ),
  fails(
    MODE,
    "postgres.js prepares by name unless prepare is false (fieldjw96/caddie#43)",
    soundBy({ DATABASE_URL: TRANSACTION }, { ...nest, driver: "postgres-js" }),
  ),
  fails(
    MODE,
    "pgx keeps statements by name for each connection: 42P05 behind a pooler of transactions (jackc/pgx#1847)",
    soundBy({ DATABASE_URL: `${TRANSACTION}?sslmode=require` }, { ...go, command: "./app" }),
  ),
  fails(
    MODE,
    "psycopg 3 prepares by name after five runs of a query (psycopg's page on prepared statements)",
    soundBy({ DATABASE_URL: `${TRANSACTION}?sslmode=require` }, { driver: "psycopg" }),
  ),
  fails(
    "database/direct-for-migrations",
    "Prisma's advisory lock is of a session, and both URLs that it may take are of the pooler of transactions",
    soundBy(
      { DATABASE_URL: `${TRANSACTION}?pgbouncer=true`, DIRECT_URL: `${TRANSACTION}?pgbouncer=true` },
      { ...prisma, properties: { preDeployCommand: "npx prisma migrate deploy" } },
    ),
  ),
  fails(
    ENDPOINT,
    "this is the host of the project's API, which answers HTTP alone",
    soundBy(
      {
        POSTGRES_HOST: `${REF}.supabase.co`,
        POSTGRES_PORT: "5432",
        POSTGRES_USER: "postgres",
        POSTGRES_PASSWORD: CANARY,
        POSTGRES_DB: "postgres",
      },
      { ...django, command: "gunicorn recipes.wsgi --bind 0.0.0.0:$PORT" },
    ),
  ),
  fails(
    ENDPOINT,
    "the port of MySQL was left from the template: the pooler answers at 5432 and 6543",
    soundBy(
      { DB_HOST: POOL, DB_PORT: "3306", DB_USERNAME: USER, DB_PASSWORD: CANARY, DB_NAME: "postgres" },
      nest,
    ),
  ),
  fails(
    LOCAL,
    "the name is of Railway's private network, and no other network knows it",
    soundBy({ DATABASE_URL: url("postgres", "postgres.railway.internal:5432/railway") }, django),
  ),
  fails(
    LOCAL,
    "the address is the one of supabase start on a developer's machine",
    soundBy({ DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres" }, nest),
  ),
  fails(
    ELSEWHERE,
    "the stack was copied from staging, and writes into staging's project",
    soundBy(
      { DATABASE_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres?sslmode=require`) },
      { ...django, declared: BESIDE_OTHER },
    ),
  ),
  fails(
    "database/one-project",
    "migrations go to another project than the one that the service reads",
    soundBy({ DATABASE_URL: SESSION, DIRECT_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres`) }, prisma),
  ),
];
