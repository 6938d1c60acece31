import { dotnet, java, soundBy } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { CERTIFICATE } from "./twentieth-form";
import {
  CANARY,
  GUNICORN,
  KESTREL,
  POOL,
  pairs,
  pooled,
  REF,
  SESSION,
  spring,
  USER,
  url,
} from "./twenty-first-form";
import { go, node, ruby, rust } from "./written";

const SERVER = { ...node, command: "node dist/server.js" };
const BOOT = { ...java, command: "java -jar app.jar --server.port=8000" };
const FILE = "/etc/secrets/prod-ca-2021.crt";
const AUTHORITY = { secretFiles: { "prod-ca-2021.crt": CERTIFICATE } };

/** Sound ways to a database that look suspicious. */
export const SOUND_DATABASES_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    why: "libpq reads ssl=true as sslmode=require, for JDBC's sake (PostgreSQL's code of libpq)",
    ...soundBy({ DATABASE_URL: `${SESSION}?ssl=true` }, { driver: "psycopg2", command: GUNICORN }),
  },
  {
    why: "the pooler takes the project from options too, before the user's name (Supavisor's page on connecting)",
    ...soundBy(
      { DATABASE_URL: url("postgres", `${POOL}:5432/postgres?options=reference%3D${REF}`) },
      { driver: "psycopg" },
    ),
  },
  {
    why: "%2E is a dot, which libpq decodes (PostgreSQL's page on connection URIs)",
    ...soundBy(
      { DATABASE_URL: url(`ledger%2E${REF}`, `${POOL}:5432/postgres`) },
      { driver: "psycopg2", command: GUNICORN },
    ),
  },
  {
    why: "the role has a dot of its own, and the project is what follows the last one (Supavisor's code)",
    ...soundBy({ DATABASE_URL: url(`svc.billing.${REF}`, `${POOL}:5432/postgres`) }, { driver: "psycopg" }),
  },
  {
    why: "node-postgres passes over parameters that it does not know, and prepares only what has a name",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=5") }, SERVER),
  },
  {
    why: "sqlx warns of a parameter that it does not know and goes on (sqlx's code of its options)",
    ...soundBy(
      { DATABASE_URL: `${SESSION}?sslmode=require&pgbouncer=true` },
      { ...rust, command: "./target/release/tide" },
    ),
  },
  {
    why: "with prepared_statements=false Active Record suits the transaction mode (Rails's guide on configuring)",
    ...soundBy(
      {
        DATABASE_URL: pooled("6543/postgres?prepared_statements=false&advisory_locks=false"),
        SECRET_KEY_BASE: CANARY.repeat(6),
      },
      { ...ruby, command: "bundle exec rails server -b 0.0.0.0 -p $PORT" },
    ),
  },
  {
    why: "cache_describe keeps descriptions and no statements (pgx's page on its query modes)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?sslmode=require&default_query_exec_mode=cache_describe") },
      { ...go, command: "./bin/tide --addr=:$PORT" },
    ),
  },
  {
    why: "0 turns the cache of R2DBC's driver off, so that its statements have no name (r2dbc-postgresql's README)",
    ...soundBy(
      {
        SPRING_R2DBC_URL: `r2dbc:postgresql://${POOL}:6543/postgres?sslMode=require&preparedStatementCacheQueries=0`,
        SPRING_R2DBC_USERNAME: USER,
        SPRING_R2DBC_PASSWORD: CANARY,
      },
      { ...BOOT, driver: "r2dbc" },
    ),
  },
  {
    why: "pgjdbc takes user and password as parameters, and decodes them",
    ...soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=Qn4ce%2BGale%268vT&sslmode=require`,
      },
      BOOT,
    ),
  },
  {
    why: "pgjdbc verifies by the authority's certificate, which is a secret file",
    ...soundBy(spring(`5432/postgres?sslmode=verify-full&sslrootcert=${FILE}`), { ...BOOT, ...AUTHORITY }),
  },
  {
    why: "a value with a semicolon stands in quotes (.NET's page on connection strings)",
    ...soundBy(
      {
        ConnectionStrings__Default: pairs(
          5432,
          "SSL Mode=Require;Trust Server Certificate=true",
          "'Qn4ce;Gale8vT'",
        ),
      },
      { ...dotnet, command: KESTREL },
    ),
  },
  {
    why: "Npgsql verifies by Root Certificate (Npgsql's page on security)",
    ...soundBy(
      { ConnectionStrings__Default: pairs(5432, `SSL Mode=VerifyFull;Root Certificate=${FILE}`) },
      { ...dotnet, command: KESTREL, ...AUTHORITY },
    ),
  },
];
