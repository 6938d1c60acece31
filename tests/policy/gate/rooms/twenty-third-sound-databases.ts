import { dotnet, java, soundBy } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { CERTIFICATE } from "../twentieth-form";
import { elixir, go, ruby, rust } from "../written";
import {
  BESIDE_OTHER,
  because,
  CANARY,
  django,
  KEY_BASE,
  node,
  POOL,
  pooled,
  SESSION,
  TRANSACTION,
  USER,
} from "./twenty-third-form";

const prisma = { runtime: "node", driver: "prisma", command: "node dist/main.js" } as const;
const nest = { ...node, command: "node dist/main.js" } as const;
const flask = { driver: "sqlalchemy-psycopg2", command: "gunicorn app:app --bind 0.0.0.0:$PORT" } as const;

/** Services of public guides with their ways to Supabase, each next to one that fails. */
export const CONNECTED_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  because(
    "host, port and user are the session pooler's",
    soundBy(
      { DB_HOST: POOL, DB_PORT: "5432", DB_USERNAME: USER, DB_PASSWORD: CANARY, DB_NAME: "postgres" },
      nest,
    ),
  ),
  because(
    "a password in a variable of its own needs no encoding",
    soundBy(
      {
        POSTGRES_HOST: POOL,
        POSTGRES_PORT: "5432",
        POSTGRES_USER: USER,
        POSTGRES_PASSWORD: "h7@Tarn#Moss/4w%",
        POSTGRES_DB: "postgres",
      },
      { ...django, command: "gunicorn recipes.wsgi --bind 0.0.0.0:$PORT" },
    ),
  ),
  because(
    "Supabase's page on Prisma: queries by transactions, migrations by a session",
    soundBy(
      { DATABASE_URL: `${TRANSACTION}?pgbouncer=true&connection_limit=1`, DIRECT_URL: SESSION },
      { ...prisma, properties: { preDeployCommand: "npx prisma migrate deploy" } },
    ),
  ),
  because(
    "Prisma with a session needs no setting",
    soundBy(
      { DATABASE_URL: `${SESSION}?schema=public&connection_limit=5&pool_timeout=20` },
      { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
    ),
  ),
  because(
    "ECTO_IPV6 is off, and the pooler has an IPv4 address",
    soundBy(
      {
        DATABASE_URL: pooled("5432/postgres", "ecto"),
        ECTO_IPV6: "false",
        SECRET_KEY_BASE: KEY_BASE,
        PHX_SERVER: "true",
        POOL_SIZE: "5",
      },
      { ...elixir, command: "_build/prod/rel/shop/bin/server" },
    ),
  ),
  because(
    "SQLAlchemy's dialect for asyncpg takes ssl",
    soundBy(
      { DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg") },
      { driver: "sqlalchemy-asyncpg" },
    ),
  ),
  because(
    "asyncpg reads sslmode of a URL that it takes apart itself",
    soundBy({ DATABASE_URL: `${SESSION}?sslmode=require` }),
  ),
  because(
    "asyncpg keeps no statements by this setting (asyncpg's page of questions)",
    soundBy({ DATABASE_URL: TRANSACTION }, { declared: { driverSettings: { statement_cache_size: 0 } } }),
  ),
  because(
    "postgres.js prepares nothing by this setting (Supabase's page on Drizzle)",
    soundBy(
      { DATABASE_URL: TRANSACTION },
      { ...nest, driver: "postgres-js", declared: { driverSettings: { prepare: false } } },
    ),
  ),
  because(
    "pgx prepares nothing in this mode (pgx's page on QueryExecMode)",
    soundBy(
      { DATABASE_URL: `${TRANSACTION}?sslmode=require&default_query_exec_mode=simple_protocol` },
      { ...go, command: "./app" },
    ),
  ),
  because(
    "psycopg 2 prepares nothing by itself",
    soundBy({ DATABASE_URL: `${TRANSACTION}?sslmode=require` }, django),
  ),
  because(
    "pg prepares only queries with a name",
    soundBy({ POSTGRES_URL: pooled("6543/postgres?sslmode=no-verify", "postgres") }, nest),
  ),
  because(
    "the second parameter lets pg read require as libpq does",
    soundBy({ DATABASE_URL: `${SESSION}?sslmode=require&uselibpqcompat=true` }, nest),
  ),
  because(
    "Rails reads the setting from the URL (Rails's guide on configuring)",
    soundBy(
      {
        DATABASE_URL: `${TRANSACTION}?prepared_statements=false`,
        RAILS_ENV: "production",
        SECRET_KEY_BASE: KEY_BASE,
      },
      { ...ruby, command: "bundle exec rails server -p $PORT" },
    ),
  ),
  because(
    "libpq takes postgres:// too, and Django's readers of URLs do",
    soundBy({ DATABASE_URL: pooled("5432/postgres", "postgres") }, django),
  ),
  because(
    "SQLAlchemy gets the name that it knows",
    soundBy({ DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2") }, flask),
  ),
  because(
    "# and @ of the password are encoded",
    soundBy({ DATABASE_URL: `postgresql://${USER}:h7%23Tarn%40Moss4w@${POOL}:5432/postgres` }, prisma),
  ),
  because(
    "! and * need no encoding in a password",
    soundBy(
      { DATABASE_URL: `postgresql://${USER}:h7!Tarn*Moss4w@${POOL}:5432/postgres?sslmode=require` },
      flask,
    ),
  ),
  because(
    "JDBC's URL has its two slashes, and the user is beside it",
    soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
        SPRING_DATASOURCE_USERNAME: USER,
        SPRING_DATASOURCE_PASSWORD: CANARY,
      },
      { ...java, command: "java -jar app.jar --server.port=8000" },
    ),
  ),
  because(
    "pgJDBC prepares nothing at the server by this parameter",
    soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0&sslmode=require`,
        SPRING_DATASOURCE_USERNAME: USER,
        SPRING_DATASOURCE_PASSWORD: CANARY,
      },
      { ...java, command: "java -jar app.jar --server.port=8000" },
    ),
  ),
  because(
    "Npgsql's pairs, without a check of the certificate",
    soundBy(
      {
        ConnectionStrings__DefaultConnection: `Host=${POOL};Port=5432;Database=postgres;Username=${USER};Password=${CANARY};SSL Mode=Require;Trust Server Certificate=true`,
      },
      { ...dotnet, command: "dotnet Shop.Web.dll --urls http://0.0.0.0:8000" },
    ),
  ),
  because(
    "sqlx may prepare in a session",
    soundBy({ DATABASE_URL: `${SESSION}?sslmode=require` }, { ...rust, command: "./target/release/shop" }),
  ),
  because(
    "the authority's certificate is a secret file of the service",
    soundBy(
      { DATABASE_URL: `${SESSION}?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt` },
      { ...django, secretFiles: { "prod-ca-2021.crt": CERTIFICATE } },
    ),
  ),
  because(
    "the database is this environment's own, behind the pooler that staging has too",
    soundBy({ DATABASE_URL: `${SESSION}?sslmode=require` }, { ...django, declared: BESIDE_OTHER }),
  ),
];
