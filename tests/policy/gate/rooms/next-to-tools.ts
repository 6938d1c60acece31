import { IPV6, LOCAL, MALFORMED, MODE, PORT, TENANT, UVICORN } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, springApp, springBy } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  fails,
  MIGRATIONS,
  POOL,
  pooled,
  REFUSED,
  SESSION,
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

/**
 * Further ways to start the tools, to wait, and to set what they read: of 19 9 were rejected and 4 undecided in their first run,
 * and 5 of 28 sound ones were rejected.
 */
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
