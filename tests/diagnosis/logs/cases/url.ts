import type { LogCase } from "../case";
import { HOSTS } from "../network";
import { database, NODE_PATH } from "./database-url";

const SURE = ["certain", "likely"] as const;
const UVICORN = "--host 0.0.0.0 --port $PORT";
const exited = { explains: ["process/exited"] } as const;
const postgres = { host: HOSTS.postgres.name, user: "navigator" };

/** URLs that no driver reads, or not this one, and what the server does not take. */
export const URL_CASES: readonly LogCase[] = [
  {
    name: "url-malformed-asyncpg-hash",
    produced:
      "A raw # in the password ends the URL's authority for asyncpg, whose error shows half the password.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ password: "canary#half" }),
    form: "dashboard",
    truth: {
      failureMode: "database/url-malformed",
      certainty: SURE,
      root: /ValueError: invalid literal for int\(\) with base 10|invalid DSN/,
      ...exited,
    },
  },
  {
    name: "url-malformed-sqlalchemy-empty",
    produced: "DATABASE_URL is empty.",
    start: `uvicorn sqlalchemy_app:app ${UVICORN}`,
    variables: { DATABASE_URL: "", PORT: "8000" },
    form: "iso",
    truth: {
      failureMode: "database/url-malformed",
      certainty: SURE,
      root: /Could not parse SQLAlchemy URL from/,
      ...exited,
    },
  },
  {
    name: "url-malformed-pg",
    produced: "A raw # in the password, with node-postgres.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database({ password: "canary#half" }), ...NODE_PATH },
    form: "bare",
    truth: {
      failureMode: "database/url-malformed",
      certainty: SURE,
      root: /Invalid URL/,
      ...exited,
    },
  },
  {
    name: "unsupported-parameter-asyncpg",
    produced: "Prisma's pgbouncer=true in asyncpg's URL, which hands it to PostgreSQL.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ ...postgres, query: "pgbouncer=true" }),
    form: "dashboard",
    truth: {
      failureMode: "database/unsupported-parameter",
      certainty: SURE,
      root: /unrecognized configuration parameter "pgbouncer"/,
      ...exited,
    },
  },
  {
    name: "unsupported-parameter-psycopg",
    produced: "Prisma's pgbouncer=true in psycopg's URL.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database({ query: "pgbouncer=true" }),
    form: "syslog",
    truth: {
      failureMode: "database/unsupported-parameter",
      certainty: SURE,
      root: /invalid URI query parameter: "pgbouncer"/,
      ...exited,
    },
  },
  {
    name: "unsupported-parameter-sqlalchemy-asyncpg",
    produced: "sslmode in the URL of SQLAlchemy over asyncpg, which makes a keyword argument of it.",
    start: `uvicorn sqlalchemy_async_app:app ${UVICORN}`,
    variables: database({ scheme: "postgresql+asyncpg", query: "sslmode=require" }),
    form: "json",
    truth: {
      failureMode: "database/unsupported-parameter",
      // The URL is written for libpq's drivers, and asyncpg is another.
      readable: ["database/unsupported-parameter", "database/driver-mismatch"],
      certainty: SURE,
      root: /unexpected keyword argument 'sslmode'/,
      ...exited,
    },
  },
  {
    name: "driver-mismatch-sqlalchemy-postgres",
    produced: "postgres:// with SQLAlchemy 2, which has no such dialect.",
    start: `uvicorn sqlalchemy_app:app ${UVICORN}`,
    variables: database({ scheme: "postgres" }),
    form: "dashboard",
    truth: {
      failureMode: "database/driver-mismatch",
      certainty: SURE,
      root: /Can't load plugin: sqlalchemy\.dialects:postgres/,
      ...exited,
    },
  },
  {
    name: "driver-mismatch-sqlalchemy-sync",
    produced: "postgresql+psycopg2:// with SQLAlchemy's asyncio extension.",
    start: `uvicorn sqlalchemy_async_app:app ${UVICORN}`,
    variables: database({ scheme: "postgresql+psycopg2" }),
    form: "iso",
    truth: {
      failureMode: "database/driver-mismatch",
      certainty: SURE,
      root: /The asyncio extension requires an async driver/,
      ...exited,
    },
  },
  {
    name: "driver-mismatch-asyncpg-dialect",
    produced: "SQLAlchemy's postgresql+asyncpg:// given to asyncpg itself.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ scheme: "postgresql+asyncpg" }),
    form: "iso-instances",
    truth: {
      failureMode: "database/driver-mismatch",
      readable: ["database/driver-mismatch", "database/url-malformed"],
      certainty: SURE,
      root: /invalid DSN: scheme is expected/,
      ...exited,
    },
  },
  {
    name: "too-many-postgres-role",
    produced: "A role with room for one connection, and a pool that opens three.",
    start: `uvicorn pool_app:app ${UVICORN}`,
    variables: database({ ...postgres, user: "navigator_single" }),
    form: "dashboard",
    truth: {
      failureMode: "database/too-many-connections",
      certainty: SURE,
      root: /too many connections for role "navigator_single"/,
      ...exited,
    },
  },
  {
    name: "prepared-statement-sqlalchemy",
    produced: "SQLAlchemy over asyncpg with its statement cache at the transaction pooler.",
    start: `uvicorn sqlalchemy_statements_app:app ${UVICORN}`,
    variables: database({ scheme: "postgresql+asyncpg", port: 6543 }),
    afterLive: { path: "/items", until: /prepared statement "[^"]*" (already exists|does not exist)/ },
    form: "dashboard",
    truth: {
      failureMode: "database/prepared-statement",
      certainty: SURE,
      root: /prepared statement "[^"]*" (already exists|does not exist)/,
    },
  },
  {
    name: "url-malformed-asyncpg-brackets",
    produced: "The dashboard's placeholder for the password is still in the URL.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ password: "[YOUR-PASSWORD]" }),
    form: "iso",
    truth: {
      failureMode: "database/url-malformed",
      certainty: SURE,
      root: /ValueError: /,
      ...exited,
    },
  },
];
