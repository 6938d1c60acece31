import { IPV6, LOCAL, MODE, PLACEHOLDER, TENANT, UVICORN } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, nest } from "./posted-connections-form";
import { broken, CANARY, DIRECT, POOL, pooled, REFUSED, USER, url } from "./posted-services-form";

const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);

/** Connections and keys in env groups and in secret files. */
export const POSTED_GROUP_FORMS: readonly ExplainedCase[] = [
  broken(
    IPV6,
    "the group's URL leads to the direct host (fastapi/full-stack-fastapi-template, pull request 2275's kind)",
    { command: UVICORN, group: { DATABASE_URL: DIRECT_URL } },
  ),
  broken(TENANT, "the group's parts have the direct host's user", {
    ...nest,
    group: { DB_HOST: POOL, DB_PORT: "5432", DB_NAME: "postgres", DB_USER: "postgres", DB_PASSWORD: CANARY },
  }),
  broken(PLACEHOLDER, "the group's key is the example's", {
    ...django,
    group: { SECRET_KEY: "your-secret-key-here" },
  }),
  broken(
    MODE,
    "the secret file .env has the URL (29ki/29k, pull request 2152's kind; Render's page on secret files)",
    { secretFiles: { ".env": `DATABASE_URL=${pooled("6543/postgres")}\n` } },
  ),
  broken(PLACEHOLDER, "the secret file .env has the example's text", {
    ...nest,
    secretFiles: { ".env": "JWT_SECRET=your-jwt-secret\n" },
  }),
  broken(LOCAL, "the secret file has a URL of the developer's machine", {
    ...django,
    secretFiles: { ".env.production": 'DATABASE_URL="postgres://postgres:postgres@localhost:5432/app"\n' },
  }),
  broken(
    `${REFUSED}|environment/missing-file`,
    "pgpass has five parts, and the port is missing (libpq's page on the password file)",
    {
      ...django,
      variables: { PGPASSFILE: "/etc/secrets/pgpass", PGHOST: POOL, PGUSER: USER, PGDATABASE: "postgres" },
      secretFiles: { pgpass: `${POOL}:postgres:${USER}:${CANARY}\n` },
    },
  ),
];
