import { java, prisma } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby, rust } from "../written";
import {
  bareDocker,
  CANARY,
  holds,
  MASTER,
  POOL,
  pooled,
  REF,
  SESSION,
  USER,
  url,
} from "./twenty-eighth-form";

const django = { command: "gunicorn fen.wsgi:application --bind 0.0.0.0:$PORT", driver: "psycopg2" } as const;
const server = { command: "node dist/server.js" } as const;
const postgresJs = { ...server, runtime: "node", driver: "postgres-js" } as const;
const alchemy = { driver: "sqlalchemy-asyncpg" } as const;
const spring = { command: "java -jar app.jar", ...java } as const;
const withPassword = (password: string) => `postgresql://${USER}:${password}@${POOL}:5432/postgres`;

/** Ways into a project of Supabase that work from Render. */
export const SOUND_DATABASES_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  holds("the session pooler (laoshuikaixue/VoiceHub, issue 14)", { DATABASE_URL: SESSION }, prisma),
  holds("the session pooler for asyncpg (Supabase's page on connecting)", { DATABASE_URL: SESSION }),
  holds("sslmode is asyncpg's own in a plain DSN (asyncpg's page on connect)", {
    DATABASE_URL: pooled("5432/postgres?sslmode=require"),
  }),
  holds("both schemes are asyncpg's (asyncpg's page on connect)", {
    DATABASE_URL: pooled("5432/postgres", "postgres"),
  }),
  holds(
    "the scheme of SQLAlchemy's dialect (SQLAlchemy's page on PostgreSQL)",
    { DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg") },
    alchemy,
  ),
  holds(
    "ssl is asyncpg.connect's argument (MagicStack/asyncpg, issue 737)",
    { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
    alchemy,
  ),
  holds("psycopg2 by libpq's parameters", { DATABASE_URL: pooled("5432/postgres?sslmode=require") }, django),
  holds(
    "libpq's further parameters (libpq's page on URIs)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require&connect_timeout=10&application_name=fen") },
    django,
  ),
  holds(
    "psycopg2 prepares nothing, so transaction mode is no matter (psycopg/psycopg, issue 911)",
    { DATABASE_URL: pooled("6543/postgres") },
    django,
  ),
  holds(
    "psycopg in session mode (Supabase's page on connecting)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    { driver: "psycopg" },
  ),
  holds(
    "SQLAlchemy's scheme for psycopg2 (pallets-eco/flask-sqlalchemy, issue 929)",
    { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "postgresql+psycopg2") },
    { ...django, ...bare },
  ),
  holds(
    "node-postgres without sslmode (Supabase's page on connecting)",
    { DATABASE_URL: SESSION },
    { ...server, ...node },
  ),
  holds(
    "no-verify is node-postgres' word (brianc/node-postgres' page on connection strings)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=no-verify") },
    { ...server, ...node },
  ),
  holds(
    "uselibpqcompat makes require mean what libpq means (brianc/node-postgres' page on connection strings)",
    { DATABASE_URL: pooled("5432/postgres?uselibpqcompat=true&sslmode=require") },
    { ...server, ...node },
  ),
  holds("postgres.js in session mode", { DATABASE_URL: SESSION }, postgresJs),
  holds(
    "postgres.js' require does not verify (porsager/postgres' README)",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    postgresJs,
  ),
  holds(
    "the transaction pooler for queries, the session pooler for migrations (Supabase's page on Prisma)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL: SESSION },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  holds(
    "as the issue ends (prisma/orm, issue 11643)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1") },
    prisma,
  ),
  holds(
    "Prisma's own parameters (Prisma's page on PostgreSQL)",
    { DATABASE_URL: pooled("5432/postgres?schema=public&connection_limit=5&sslmode=require") },
    prisma,
  ),
  holds(
    "pgx in session mode",
    { DATABASE_URL: pooled("5432/postgres?sslmode=require") },
    { command: "./bin/api", ...go },
  ),
  holds(
    "pgx prepares nothing in this mode (jackc/pgx, issue 602)",
    { DATABASE_URL: pooled("6543/postgres?default_query_exec_mode=simple_protocol") },
    { command: "./bin/api", ...go },
  ),
  holds("sqlx in session mode", { DATABASE_URL: SESSION }, { command: "./target/release/api", ...rust }),
  holds(
    "the session pooler (supabase/supabase, pull request 48396)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
      SERVER_PORT: "8000",
    },
    spring,
  ),
  holds(
    "user and password as parameters (pgjdbc's page on connecting)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=${USER}&password=${CANARY}`,
      SERVER_PORT: "8000",
    },
    spring,
  ),
  holds(
    "nothing is prepared with a threshold of 0 (Supabase's page on disabling prepared statements)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
      SERVER_PORT: "8000",
    },
    spring,
  ),
  holds(
    "Rails reads prepared_statements from the URL (Rails' guide to configuring)",
    { DATABASE_URL: pooled("6543/postgres?prepared_statements=false"), RAILS_MASTER_KEY: MASTER },
    { command: "bundle exec puma -b tcp://0.0.0.0:$PORT", ...ruby },
  ),
  holds(
    "the parts of node-postgres (supabase/supabase, issue 21850)",
    { PGHOST: POOL, PGPORT: "5432", PGUSER: USER, PGPASSWORD: CANARY, PGDATABASE: "postgres" },
    { ...server, runtime: "node", ...bare },
  ),
  holds(
    "Django's parts",
    { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: USER, DB_PASSWORD: CANARY },
    { ...django, ...bare },
  ),
  holds(
    "Laravel's parts, with TLS (Laravel's page on databases)",
    {
      APP_ENV: "production",
      APP_KEY: "base64:ZmVuLWN1cmxldy1jYW5hcnktb2YtMzItYnl0ZXMhISE=",
      DB_CONNECTION: "pgsql",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: USER,
      DB_PASSWORD: CANARY,
      DB_SSLMODE: "require",
    },
    {
      command: "php artisan serve --host=0.0.0.0 --port=$PORT",
      ...bareDocker,
      properties: { ...bareDocker.properties, healthCheckPath: "/up" },
    },
  ),
  holds("a role of its own (Supabase's page on roles)", {
    DATABASE_URL: url(`fen_app.${REF}`, `${POOL}:5432/postgres`),
  }),
  holds("%23 is a # (supabase/cli, issue 155)", { DATABASE_URL: withPassword("Curlew%23123") }, prisma),
  holds("%40 is an @ (supabase/supabase, issue 28646)", { DATABASE_URL: withPassword("curlew%4012345") }),
  holds(
    "%25 is a % (porsager/postgres, issue 735)",
    { DATABASE_URL: withPassword("curlew%25fen") },
    postgresJs,
  ),
];
