import { IPV6, MALFORMED, MODE, PLACEHOLDER, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { prismaApi } from "./posted-connections-form";
import { broken, CANARY, DIRECT, NEED, POOL, pooled, SESSION, USER, url } from "./posted-services-form";

const DIRECT_URL = url("postgres", `${DIRECT}:5432/postgres`);
const by = (rule: string, why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  broken(rule, why, { ...more, variables });

/** Connections in variables of other names and notations, in env groups, and in secret files. */
export const POSTED_VARIABLE_FORMS: readonly ExplainedCase[] = [
  by(
    MALFORMED,
    "SQLAlchemy knows no postgres:// (miguelgrinberg/flasky, issue 505)",
    { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "postgres") },
    { driver: "sqlalchemy-psycopg2", command: "gunicorn app:app -b 0.0.0.0:$PORT" },
  ),
  by(
    MALFORMED,
    "the name is misspelt: sqlalchemy.dialects:posgresql (miguelgrinberg/Flask-Migrate, issue 197)",
    { SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "posgresql") },
    { driver: "sqlalchemy-psycopg2", command: "gunicorn app:app -b 0.0.0.0:$PORT" },
  ),
  by(
    MODE,
    "Prisma prepares its statements, and the integration writes no pgbouncer=true (supabase/supabase, issue 27328)",
    {
      POSTGRES_PRISMA_URL: pooled("6543/postgres?sslmode=require&supa=base-pooler.x"),
      POSTGRES_URL_NON_POOLING: pooled("5432/postgres?sslmode=require"),
    },
    prismaApi,
  ),
  by(
    IPV6,
    "migrations go by the direct host (cursive-team/jubmoji.quest, issue 48)",
    { POSTGRES_PRISMA_URL: pooled("6543/postgres?pgbouncer=true"), POSTGRES_URL_NON_POOLING: DIRECT_URL },
    { ...prismaApi, properties: { preDeployCommand: "npx prisma migrate deploy" } },
  ),
  by(
    TENANT,
    "the pooler's user names its project (prisma/orm, issue 21740)",
    { DATABASE_URL: url("postgres", `${POOL}:6543/postgres?pgbouncer=true`), DIRECT_URL: SESSION },
    prismaApi,
  ),
  by(
    MALFORMED,
    "Markdown's link was copied along (prisma/orm, issue 11831)",
    { DATABASE_URL: `postgres://${USER}:[${CANARY}@${POOL}](mailto:${CANARY}@${POOL}):5432/postgres` },
    prismaApi,
  ),
  by(
    MALFORMED,
    "one slash alone (vercel/storage, issue 102)",
    { POSTGRES_URL_NON_POOLING: SESSION.replace("://", ":/") },
    prismaApi,
  ),
  by(
    `${MALFORMED}|${NEED}|${PLACEHOLDER}`,
    "Prisma ends: the connection URL is empty (vercel/storage, issue 102)",
    { DATABASE_URL: "" },
    { ...prismaApi, properties: { preDeployCommand: "npx prisma migrate deploy" } },
  ),
];
