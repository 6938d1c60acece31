import { IPV6, LOCAL, MALFORMED, MODE, PORT, TENANT, UVICORN } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, prismaApi, springApp, springBy } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  fails,
  MIGRATIONS,
  POOL,
  pooled,
  REFUSED,
  runs,
  SESSION,
  sound,
  USER,
  url,
} from "./posted-services-form";
import { pricing } from "./several";

const BY_DRIVER = pooled("5432/postgres", "postgresql+asyncpg");
const TRANSACTION = pooled("6543/postgres");
const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
const LOST = `${MIGRATIONS}|${MODE}`;
const PEER = "port/peer-mismatch";
const withPricing = { others: [pricing()] };
const parts = { POSTGRES_HOST: DIRECT, POSTGRES_PORT: "5432" };
const before = (preDeployCommand: string, variables: Readonly<Record<string, string>>, more = {}) => ({
  ...asyncApi,
  variables,
  properties: { preDeployCommand },
  ...more,
});

/** Further ways to start the tools, to wait, and to set what they read. */
export const NEXT_TO_TOOLS: readonly ExplainedCase[] = [
  broken(
    MALFORMED,
    "golang-migrate that the build has fetched",
    before('./migrate -path db/migrations -database "$DATABASE_URL" -verbose up', {
      DATABASE_URL: BY_DRIVER,
    }),
  ),
  broken(
    MALFORMED,
    "golang-migrate by go run",
    before(
      'go run -tags postgres github.com/golang-migrate/migrate/v4/cmd/migrate@latest -source file://db -database "$DATABASE_URL" up',
      { DATABASE_URL: BY_DRIVER },
    ),
  ),
  broken(
    MALFORMED,
    "the line sets goose's variable by the service's",
    before('GOOSE_DRIVER=postgres GOOSE_DBSTRING="$DATABASE_URL" goose -dir db up', {
      DATABASE_URL: BY_DRIVER,
    }),
  ),
  broken(
    LOST,
    "the line sets dbmate's variable by another one",
    before(
      'DATABASE_URL="$POOL_URL" dbmate --no-dump-schema up',
      { DATABASE_URL: SESSION, POOL_URL: TRANSACTION },
      django,
    ),
  ),
  broken(
    LOST,
    "it is exported before",
    before(
      "export GOOSE_DBSTRING=$POOL_URL GOOSE_DRIVER=postgres && goose up",
      { DATABASE_URL: SESSION, POOL_URL: TRANSACTION },
      django,
    ),
  ),
  broken(
    MALFORMED,
    "sequelize-cli: the dialect is not supported",
    before('npx sequelize-cli db:migrate --url "$DATABASE_URL"', { DATABASE_URL: BY_DRIVER }),
  ),
  broken(IPV6, "drizzle-kit is given the direct host", {
    ...nest,
    properties: { preDeployCommand: `npx drizzle-kit push --dialect=postgresql --url=${DIRECT_URL}` },
  }),
  fails(
    LOST,
    "in two lines",
    `set -e\nmigrate -path db -database "${TRANSACTION}" up\nexec ./bin/api -addr :8000`,
    goApi,
  ),
  fails(
    TENANT,
    "goose's pairs name no tenant",
    `goose postgres "host=${POOL} user=postgres password=${CANARY} dbname=postgres sslmode=require" up && ./bin/api -addr :8000`,
    goApi,
  ),
  fails(
    IPV6,
    "Django's usual loop",
    `while ! nc -z $POSTGRES_HOST $POSTGRES_PORT; do sleep 0.1; done; gunicorn shop.wsgi -b 0.0.0.0:$PORT`,
    { ...django, variables: parts },
  ),
  fails(
    IPV6,
    "host and port are two variables",
    `./scripts/wait-for-it.sh "\${POSTGRES_HOST}:\${POSTGRES_PORT}" --strict -- ${UVICORN}`,
    { variables: parts },
  ),
  fails(IPV6, "psql in a loop", `until psql "${DIRECT_URL}" -c 'select 1'; do sleep 1; done; ${UVICORN}`),
  fails(LOCAL, "a loop in bash -c", `bash -c 'until nc -z 127.0.0.1 5432; do sleep 1; done' && ${UVICORN}`),
  fails(
    PEER,
    "curl in a loop",
    `until curl -sf http://pricing:3000/health; do sleep 1; done; ${UVICORN}`,
    withPricing,
  ),
  fails(
    PEER,
    "two waits, of which the second is wrong",
    `dockerize -wait tcp://pricing:8000 -wait tcp://pricing:9000 ${UVICORN}`,
    withPricing,
  ),
  broken(PORT, "the JVM's property is over the variable", {
    ...springApp,
    variables: springBy({ JAVA_TOOL_OPTIONS: "-Dserver.port=9090" }),
  }),
  broken(LOCAL, "names with hyphens in JSON", {
    ...springApp,
    variables: {
      SERVER_PORT: "8000",
      SPRING_APPLICATION_JSON: '{"spring":{"datasource":{"jdbc-url":"jdbc:postgresql://localhost/app"}}}',
    },
  }),
  broken(REFUSED, "two options, of which the second is none", {
    ...nest,
    variables: { NODE_OPTIONS: "--max-old-space-size=400 --max-http-headers=9", NODE_VERSION: "20" },
  }),
  broken(MALFORMED, "one slash in a secret file", {
    ...django,
    secretFiles: { ".env": `DATABASE_URL=${SESSION.replace("://", ":/")}\n` },
  }),
];

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
];
