import { ELSEWHERE, ENCODING, IPV6, LOCAL, MALFORMED, MODE, PLACEHOLDER, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import {
  BESIDE_PRODUCTION,
  CANARY,
  DIRECT,
  flask,
  node,
  OTHER,
  POOL,
  pooled,
  prisma,
  REF,
  rejected,
  SESSION,
  spring,
  USER,
  url,
} from "./twenty-fourth-form";

const MIGRATES = "npx prisma migrate deploy && node dist/main.js";

/** Services that reach no database, or another one than theirs. */
export const REJECTED_DATABASES_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  rejected(
    `${TENANT}|${MODE}`,
    "the pooler finds no project for postgres alone: Tenant or user not found (prisma/orm 21740)",
    {
      command: "node dist/main.js",
      ...prisma,
      variables: { DATABASE_URL: url("postgres", `${POOL}:6543/postgres`, "postgres") },
    },
  ),
  rejected(
    `${MODE}|database/url-parameters`,
    "with a slip in pgbouncer=true Prisma goes on preparing statements: s0 already exists (prisma/orm 9576, 11643)",
    {
      command: "node dist/main.js",
      ...prisma,
      variables: { DATABASE_URL: pooled("6543/postgres?pbbouncer=true"), DIRECT_URL: SESSION },
    },
  ),
  rejected(
    "database/direct-for-migrations",
    "Prisma's migrations hang in transaction mode without another URL (prisma/orm 22779; Supabase's page on Prisma)",
    {
      command: MIGRATES,
      ...prisma,
      variables: { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1") },
    },
  ),
  rejected(IPV6, "migrations ask the direct host, which has no IPv4: P1001 (Supabase's list with Render)", {
    command: MIGRATES,
    ...prisma,
    variables: {
      DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
      DIRECT_URL: url("postgres", `${DIRECT}:5432/postgres`),
    },
  }),
  rejected(
    `${ENCODING}|${MALFORMED}`,
    "a # ends the URL's host: invalid port (supabase/cli 155; Supabase's page on passwords)",
    {
      command: "node server.js",
      ...node,
      variables: { DATABASE_URL: `postgresql://${USER}:Ax^s#9kdWq7@${POOL}:5432/postgres` },
    },
  ),
  rejected(
    `${PLACEHOLDER}|${ENCODING}|${MALFORMED}`,
    "the brackets of the template were left around the password, and are sent with it (prisma/orm 11831)",
    {
      command: "gunicorn app:app --bind 0.0.0.0:$PORT",
      ...flask,
      variables: { DATABASE_URL: `postgresql://${USER}:[${CANARY}]@${POOL}:5432/postgres` },
    },
  ),
  rejected(
    "database/supabase-endpoint",
    "two digits are exchanged, and the pooler does not answer there: P1001 (prisma/studio 1264)",
    { command: "node dist/main.js", ...prisma, variables: { DATABASE_URL: pooled("5342/postgres") } },
  ),
  rejected(
    `${MALFORMED}|database/supabase-endpoint`,
    "the address of the project's API is no connection URL (Supabase's page on connecting)",
    { driver: "asyncpg", variables: { DATABASE_URL: `https://${REF}.supabase.co` } },
  ),
  rejected(
    "database/url-parameters",
    "SQLAlchemy gives sslmode to asyncpg's connect(), which takes no such argument (SQLAlchemy's page on asyncpg)",
    {
      driver: "sqlalchemy-asyncpg",
      variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
    },
  ),
  rejected(
    "database/tls-untrusted",
    "node-postgres verifies from require on: self-signed certificate in certificate chain (supabase 17971)",
    {
      command: "npx drizzle-kit migrate && node dist/index.js",
      ...node,
      variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    },
  ),
  rejected(
    MALFORMED,
    "the driver of JDBC takes URLs that begin with jdbc: alone (Spring Boot: Failed to determine a suitable driver)",
    {
      command: "java -jar target/quarry.jar --server.port=8000",
      ...spring,
      variables: {
        SPRING_DATASOURCE_URL: `postgresql://${POOL}:5432/postgres`,
        SPRING_DATASOURCE_USERNAME: USER,
        SPRING_DATASOURCE_PASSWORD: CANARY,
      },
    },
  ),
  rejected(
    LOCAL,
    "the database of Supabase's command line is on the developer's machine (supabase-mcp-server 68)",
    {
      command: "gunicorn app:app --bind 0.0.0.0:$PORT",
      ...flask,
      variables: { DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres" },
    },
  ),
  rejected(ELSEWHERE, "staging writes into production's project (Supabase's page on environments)", {
    command: "node dist/main.js",
    ...prisma,
    declared: BESIDE_PRODUCTION,
    variables: { DATABASE_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres`) },
  }),
  rejected(
    MODE,
    "asyncpg prepares each statement, and the next transaction has another server (asyncpg 1058)",
    {
      command: "uvicorn app.main:app --host 0.0.0.0 --port $PORT --workers 2",
      driver: "asyncpg",
      variables: { DATABASE_URL: pooled("6543/postgres") },
    },
  ),
];
