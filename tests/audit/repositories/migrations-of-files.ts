import { BLUEPRINT, PACKAGE, POOLER } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const RULE = "database/direct-for-migrations";
const ENV = `DATABASE_URL=postgresql://${POOLER}?pgbouncer=true\n`;
const SESSION = `DATABASE_URL=postgresql://${POOLER.replace("6543", "5432")}\n`;
const SCHEMA = (more = ""): string =>
  `datasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n${more}}\n\ngenerator client {\n  provider = "prisma-client-js"\n}\n`;
const NODE = {
  "package.json": PACKAGE("node server.js"),
  "server.js": 'require("express")().listen(process.env.PORT);\n',
};
const START = "npx prisma migrate deploy && node server.js";
const render = (start: string, more = ""): string =>
  BLUEPRINT(start, more, "node").replace("make", "npm install");

export const FAULTY_MIGRATIONS: readonly FaultyRepository[] = [
  {
    name: "Prisma's migrations at the start, and a URL of transaction mode in a committed file",
    files: {
      "render.yaml": render(START),
      ".env.production": ENV,
      "prisma/schema.prisma": SCHEMA(),
      ...NODE,
    },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "the same before each deploy",
    files: {
      "render.yaml": render("node server.js", "    preDeployCommand: npx prisma migrate deploy\n"),
      ".env.production": ENV,
      ...NODE,
    },
    finds: [`${RULE} render.yaml:9`],
  },
  {
    name: "the same by Fly's release command",
    files: {
      "fly.toml":
        'app = "shop"\n\n[deploy]\n  release_command = "npx prisma migrate deploy"\n\n[http_service]\n  internal_port = 8080\n',
      Dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm install\nENV PORT=8080\nCMD ["node", "server.js"]\n',
      ".env.production": ENV,
      ...NODE,
    },
    finds: [`${RULE} fly.toml:4`],
  },
  {
    name: "Alembic's before a Procfile's release",
    files: {
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port $PORT\nrelease: alembic upgrade head\n",
      ".env.production": ENV.replace("?pgbouncer=true", ""),
      "requirements.txt": "fastapi\nuvicorn\nalembic\n",
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    },
    finds: [`${RULE} Procfile:2`],
  },
];

export const SOUND_MIGRATIONS: readonly SmallRepository[] = [
  {
    name: "migrations on a URL of session mode in a committed file",
    files: {
      "render.yaml": render(START),
      ".env.production": SESSION,
      "prisma/schema.prisma": SCHEMA(),
      ...NODE,
    },
  },
  {
    name: "migrations by a direct URL of their own",
    files: {
      "render.yaml": render(START),
      ".env.production": `${ENV}DIRECT_URL=${SESSION.slice("DATABASE_URL=".length)}`,
      "prisma/schema.prisma": SCHEMA('  directUrl = env("DIRECT_URL")\n'),
      ...NODE,
    },
  },
];

const revision = (name: string, label?: string): string =>
  `revision = "${name}"\ndown_revision = None\n${label === undefined ? "" : `branch_labels = ("${label}",)\n`}`;
const ROOTS = (release: string | undefined, isLabelled = true): SmallRepository["files"] => ({
  Procfile: `${release === undefined ? "" : `release: ${release}\n`}web: uvicorn main:app --host 0.0.0.0 --port $PORT\n`,
  "requirements.txt": "fastapi\nuvicorn\nalembic\n",
  "main.py": "app = object()\n",
  "alembic.ini": "[alembic]\nscript_location = alembic\n",
  "alembic/env.py": "",
  "alembic/versions/a.py": revision("a", isLabelled ? "core" : undefined),
  "alembic/versions/b.py": revision("b", isLabelled ? "billing" : undefined),
});

/** Several heads of Alembic's by intention. */
export const SOUND_BRANCHES: readonly SmallRepository[] = [
  { name: "Alembic's labelled branches, and all heads", files: ROOTS("alembic upgrade heads") },
  {
    name: "Alembic's branches without labels, and all heads",
    files: ROOTS("alembic -c alembic.ini upgrade heads", false),
  },
  { name: "Alembic's branches, each by its name", files: ROOTS("alembic upgrade core@head") },
  { name: "Alembic's labelled branches that another place upgrades", files: ROOTS(undefined) },
  {
    name: "Alembic's branches that code upgrades",
    files: {
      ...ROOTS("python migrate.py", false),
      "migrate.py":
        'from alembic import command\nfrom alembic.config import Config\n\ncommand.upgrade(Config("alembic.ini"), "heads")\n',
    },
  },
];

export const FAULTY_BRANCHES: readonly FaultyRepository[] = [
  {
    name: "Alembic's labelled branches, and one head",
    files: ROOTS("alembic upgrade head"),
    finds: ["database/broken-migrations alembic/versions/b.py:2"],
  },
  {
    name: "Alembic's branches without labels, and nothing that upgrades all",
    files: ROOTS(undefined, false),
    finds: ["database/broken-migrations alembic/versions/b.py:2"],
  },
];
