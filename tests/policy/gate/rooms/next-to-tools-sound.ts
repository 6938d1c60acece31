import { UVICORN } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, prismaApi, springApp, springBy } from "./posted-connections-form";
import { CANARY, DIRECT, POOL, pooled, runs, SESSION, sound, USER } from "./posted-services-form";
import { pricing } from "./several";

const BY_DRIVER = pooled("5432/postgres", "postgresql+asyncpg");
const TRANSACTION = pooled("6543/postgres");
const withPricing = { others: [pricing()] };
const before = (preDeployCommand: string, variables: Readonly<Record<string, string>>, more = {}) => ({
  ...asyncApi,
  variables,
  properties: { preDeployCommand },
  ...more,
});

/** The same, where it works. */
export const SOUND_NEXT_TO_TOOLS: readonly ExplainedCase[] = [
  sound(
    "golang-migrate that the build has fetched",
    before('./migrate -path db -database "$MIGRATE_URL" up', {
      DATABASE_URL: BY_DRIVER,
      MIGRATE_URL: `${SESSION}?sslmode=require`,
    }),
  ),
  sound(
    "the line sets goose's variable by the service's",
    before('GOOSE_DRIVER=postgres GOOSE_DBSTRING="$MIGRATE_URL" goose up', {
      DATABASE_URL: BY_DRIVER,
      MIGRATE_URL: SESSION,
    }),
  ),
  sound(
    "the line sets a URL of the tool's own",
    before(`DATABASE_URL="${SESSION}?sslmode=require" dbmate up`, { DATABASE_URL: BY_DRIVER }),
  ),
  sound("the line goes on without it", before("dbmate up || true", { DATABASE_URL: BY_DRIVER })),
  sound(
    "the line takes the driver out before",
    before('DATABASE_URL="${DATABASE_URL/+asyncpg/}" dbmate up', { DATABASE_URL: BY_DRIVER }),
  ),
  sound(
    "dbmate has its URL from a file",
    before("dbmate --env-file .env.migrate up", { DATABASE_URL: BY_DRIVER, GOOSE_DRIVER: "postgres" }),
  ),
  sound("another tool that is called goose", before("goose session start", { DATABASE_URL: BY_DRIVER })),
  sound(
    "another kind of database by goose",
    before("goose up", { DATABASE_URL: BY_DRIVER, GOOSE_DRIVER: "sqlite3", GOOSE_DBSTRING: "./data.db" }),
  ),
  sound(
    "a tool of the team's with Atlas in its name",
    before('./atlas-sync migrate apply --url "$DATABASE_URL"', { DATABASE_URL: BY_DRIVER }),
  ),
  sound(
    "a migration only where a variable asks for it",
    before('[ "$MIGRATE" = yes ] && migrate -path db -database "$DATABASE_URL" up || true', {
      DATABASE_URL: BY_DRIVER,
      MIGRATE: "no",
    }),
  ),
  sound(
    "lib/pq takes the search path",
    before(
      'migrate -path db -database "$MIGRATE_URL" up',
      {
        DATABASE_URL: SESSION,
        MIGRATE_URL: pooled("5432/postgres?search_path=shop&x-statement-timeout=60000"),
      },
      django,
    ),
  ),
  sound(
    "node-pg-migrate reads another variable",
    before(
      "npx node-pg-migrate up -d MIGRATE_URL",
      { DATABASE_URL: TRANSACTION, MIGRATE_URL: SESSION },
      nest,
    ),
  ),
  sound(
    "sequelize-cli and its own file",
    before("npx sequelize-cli db:migrate --env production", { DATABASE_URL: SESSION }, nest),
  ),
  sound(
    "Prisma by both",
    before(
      "npx prisma migrate deploy",
      { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL: SESSION },
      prismaApi,
    ),
  ),
  runs(
    "Django's usual loop, for the pooler",
    "while ! nc -z $POSTGRES_HOST $POSTGRES_PORT; do sleep 0.1; done; gunicorn shop.wsgi -b 0.0.0.0:$PORT",
    { ...django, variables: { POSTGRES_HOST: POOL, POSTGRES_PORT: "5432" } },
  ),
  runs("a loop for a file", `until [ -f /tmp/ready ]; do sleep 1; done & ${UVICORN}`),
  runs("wait-on asks for a file", "npx wait-on ./dist/main.js && node dist/main.js", nest),
  runs(
    "wait-on asks the server itself",
    "node dist/main.js & npx wait-on http://localhost:8000/health && node dist/warm.js; wait",
    nest,
  ),
  runs(
    "a loop that gives up",
    `n=0; until nc -z ${DIRECT.replace("db.", "cache.")} 6379; do n=$((n+1)); [ $n -gt 5 ] && break; sleep 1; done; ${UVICORN}`,
  ),
  runs("dockerize writes a file alone", `dockerize -template app.tmpl:app.conf ${UVICORN}`),
  runs("Render's own store", `until nc -z red-cq2plum0terrace9k 6379; do sleep 1; done; ${UVICORN}`),
  runs("the service beside it has two names", `./wait-for-it.sh PRICING:8000 -- ${UVICORN}`, withPricing),
  runs(
    "the shell fills in all of the URL",
    './bin/api -addr :8000 -dsn "postgres://$PGUSER:$PGPASSWORD@$PGHOST:5432/$PGDATABASE"',
    { ...goApi, variables: { PGUSER: USER, PGPASSWORD: CANARY, PGHOST: POOL, PGDATABASE: "postgres" } },
  ),
  sound("JSON of Spring's with a list and a switch", {
    ...springApp,
    variables: springBy({
      SPRING_APPLICATION_JSON:
        '{"spring":{"jpa":{"open-in-view":false},"datasource":{"hikari":{"maximum-pool-size":4}}}}',
    }),
  }),
  sound("JSON that is cut is none of Spring's", {
    ...springApp,
    variables: springBy({ SPRING_APPLICATION_JSON: '{"spring":{"datasource":' }),
  }),
  sound("a property of the JVM's that is none of Spring's", {
    ...springApp,
    variables: springBy({
      JAVA_TOOL_OPTIONS: "-Dfile.encoding=UTF-8 -XX:MaxRAMPercentage=70 -Duser.timezone=UTC",
    }),
  }),
  sound("options of a package's", {
    ...nest,
    variables: { NODE_OPTIONS: "--require dd-trace/init --enable-source-maps", NODE_VERSION: "20.11.1" },
  }),
  sound("a version that is not settled", {
    ...nest,
    variables: { NODE_OPTIONS: "--max-old-space-size=400 --permission", NODE_VERSION: "25.1.0" },
  }),
  runs(
    "a branch that only a developer's machine takes",
    `if [ "$STAGE" = local ]; then psql postgres://postgres@localhost:5432/app -f seed.sql; fi; ${UVICORN}`,
    { variables: { STAGE: "production" } },
  ),
  runs(
    "a test before a command of a developer's machine",
    `[ "$STAGE" = local ] && psql postgres://postgres@localhost:5432/app -f seed.sql; ${UVICORN}`,
    { variables: { STAGE: "production" } },
  ),
];
