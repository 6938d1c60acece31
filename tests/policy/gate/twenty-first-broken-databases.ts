import { docker, dotnet, IPV6, java, LOCAL, MALFORMED, MODE, prisma, soundBy, TENANT } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { image } from "./twentieth-form";
import { CANARY, DIRECT, GUNICORN, KESTREL, POOL, pooled, REF, spring, USER, url } from "./twenty-first-form";
import { bare, go, ruby } from "./written";

const ENDPOINT = "database/supabase-endpoint";
const BOOT = { ...java, command: "java -jar app.jar --server.port=8000" };

/** Ways to a database whose host, user or mode is wrong. */
export const REJECTED_DATABASES_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    rule: IPV6,
    why: "n8n's own database is at Supabase's direct host, which has IPv6 alone (Supabase's page on connections)",
    command: null,
    properties: { ...image("docker.io/n8nio/n8n", "1.80.3"), healthCheckPath: "/healthz" },
    variables: {
      N8N_PORT: "8000",
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: DIRECT,
      DB_POSTGRESDB_PORT: "5432",
      DB_POSTGRESDB_USER: "postgres",
      DB_POSTGRESDB_PASSWORD: CANARY,
      DB_POSTGRESDB_DATABASE: "postgres",
    },
    ...bare,
  },
  {
    rule: IPV6,
    why: "an address of IPv6 was looked up and written into the URL, and Render has no way out by IPv6",
    ...soundBy(
      { DATABASE_URL: url("postgres", "[2a05:d012:42e:5a10:8c1f:92d4:1b7e:60af]:5432/postgres") },
      { driver: "psycopg" },
    ),
  },
  {
    rule: IPV6,
    why: "libpq takes its host from the service file, and there it is the direct one (PostgreSQL's page on the file)",
    ...soundBy(
      { PGSERVICEFILE: "/etc/secrets/pg_service.conf", PGSERVICE: "tide", PGPASSWORD: CANARY },
      {
        ...bare,
        command: GUNICORN,
        secretFiles: {
          "pg_service.conf": `[tide]\nhost=${DIRECT}\nport=5432\nuser=postgres\ndbname=postgres\nsslmode=require\n`,
        },
      },
    ),
  },
  {
    // The rule of the reference says it, which the batch did not know.
    rule: `${TENANT}|${ENDPOINT}|database/project-reference`,
    why: "the project is what follows the last dot, so the pooler looks for a project postgres (Supavisor's code)",
    ...soundBy({ DATABASE_URL: url(`${REF}.postgres`, `${POOL}:5432/postgres`) }),
  },
  {
    rule: ENDPOINT,
    why: "3306 is left from MySQL in Laravel's .env, and the pooler listens on 5432 and 6543",
    ...soundBy(
      {
        DB_CONNECTION: "pgsql",
        DB_HOST: POOL,
        DB_PORT: "3306",
        DB_DATABASE: "postgres",
        DB_USERNAME: USER,
        DB_PASSWORD: CANARY,
      },
      { ...docker, ...bare, command: "php artisan serve --host=0.0.0.0 --port=8000" },
    ),
  },
  {
    rule: `${ENDPOINT}|${MALFORMED}`,
    why: "the API's address with its scheme is no host: libpq finds no address for https://...",
    ...soundBy(
      {
        DB_HOST: `https://${REF}.supabase.co`,
        DB_PORT: "5432",
        DB_NAME: "postgres",
        DB_USER: "postgres",
        DB_PASSWORD: CANARY,
      },
      { ...bare, command: GUNICORN },
    ),
  },
  {
    rule: `${ENDPOINT}|${IPV6}`,
    why: "the pooler's user at the direct host: IPv6 alone, and PostgreSQL has no role of that name",
    ...soundBy({ DATABASE_URL: url(USER, `${DIRECT}:5432/postgres`) }, { driver: "psycopg" }),
  },
  {
    rule: LOCAL,
    why: "the name is Docker Desktop's for a developer's machine (Docker's page on its networking)",
    ...soundBy(
      {
        ConnectionStrings__Default: `Host=host.docker.internal;Port=5432;Database=tide;Username=tide;Password=${CANARY}`,
      },
      { ...dotnet, command: KESTREL },
    ),
  },
  {
    rule: `${LOCAL}|service/private-network`,
    why: "a name of a Kubernetes cluster's own DNS, which Render does not ask (Kubernetes' page on DNS)",
    ...soundBy(
      { DATABASE_URL: url("tide", "postgres.data.svc.cluster.local:5432/tide") },
      { ...go, command: "./bin/tide --addr=:$PORT" },
    ),
  },
  {
    rule: MODE,
    why: "pgjdbc names a statement after five runs, and the transaction mode keeps none (pgjdbc's page on server prepare)",
    ...soundBy(spring("6543/postgres?sslmode=require"), BOOT),
  },
  {
    rule: MODE,
    why: "Active Record prepares statements unless prepared_statements is false (Rails's guide on configuring)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?pool=5") },
      { ...ruby, command: "bundle exec rails server -b 0.0.0.0 -p $PORT" },
    ),
  },
  {
    rule: MODE,
    why: "R2DBC's driver names and keeps each statement with parameters (r2dbc-postgresql's README)",
    ...soundBy(
      {
        SPRING_R2DBC_URL: `r2dbc:postgresql://${POOL}:6543/postgres?sslMode=require`,
        SPRING_R2DBC_USERNAME: USER,
        SPRING_R2DBC_PASSWORD: CANARY,
      },
      { ...BOOT, driver: "r2dbc" },
    ),
  },
  {
    rule: MODE,
    why: "SQLAlchemy's cache is off and asyncpg's is not: the names of its statements meet in the pooler (SQLAlchemy's page on asyncpg)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?prepared_statement_cache_size=0", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  },
  {
    rule: `database/direct-for-migrations|${MODE}`,
    why: "the schema engine needs a session, and the only URL is the transaction mode's (Prisma's page on PgBouncer)",
    ...soundBy(
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
      { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
    ),
  },
];
