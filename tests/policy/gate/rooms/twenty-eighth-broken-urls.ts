import { ENCODING, java, MALFORMED, PLACEHOLDER, prisma } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { CANARY, PARAMETERS, POOL, pooled, SESSION, UNTRUSTED, USER, wrong } from "./twenty-eighth-form";

const alchemy = { driver: "sqlalchemy-asyncpg" } as const;
const psycopg2 = { command: "gunicorn app:app --bind 0.0.0.0:$PORT", driver: "psycopg2" } as const;
const psycopg = { driver: "psycopg" } as const;
const withPassword = (password: string) => `postgresql://${USER}:${password}@${POOL}:5432/postgres`;

/** URLs that the driver cannot read, or reads otherwise than they are meant. */
export const REJECTED_URLS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  wrong(
    PARAMETERS,
    "SQLAlchemy passes sslmode to asyncpg.connect, which has no such argument (MagicStack/asyncpg, issue 737)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
    alchemy,
  ),
  wrong(
    PARAMETERS,
    "pgbouncer is Prisma's, and asyncpg.connect has no such argument (SQLAlchemy's page on PostgreSQL)",
    { DATABASE_URL: pooled("5432/postgres?pgbouncer=true", "postgresql+asyncpg") },
    alchemy,
  ),
  wrong(
    PARAMETERS,
    "libpq knows no pgbouncer, and refuses the URL (psycopg/psycopg2's page on connect)",
    { DATABASE_URL: pooled("5432/postgres?pgbouncer=true") },
    psycopg2,
  ),
  wrong(
    PARAMETERS,
    "libpq's parameter is sslmode, and it refuses ssl=require (libpq's page on URIs)",
    { DATABASE_URL: pooled("5432/postgres?ssl=require") },
    psycopg2,
  ),
  wrong(
    PARAMETERS,
    "supa is what the Vercel integration adds, and libpq refuses it (sambecker/exif-photo-blog, issue 254)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require&supa=base-pooler.x") },
    psycopg,
  ),
  wrong(
    PARAMETERS,
    "connection_limit is Prisma's, and libpq refuses it (libpq's page on URIs)",
    { DATABASE_URL: pooled("5432/postgres?connection_limit=5&pool_timeout=10") },
    psycopg,
  ),
  wrong(
    MALFORMED,
    "SQLAlchemy 1.4 has no dialect named postgres (pallets-eco/flask-sqlalchemy, issue 929)",
    { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "postgres") },
    { ...psycopg2, ...bare },
  ),
  wrong(MALFORMED, "SQLAlchemy's scheme is none of asyncpg's (asyncpg's page on connect)", {
    DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg"),
  }),
  wrong(
    MALFORMED,
    "Prisma takes postgresql:// or postgres:// (Prisma's page on connection URLs)",
    { DATABASE_URL: pooled("5432/postgres", "postgresql+psycopg2") },
    prisma,
  ),
  wrong(
    MALFORMED,
    "the driver is SQLAlchemy's asyncpg, and a plain scheme means psycopg2 to it (SQLAlchemy's page on PostgreSQL)",
    { DATABASE_URL: pooled("5432/postgres", "postgres") },
    alchemy,
  ),
  wrong(
    MALFORMED,
    "Spring's URL begins with jdbc: (supabase/supabase, pull request 48396)",
    { SPRING_DATASOURCE_URL: SESSION, SERVER_PORT: "8000" },
    { command: "java -jar app.jar", ...java },
  ),
  wrong(
    MALFORMED,
    "pgjdbc takes user and password as parameters, and not before an @ (pgjdbc's page on connecting)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${USER}:${CANARY}@${POOL}:5432/postgres`,
      SERVER_PORT: "8000",
    },
    { command: "java -jar app.jar", ...java },
  ),
  wrong(
    MALFORMED,
    "the .env file's quotes were pasted into the value (Render's page on environment variables)",
    { DATABASE_URL: `"${SESSION}"` },
    prisma,
  ),
  wrong(MALFORMED, "the whole line of the .env file was pasted (Render's page on environment variables)", {
    DATABASE_URL: `DATABASE_URL=${SESSION}`,
  }),
  wrong(
    MALFORMED,
    "the psql command of the dashboard was pasted (Supabase's page on connecting)",
    { DATABASE_URL: `psql -h ${POOL} -p 5432 -d postgres -U ${USER}` },
    { command: "node dist/server.js", ...node },
  ),
  wrong(
    `${ENCODING}|${MALFORMED}`,
    "a raw # ends the address (supabase/supabase, issue 36884)",
    { DATABASE_URL: withPassword("Curlew#123") },
    prisma,
  ),
  wrong(
    `${ENCODING}|${MALFORMED}`,
    "a raw @ makes a host of the password's end (supabase/supabase, issue 28646)",
    { DATABASE_URL: withPassword("curlew@12345") },
  ),
  wrong(
    `${ENCODING}|${MALFORMED}`,
    "a raw / ends the address (supabase/supabase, issue 3076)",
    { DATABASE_URL: withPassword("fen/Curlew8") },
    { command: "node dist/server.js", ...node },
  ),
  wrong(
    `${ENCODING}|${MALFORMED}`,
    "a % that begins no code ends postgres.js with URI malformed (porsager/postgres, issue 735)",
    { DATABASE_URL: withPassword("curlew%zfen") },
    { command: "node dist/server.js", runtime: "node", driver: "postgres-js" },
  ),
  wrong(
    `${ENCODING}|${MALFORMED}`,
    "a raw ? begins the parameters (supabase/cli, issue 126)",
    { DATABASE_URL: withPassword("curlew?fen9") },
    psycopg2,
  ),
  wrong(
    `${ENCODING}|${MALFORMED}|${PLACEHOLDER}`,
    "the placeholder's brackets stayed around the password, and asyncpg reads an IPv6 address (asyncpg's page on connect)",
    { DATABASE_URL: withPassword(`[${CANARY}]`) },
  ),
  wrong(
    UNTRUSTED,
    "node-postgres verifies with sslmode=require, and Supabase's authority is its own (supabase/supabase, issue 17971)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    { command: "node dist/server.js", ...node },
  ),
  wrong(
    UNTRUSTED,
    "verify-full without a root certificate finds no file (Supabase's page on SSL enforcement)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=verify-full") },
    psycopg,
  ),
  wrong(
    `${UNTRUSTED}|environment/missing-file`,
    "the certificate is named, and no secret file has it (supabase/agent-skills, issue 419)",
    {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt"),
    },
    psycopg2,
  ),
];
