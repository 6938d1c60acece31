import type { LogCase } from "../case";
import { HOSTS, REFERENCE } from "../network";
import { database, NODE_PATH, WRONG_PASSWORD } from "./database-url";

const SURE = ["certain", "likely"] as const;
const UVICORN = "--host 0.0.0.0 --port $PORT";
const exited = { explains: ["process/exited"] } as const;
const wrong = { password: WRONG_PASSWORD };
const old = { host: HOSTS.old.name };

/** Logins that the pooler refuses, in the words of both its generations and of each driver. */
export const LOGIN_CASES: readonly LogCase[] = [
  {
    name: "credentials-asyncpg-old",
    produced:
      "The incident: a wrong password for a real tenant at a pooler before 2.6, which says so inside SASL.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ ...old, ...wrong, port: 6543 }),
    form: "dashboard",
    truth: {
      failureMode: "database/credentials",
      certainty: ["likely"],
      root: /unexpected error while performing authentication: 'NoneType' object has no attribute 'group'/,
      ...exited,
    },
  },
  {
    name: "credentials-asyncpg-current",
    produced: "A wrong password at a current pooler.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database(wrong),
    form: "iso",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
      ...exited,
    },
  },
  {
    name: "credentials-psycopg-old",
    produced: "A wrong password at a pooler before 2.6, with psycopg 3.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database({ ...old, ...wrong }),
    form: "json",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /error received from server in SCRAM exchange: Wrong password/,
      ...exited,
    },
  },
  {
    name: "credentials-psycopg-current",
    produced: "A wrong password at a current pooler, with psycopg 3.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database(wrong),
    form: "syslog",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
      ...exited,
    },
  },
  {
    name: "credentials-psycopg2-gunicorn",
    produced:
      "A wrong password at a current pooler, with psycopg2 while gunicorn's worker imports the service.",
    start: "gunicorn psycopg2_app:app --bind 0.0.0.0:$PORT",
    variables: { ...database(wrong), GUNICORN_CMD_ARGS: "" },
    healthCheckPath: "/",
    form: "iso-instances",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
      ...exited,
    },
  },
  {
    name: "credentials-pg-old",
    produced: "A wrong password at a pooler before 2.6, with node-postgres.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database({ ...old, ...wrong }), ...NODE_PATH },
    form: "dashboard",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /SASL: SCRAM-SERVER-FINAL-MESSAGE/,
      ...exited,
    },
  },
  {
    name: "credentials-pg-current",
    produced: "A wrong password at a current pooler, with node-postgres.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database(wrong), ...NODE_PATH },
    form: "coloured",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
      ...exited,
    },
  },
  {
    name: "credentials-sqlalchemy-asyncpg-old",
    produced:
      "A wrong password at a pooler before 2.6, with SQLAlchemy over asyncpg: tracebacks chained to one another.",
    start: `uvicorn sqlalchemy_async_app:app ${UVICORN}`,
    variables: database({ ...old, ...wrong, scheme: "postgresql+asyncpg" }),
    form: "iso",
    truth: {
      failureMode: "database/credentials",
      certainty: ["likely"],
      root: /unexpected error while performing authentication: 'NoneType' object has no attribute 'group'/,
      ...exited,
    },
  },
  {
    name: "credentials-sqlalchemy-psycopg2-current",
    produced: "A wrong password at a current pooler, with SQLAlchemy over psycopg2.",
    start: `uvicorn sqlalchemy_app:app ${UVICORN}`,
    variables: database({ ...wrong, scheme: "postgresql+psycopg2" }),
    form: "bare",
    truth: {
      failureMode: "database/credentials",
      certainty: SURE,
      root: /password authentication failed for user/,
      ...exited,
    },
  },
  {
    name: "tenant-asyncpg-current",
    produced: "The incident's URL: a placeholder for the project's reference.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ user: "postgres.your-staging-project", port: 6543 }),
    form: "dashboard",
    truth: {
      failureMode: "database/tenant-not-found",
      certainty: SURE,
      root: /\(ENOTFOUND\) tenant\/user postgres\.your-staging-project not found/,
      ...exited,
    },
  },
  {
    name: "tenant-pg-old",
    produced: "A reference of another project at a pooler before 2.6, with node-postgres.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database({ ...old, user: "postgres.zzzzzzzzzzzzzzzzzzzz" }), ...NODE_PATH },
    form: "iso",
    truth: {
      failureMode: "database/tenant-not-found",
      certainty: SURE,
      root: /Tenant or user not found/,
      ...exited,
    },
  },
  {
    name: "tenant-psycopg-no-identifier",
    produced: "The direct connection's user at the pooler: postgres, without the project's reference.",
    start: `uvicorn psycopg_app:app ${UVICORN}`,
    variables: database({ user: "postgres" }),
    form: "json",
    truth: {
      failureMode: "database/tenant-not-found",
      certainty: SURE,
      root: /no tenant identifier provided/,
      ...exited,
    },
  },
  {
    name: "tls-required-asyncpg",
    produced: "A pooler that takes encrypted connections only, and sslmode=disable.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ host: HOSTS.strict.name, query: "sslmode=disable" }),
    form: "dashboard-instances",
    truth: {
      failureMode: "database/tls-required",
      certainty: SURE,
      root: /SSL connection is required for user/,
      ...exited,
    },
  },
  {
    name: "tls-required-pg",
    produced: "A pooler that takes encrypted connections only, and node-postgres without ssl.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database({ host: HOSTS.strict.name }), ...NODE_PATH },
    form: "bare",
    truth: {
      failureMode: "database/tls-required",
      certainty: SURE,
      root: /SSL connection is required for user/,
      ...exited,
    },
  },
  {
    name: "too-many-session-asyncpg",
    produced: "A session-mode pool of one, which another client has.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ host: HOSTS.full.name }),
    form: "iso",
    truth: {
      failureMode: "database/too-many-connections",
      certainty: SURE,
      root: /max clients reached in session mode/,
      ...exited,
    },
  },
  {
    name: "too-many-session-pg-old",
    produced: "A session-mode pool of one at a pooler before 2.6, which another client has.",
    runtime: "node",
    start: "node pg_app.js",
    variables: { ...database({ host: HOSTS.oldFull.name }), ...NODE_PATH },
    form: "dashboard",
    truth: {
      failureMode: "database/too-many-connections",
      certainty: SURE,
      root: /MaxClientsInSessionMode/,
      ...exited,
    },
  },
  {
    name: "prepared-statement-asyncpg",
    produced: `asyncpg with its statement cache at the transaction pooler of ${REFERENCE}: queries of several connections meet each other's statements.`,
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ port: 6543 }),
    afterLive: { path: "/items", until: /prepared statement "[^"]*" (already exists|does not exist)/ },
    form: "iso",
    truth: {
      failureMode: "database/prepared-statement",
      certainty: SURE,
      root: /prepared statement "[^"]*" (already exists|does not exist)/,
    },
  },
  {
    name: "auth-blocked-role-asyncpg",
    produced: "A role that may not log in, with its right password, at PostgreSQL itself.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ host: HOSTS.postgres.name, user: "navigator_owner" }),
    form: "dashboard",
    truth: {
      failureMode: "database/auth-blocked",
      certainty: SURE,
      root: /role "navigator_owner" is not permitted to log in/,
      ...exited,
    },
  },
  {
    name: "credentials-asyncpg-old-platform-first",
    produced: "The incident again, with the platform's clock behind: its lines stand before the service's.",
    start: `uvicorn asyncpg_app:app ${UVICORN}`,
    variables: database({ ...old, ...wrong, port: 6543 }),
    platformBehind: 3000,
    form: "iso",
    truth: {
      failureMode: "database/credentials",
      certainty: ["likely"],
      root: /unexpected error while performing authentication: 'NoneType' object has no attribute 'group'/,
      ...exited,
    },
  },
  {
    name: "auth-blocked-breaker-asyncpg",
    produced:
      "A forgotten worker with an old password makes the pooler block the address; the service has the right one.",
    start: `python old_worker.py; exec uvicorn asyncpg_app:app ${UVICORN}`,
    variables: {
      ...database({ host: HOSTS.blocking.name }),
      OLD_DATABASE_URL: database({ host: HOSTS.blocking.name, ...wrong }).DATABASE_URL ?? "",
    },
    form: "json",
    truth: {
      failureMode: "database/auth-blocked",
      certainty: SURE,
      root: /\(ECIRCUITBREAKER\) too many authentication failures/,
      ...exited,
    },
  },
];
