import { dotnet, ENCODING, IPV6, java, LOCAL, MALFORMED, MODE, prisma, soundBy, TENANT } from "./batch";
import { type ExplainedCase, PASSWORD } from "./nineteenth-form";
import { DIRECT, image, POOL, pooled, REF, SESSION, url } from "./twentieth-form";
import { bare, go, node, ruby } from "./written";

const ENDPOINT = "database/supabase-endpoint";
const PARAMETERS = "database/url-parameters";
const KESTREL = { ...dotnet, command: "dotnet Orchard.Web.dll --urls http://0.0.0.0:8000" };

/** Ways to a database that end in an error, as teams write them. */
export const REJECTED_DATABASES_OF_TWENTIETH: readonly ExplainedCase[] = [
  {
    rule: IPV6,
    why: "Metabase's own database is at Supabase's direct host, which has IPv6 alone (Supabase's page on connections)",
    ...soundBy(
      {
        MB_JETTY_PORT: "8000",
        MB_DB_TYPE: "postgres",
        MB_DB_HOST: DIRECT,
        MB_DB_PORT: "5432",
        MB_DB_DBNAME: "postgres",
        MB_DB_USER: "postgres",
        MB_DB_PASS: PASSWORD,
      },
      { command: null, properties: image("docker.io/metabase/metabase", "v0.52.4"), ...bare },
    ),
  },
  {
    rule: IPV6,
    why: "PostgREST connects by PGRST_DB_URI, which names the direct host",
    ...soundBy(
      {
        PGRST_DB_URI: url("authenticator", `${DIRECT}:5432/postgres`),
        PGRST_DB_SCHEMAS: "api",
        PGRST_DB_ANON_ROLE: "anon",
        PGRST_SERVER_PORT: "8000",
      },
      { command: null, properties: image("docker.io/postgrest/postgrest", "v12.2.3"), ...bare },
    ),
  },
  {
    rule: IPV6,
    why: "prisma migrate takes the direct URL, and Render has no way out by IPv6: P1001 before the server starts",
    ...soundBy(
      {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: url("postgres", `${DIRECT}:5432/postgres`),
      },
      { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
    ),
  },
  {
    rule: `${TENANT}|${ENDPOINT}`,
    why: "the pooler finds the project by the user's name, which has none here (Supavisor's page on connecting)",
    ...soundBy({ DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) }),
  },
  {
    rule: ENDPOINT,
    why: "the API's host answers on no port of PostgreSQL: db. is missing in front (Supabase's page on connections)",
    ...soundBy(
      { DATABASE_URL: url("postgres", `${REF}.supabase.co:5432/postgres`) },
      { ...node, command: "node dist/server.js" },
    ),
  },
  {
    rule: ENDPOINT,
    why: "the pooler listens on 5432 and 6543, not on 5433 (Supabase's page on connections)",
    ...soundBy({ DATABASE_URL: pooled("5433/postgres?sslmode=require") }),
  },
  {
    rule: LOCAL,
    why: "the name is of Railway's private network, and no resolver outside of it knows it (Railway's page on it)",
    ...soundBy({ DATABASE_URL: url("postgres", "postgres.railway.internal:5432/railway") }),
  },
  {
    rule: LOCAL,
    why: "the database of supabase start, on a developer's machine (Supabase's page on local development)",
    ...soundBy(
      { DATABASE_URL: "postgresql://postgres:postgres@127.0.0.1:54322/postgres" },
      { ...node, command: "node dist/server.js" },
    ),
  },
  {
    rule: LOCAL,
    why: "the socket of Cloud SQL's proxy is in Google's containers alone (Google's page on Cloud SQL)",
    ...soundBy(
      { DATABASE_URL: `postgresql://app:${PASSWORD}@/app?host=/cloudsql/orchard-press:europe-west2:main` },
      { driver: "psycopg2", command: "gunicorn orchard.wsgi -b 0.0.0.0:$PORT" },
    ),
  },
  {
    rule: MODE,
    why: "psycopg prepares a query after five runs, and the transaction mode keeps no statement (psycopg's page on them)",
    ...soundBy({ DATABASE_URL: pooled("6543/postgres?sslmode=require") }, { driver: "psycopg" }),
  },
  {
    rule: MODE,
    why: "Prisma prepares statements unless the URL says pgbouncer=true (Prisma's page on PgBouncer)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?connection_limit=5"), DIRECT_URL: pooled("5432/postgres") },
      prisma,
    ),
  },
  {
    rule: MODE,
    why: "postgres.js prepares statements unless prepare is false (its README; Drizzle's page on Supabase)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres") },
      { runtime: "node", driver: "postgres-js", command: "node dist/server.js" },
    ),
  },
  {
    rule: MODE,
    why: "pgx keeps prepared statements unless its query mode is another one (pgx's page on PgBouncer)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?sslmode=require&pool_max_conns=10") },
      { ...go, command: "./bin/orchard serve --addr=:$PORT" },
    ),
  },
  {
    rule: MODE,
    why: "Max Auto Prepare prepares what is run often, and the pooler is in transaction mode (Npgsql's page on it)",
    ...soundBy(
      {
        ConnectionStrings__Default: `Host=${POOL};Port=6543;Database=postgres;Username=app.${REF};Password=${PASSWORD};SSL Mode=Require;Trust Server Certificate=true;Max Auto Prepare=25`,
      },
      KESTREL,
    ),
  },
  {
    rule: PARAMETERS,
    why: "libpq refuses Prisma's parameter: invalid URI query parameter \"pgbouncer\" (PostgreSQL's page on URIs)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
      { driver: "psycopg2", command: "gunicorn orchard.wsgi -b 0.0.0.0:$PORT" },
    ),
  },
  {
    rule: PARAMETERS,
    why: "SQLAlchemy gives each parameter to asyncpg's connect(), which knows ssl and no sslmode: TypeError",
    ...soundBy(
      { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  },
  {
    rule: MALFORMED,
    why: "the quotes of an env file are part of the value in Render's form, so there is no scheme",
    ...soundBy({ DATABASE_URL: `"${SESSION}"` }),
  },
  {
    rule: MALFORMED,
    why: "the whole line of an env file was pasted as the value",
    ...soundBy({ DATABASE_URL: `DATABASE_URL=${SESSION}` }, { driver: "psycopg" }),
  },
  {
    rule: MALFORMED,
    why: "Npgsql reads pairs of keyword and value, and no URI (Npgsql's page on connection strings)",
    ...soundBy({ ConnectionStrings__Default: SESSION }, KESTREL),
  },
  {
    rule: MALFORMED,
    why: "Spring Boot ends: a data source's URL begins with jdbc: (Boot's page on data sources)",
    ...soundBy(
      { SPRING_DATASOURCE_URL: SESSION },
      { ...java, command: "java -jar app.jar --server.port=8000" },
    ),
  },
  {
    rule: `${ENCODING}|${MALFORMED}`,
    why: "a raw / ends the address, so Node's URL has no host: Invalid URL",
    ...soundBy(
      { DATABASE_URL: SESSION.replace(PASSWORD, "pear/Tree9") },
      { ...node, command: "node dist/server.js" },
    ),
  },
  {
    rule: `database/direct-for-migrations|${MODE}`,
    why: "Rails takes an advisory lock for a migration, which the transaction mode loses: ConcurrentMigrationError",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?prepared_statements=false") },
      { ...ruby, command: "bundle exec rails db:migrate && bundle exec rails server -b 0.0.0.0 -p $PORT" },
    ),
  },
];
