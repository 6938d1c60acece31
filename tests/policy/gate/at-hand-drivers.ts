import type { CodeCase } from "./repositories";
import { bare, POOL, REF, url } from "./written";

const SESSION = url(`app.${REF}`, `${POOL}:5432/postgres`);
const TRANSACTION = url(`app.${REF}`, `${POOL}:6543/postgres`);
const MODE = "database/transaction-mode-statements";
const PYTHON = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const FASTAPI = "import os\nfrom fastapi import FastAPI\n\napp = FastAPI()\n";
const READ = 'os.environ["DATABASE_URL"]';

const python = (
  title: string,
  DATABASE_URL: string,
  code: string,
  more: Partial<DriverCase> = {},
): DriverCase => ({
  ...bare,
  title,
  command: PYTHON,
  variables: { DATABASE_URL },
  files: {
    "main.py": `${FASTAPI}${code}`,
    "requirements.txt": "fastapi\nuvicorn\nsqlalchemy[asyncio]\nasyncpg\npsycopg[binary]\n",
  },
  ...more,
});

const node = (
  title: string,
  DATABASE_URL: string,
  code: string,
  more: Partial<DriverCase> = {},
): DriverCase => ({
  ...bare,
  title,
  runtime: "node",
  command: "node server.js",
  variables: { DATABASE_URL },
  files: {
    "server.js": `${code}\nrequire("node:http").createServer((_, answer) => answer.end("ok")).listen(process.env.PORT, "0.0.0.0");\n`,
    "package.json": JSON.stringify({ dependencies: { pg: "8.16.0", postgres: "3.4.5" } }),
  },
  ...more,
});

const withPlus = (text: string): string => text.replace("postgresql:", "postgresql+asyncpg:");
const ENGINE = "from sqlalchemy.ext.asyncio import create_async_engine\n";
const ASYNCPG = "import asyncpg\n";
const CONNECT = (more = ""): string =>
  `${ASYNCPG}\n@app.on_event("startup")\nasync def connect():\n    app.state.pool = await asyncpg.create_pool(${READ}${more})\n`;
const POOL_OF_PG = (more = ""): string =>
  `const { Pool } = require("pg");\nconst pool = new Pool({ connectionString: process.env.DATABASE_URL${more} });\npool.query("select 1");`;
const POSTGRES_JS = (more = ""): string =>
  `const postgres = require("postgres");\nconst sql = postgres(process.env.DATABASE_URL${more});\nsql\`select 1\`;`;
const SCHEMA = (text = 'env("DATABASE_URL")'): string =>
  `datasource db {\n  provider = "postgresql"\n  url = ${text}\n}\n\ngenerator client {\n  provider = "prisma-client-js"\n}\n`;
const prisma = (title: string, DATABASE_URL: string, rule?: string): CodeCase => ({
  ...bare,
  ...(rule !== undefined && { rule }),
  title,
  runtime: "node",
  command: "node server.js",
  variables: { DATABASE_URL },
  files: {
    "server.js":
      'const { PrismaClient } = require("@prisma/client");\nnew PrismaClient();\nrequire("node:http").createServer().listen(process.env.PORT, "0.0.0.0");\n',
    "package.json": JSON.stringify({
      dependencies: { "@prisma/client": "6.16.0" },
      devDependencies: { prisma: "6.16.0" },
    }),
    "prisma/schema.prisma": SCHEMA(),
  },
});

/** A case whose driver the code leaves open: the engine's URL names it. */
export interface DriverCase extends CodeCase {
  readonly undecided?: true;
}

