import { UVICORN } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, prismaApi, springApp, springBy } from "./posted-connections-form";
import { CANARY, POOL, pooled, runs, SESSION, sound, USER } from "./posted-services-form";

const BY_DRIVER = pooled("5432/postgres", "postgresql+asyncpg");
const TRANSACTION = pooled("6543/postgres");
const before = (preDeployCommand: string, variables: Readonly<Record<string, string>>, more = {}) => ({
  ...asyncApi,
  variables,
  properties: { preDeployCommand },
  ...more,
});

/** Tools that change a schema, with URLs that they can use, and commands that are called as one is. */
export const MIGRATION_TOOLS_SOUND: readonly ExplainedCase[] = [
  sound(
    "golang-migrate has a URL of its own",
    before('migrate -path migrations -database "$MIGRATE_URL" up', {
      DATABASE_URL: BY_DRIVER,
      MIGRATE_URL: pooled("5432/postgres?sslmode=require&x-migrations-table=versions", "postgres"),
    }),
  ),
  sound(
    "dbmate is told another variable",
    before("dbmate --env MIGRATE_URL up", { DATABASE_URL: BY_DRIVER, MIGRATE_URL: SESSION }),
  ),
  sound(
    "dbmate is told a URL",
    before('dbmate -u "$MIGRATE_URL" up', { DATABASE_URL: BY_DRIVER, MIGRATE_URL: SESSION }),
  ),
  sound(
    "the shell takes the driver out of the scheme",
    before('migrate -path migrations -database "${DATABASE_URL/+asyncpg/}" up', { DATABASE_URL: BY_DRIVER }),
  ),
  sound(
    "sed takes the driver out of the scheme",
    before('migrate -path db -database "$(echo $DATABASE_URL | sed s/+asyncpg//)" up', {
      DATABASE_URL: BY_DRIVER,
    }),
  ),
  sound(
    "the line sets the variable anew",
    before('export DATABASE_URL="${DATABASE_URL/+asyncpg/}" && dbmate up', { DATABASE_URL: BY_DRIVER }),
  ),
  sound(
    "goose by libpq's pairs",
    before(
      `goose postgres "host=${POOL} port=5432 user=${USER} password=${CANARY} dbname=postgres sslmode=require" up`,
      { DATABASE_URL: BY_DRIVER },
    ),
  ),
  sound(
    "goose by its own variables",
    before("goose up", { DATABASE_URL: BY_DRIVER, GOOSE_DRIVER: "postgres", GOOSE_DBSTRING: SESSION }),
  ),
  sound(
    "goose has another database",
    before("goose -dir local sqlite3 ./data.db up", { DATABASE_URL: BY_DRIVER }),
  ),
  sound(
    "Atlas by session mode",
    before('atlas migrate apply --url "$MIGRATE_URL" --dir file://migrations', {
      DATABASE_URL: BY_DRIVER,
      MIGRATE_URL: pooled("5432/postgres?search_path=public"),
    }),
  ),
  sound(
    "the service has transaction mode, and the tool session mode",
    before(
      'migrate -path db -database "$DIRECT_URL" up',
      {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: SESSION,
      },
      prismaApi,
    ),
  ),
  sound(
    "pgx5 takes what pgx does",
    before(
      'migrate -path db -database "$MIGRATE_URL" up',
      {
        DATABASE_URL: SESSION,
        MIGRATE_URL: pooled("5432/postgres?default_query_exec_mode=exec", "pgx5"),
      },
      goApi,
    ),
  ),
  sound("Flyway reads its own variables", {
    ...springApp,
    command: "java -jar target/shop.jar --server.port=$PORT",
    variables: {
      ...springBy(),
      FLYWAY_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
      FLYWAY_USER: USER,
      FLYWAY_PASSWORD: CANARY,
    },
    properties: { preDeployCommand: "flyway migrate" },
  }),
  sound(
    "Flyway is given JDBC's URL",
    before('flyway -url="jdbc:$DATABASE_URL" migrate', { DATABASE_URL: SESSION }, { ...django }),
  ),
  sound(
    "a script of the team's that is called migrate",
    before('./migrate -database "$DATABASE_URL"', { DATABASE_URL: BY_DRIVER }),
  ),
  sound(
    "Django's command",
    before("python manage.py migrate --database default", { DATABASE_URL: SESSION }, django),
  ),
  sound("npm's script", before("npm run migrate -- --url $DATABASE_URL", { DATABASE_URL: SESSION }, nest)),
  sound(
    "knex by transaction mode, whose lock is a row",
    before("npx knex migrate:latest", { DATABASE_URL: TRANSACTION }, nest),
  ),
  sound(
    "node-pg-migrate without its lock",
    before("npx node-pg-migrate up --no-lock", { DATABASE_URL: TRANSACTION }, nest),
  ),
  runs("dbmate waits alone", "dbmate wait && ./bin/api -addr :8000", {
    ...goApi,
    variables: { DATABASE_URL: SESSION },
  }),
  sound(
    "sequelize is given the URL",
    before('npx sequelize-cli db:migrate --url "$DATABASE_URL"', { DATABASE_URL: SESSION }, nest),
  ),
  sound(
    "Alembic is given the URL by -x",
    before('alembic -x url="$DATABASE_URL" upgrade head', { DATABASE_URL: BY_DRIVER }),
  ),
  sound("the build alone has the tool", {
    ...asyncApi,
    command: UVICORN,
    properties: {
      buildCommand:
        "go install github.com/pressly/goose/v3/cmd/goose@latest && pip install -r requirements.txt",
    },
  }),
];
