import {
  dotnet,
  ELSEWHERE,
  ENCODING,
  IPV6,
  java,
  jdbc,
  LOCAL,
  MALFORMED,
  MODE,
  brokenBy as named,
  prisma,
  TENANT,
  TLS,
  withPassword,
} from "./batch";
import type { SealedCase } from "./sealed";
import { BESIDE_STAGING, DIRECT, go, node, OTHER, POOL, REF, url } from "./written";

/** The broken half of the tenth batch, last part: databases. */
export const TENTH_BROKEN_D: readonly SealedCase[] = [
  // The dashboard's command for a terminal, with its quotes, is no URL.
  named(MALFORMED, { DATABASE_URL: `psql '${withPassword("k3JqL9vX")}'` }, { driver: "psycopg" }),
  // SQLAlchemy's scheme, given to asyncpg itself, which knows postgres and postgresql.
  named(
    MALFORMED,
    { DATABASE_URL: `postgresql+asyncpg://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
    { driver: "asyncpg" },
  ),
  // SQLAlchemy has had no dialect called postgres since 1.4.
  named(
    MALFORMED,
    { DATABASE_URL: `postgres://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
    { driver: "sqlalchemy-psycopg2" },
  ),
  // A parameter of libpq becomes a keyword argument that asyncpg's connect does not have.
  named(
    "database/url-parameters",
    {
      DATABASE_URL: `postgresql+asyncpg://app.${REF}:k3JqL9vX@${POOL}:5432/postgres?ssl=require&channel_binding=require`,
    },
    { driver: "sqlalchemy-asyncpg" },
  ),
  // An ampersand that was copied from a page's source: libpq knows no parameter amp;connect_timeout.
  named(
    "database/url-parameters",
    { DATABASE_URL: `${withPassword("k3JqL9vX")}?sslmode=require&amp;connect_timeout=10` },
    { driver: "psycopg" },
  ),
  // Prisma's parameter: pgx sends it as a setting of the server, which ends the connection.
  named(
    "database/url-parameters",
    { DATABASE_URL: url("app", "db.acme.io:5432/app?sslmode=require&schema=public") },
    { ...go, driver: "pgx", command: "./api" },
  ),
  // Bun's client prepares statements by default.
  named(
    MODE,
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres`) },
    { ...node, driver: "bun-sql", command: "bun run src/index.ts" },
  ),
  // The JDBC driver prepares at the server from the fifth run of a statement on.
  named(
    MODE,
    { SPRING_DATASOURCE_URL: jdbc(`${POOL}:6543/postgres?user=app.${REF}&sslmode=require`) },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  // Npgsql prepares by itself as soon as Max Auto Prepare is above zero.
  named(
    MODE,
    {
      ConnectionStrings__Default: `Host=${POOL};Port=6543;Username=app.${REF};Password=k3JqL9vX;Database=postgres;Max Auto Prepare=20`,
    },
    { ...dotnet, command: "./Api --urls http://0.0.0.0:8000" },
  ),
  // This turns off SQLAlchemy's cache alone: asyncpg still makes named statements, which then exist already.
  named(
    MODE,
    {
      DATABASE_URL: `postgresql+asyncpg://app.${REF}:k3JqL9vX@${POOL}:6543/postgres?prepared_statement_cache_size=0`,
    },
    { driver: "sqlalchemy-asyncpg" },
  ),
  // The direct host has an IPv6 address only, in JDBC's notation too.
  named(
    IPV6,
    { SPRING_DATASOURCE_URL: jdbc(`${DIRECT}:5432/postgres?user=postgres&sslmode=require`) },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  // The migration before the server takes DIRECT_URL, which leads to the direct host.
  named(
    IPV6,
    {
      DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?pgbouncer=true`),
      DIRECT_URL: url("postgres", `${DIRECT}:5432/postgres`),
    },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  // An IPv6 address in the URL itself.
  named(IPV6, { DATABASE_URL: "postgresql://app:k3JqL9vX@[2a05:d014:1c06::5f]:5432/postgres" }),
  // The pooler's domain ends in .com; there is no such name below .co.
  named("database/supabase-endpoint", {
    DATABASE_URL: url(`app.${REF}`, "aws-0-eu-west-1.pooler.supabase.co:5432/postgres"),
  }),
  // The host of the project's API does not answer on PostgreSQL's port.
  named("database/supabase-endpoint", { DATABASE_URL: url("postgres", `${REF}.supabase.co:5432/postgres`) }),
  // The user has no project, in libpq's own notation.
  named(
    TENANT,
    { DATABASE_URL: `host=${POOL} port=5432 user=postgres password=k3JqL9vX dbname=postgres` },
    { driver: "psycopg" },
  ),
  // A hyphen separates no tenant from the user.
  named(`${TENANT}|database/supabase-endpoint`, {
    DATABASE_URL: url(`postgres-${REF}`, `${POOL}:5432/postgres`),
  }),
  // One letter was lost: nineteen are no reference.
  named("database/project-reference", { DATABASE_URL: url(`app.${REF.slice(1)}`, `${POOL}:5432/postgres`) }),
  // The socket of Google's proxy is not on Render's instances.
  named(
    LOCAL,
    { DATABASE_URL: "postgresql://app:k3JqL9vX@/app?host=/cloudsql/acme-prod:europe-west1:main" },
    { driver: "psycopg" },
  ),
  // A name in Railway's private network.
  named(LOCAL, { DATABASE_URL: url("app", "postgres.railway.internal:5432/app") }),
  // In lib/pq's notation: everything goes over the network in the clear.
  named(
    TLS,
    { DATABASE_DSN: "host=db.acme.io user=app password=k3JqL9vX dbname=app sslmode=disable" },
    { ...go, driver: "lib-pq", command: "./api" },
  ),
  // Node's driver takes `require` for a full verification, and does not know Supabase's authority.
  named(
    "database/tls-untrusted",
    { DATABASE_URL: `${withPassword("k3JqL9vX")}?sslmode=require` },
    { ...node, driver: "node-postgres", command: "node dist/main.js" },
  ),
  // Go's URL parser refuses a caret in a password.
  named(
    `${ENCODING}|${MALFORMED}`,
    { DATABASE_URL: withPassword("k3^JqL9vX") },
    { ...go, driver: "pgx", command: "./api" },
  ),
  // The semicolon ends the password, and its rest is no key.
  named(
    `${ENCODING}|${MALFORMED}`,
    { ConnectionStrings__Default: "Host=db.acme.io;Username=app;Password=k3;JqL9vX;Database=app" },
    { ...dotnet, command: "./Api --urls http://0.0.0.0:8000" },
  ),
  // The pooler takes the tenant from the options too: here staging's.
  named(
    ELSEWHERE,
    { DATABASE_URL: `postgresql://app:k3JqL9vX@${POOL}:5432/postgres?options=reference%3D${OTHER}` },
    { driver: "psycopg", declared: BESIDE_STAGING },
  ),
  // A secret file in JSON names staging's project.
  {
    rule: ELSEWHERE,
    declared: BESIDE_STAGING,
    secretFiles: {
      "database.json": `{"host":"${POOL}","port":5432,"user":"app.${OTHER}","password":"k3JqL9vX","database":"postgres"}`,
    },
  },
];
