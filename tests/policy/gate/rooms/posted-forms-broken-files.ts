import { IPV6, LOCAL, MALFORMED, MODE, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, goApi, nest, rails, springApp } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  ENDPOINT,
  MIGRATIONS,
  NEED,
  NETWORK,
  PARAMETERS,
  POOL,
  pooled,
  REF,
  UNTRUSTED,
  USER,
  url,
} from "./posted-services-form";

const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
const by = (rule: string, why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  broken(rule, why, { ...more, variables });
const INNER = `${LOCAL}|${NETWORK}|${NEED}`;

/** URLs and parts by other names, and notations of Spring. */
export const POSTED_FILE_FORMS: readonly ExplainedCase[] = [
  by(IPV6, "the direct host has IPv6 alone", { SUPABASE_DB_URL: DIRECT_URL }, django),
  by(IPV6, "the direct host has IPv6 alone", { DB_CONNECTION_STRING: DIRECT_URL }, nest),
  by(IPV6, "the direct host has IPv6 alone", { DATABASE_DSN: DIRECT_URL }, goApi),
  by(MODE, "asyncpg prepares its statements", { ASYNC_DATABASE_URL: pooled("6543/postgres") }),
  by(
    TENANT,
    "the pooler's user names its project",
    { APP_DATABASE_URL: url("postgres", `${POOL}:5432/postgres`) },
    django,
  ),
  by(
    LOCAL,
    "no database runs beside the service",
    { PRIMARY_DB_URL: "postgresql://app:app@localhost:5432/app" },
    rails,
  ),
  by(
    LOCAL,
    "pydantic's nested settings name the host (mikesvoboda/nemotron-v3-home-security-intelligence, issue 4339)",
    {
      DATABASE__HOST: "localhost",
      DATABASE__PORT: "5432",
      DATABASE__NAME: "app",
      DATABASE__USER: "app",
      DATABASE__PASSWORD: CANARY,
    },
  ),
  by(IPV6, "pydantic's nested settings name the host", {
    DB__HOST: DIRECT,
    DB__PORT: "5432",
    DB__NAME: "postgres",
    DB__USER: "postgres",
    DB__PASSWORD: CANARY,
  }),
  by(
    TENANT,
    "a prefix is before each part (erhosen-libs/pydjantic, pull request 17's kind)",
    {
      SHOP_DB_HOST: POOL,
      SHOP_DB_PORT: "5432",
      SHOP_DB_NAME: "postgres",
      SHOP_DB_USER: "postgres",
      SHOP_DB_PASSWORD: CANARY,
    },
    django,
  ),
  by(
    IPV6,
    "libpq reads its own variables (PostgreSQL's page on environment variables)",
    { PGHOST: DIRECT, PGUSER: "postgres", PGPASSWORD: CANARY, PGDATABASE: "postgres" },
    django,
  ),
  by(
    ENDPOINT,
    "the API's address is none of the database",
    {
      PGHOST: `${REF}.supabase.co`,
      PGUSER: "postgres",
      PGPASSWORD: CANARY,
      PGDATABASE: "postgres",
      PGPORT: "5432",
    },
    nest,
  ),
  by(
    IPV6,
    "Spring reads its properties from JSON (Spring Boot's page on its configuration)",
    {
      SPRING_APPLICATION_JSON: JSON.stringify({
        spring: {
          datasource: {
            url: `jdbc:postgresql://${DIRECT}:5432/postgres`,
            username: "postgres",
            password: CANARY,
          },
        },
      }),
      SERVER_PORT: "8000",
    },
    springApp,
  ),
  by(
    MODE,
    "Spring's names may be written with other marks (Spring Boot's page on binding)",
    {
      SPRING_DATASOURCE_HIKARI_JDBC_URL: `jdbc:postgresql://${POOL}:6543/postgres`,
      SPRING_DATASOURCE_HIKARI_USERNAME: USER,
      SPRING_DATASOURCE_HIKARI_PASSWORD: CANARY,
      SERVER_PORT: "8000",
    },
    springApp,
  ),
  by(
    IPV6,
    "R2DBC's URL leads to the direct host (Spring Boot's page on R2DBC)",
    {
      SPRING_R2DBC_URL: `r2dbc:postgresql://${DIRECT}:5432/postgres`,
      SPRING_R2DBC_USERNAME: "postgres",
      SPRING_R2DBC_PASSWORD: CANARY,
      SERVER_PORT: "8000",
    },
    { ...springApp, driver: "r2dbc" },
  ),
  by(
    `${IPV6}|${MIGRATIONS}`,
    "Flyway has a URL of its own (Spring Boot's page on migrations)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
      SPRING_FLYWAY_URL: `jdbc:postgresql://${DIRECT}:5432/postgres`,
      SERVER_PORT: "8000",
    },
    springApp,
  ),
  by(
    PARAMETERS,
    "asyncpg.connect has no sslmode, under a name of the team's own",
    { BACKEND_DB_URI: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") },
    asyncApi,
  ),
  by(
    UNTRUSTED,
    "node-postgres verifies, under a name of the team's own",
    { PG_CONNECTION_STRING: pooled("5432/postgres?sslmode=require") },
    nest,
  ),
  by(
    INNER,
    "db is a name of the compose file's network",
    { DATABASE_PRIVATE_URL: "postgresql://app:app@db:5432/app" },
    nest,
  ),
  by(
    `${MIGRATIONS}|${MODE}`,
    "golang-migrate takes a lock of the session (golang-migrate/migrate, pull request 992)",
    { DATABASE_URL: pooled("6543/postgres?sslmode=require&default_query_exec_mode=exec") },
    { ...goApi, command: 'migrate -path migrations -database "$DATABASE_URL" up && ./bin/api' },
  ),
  by(
    `${MALFORMED}|${MIGRATIONS}|${PARAMETERS}`,
    "golang-migrate knows the driver by its scheme, and none is called postgresql+asyncpg (shini4i/argo-watcher, pull request 540's kind)",
    { DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg") },
    { ...goApi, command: 'migrate -path migrations -database "$DATABASE_URL" up && ./bin/api' },
  ),
];
