import { ENCODING, IPV6, LOCAL, MALFORMED, MODE, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, secured, springApp } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  fails,
  MIGRATIONS,
  PARAMETERS,
  POOL,
  pooled,
  SESSION,
  url,
} from "./posted-services-form";

const LOST = `${MIGRATIONS}|${MODE}`;
const BY_DRIVER = pooled("5432/postgres", "postgresql+asyncpg");
const TRANSACTION = pooled("6543/postgres");
const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
/** A service of Python's whose driver takes the URL, and what runs before each of its deploys. */
const before = (preDeployCommand: string, variables: Readonly<Record<string, string>>, more = {}) => ({
  ...asyncApi,
  variables,
  properties: { preDeployCommand },
  ...more,
});
const migrate = (options: string) => `migrate -path migrations ${options} up`;

/**
 * Tools that change a schema, with URLs that they cannot use. Before they were read 5 of 24 were rejected and 3 advised
 * about, and of 23 sound ones 2 were rejected: a variable for a tool was judged by the service's driver.
 */
export const MIGRATION_TOOLS_BROKEN: readonly ExplainedCase[] = [
  broken(
    MALFORMED,
    "golang-migrate: unknown driver postgresql+asyncpg (forgotten import?)",
    before(migrate('-database "$DATABASE_URL"'), { DATABASE_URL: BY_DRIVER }),
  ),
  broken(
    MALFORMED,
    "dbmate reads DATABASE_URL by itself: unsupported driver",
    before("dbmate --wait up", { DATABASE_URL: BY_DRIVER }),
  ),
  broken(
    MALFORMED,
    "goose hands it to pgx, which takes no such scheme",
    before('goose -dir migrations postgres "$DATABASE_URL" up', { DATABASE_URL: BY_DRIVER }),
  ),
  broken(
    MALFORMED,
    "goose by its own variables",
    before("goose up", { DATABASE_URL: BY_DRIVER, GOOSE_DRIVER: "postgres", GOOSE_DBSTRING: BY_DRIVER }),
  ),
  broken(
    MALFORMED,
    "Atlas: unknown driver",
    before('atlas migrate apply --dir file://migrations --url "$DATABASE_URL"', { DATABASE_URL: BY_DRIVER }),
  ),
  broken(
    MALFORMED,
    "Flyway takes JDBC's URLs",
    before('flyway -url="$DATABASE_URL" migrate', { DATABASE_URL: SESSION }, django),
  ),
  broken(
    MALFORMED,
    "Liquibase takes JDBC's URLs: Cannot find database driver",
    before(
      'liquibase --url="$DATABASE_URL" --changelog-file=changelog.xml update',
      { DATABASE_URL: SESSION },
      django,
    ),
  ),
  broken(
    PARAMETERS,
    "lib/pq sends Prisma's word to the server",
    before(
      migrate('-database "$DATABASE_URL"'),
      { DATABASE_URL: pooled("5432/postgres?schema=public") },
      {
        ...nest,
        driver: "prisma",
      },
    ),
  ),
  broken(
    PARAMETERS,
    "dbmate's driver is lib/pq too",
    before(
      "dbmate up",
      { DATABASE_URL: pooled("5432/postgres?connection_limit=5") },
      { ...nest, driver: "prisma" },
    ),
  ),
  broken(
    PARAMETERS,
    "asyncpg's word for TLS",
    before(migrate('-database "$MIGRATE_URL"'), {
      DATABASE_URL: BY_DRIVER,
      MIGRATE_URL: pooled("5432/postgres?ssl=require"),
    }),
  ),
  broken(
    LOST,
    "a lock and statements of a session (golang-migrate/migrate, pull request 992)",
    before(migrate('-database "$DATABASE_URL"'), { DATABASE_URL: TRANSACTION }, django),
  ),
  broken(
    LOST,
    "session mode is for the service, and the tool is given the other",
    before(migrate('-database "$POOL_URL"'), { DATABASE_URL: SESSION, POOL_URL: TRANSACTION }, django),
  ),
  broken(
    LOST,
    "goose: prepared statement does not exist (pressly/goose, issue 613)",
    before('goose -dir migrations postgres "$DATABASE_URL" up', { DATABASE_URL: TRANSACTION }, django),
  ),
  broken(
    LOST,
    "Atlas: failed releasing lock (ariga/atlas, pull request 2447)",
    before('atlas migrate apply -u "$DATABASE_URL"', { DATABASE_URL: TRANSACTION }, django),
  ),
  broken(
    LOST,
    "sqlx takes an advisory lock, and names its statements",
    before("sqlx migrate run", { DATABASE_URL: TRANSACTION }, django),
  ),
  broken(
    LOST,
    "node-pg-migrate takes an advisory lock",
    before("npx node-pg-migrate up", { DATABASE_URL: TRANSACTION }, nest),
  ),
  fails(
    LOST,
    "written out in the start command",
    `migrate -path migrations -database "${TRANSACTION}" up && ./bin/api`,
    { ...goApi, driver: "lib-pq" },
  ),
  fails(
    IPV6,
    "pgx5's own scheme",
    `migrate -path db -database pgx5://postgres:${CANARY}@${DIRECT}:5432/postgres up && ./bin/api`,
    goApi,
  ),
  fails(
    IPV6,
    "goose by the direct host",
    `goose postgres "${DIRECT_URL}" up && ./bin/api -addr :8000`,
    goApi,
  ),
  fails(
    IPV6,
    "goose takes libpq's pairs",
    `goose postgres "host=${DIRECT} user=postgres password=${CANARY} dbname=postgres" up && ./bin/api -addr :8000`,
    goApi,
  ),
  fails(
    TENANT,
    "dbmate by the pooler without its tenant",
    `dbmate --url "${url("postgres", `${POOL}:5432/postgres`)}" up && ./bin/api -addr :8000`,
    goApi,
  ),
  fails(
    LOCAL,
    "the tool asks this machine",
    "migrate -path db -database postgres://app:app@localhost:5432/app up && ./bin/api",
    goApi,
  ),
  broken(
    `${ENCODING}|${MALFORMED}`,
    "Go refuses a sign in the password that libpq takes (net/url: invalid userinfo)",
    before(migrate('-database "$DATABASE_URL"'), { DATABASE_URL: secured("Plum^Terrace|8k") }, django),
  ),
  broken(IPV6, "Flyway's URL is the direct host's", {
    ...springApp,
    command: "java -jar target/shop.jar --server.port=$PORT",
    properties: {
      preDeployCommand: `flyway -url=jdbc:postgresql://${DIRECT}:5432/postgres -user=postgres migrate`,
    },
  }),
];
