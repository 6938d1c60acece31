import { dotnet, java, prisma, soundBy } from "./batch";
import { type ExplainedCase, PASSWORD } from "./nineteenth-form";
import { BESIDE_OTHER, CERTIFICATE, POOL, pooled, REF, SESSION, url } from "./twentieth-form";
import { bare, elixir, go, node, rust } from "./written";

const SERVER = { ...node, command: "node dist/server.js" };
const GUNICORN = "gunicorn orchard.wsgi -b 0.0.0.0:$PORT";

/** Sound ways to a database that look suspicious. */
export const SOUND_DATABASES_OF_TWENTIETH: readonly ExplainedCase[] = [
  {
    why: "psycopg2 prepares nothing by the protocol, so the transaction mode suits it",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
      { driver: "psycopg2", command: GUNICORN },
    ),
  },
  {
    why: "node-postgres prepares only what has a name (Supabase's page on prepared statements)",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres") }, SERVER),
  },
  {
    why: "prepare is off in postgres.js (its README; Drizzle's page on Supabase)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres") },
      {
        runtime: "node",
        driver: "postgres-js",
        command: "node dist/server.js",
        declared: { driverSettings: { prepare: false } },
      },
    ),
  },
  {
    why: "Prisma prepares nothing with pgbouncer=true, and migrates by the session mode",
    ...soundBy(
      {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=5"),
        DIRECT_URL: pooled("5432/postgres"),
      },
      { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
    ),
  },
  {
    why: "pgx asks by the simple protocol (pgx's page on PgBouncer)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?sslmode=require&default_query_exec_mode=simple_protocol") },
      { ...go, command: "./bin/orchard serve --addr=:$PORT" },
    ),
  },
  {
    why: "asyncpg's cache of statements is off (asyncpg's page of questions)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
      { declared: { driverSettings: { statement_cache_size: 0 } } },
    ),
  },
  {
    why: "psycopg's threshold is None, so it prepares nothing (psycopg's page on prepared statements)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?sslmode=require") },
      { driver: "psycopg", declared: { driverSettings: { prepare_threshold: null } } },
    ),
  },
  {
    why: "Npgsql prepares nothing by itself: Max Auto Prepare is 0 unless it is set (Npgsql's page on it)",
    ...soundBy(
      {
        ConnectionStrings__Default: `Host=${POOL};Port=6543;Database=postgres;Username=app.${REF};Password=${PASSWORD};SSL Mode=Require;Trust Server Certificate=true;No Reset On Close=true`,
      },
      { ...dotnet, command: "dotnet Orchard.Web.dll --urls http://0.0.0.0:8000" },
    ),
  },
  {
    why: "prepareThreshold=0 keeps pgjdbc from named statements (pgjdbc's page on server prepare)",
    ...soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0&sslmode=require`,
        SPRING_DATASOURCE_USERNAME: `app.${REF}`,
        SPRING_DATASOURCE_PASSWORD: PASSWORD,
      },
      { ...java, command: "java -jar app.jar --server.port=8000" },
    ),
  },
  {
    why: "SQLAlchemy gives ssl to asyncpg, which knows it",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  },
  {
    why: "no-verify encrypts and asks for no authority (pg-connection-string's README)",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=no-verify") }, SERVER),
  },
  {
    why: "with uselibpqcompat node-postgres reads require as libpq does, without an authority (its README)",
    ...soundBy({ DATABASE_URL: pooled("5432/postgres?uselibpqcompat=true&sslmode=require") }, SERVER),
  },
  {
    why: "the authority's certificate is a secret file of the service",
    ...soundBy(
      { DATABASE_URL: `${SESSION}?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt` },
      { driver: "psycopg", secretFiles: { "prod-ca-2021.crt": CERTIFICATE } },
    ),
  },
  {
    why: "each delimiter of the password is encoded, once",
    ...soundBy(
      { DATABASE_URL: SESSION.replace(PASSWORD, "pe%40r%3ATr%2Fee%2309") },
      { driver: "psycopg2", command: GUNICORN },
    ),
  },
  {
    why: "Aiven gives each database a port of its own and no pooler's user",
    ...soundBy({
      DATABASE_URL: url(
        "avnadmin",
        "pg-2c41f7a9-orchard-press.g.aivencloud.com:22119/defaultdb?sslmode=require",
      ),
    }),
  },
  {
    why: "Neon's own host without a pooler, with a name of several words",
    ...soundBy(
      {
        DATABASE_URL: url(
          "orchard_owner",
          "ep-cool-river-a2k7x0zt.eu-central-1.aws.neon.tech/orchard?sslmode=require",
        ),
      },
      { driver: "psycopg" },
    ),
  },
  {
    why: "the internal host of a database at Render has no dot, and 5432 is the port where none is named",
    ...soundBy({ DATABASE_URL: url("orchard", "dpg-cr8s2kbtq21c73a1f2v0-a/orchard_k7tz") }),
  },
  {
    why: "staging is behind the same pooler, and in another project",
    ...soundBy({ DATABASE_URL: SESSION }, { declared: BESIDE_OTHER }),
  },
  {
    why: "Django's parts with the transaction mode, and without cursors on the server (Django's page on poolers)",
    ...soundBy(
      {
        DB_ENGINE: "django.db.backends.postgresql",
        DB_HOST: POOL,
        DB_PORT: "6543",
        DB_NAME: "postgres",
        DB_USER: `app.${REF}`,
        DB_PASSWORD: PASSWORD,
        DISABLE_SERVER_SIDE_CURSORS: "true",
        CONN_MAX_AGE: "0",
      },
      { ...bare, command: GUNICORN },
    ),
  },
  {
    why: "sqlx reads postgres:// too, and require encrypts without an authority (sqlx's page on its options)",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgres") },
      { ...rust, command: "./target/release/orchard" },
    ),
  },
  {
    why: "Ecto reads any scheme (Ecto's page on the repository's url)",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres", "ecto"), POOL_SIZE: "5", PHX_SERVER: "true" },
      { ...elixir, command: "_build/prod/rel/orchard/bin/orchard start" },
    ),
  },
  {
    why: "goose migrates by a string of words and values, in session mode",
    ...soundBy(
      {
        GOOSE_DRIVER: "postgres",
        GOOSE_DBSTRING: `host=${POOL} port=5432 user=app.${REF} password=${PASSWORD} dbname=postgres sslmode=require`,
        DATABASE_URL: pooled("5432/postgres?sslmode=require"),
      },
      { ...go, command: "./bin/goose -dir migrations up && exec ./bin/orchard --addr=0.0.0.0:$PORT" },
    ),
  },
];
