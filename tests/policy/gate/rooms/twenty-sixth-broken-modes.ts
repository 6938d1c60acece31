import { ENCODING, MALFORMED, MODE, prisma, soundBy, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { elixir, go, node, ruby, rust } from "../written";
import {
  CANARY,
  hosted,
  MIGRATIONS,
  n8n,
  PARAMETERS,
  POOL,
  pooled,
  SESSION,
  strapi,
  UNTRUSTED,
  USER,
} from "./twenty-sixth-form";

const withPassword = (password: string, scheme = "postgresql") =>
  `${scheme}://${USER}:${password}@${POOL}:5432/postgres`;

/** Right hosts, with a mode, an encryption, a parameter or a password that the driver cannot use. */
export const REJECTED_MODES_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    rule: `${MODE}|${MIGRATIONS}`,
    why: "the migration by transaction mode ends: prepared statement s0 does not exist (baptisteArno/typebot.io, issue 1202)",
    ...hosted("docker.io/baptistearno/typebot-builder", "2.28.2", {
      DATABASE_URL: pooled("6543/postgres"),
      ENCRYPTION_SECRET: "eZftB277rBcw0vKauF9W4xCBQkRtSXFq",
      NEXTAUTH_URL: "https://builder.marsh.example.org",
      NEXT_PUBLIC_VIEWER_URL: "https://bot.marsh.example.org",
    }),
  },
  {
    rule: `${MODE}|${PARAMETERS}|${MIGRATIONS}`,
    why: "pbbouncer is a slip of pgbouncer, so statements stay prepared (prisma/orm, issue 9576)",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?pbbouncer=true"), DIRECT_URL: SESSION }, prisma),
  },
  {
    rule: `${MIGRATIONS}|${MODE}`,
    why: "migrations by the pooler's transaction mode hang on their advisory lock (umami-software/umami, issue 4010)",
    command: "npx prisma migrate deploy && node server.js",
    ...soundBy(
      {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: pooled("6543/postgres?pgbouncer=true"),
      },
      { runtime: "node", driver: "prisma" },
    ),
  },
  {
    rule: `${MODE}|${MIGRATIONS}`,
    why: "the proxy's migration waits at the transaction pooler until the port scan ends (BerriAI/litellm, issue 5159)",
    ...hosted(
      "ghcr.io/berriai/litellm-database",
      "main-stable",
      { DATABASE_URL: pooled("6543/postgres"), LITELLM_MASTER_KEY: "sk-Zq7heronMarsh4" },
      { driver: "prisma", properties: { healthCheckPath: "/health/liveliness" } },
    ),
  },
  {
    rule: MODE,
    why: "asyncpg's statements of one transaction are not there in the next (sqlalchemy/sqlalchemy, issue 6467; supabase/supavisor, issue 287)",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres", "postgresql+asyncpg") }, { driver: "asyncpg" }),
  },
  {
    rule: MODE,
    why: "psycopg prepares what runs for the fifth time (psycopg/psycopg, issue 911; psycopg's page on prepared statements)",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?sslmode=require") }, { driver: "psycopg" }),
  },
  {
    rule: MODE,
    why: "pgx caches prepared statements by default (pgx's page on QueryExecMode)",
    command: "./bin/api",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?sslmode=require") }, go),
  },
  {
    rule: MODE,
    why: "sqlx names each statement, and the next transaction has another connection (launchbadge/sqlx, its page on options)",
    command: "./target/release/marsh",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?sslmode=require", "postgres") }, rust),
  },
  {
    rule: MODE,
    why: "Active Record prepares statements unless the URL says otherwise (Rails's guide on configuring)",
    command: "bundle exec rails server -b 0.0.0.0 -p $PORT",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres"), RAILS_ENV: "production" }, ruby),
  },
  {
    rule: MODE,
    why: "PostgREST prepares statements unless PGRST_DB_PREPARED_STATEMENTS is false (PostgREST's page on external connection poolers)",
    ...hosted("docker.io/postgrest/postgrest", "v12.2.12", {
      PGRST_SERVER_PORT: "8000",
      PGRST_DB_URI: pooled("6543/postgres"),
      PGRST_DB_SCHEMAS: "public",
      PGRST_DB_ANON_ROLE: "anon",
    }),
  },
  {
    rule: MODE,
    why: "the metadata database by the transaction pooler: prepared statement 0 already exists (hasura/graphql-engine, issue 9775)",
    ...hosted(
      "docker.io/hasura/graphql-engine",
      "v2.36.1",
      {
        HASURA_GRAPHQL_SERVER_PORT: "8000",
        HASURA_GRAPHQL_METADATA_DATABASE_URL: pooled("6543/postgres"),
        HASURA_GRAPHQL_ADMIN_SECRET: CANARY,
      },
      { properties: { healthCheckPath: "/healthz" } },
    ),
  },
  {
    rule: UNTRUSTED,
    why: "SSL is on, and n8n verifies by default: self-signed certificate (n8n-io/n8n, issue 12878)",
    ...hosted("docker.io/n8nio/n8n", "1.107.3", n8n({ DB_POSTGRESDB_SSL_ENABLED: "true" })),
  },
  {
    rule: UNTRUSTED,
    why: "the template verifies unless DATABASE_SSL_REJECT_UNAUTHORIZED is false (strapi/strapi, issue 16269)",
    command: "npm run start",
    ...soundBy(strapi({ DATABASE_SSL: "true" }), node),
  },
  {
    rule: UNTRUSTED,
    why: "node-postgres verifies with sslmode=require, and the authority is Supabase's own (supabase/agent-skills, issue 167)",
    command: "node dist/main.js",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require") }, node),
  },
  {
    rule: UNTRUSTED,
    why: "ssl=true verifies too (stripe/sync-engine, issue 194; pg-connection-string's README)",
    command: "npx payload migrate && npx next start -p $PORT",
    ...soundBy({ DATABASE_URI: pooled("5432/postgres?ssl=true"), PAYLOAD_SECRET: CANARY }, node),
  },
  {
    rule: `${UNTRUSTED}|environment/missing-file`,
    why: "verify-full without sslrootcert looks for ~/.postgresql/root.crt, which no instance has (PostgreSQL's page on libpq's SSL)",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=verify-full") }, { driver: "psycopg2" }),
  },
  {
    rule: TLS,
    why: "an address outside Render's network asks for TLS, and node-postgres uses none: SSL/TLS required (payloadcms/payload, issue 5284)",
    command: "npx next start -p $PORT",
    ...soundBy(
      {
        DATABASE_URI: `postgres://payload:${CANARY}@dpg-cnheron0marsh0canary-a.frankfurt-postgres.render.com/payloadcms`,
        PAYLOAD_SECRET: CANARY,
      },
      node,
    ),
  },
  {
    rule: PARAMETERS,
    why: "SQLAlchemy gives sslmode to asyncpg, which has no such argument (SQLAlchemy's page on asyncpg)",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  },
  {
    rule: PARAMETERS,
    why: "pgbouncer=true is Prisma's, and libpq ends: invalid URI query parameter (prisma/orm, issue 21740; PostgreSQL's page on connection URIs)",
    command: "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?pgbouncer=true") }, { driver: "psycopg2" }),
  },
  {
    rule: `${PARAMETERS}|${MODE}`,
    why: "prepareThreshold is pgJDBC's name, and libpq ends at it (pgJDBC's page on its parameters)",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?prepareThreshold=0") }, { driver: "psycopg" }),
  },
  {
    rule: ENCODING,
    why: "everything after # is a fragment: invalid port number (supabase/supabase, issue 36884)",
    ...soundBy({ DATABASE_URL: withPassword("HeronTest#123"), DIRECT_URL: SESSION }, prisma),
  },
  {
    rule: ENCODING,
    why: "Go takes no ^ in a password, and # ends the address (supabase/cli, issue 155)",
    command: "./bin/api",
    ...soundBy({ DATABASE_URL: withPassword("Hx^s#marsh8") }, go),
  },
  {
    rule: ENCODING,
    why: "libpq ends the password at the first @ (supabase/supabase, issue 35978)",
    ...soundBy({ DATABASE_URL: withPassword("*Gm_@reed7tq@") }, { driver: "psycopg2" }),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    why: "a slash ends the host's part within the password (supabase/supabase, issue 21933)",
    command: "node dist/main.js",
    ...soundBy({ DATABASE_URL: withPassword("reed/Heron7marsh") }, node),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    why: "%of is no escape: invalid percent-encoded token (Supabase's page on passwords)",
    ...soundBy({ DATABASE_URL: withPassword("tide50%ofHeron") }, { driver: "psycopg" }),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    why: "an unencoded ? begins the parameters within the password (supabase/supabase, pull request 3169)",
    ...soundBy({ DATABASE_URL: withPassword("reed?Heron7", "ecto") }, elixir),
  },
];
