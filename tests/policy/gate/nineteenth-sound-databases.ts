import { dotnet, java, prisma, soundBy, soundWeb, withPassword } from "./batch";
import { type ExplainedCase, PASSWORD } from "./nineteenth-form";
import { BESIDE_STAGING, bare, elixir, go, OWN, POOL, REF, ruby, SESSION, url } from "./written";

/** Sound ways to a database that look suspicious. */
export const SOUND_DATABASES_OF_NINETEENTH: readonly ExplainedCase[] = [
  {
    why: "pgjdbc takes user and password as parameters",
    ...soundBy(
      {
        SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=app.${REF}&password=${PASSWORD}&sslmode=require`,
      },
      { ...java, command: "java -jar app.jar --server.port=8000" },
    ),
  },
  {
    why: "Npgsql's words for the session mode",
    ...soundBy(
      {
        ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=app.${REF};Password=${PASSWORD};SSL Mode=Require;Trust Server Certificate=true;Maximum Pool Size=10`,
      },
      { ...dotnet, command: "dotnet Orchard.Web.dll --urls http://0.0.0.0:8000" },
    ),
  },
  {
    why: "Prisma prepares nothing with pgbouncer=true, and migrates by the other URL",
    ...soundBy(
      {
        DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?pgbouncer=true&connection_limit=1`),
        DIRECT_URL: url(`app.${REF}`, `${POOL}:5432/postgres`),
      },
      prisma,
    ),
  },
  {
    why: "Alembic reads its own URL with another driver than the service's",
    ...soundBy({
      DATABASE_URL: SESSION,
      ALEMBIC_DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=require`, "postgresql+psycopg2"),
    }),
  },
  {
    why: "the FastAPI template's parts with the pooler",
    ...soundBy(
      {
        POSTGRES_SERVER: POOL,
        POSTGRES_PORT: "5432",
        POSTGRES_USER: `app.${REF}`,
        POSTGRES_PASSWORD: PASSWORD,
        POSTGRES_DB: "postgres",
      },
      bare,
    ),
  },
  { why: "every delimiter is encoded", ...soundBy({ DATABASE_URL: withPassword("p%40ss%23w%2Frd%25") }) },
  {
    why: "another database of the same environment, for reading",
    ...soundBy({
      DATABASE_URL: OWN,
      REPLICA_DATABASE_URL: url("app_ro", "db-ro.acme.io:5432/app?sslmode=require"),
    }),
  },
  {
    why: "the service's own project, beside what staging and the preview have",
    ...soundBy(
      { DATABASE_URL: SESSION, SUPABASE_URL: `https://${REF}.supabase.co`, DB_POOL: "5" },
      { declared: BESIDE_STAGING },
    ),
  },
  {
    why: "goose migrates by the session mode",
    ...soundBy(
      {
        GOOSE_DRIVER: "postgres",
        GOOSE_DBSTRING: `host=${POOL} port=5432 user=app.${REF} password=${PASSWORD} dbname=postgres sslmode=require`,
        GOOSE_MIGRATION_DIR: "./db/migrations",
      },
      { ...go, command: "./bin/goose up && ./bin/orchard --addr=0.0.0.0:$PORT" },
    ),
  },
  {
    why: "the tests' database is copied along with the rest of the .env, and no service asks it",
    ...soundBy({
      DATABASE_URL: SESSION,
      TEST_DATABASE_URL: "postgresql://postgres:postgres@localhost:5432/orchard_test",
    }),
  },
  {
    why: "Cloud SQL's proxy listens on the machine itself, in the same command",
    ...soundWeb(
      "./cloud-sql-proxy --port 5432 orchard-prod:europe-west3:main & exec uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
      { variables: { DATABASE_URL: "postgresql://app:k3JqL9vX@127.0.0.1:5432/app" } },
    ),
  },
  {
    why: "pgx prepares nothing with the simple protocol",
    ...soundBy(
      {
        DATABASE_URL: url(
          `app.${REF}`,
          `${POOL}:6543/postgres?sslmode=require&default_query_exec_mode=simple_protocol`,
        ),
      },
      { ...go, command: "./bin/orchard --addr=0.0.0.0:$PORT" },
    ),
  },
  {
    why: "the root certificate is a secret file of the service",
    ...soundBy(
      {
        DATABASE_URL: url(
          `app.${REF}`,
          `${POOL}:5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt`,
        ),
      },
      {
        driver: "psycopg",
        secretFiles: { "prod-ca-2021.crt": "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----" },
      },
    ),
  },
  {
    why: "Active Record prepares nothing with prepared_statements=false",
    ...soundBy(
      { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?prepared_statements=false&sslmode=require`) },
      { ...ruby, command: "bundle exec rails server -b 0.0.0.0 -p $PORT" },
    ),
  },
  {
    why: "Ecto's scheme with the session mode, and a second pool for Oban",
    ...soundBy(
      {
        DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`, "ecto"),
        POOL_SIZE: "5",
        OBAN_POOL_SIZE: "2",
      },
      { ...elixir, command: "bin/server" },
    ),
  },
];
