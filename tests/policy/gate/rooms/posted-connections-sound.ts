import type { ExplainedCase } from "../nineteenth-form";

import {
  asyncApi,
  django,
  goApi,
  nest,
  parts,
  prismaApi,
  rails,
  secured,
  springApp,
  springBy,
  template,
} from "./posted-connections-form";
import { CANARY, POOL, pooled, sound, USER } from "./posted-services-form";

const by = (why: string, DATABASE_URL: string, more = {}) =>
  sound(why, { ...more, variables: { DATABASE_URL } });

/** Connections, values and files that look like those that were posted, and work. */
export const POSTED_SOUND_CONNECTIONS: readonly ExplainedCase[] = [
  by("session mode, with libpq's word for TLS", pooled("5432/postgres?sslmode=require")),
  by(
    "asyncpg's word for TLS behind SQLAlchemy (aegra/aegra, issue 388)",
    pooled("5432/postgres?ssl=require", "postgresql+asyncpg"),
    asyncApi,
  ),
  by(
    "psycopg2 by its own name, in transaction mode",
    pooled("6543/postgres?sslmode=require", "postgresql+psycopg2"),
    { driver: "sqlalchemy-psycopg2" },
  ),
  by(
    "dj-database-url takes postgres:// (jazzband/dj-database-url's README)",
    pooled("5432/postgres?sslmode=require", "postgres"),
    django,
  ),
  by(
    "connect_timeout and application_name are libpq's (PostgreSQL's page)",
    pooled("5432/postgres?connect_timeout=10&application_name=shop"),
    django,
  ),
  by(
    "Prisma with both words for the pooler",
    pooled("6543/postgres?pgbouncer=true&connection_limit=1"),
    prismaApi,
  ),
  by(
    "postgres.js with prepare=false (garrytan/gbrain, pull request 286)",
    pooled("6543/postgres?prepare=false"),
    { ...nest, driver: "postgres-js" },
  ),
  by("node-postgres without a mode", pooled("6543/postgres"), nest),
  by("node-postgres encrypts, and verifies nothing", pooled("5432/postgres?sslmode=no-verify"), nest),
  by(
    "pgx without prepared statements",
    pooled("6543/postgres?sslmode=require&default_query_exec_mode=simple_protocol"),
    goApi,
  ),
  by(
    "GORM's words, in session mode (go-gorm/gorm's page on PostgreSQL)",
    `host=${POOL} user=${USER} password=${CANARY} dbname=postgres port=5432 sslmode=require TimeZone=Asia/Shanghai`,
    goApi,
  ),
  by(
    "Active Record without prepared statements (getlago/lago-api, pull request 965)",
    pooled("6543/postgres?prepared_statements=false"),
    rails,
  ),
  by("Rails takes postgres:// (Supabase's page on Rails)", pooled("5432/postgres", "postgres"), rails),
  by("@ and # of the password are encoded (supabase/supabase, issue 28646)", secured("Plum%40Terr%23ace8")),
  by("% of the password is encoded", secured("plum%25Terrace8"), { driver: "sqlalchemy-psycopg2" }),
  by("- . _ ~ need no encoding", secured("plum-Terr.ace_8~x"), nest),
  sound("pgJDBC without prepared statements", {
    ...springApp,
    variables: springBy({
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0&sslmode=require`,
    }),
  }),
  sound("session mode, and a small pool (supabase/supabase, pull request 48396)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE: "3", SPRING_PROFILES_ACTIVE: "prod" }),
  }),
  sound("Spring fills in ${…} from variables that are there (Spring Boot's page on its configuration)", {
    ...springApp,
    variables: springBy({
      SPRING_DATASOURCE_URL: "jdbc:postgresql://${DB_HOST}:${DB_PORT}/${DB_NAME}",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_NAME: "postgres",
    }),
  }),
  sound("pgJDBC's driver by its name", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_DRIVER_CLASS_NAME: "org.postgresql.Driver" }),
  }),
  sound("parts, in session mode", { ...nest, variables: parts({ DB_TYPE: "postgres" }) }),
  sound("parts, in transaction mode: node-postgres names no statement", {
    ...nest,
    variables: parts({ DB_PORT: "6543" }),
  }),
  sound("FastAPI's template", {
    driver: "psycopg",
    variables: template({
      ENVIRONMENT: "production",
      FIRST_SUPERUSER: "admin@plum.coop",
      FIRST_SUPERUSER_PASSWORD: CANARY,
      BACKEND_CORS_ORIGINS: "https://plum.coop,https://www.plum.coop",
    }),
  }),
];
