import { ENCODING, IPV6, LOCAL, MALFORMED, MODE, PLACEHOLDER, TENANT, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import {
  asyncApi,
  django,
  goApi,
  MALFORMED_OR_ENCODED,
  nest,
  prismaApi,
  rails,
  secured,
  springApp,
  springBy,
} from "./posted-connections-form";
import {
  broken,
  CANARY,
  DIRECT,
  ENDPOINT,
  MIGRATIONS,
  PARAMETERS,
  POOL,
  pooled,
  REF,
  REFUSED,
  SESSION,
  UNTRUSTED,
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
  by(
    PARAMETERS,
    "a second ? begins no parameter: true?connection_limit=1 is no boolean (prisma/orm, issue 11831's kind)",
    pooled("6543/postgres?pgbouncer=true?connection_limit=1"),
    prismaApi,
  ),
  by(
    PARAMETERS,
    "there is no mode required (sqlalchemy/sqlalchemy, issue 6275)",
    pooled("5432/postgres?sslmode=required"),
    goApi,
  ),
  by(
    PARAMETERS,
    "lib/pq knows no mode prefer (lib/pq's page on its parameters)",
    pooled("5432/postgres?sslmode=prefer"),
    {
      ...goApi,
      driver: "lib-pq",
    },
  ),
  by(
    `${MODE}|${PARAMETERS}`,
    "pgbouncer=true is Prisma's, and postgres.js prepares (garrytan/gbrain, pull request 270)",
    pooled("6543/postgres?pgbouncer=true"),
    {
      ...nest,
      driver: "postgres-js",
    },
  ),
  by(MODE, "postgres.js prepares by itself (fieldjw96/caddie, pull request 43)", pooled("6543/postgres"), {
    ...nest,
    driver: "postgres-js",
  }),
  by(
    UNTRUSTED,
    "node-postgres verifies at sslmode=require, and knows no authority of Supabase's (supabase/agent-skills, issue 167)",
    pooled("5432/postgres?sslmode=require"),
    nest,
  ),
  by(
    UNTRUSTED,
    "node-postgres verifies at ssl=true too (sundi133/wb-red-team, pull request 121's kind)",
    pooled("5432/postgres?ssl=true"),
    nest,
  ),
  by(
    UNTRUSTED,
    "libpq finds no root.crt in the home folder (libpq's page on SSL)",
    pooled("5432/postgres?sslmode=verify-full"),
    django,
  ),
  by(
    `${TLS}|${MODE}`,
    "pgx prepares its statements, and nothing is encrypted (go-gorm/gorm, issue 3373)",
    `host=${POOL} user=${USER} password=${CANARY} dbname=postgres port=6543 sslmode=disable TimeZone=Asia/Shanghai`,
    goApi,
  ),
  by(
    IPV6,
    "the same in libpq's words (go-gorm/gorm's page on PostgreSQL)",
    `host=${DIRECT} user=postgres password=${CANARY} dbname=postgres port=5432 sslmode=require`,
    goApi,
  ),
  by(
    MODE,
    "pgx caches its statements by name (garrytan/gbrain, issue 169's kind)",
    pooled("6543/postgres?sslmode=require"),
    goApi,
  ),
  by(
    MODE,
    "Active Record prepares its statements (getlago/lago-api, pull request 965)",
    pooled("6543/postgres"),
    rails,
  ),
  broken(`${MIGRATIONS}|${MODE}`, "migrations take a lock of the session (prisma/orm's page on PgBouncer)", {
    ...prismaApi,
    variables: { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
    properties: { preDeployCommand: "npx prisma migrate deploy" },
  }),
  broken(
    IPV6,
    "migrations go by DIRECT_URL, and Render has no way out over IPv6 (prisma/orm's page on Supabase)",
    {
      ...prismaApi,
      variables: {
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: url("postgres", `${DIRECT}:5432/postgres`),
      },
      properties: { preDeployCommand: "npx prisma migrate deploy" },
    },
  ),
  broken(
    MIGRATIONS,
    "drizzle-kit push reads the catalogue by statements of the session (drizzle-team/drizzle-orm, issue 3766)",
    {
      ...nest,
      driver: "postgres-js",
      command: "npx drizzle-kit push --force && node dist/main.js",
      variables: { DATABASE_URL: pooled("6543/postgres?prepare=false") },
    },
  ),
  by(ENCODING, "the first @ ends the password (supabase/supabase, issue 28646)", secured("Plum@Terrace8")),
  by(ENCODING, "# begins the fragment (supabase/cli, issue 155)", secured("plum#Terrace8"), {
    driver: "sqlalchemy-psycopg2",
  }),
  by(
    MALFORMED_OR_ENCODED,
    "a slash ends the authority (supabase/supabase, issue 21690's kind)",
    secured("plum/Terrace8"),
    goApi,
  ),
  by(
    MALFORMED_OR_ENCODED,
    "%Te is no escape (supabase's page on passwords)",
    secured("plum%Terrace8"),
    rails,
  ),
  by(
    `${LOCAL}|${PLACEHOLDER}`,
    "db is a name of the compose file's network (fastapi/full-stack-fastapi-template's .env)",
    "postgresql://postgres:changethis@db:5432/app",
  ),
  broken(MALFORMED, "the driver of Java asks for jdbc: before it (spring-projects/spring-boot's questions)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_URL: SESSION }),
  }),
  broken(MALFORMED, "pgJDBC's URLs begin with jdbc:postgresql: (pgJDBC's page on connecting)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_URL: `jdbc:postgres://${POOL}:5432/postgres` }),
  }),
  broken(
    MALFORMED,
    "pgJDBC takes user and password before the host for its name (pgJDBC's page on connecting)",
    {
      ...springApp,
      variables: springBy({ SPRING_DATASOURCE_URL: `jdbc:${SESSION}` }),
    },
  ),
  broken(MODE, "pgJDBC prepares from the fifth time on (supabase/supabase, pull request 48396's kind)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?sslmode=require` }),
  }),
  broken(TENANT, "the pooler's user names its project (supabase/supabase, pull request 48396)", {
    ...springApp,
    variables: springBy({ SPRING_DATASOURCE_USERNAME: "postgres" }),
  }),
  broken(
    `${MALFORMED}|${LOCAL}|${PLACEHOLDER}|${REFUSED}`,
    "host and database are variables that were not set (Snorri1986/MyVehicleServiceApp, issue 9)",
    {
      ...springApp,
      variables: springBy({ SPRING_DATASOURCE_URL: "jdbc:postgresql://nullnull" }),
    },
  ),
];
