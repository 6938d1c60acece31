import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { stackDocument } from "../../../cli/adopt/stack-document";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const POOLED = "aws-0-eu-central-1.pooler.supabase.com";
const REF = "qwhgpxzlkmvnbtrsydfa";
const prisma = (variables: string): Readonly<Record<string, string>> => ({
  ".env.production": variables,
  "package.json": '{"scripts":{"start":"node server.js"},"dependencies":{"@prisma/client":"6.1.0"}}',
  "package-lock.json": "{}",
  "prisma/schema.prisma":
    'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n  directUrl = env("DIRECT_URL")\n}\n',
  "server.js":
    'const { PrismaClient } = require("@prisma/client");\nnew PrismaClient();\nrequire("http").createServer().listen(process.env.PORT);\n',
});
const adopted = (files: Readonly<Record<string, string>>) =>
  inFolder(files, (folder) => {
    const [draft] = adoptFolder(folder).drafts(ORIGIN);
    assert.ok(draft);
    const [service] = draft.services;
    return {
      database: Object.fromEntries((draft.database ?? []).map(({ key, value }) => [key, value])),
      databases: service?.fields.find(({ key }) => key === "databases")?.value,
      secrets: draft.secrets.map(({ key }) => key),
      document: stackDocument(draft),
    };
  });

describe("Several ways to one project of Supabase's", () => {
  it("are one database, whose further variables say their way", () => {
    const { database, databases, secrets } = adopted(
      prisma(
        `DATABASE_URL="postgresql://shop.${REF}:canary@${POOLED}:6543/postgres?pgbouncer=true"\n` +
          `DIRECT_URL="postgresql://shop.${REF}:canary@${POOLED}:5432/postgres"\n`,
      ),
    );
    assert.deepEqual(database, {
      supabase: { projectRef: REF, poolerHost: POOLED, connection: "transaction" },
      role: "shop",
      manageRole: false,
    });
    assert.deepEqual(databases, {
      DATABASE_URL: { database: "main", driverSettings: { pgbouncer: "true" } },
      DIRECT_URL: { database: "main", connection: "session" },
    });
    assert.deepEqual(secrets, ["portcullis:databasePassword"]);
  });

  it("are one with the parameters that Prisma reads in its URL alone, and without what a driver ignores", () => {
    const { databases, secrets } = adopted(
      prisma(
        `DATABASE_URL="postgresql://shop.${REF}:canary@${POOLED}:6543/postgres?pgbouncer=true&connection_limit=1&utm=x"\n` +
          `DIRECT_URL="postgres://shop.${REF}:canary@${POOLED}:5432/postgres?schema=public"\n`,
      ),
    );
    assert.deepEqual(databases, {
      DATABASE_URL: { database: "main", driverSettings: { pgbouncer: "true", connection_limit: "1" } },
      DIRECT_URL: { database: "main", driverSettings: { schema: "public" }, connection: "session" },
    });
    assert.deepEqual(secrets, ["portcullis:databasePassword"]);
  });

  it("are one for a second service too, of which no file says what the same variables are", () => {
    const variables = (...values: readonly string[]): string =>
      ["DATABASE_URL", "MIGRATIONS_DATABASE_URL"]
        .map((key, at) => `{ key: ${key}, ${values[at]} }`)
        .join(", ");
    const own = variables(
      `value: "postgresql://shop.${REF}:canary@${POOLED}:6543/postgres?pgbouncer=true"`,
      `value: "postgres://shop.${REF}:canary@${POOLED}:5432/postgres"`,
    );
    const { secrets } = adopted({
      ...prisma(""),
      "render.yaml":
        `services:\n  - { type: web, name: api, runtime: node, startCommand: node server.js, envVars: [${own}] }\n` +
        "  - { type: cron, name: prune, runtime: node, schedule: 0 3 * * *, startCommand: node prune.js, " +
        `envVars: [${variables("sync: false", "sync: false")}] }\n`,
      "prune.js": 'const { PrismaClient } = require("@prisma/client");\nnew PrismaClient();\n',
    });
    assert.deepEqual(secrets, ["portcullis:databasePassword"]);
  });

  it("are declared by the pooled one, also where the direct one comes first", () => {
    const { database, databases } = adopted(
      prisma(
        `DATABASE_URL=postgresql://shop:canary@db.${REF}.supabase.co:5432/postgres\n` +
          `DIRECT_URL=postgresql://shop.${REF}:canary@${POOLED}:5432/postgres\n`,
      ),
    );
    assert.deepEqual(database.supabase, { projectRef: REF, poolerHost: POOLED, connection: "session" });
    assert.deepEqual(databases, {
      DATABASE_URL: { database: "main", connection: "direct" },
      DIRECT_URL: "main",
    });
  });
});

describe("A URL whose password is a placeholder", () => {
  const files = (url: string) => ({
    ".env.production": `DATABASE_URL=${url}\n`,
    "requirements.txt": "fastapi\nuvicorn\nasyncpg\n",
    "main.py": 'import os, asyncpg\nasyncpg.connect(os.environ["DATABASE_URL"])\n',
    Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
  });

  it("is declared, so that its mode is judged, and its password is typed", () => {
    const { database, secrets, document } = adopted(
      files(`postgresql://postgres.${REF}:[YOUR-PASSWORD]@${POOLED}:6543/postgres`),
    );
    assert.deepEqual(database.supabase, { projectRef: REF, poolerHost: POOLED, connection: "transaction" });
    assert.deepEqual(secrets, ["portcullis:databasePassword"]);
    assert.match(document, /\.env\.production:1:1 names it without its value/);
    assert.match(document, /# error environment\/placeholder: .*\n.*databasePassword is a secret/);
  });

  it("stays a URL where another part of it is one too", () => {
    const { secrets } = adopted(
      files(`postgresql://postgres.[project-ref]:[YOUR-PASSWORD]@${POOLED}:6543/postgres`),
    );
    assert.deepEqual(secrets, ["portcullis:databaseUrl"]);
  });

  it("is said to be named, and not held, by a variable without a value", () => {
    const { document } = adopted({
      ...files(""),
      ".env.production": "LOG_LEVEL=info\n",
      "render.yaml":
        "services:\n  - { type: web, name: api, runtime: python, startCommand: uvicorn main:app, envVars: [{ key: DATABASE_URL, sync: false }] }\n",
    });
    assert.match(document, /databaseUrl is a secret, .*; render\.yaml:2:\d+ names it without its value/);
    assert.doesNotMatch(document, /today's/);
  });
});
