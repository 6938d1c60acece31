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