/** Programs without a component whose code calls a driver, and what the driver makes of their URL. Written before the first run. */
export const DRIVERS_BROKEN: readonly DriverCase[] = [
  python("asyncpg's pool in transaction mode", TRANSACTION, CONNECT(), { rule: MODE }),
  python(
    "SQLAlchemy's asyncpg in transaction mode",
    withPlus(TRANSACTION),
    `${ENGINE}engine = create_async_engine(${READ})\n`,
    { rule: MODE },
  ),
  python(
    "SQLAlchemy's asyncpg with libpq's parameter",
    `${withPlus(SESSION)}?sslmode=require`,
    `${ENGINE}engine = create_async_engine(${READ})\n`,
    { rule: "database/url-parameters" },
  ),
  python(
    "an asynchronous engine with a URL of no driver",
    SESSION,
    `${ENGINE}engine = create_async_engine(${READ})\n`,
    { undecided: true, rule: "database/url-malformed" },
  ),
  python(
    "psycopg's pool in transaction mode",
    TRANSACTION,
    `from psycopg_pool import AsyncConnectionPool\n\npool = AsyncConnectionPool(${READ})\n`,
    { rule: MODE },
  ),
  node(
    "node-postgres that verifies a certificate it does not know",
    `${SESSION}?sslmode=require`,
    POOL_OF_PG(),
    { rule: "database/tls-untrusted" },
  ),
  node("postgres.js in transaction mode", TRANSACTION, POSTGRES_JS(), { rule: MODE }),
  prisma("Prisma in transaction mode", TRANSACTION, MODE),
];

const declared = (driver: string, driverSettings: Readonly<Record<string, string>>): Partial<DriverCase> => ({
  driver,
  declared: { driverSettings },
});

/** Components that declare a setting which their code does not give. */
export const DECLARED_BROKEN: readonly DriverCase[] = [
  python("asyncpg's pool with its cache", TRANSACTION, CONNECT(), {
    ...declared("asyncpg", { statement_cache_size: "0" }),
    rule: MODE,
    undecided: true,
  }),
  python(
    "psycopg's pool that prepares",
    TRANSACTION,
    `from psycopg_pool import AsyncConnectionPool\n\npool = AsyncConnectionPool(${READ})\n`,
    {
      ...declared("psycopg", { prepare_threshold: "None" }),
      rule: MODE,
      undecided: true,
    },
  ),
  node("postgres.js that prepares", TRANSACTION, POSTGRES_JS(), {
    ...declared("postgres-js", { prepare: "false" }),
    rule: MODE,
    undecided: true,
  }),
];

/** The same in forms that work. */
export const DRIVERS_SOUND: readonly CodeCase[] = [
  python("asyncpg's pool in session mode", SESSION, CONNECT()),
  python(
    "asyncpg's pool without its cache in transaction mode",
    TRANSACTION,
    CONNECT(", statement_cache_size=0"),
  ),
  python(
    "an engine whose code puts the driver in",
    SESSION,
    `${ENGINE}engine = create_async_engine(${READ}.replace("postgresql://", "postgresql+asyncpg://"))\n`,
  ),
  python(
    "an engine without the cache in transaction mode",
    withPlus(TRANSACTION),
    `${ENGINE}engine = create_async_engine(${READ}, connect_args={"statement_cache_size": 0, "prepared_statement_cache_size": 0})\n`,
  ),
  python("an engine in session mode", withPlus(SESSION), `${ENGINE}engine = create_async_engine(${READ})\n`),
  python(
    "psycopg's pool that prepares nothing",
    TRANSACTION,
    `from psycopg_pool import AsyncConnectionPool\n\npool = AsyncConnectionPool(${READ}, kwargs={"prepare_threshold": None})\n`,
  ),
  node("node-postgres that verifies nothing", SESSION, POOL_OF_PG(", ssl: { rejectUnauthorized: false }")),
  node("postgres.js that prepares nothing", TRANSACTION, POSTGRES_JS(", { prepare: false }")),
  prisma("Prisma behind a pooler by its parameter", `${TRANSACTION}?pgbouncer=true`),
  python(
    "a component's driver whose setting the code gives",
    TRANSACTION,
    CONNECT(", statement_cache_size=0"),
    {
      driver: "asyncpg",
      declared: { driverSettings: { statement_cache_size: "0" } },
    },
  ),
];
