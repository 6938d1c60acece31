import { ENCODING, MALFORMED, PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import {
  brokenOf,
  CANARY,
  ENDPOINT,
  IN_DOCKER,
  PARAMETERS,
  POOL,
  pooled,
  REF,
  REFUSED,
  SESSION,
  USER,
} from "./twenty-seventh-form";

const alchemy = { driver: "sqlalchemy-psycopg2" } as const;
const asyncAlchemy = { driver: "sqlalchemy-asyncpg" } as const;
const nodeServer = { ...node, command: "node dist/server.js" } as const;
const spring = { ...IN_DOCKER, driver: "pgjdbc", command: "java -Dserver.port=$PORT -jar app.jar" } as const;
const withPassword = (password: string, scheme = "postgresql") =>
  `${scheme}://${USER}:${password}@${POOL}:5432/postgres`;

/** URLs that their driver does not read as they are meant. */
export const REJECTED_URLS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  brokenOf(
    PARAMETERS,
    "SQLAlchemy passes sslmode on, which asyncpg's connect does not know (MagicStack/asyncpg, issue 737)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
    asyncAlchemy,
  ),
  brokenOf(
    PARAMETERS,
    "a parameter of Prisma's is a server setting for asyncpg (MagicStack/asyncpg, issue 516)",
    { DATABASE_URL: pooled("5432/postgres?pgbouncer=true&connection_limit=1") },
  ),
  brokenOf(
    PARAMETERS,
    "libpq refuses a parameter of Prisma's (StackOverflow: invalid dsn, invalid connection option pgbouncer)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
    alchemy,
  ),
  brokenOf(
    PARAMETERS,
    "the integration's own parameter supa is refused by libpq (sambecker/exif-photo-blog, issue 254)",
    { DATABASE_URL: pooled("6543/postgres?sslmode=require&supa=base-pooler.x") },
    { driver: "psycopg2" },
  ),
  brokenOf(
    MALFORMED,
    "SQLAlchemy has no dialect postgres (miguelgrinberg/flasky, issue 505; run-llama/llama_index, issue 12511)",
    { DATABASE_URL: pooled("5432/postgres", "postgres") },
    alchemy,
  ),
  brokenOf(
    MALFORMED,
    "psycopg2 is not async (sqlalchemy/sqlalchemy, issue 6044; bagofwords1/bagofwords, issue 2)",
    { DATABASE_URL: pooled("5432/postgres", "postgresql+psycopg2") },
    asyncAlchemy,
  ),
  brokenOf(
    MALFORMED,
    "asyncpg itself knows no postgresql+asyncpg (encode/databases; MagicStack/asyncpg: invalid DSN)",
    { DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg") },
  ),
  brokenOf(
    MALFORMED,
    "create_async_engine has no dialect postgresql.aiopg (encode/databases, issue 360)",
    { DATABASE_URL: pooled("5432/postgres", "postgresql+aiopg") },
    asyncAlchemy,
  ),
  brokenOf(ENCODING, "an @ in the password moves the host (supabase/supabase, issue 28646)", {
    DATABASE_URL: withPassword("Vk6dipper@Brook2"),
  }),
  brokenOf(ENCODING, "a # in the password ends the authority (supabase/cli, issue 155)", {
    DATABASE_URL: withPassword("Vk6#dipperBrook2"),
  }),
  brokenOf(
    ENCODING,
    "a ? and a / in the password end the authority (supabase/supabase, issue 29257)",
    { DATABASE_URL: withPassword("Vk6/dipper?Brook2") },
    nodeServer,
  ),
  brokenOf(PLACEHOLDER, "the dashboard's text for the password was left (Supabase's page on connecting)", {
    DATABASE_URL: `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres`,
  }),
  brokenOf(
    `${PLACEHOLDER}|${ENCODING}|${MALFORMED}`,
    "the brackets around the password were left (supabase/supabase, discussions on the password)",
    { DATABASE_URL: withPassword(`[${CANARY}]`) },
  ),
  brokenOf(
    `${PLACEHOLDER}|${ENDPOINT}|${MALFORMED}`,
    "the region's placeholder was left (Supabase's page on connecting)",
    { DATABASE_URL: `postgresql://${USER}:${CANARY}@aws-0-[REGION].pooler.supabase.com:5432/postgres` },
    nodeServer,
  ),
  brokenOf(
    `${MALFORMED}|${ENDPOINT}`,
    "the project's API is no database URL (Supabase's page on connecting)",
    { DATABASE_URL: `https://${REF}.supabase.co` },
  ),
  brokenOf(
    MALFORMED,
    "Render keeps the quotes of an .env file (StackOverflow: could not parse rfc1738 URL)",
    {
      DATABASE_URL: `"${SESSION}"`,
    },
  ),
  brokenOf(
    MALFORMED,
    "the variable's name was copied with its value (Render's page on environment variables)",
    { DATABASE_URL: `DATABASE_URL=${SESSION}` },
    { driver: "psycopg2", command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT" },
  ),
  brokenOf(
    MALFORMED,
    "the command of the dashboard was copied with psql (Supabase's page on psql)",
    { DATABASE_URL: `psql ${SESSION}` },
    nodeServer,
  ),
  brokenOf(
    `${MALFORMED}|${REFUSED}`,
    "Hikari's driver does not accept a URL without jdbc: (StackOverflow: Driver claims to not accept jdbcUrl)",
    {
      SPRING_DATASOURCE_URL: `postgresql://${POOL}:5432/postgres`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
    },
    spring,
  ),
  brokenOf(
    `${MALFORMED}|${REFUSED}`,
    "pgjdbc takes no user in front of the host (StackOverflow: UnknownHostException with user@host)",
    { SPRING_DATASOURCE_URL: `jdbc:postgresql://${USER}:${CANARY}@${POOL}:5432/postgres` },
    spring,
  ),
  brokenOf(
    `${MALFORMED}|${ENDPOINT}|${REFUSED}`,
    "a whole URL where Django wants a host (StackOverflow: could not translate host name)",
    { DB_HOST: SESSION, DB_PORT: "5432", DB_USER: USER, DB_PASSWORD: CANARY, DB_NAME: "postgres" },
    { ...bare, command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT" },
  ),
  brokenOf(
    MALFORMED,
    "Prisma takes postgresql:// or postgres:// alone (prisma/orm: the URL must start with the protocol)",
    { DATABASE_URL: `${POOL}:5432/postgres` },
    { runtime: "node", driver: "prisma", command: "node dist/main.js" },
  ),
];
