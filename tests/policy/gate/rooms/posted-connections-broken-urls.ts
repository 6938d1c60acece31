import { IPV6, MALFORMED, MODE, PLACEHOLDER, TENANT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { asyncApi, django, MALFORMED_OR_ENCODED, nest, prismaApi, rails } from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  ENDPOINT,
  PARAMETERS,
  POOL,
  pooled,
  REF,
  REFUSED,
  SESSION,
  USER,
  url,
} from "./posted-services-form";

const by = (rule: string, why: string, DATABASE_URL: string, more = {}) =>
  broken(rule, why, { ...more, variables: { DATABASE_URL } });

/** Connection URLs that the driver does not take, or that lead nowhere. */
export const POSTED_URLS: readonly ExplainedCase[] = [
  by(
    MALFORMED,
    "asyncpg itself knows no scheme with +asyncpg (MagicStack/asyncpg, issue 737's kind)",
    pooled("5432/postgres", "postgresql+asyncpg"),
  ),
  by(
    MALFORMED,
    "SQLAlchemy takes postgresql:// for psycopg2, which is not async (botlearn-ai/botcord, pull request 276)",
    SESSION,
    asyncApi,
  ),
  by(
    MALFORMED,
    "SQLAlchemy knows no postgres:// (botlearn-ai/botcord, pull request 276)",
    pooled("5432/postgres", "postgres"),
    asyncApi,
  ),
  by(
    MALFORMED,
    "SQLAlchemy knows no postgres:// (pallets-eco/flask-sqlalchemy, issue 929)",
    pooled("5432/postgres", "postgres"),
    {
      driver: "sqlalchemy-psycopg2",
    },
  ),
  by(
    PARAMETERS,
    "SQLAlchemy gives sslmode to asyncpg.connect, which has none (aegra/aegra, issue 388)",
    pooled("5432/postgres?sslmode=require", "postgresql+asyncpg"),
    asyncApi,
  ),
  by(
    PARAMETERS,
    "asyncpg parses ssl=true as a mode, and there is none of that name (aegra/aegra, issue 404)",
    pooled("5432/postgres?ssl=true", "postgresql+asyncpg"),
    asyncApi,
  ),
  by(
    PARAMETERS,
    "libpq has no ssl: invalid connection option (open-webui/open-webui, issue 23854)",
    pooled("5432/postgres?ssl=require"),
    django,
  ),
  by(
    PARAMETERS,
    "dj-database-url hands what it does not know to psycopg2 (erhosen-libs/pydjantic, issue 7)",
    pooled("5432/postgres?conn_max_age=60&sslmode=require"),
    django,
  ),
  by(
    MODE,
    "asyncpg prepares its statements, and transaction mode has them elsewhere (sahu-adarsh/intervyu, pull request 25)",
    pooled("6543/postgres"),
  ),
  by(
    MODE,
    "SQLAlchemy prepares by names that other connections have too (supabase/supabase, issue 35684)",
    pooled("6543/postgres?prepared_statement_cache_size=0", "postgresql+asyncpg"),
    asyncApi,
  ),
  by(
    TENANT,
    "the pooler's user names its project (alexander-zuev/supabase-mcp-server, issue 68's kind)",
    url("postgres", `${POOL}:5432/postgres`),
  ),
  by(
    IPV6,
    "Render has no way out over IPv6 (supabase's page on SQLAlchemy; securo-finance/securo, pull request 421)",
    url("postgres", `${DIRECT}:5432/postgres`),
    {
      driver: "sqlalchemy-psycopg2",
    },
  ),
  by(
    IPV6,
    "the dedicated pooler has the direct host's address (supabase/agent-skills, issue 167)",
    url("postgres", `${DIRECT}:6543/postgres?pgbouncer=true`),
    prismaApi,
  ),
  by(
    ENDPOINT,
    "the direct host knows no user with a project's reference (supabase's Connect)",
    url(USER, `${DIRECT}:5432/postgres`),
    {
      ...rails,
      rule: `${ENDPOINT}|${IPV6}`,
    },
  ),
  by(
    ENDPOINT,
    "the address of the API is none of the database (open-sauced/api, issue 477)",
    url("postgres", `${REF}.supabase.co:5432/postgres`),
    nest,
  ),
  by(
    ENDPOINT,
    "the pooler's name has a number before its region (supabase's Connect)",
    url(USER, "aws-eu-west-2.pooler.supabase.com:5432/postgres"),
    django,
  ),
  by(ENDPOINT, "the pooler listens on 5432 and 6543 (supabase's Connect)", pooled("5433/postgres"), nest),
  by(
    PLACEHOLDER,
    "the password's place is left (binury in supabase/supabase, issue 21690)",
    `postgresql://${USER}:[YOUR-PASSWORD]@${POOL}:5432/postgres`,
    django,
  ),
  by(
    PLACEHOLDER,
    "the project's place is left (securo-finance/securo, pull request 421)",
    `postgresql://postgres.[your-project-id]:${CANARY}@${POOL}:5432/postgres`,
    { driver: "sqlalchemy-psycopg2" },
  ),
  by(
    `${PLACEHOLDER}|${MALFORMED_OR_ENCODED}`,
    "the brackets around the password are none of it (securo-finance/securo, pull request 421)",
    `postgresql://${USER}:[${CANARY}]@${POOL}:5432/postgres`,
    prismaApi,
  ),
  by(
    `${PLACEHOLDER}|database/project-reference`,
    "the example's text is left (FaFaFront/se-project, pull request 60)",
    "postgresql://postgres:YOUR_SUPABASE_PASSWORD@db.YOUR_PROJECT_REF.supabase.co:5432/postgres",
    nest,
  ),
  by(
    MALFORMED,
    "without postgresql:// Prisma ends: the URL must start with the protocol (baptisteArno/typebot.io, issue 434)",
    SESSION.replace("postgresql://", ""),
    prismaApi,
  ),
  by(
    MALFORMED,
    "the quotes of the env file are part of the value (prisma/orm's questions)",
    `"${SESSION}"`,
    prismaApi,
  ),
  by(MALFORMED, "the name is in the value too (prisma/orm's questions)", `DATABASE_URL=${SESSION}`, {
    driver: "sqlalchemy-psycopg2",
  }),
  by(
    MALFORMED,
    "psql and its quotes were copied along (supabase's Connect, psql)",
    `psql '${SESSION}'`,
    django,
  ),
  by(
    `${MALFORMED}|${ENDPOINT}|${REFUSED}`,
    "the line's end is part of the database's name (jazzband/dj-database-url's questions)",
    `${SESSION}\n`,
    django,
  ),
];
