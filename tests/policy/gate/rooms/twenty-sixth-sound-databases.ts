import { dotnet, java, prisma, soundBy } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { CERTIFICATE } from "../twentieth-form";
import { elixir, go, node, ruby, rust } from "../written";
import { CANARY, POOL, pooled, SESSION, strapi, USER, url } from "./twenty-sixth-form";

const withPassword = (password: string, scheme = "postgresql") =>
  `${scheme}://${USER}:${password}@${POOL}:5432/postgres`;

/** Connections that work, though they look like those that were reported. */
export const SOUND_DATABASES_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    why: "queries by transaction mode without prepared statements, migrations by session mode (Supabase's page on Prisma)",
    command: "node dist/main.js",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL: SESSION },
      { runtime: "node", driver: "prisma", properties: { preDeployCommand: "npx prisma migrate deploy" } },
    ),
  },
  {
    why: "a limit of one connection for each process (Prisma's page on connection pools)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"), DIRECT_URL: SESSION },
      prisma,
    ),
  },
  {
    why: "session mode serves queries and migrations (umami-software/umami, issue 2485)",
    command: "npx prisma migrate deploy && node server.js",
    ...soundBy({ DATABASE_URL: SESSION }, { runtime: "node", driver: "prisma" }),
  },
  {
    why: "Prisma accepts a certificate that it does not know (Prisma's page on PostgreSQL's connector)",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require&schema=public") }, prisma),
  },
  {
    why: "SQLAlchemy with asyncpg by session mode, with asyncpg's own name of TLS (SQLAlchemy's page on asyncpg)",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  },
  {
    why: "psycopg2 prepares no statements, so transaction mode works (psycopg/psycopg, issue 911)",
    command: "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?sslmode=require") }, { driver: "psycopg2" }),
  },
  {
    why: "psycopg by session mode (Supabase's page on connecting)",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require") }, { driver: "psycopg" }),
  },
  {
    why: "node-postgres names no statement by itself, so transaction mode works (node-postgres's page on queries)",
    command: "node dist/main.js",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres") }, node),
  },
  {
    why: "uselibpqcompat gives sslmode=require libpq's meaning (supabase/agent-skills, issue 167)",
    command: "node dist/server.js",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require&uselibpqcompat=true") }, node),
  },
  {
    why: "no-verify encrypts and verifies nothing (pg-connection-string's README)",
    command: "node dist/server.js",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=no-verify") }, node),
  },
  {
    why: "the authority's certificate is a secret file of the service (Supabase's page on SSL)",
    command: "node dist/server.js",
    secretFiles: { "prod-ca-2021.crt": CERTIFICATE },
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt") },
      node,
    ),
  },
  {
    why: "simple_protocol prepares nothing (pgx's page on QueryExecMode)",
    command: "./bin/api",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?sslmode=require&default_query_exec_mode=simple_protocol") },
      go,
    ),
  },
  {
    why: "pgx by session mode, with a timeout of libpq's name (pgx's page on connecting)",
    command: "./bin/api",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require&connect_timeout=10") }, go),
  },
  {
    why: "sqlx by session mode keeps its statements",
    command: "./target/release/marsh",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgres") }, rust),
  },
  {
    why: "the URL turns prepared statements off (Rails's guide on configuring)",
    command: "bundle exec rails server -b 0.0.0.0 -p $PORT",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?prepared_statements=false"), RAILS_ENV: "production" },
      ruby,
    ),
  },
  {
    why: "the quickstart's URL, by session mode (Supabase's page on Rails)",
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres", "postgres"), RAILS_ENV: "production" }, ruby),
  },
  {
    why: "prepareThreshold=0 is pgJDBC's way to prepare nothing (pgJDBC's page on its parameters)",
    command: "java -jar app.jar",
    ...soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0&sslmode=require`,
        SPRING_DATASOURCE_USERNAME: USER,
        SPRING_DATASOURCE_PASSWORD: CANARY,
        SERVER_PORT: "8000",
      },
      java,
    ),
  },
  {
    why: "user and password are parameters of the JDBC address (Supabase's Connect, JDBC)",
    command: "java -jar app.jar",
    ...soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=${CANARY}`,
        SERVER_PORT: "8000",
      },
      java,
    ),
  },
  {
    why: "Npgsql's pairs by session mode (Supabase's Connect, .NET)",
    command: "dotnet Marsh.Web.dll --urls http://0.0.0.0:8000",
    ...soundBy(
      {
        ConnectionStrings__DefaultConnection: `User Id=${USER};Password=${CANARY};Server=${POOL};Port=5432;Database=postgres`,
      },
      dotnet,
    ),
  },
  {
    why: "Ecto takes its own scheme too, and session mode keeps statements (Ecto's page on URLs)",
    command: "_build/prod/rel/marsh/bin/server",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres", "ecto"), PHX_HOST: "marsh-heron.org" }, elixir),
  },
  {
    why: "the # of the password is encoded (supabase/cli, issue 155)",
    ...soundBy(
      { DATABASE_URL: withPassword("HeronTest%23123"), DIRECT_URL: withPassword("HeronTest%23123") },
      prisma,
    ),
  },
  {
    why: "both @ and the * of the password are encoded (supabase/supabase, issue 35978)",
    ...soundBy({ DATABASE_URL: withPassword("%2AGm_%40reed7tq%40") }, { driver: "psycopg2" }),
  },
  {
    why: "the slash of the password is encoded",
    command: "node dist/main.js",
    ...soundBy({ DATABASE_URL: withPassword("reed%2FHeron7marsh") }, node),
  },
  {
    why: "the % of the password is encoded (Supabase's page on passwords)",
    command: "./bin/api",
    ...soundBy({ DATABASE_URL: withPassword("tide50%25ofHeron") }, go),
  },
  {
    why: "an ! needs no encoding (RFC 3986)",
    ...soundBy({ DATABASE_URL: withPassword("NopeHeron!", "postgres"), DIRECT_URL: SESSION }, prisma),
  },
  {
    why: "the parts have the password as it is, with @ and # (Strapi's page on its database)",
    command: "npx strapi start",
    ...soundBy(strapi({ DATABASE_PASSWORD: "Hx@s#marsh8", APP_KEYS: "r4Redshank1aa,r4Redshank2bb" }), node),
  },
  {
    why: "a database of Render's own, by its address outside, with TLS (Render's page on PostgreSQL)",
    command: "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT",
    ...soundBy(
      {
        DATABASE_URL: `postgresql://payload:${CANARY}@dpg-cnheron0marsh0canary-a.frankfurt-postgres.render.com/payloadcms?sslmode=require`,
      },
      { driver: "psycopg2" },
    ),
  },
  {
    why: "another role of the project, by the pooler (Supabase's page on roles)",
    ...soundBy(
      { DATABASE_URL: url(USER.replace("postgres", "reporting"), `${POOL}:5432/postgres`) },
      { driver: "psycopg2" },
    ),
  },
];
