import { blueprint, type TrialCase, variable } from "./trial-case";

const STATEMENTS = "database/transaction-mode-statements";
const PARAMETERS = "database/url-parameters";
const MIGRATIONS = "database/direct-for-migrations";
const POOLER = "postgres.abcdefghijklmnopqrst@aws-0-eu-central-1.pooler.supabase.com:6543/postgres";
const NODE_START = "startCommand: node server.js";
const LISTEN = "require('express')().listen(process.env.PORT);\n";

const packages = (dependencies: Readonly<Record<string, string>>): string =>
  JSON.stringify({ name: "shop", dependencies: { express: "5.1.0", ...dependencies } });

const postgresJs = (query: string): TrialCase["files"] => ({
  "package.json": packages({ postgres: "3.4.9" }),
  "server.js": `const postgres = require("postgres");\nconst sql = postgres(process.env.DATABASE_URL);\n${LISTEN}`,
  "render.yaml": blueprint("node", NODE_START, ...variable("DATABASE_URL", `postgres://${POOLER}${query}`)),
});

const pgx = (query: string): TrialCase["files"] => ({
  "go.mod": "module shop\n\ngo 1.24\n\nrequire github.com/jackc/pgx/v5 v5.7.0\n",
  "main.go":
    'package main\n\nimport (\n\t"os"\n\n\t"github.com/jackc/pgx/v5/pgxpool"\n)\n\nfunc main() {\n\tpgxpool.New(ctx, os.Getenv("DATABASE_URL"))\n}\n',
  "render.yaml": blueprint(
    "go",
    "startCommand: ./app",
    ...variable("DATABASE_URL", `postgres://${POOLER}${query}`),
  ),
});

const sqlalchemy = (version: string, driver: string, query = ""): TrialCase["files"] => ({
  "requirements.txt": `SQLAlchemy==${version}\n${driver}\nuvicorn==0.34.0\nfastapi==0.115.0\n`,
  "main.py": `from fastapi import FastAPI\nfrom sqlalchemy import create_engine\napp = FastAPI()\nengine = create_engine("postgresql://${POOLER}${query}")\n`,
  "render.yaml": blueprint("python", "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT"),
});

/** What drivers make of a URL, by their kind and version. */
export const DRIVERS: readonly TrialCase[] = [
  {
    fault: "facts 3",
    title: "Prisma 7 sends unnamed statements through its adapter, and migrates by prisma.config.ts",
    files: {
      "package.json": packages({
        prisma: "7.10.1",
        "@prisma/client": "7.10.1",
        "@prisma/adapter-pg": "7.10.1",
      }),
      "prisma/schema.prisma": 'datasource db {\n  provider = "postgresql"\n}\n',
      "prisma.config.ts":
        'import { defineConfig, env } from "prisma/config";\nexport default defineConfig({ schema: "prisma/schema.prisma", datasource: { url: env("DIRECT_URL") } });\n',
      "server.js": `const { PrismaPg } = require("@prisma/adapter-pg");\nconst adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });\n${LISTEN}`,
      "render.yaml": blueprint("node", NODE_START, ...variable("DATABASE_URL", `postgresql://${POOLER}`)),
    },
    told: [],
    silent: [STATEMENTS, MIGRATIONS],
  },
  {
    fault: "facts 4",
    title: "the dedicated pooler keeps prepared statements",
    files: {
      "requirements.txt": "asyncpg==0.32.0\nuvicorn==0.34.0\nfastapi==0.115.0\n",
      "main.py":
        'import asyncpg\nimport os\nfrom fastapi import FastAPI\napp = FastAPI()\n\nasync def connect():\n    return await asyncpg.create_pool(os.environ["DATABASE_URL"])\n',
      Dockerfile: "FROM python:3.13\nCMD uvicorn main:app --host 0.0.0.0 --port 8080\n",
      "fly.toml":
        'app = "shop"\n[env]\nDATABASE_URL = "postgresql://postgres@db.abcdefghijklmnopqrst.supabase.co:6543/postgres"\n[http_service]\ninternal_port = 8080\n',
    },
    told: [],
    silent: [STATEMENTS],
  },
  {
    fault: "facts 5",
    title: "SQLAlchemy 2.1 takes psycopg 3 for postgresql://",
    files: sqlalchemy("2.1.9", "psycopg==3.3.9"),
    told: [`error ${STATEMENTS} main.py:4`],
  },
  {
    fault: "facts 5",
    title: "SQLAlchemy 2.0 takes psycopg2 for postgresql://",
    files: sqlalchemy("2.0.40", "psycopg2-binary==2.9.10"),
    told: [],
    silent: [STATEMENTS],
  },
  {
    fault: "facts 6",
    title: "postgres.js knows max_pipeline, the workaround for its hang",
    files: postgresJs("?prepare=false&max_pipeline=0"),
    told: [],
    silent: [PARAMETERS, STATEMENTS],
  },
  {
    fault: "facts 6",
    title: "postgres.js sends a key that it does not know to the server",
    files: postgresJs("?prepare=false&pgbouncer=true"),
    told: [`error ${PARAMETERS} render.yaml:9`],
  },
  {
    fault: "facts 12",
    title: "pgxpool takes its own keys from the URL",
    files: pgx("?default_query_exec_mode=exec&pool_max_conns=5&pool_min_conns=1"),
    told: [],
    silent: [PARAMETERS],
  },
  {
    fault: "facts 12",
    title: "pgx sends libpq's keepalives to the server",
    files: pgx("?default_query_exec_mode=exec&keepalives=1"),
    told: [`error ${PARAMETERS} render.yaml:9`],
  },
  {
    fault: "facts 13",
    title: "postgres.js verifies by sslmode=verify-ca, without Supabase's authority",
    files: postgresJs("?prepare=false&sslmode=verify-ca"),
    told: ["warning database/tls-untrusted render.yaml:9"],
  },
  {
    fault: "facts 13",
    title: "the system's authorities do not hold Supabase's",
    files: sqlalchemy("2.0.40", "psycopg2-binary==2.9.10", "?sslmode=verify-full&sslrootcert=system"),
    told: ["warning database/tls-untrusted main.py:4"],
  },
];
