import { UVICORN } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, nest, prismaApi, springApp } from "./posted-connections-form";
import { CANARY, POOL, pooled, SESSION, sound, USER } from "./posted-services-form";

const by = (why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  sound(why, { ...more, variables });

/** Variables and commands of the same forms, which work. */
export const POSTED_SOUND_FORMS: readonly ExplainedCase[] = [
  by(
    "Flask's own name of it",
    { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "postgresql+psycopg2") },
    { driver: "sqlalchemy-psycopg2", command: "gunicorn app:app -b 0.0.0.0:$PORT" },
  ),
  by(
    "the integration's two URLs (wasp-lang/wasp, pull request 4814)",
    {
      POSTGRES_PRISMA_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"),
      POSTGRES_URL_NON_POOLING: pooled("5432/postgres"),
    },
    { ...prismaApi, properties: { preDeployCommand: "npx prisma migrate deploy" } },
  ),
  by(
    "a database of tests beside the real one",
    { DATABASE_URL: SESSION, TEST_DATABASE_URL: "postgresql://postgres:postgres@localhost:5432/test" },
    django,
  ),
  by("pydantic's nested settings", {
    DATABASE__HOST: POOL,
    DATABASE__PORT: "5432",
    DATABASE__NAME: "postgres",
    DATABASE__USER: USER,
    DATABASE__PASSWORD: CANARY,
  }),
  by(
    "a prefix before each part",
    {
      SHOP_DB_HOST: POOL,
      SHOP_DB_PORT: "5432",
      SHOP_DB_NAME: "postgres",
      SHOP_DB_USER: USER,
      SHOP_DB_PASSWORD: CANARY,
    },
    django,
  ),
  by(
    "libpq's variables",
    {
      PGHOST: POOL,
      PGPORT: "5432",
      PGUSER: USER,
      PGPASSWORD: CANARY,
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
    },
    django,
  ),
  by(
    "Spring's JSON",
    {
      SPRING_APPLICATION_JSON: JSON.stringify({
        server: { port: 8000 },
        spring: {
          datasource: { url: `jdbc:postgresql://${POOL}:5432/postgres`, username: USER, password: CANARY },
        },
      }),
    },
    springApp,
  ),
  by(
    "Flyway by session mode",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0`,
      SPRING_DATASOURCE_USERNAME: USER,
      SPRING_DATASOURCE_PASSWORD: CANARY,
      SPRING_FLYWAY_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
      SPRING_FLYWAY_USER: USER,
      SPRING_FLYWAY_PASSWORD: CANARY,
      SERVER_PORT: "8000",
    },
    springApp,
  ),
  by(
    "two URLs, one for each driver (moonklabs/sprintable, pull request 419)",
    {
      DATABASE_URL: pooled("5432/postgres", "postgresql+asyncpg"),
      SYNC_DATABASE_URL: pooled("5432/postgres", "postgresql+psycopg2"),
    },
    asyncApi,
  ),
  sound("the group's URL", { command: UVICORN, group: { DATABASE_URL: SESSION } }),
  sound("the group's parts", {
    ...nest,
    group: { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: USER, DB_PASSWORD: CANARY },
  }),
  sound("the secret file's URL", { secretFiles: { ".env": `DATABASE_URL=${SESSION}\n` } }),
  sound("the secret file's quotes are the file's", {
    ...django,
    secretFiles: { ".env": `DATABASE_URL="${SESSION}"\nDEBUG=False\n` },
  }),
  sound("pgpass in its five parts", {
    ...django,
    variables: {
      PGPASSFILE: "/etc/secrets/pgpass",
      PGHOST: POOL,
      PGPORT: "5432",
      PGUSER: USER,
      PGDATABASE: "postgres",
    },
    secretFiles: { pgpass: `${POOL}:5432:postgres:${USER}:${CANARY}\n` },
  }),
];
