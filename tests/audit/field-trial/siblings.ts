import { blueprint, type TrialCase, variable } from "./trial-case";

const LOOPBACK = "service/loopback-bind";
const HARD_CODED = "port/hard-coded";
const AGREEMENT = "port/agreement";
const LIMITS = "plan/limits";
const FLASK = "from flask import Flask\napp = Flask(__name__)\n";
const FASTAPI = "from fastapi import FastAPI\napp = FastAPI()\n";
const NODE =
  '{ "name": "shop", "scripts": { "start": "node server.js" }, "dependencies": { "express": "5.1.0" } }';

/** A Node service that no manifest of a platform speaks of. */
const unnamed = (source: string, others: TrialCase["files"] = {}): TrialCase["files"] => ({
  "package.json": NODE,
  "server.js": `const app = require("express")();\n${source}\n`,
  ...others,
});

const gunicorn = (command: string, ...lines: readonly string[]): TrialCase["files"] => ({
  "requirements.txt": "gunicorn==23.0.0\nflask==3.1.0\n",
  "app.py": FLASK,
  "render.yaml": blueprint("python", `startCommand: ${command}`, ...lines),
});

/** Where no manifest names a platform. */
const WITHOUT_MANIFEST: readonly TrialCase[] = [
  {
    fault: "trial 8",
    title: "a port in the code is a note where no manifest names the platform",
    files: unnamed("app.listen(3000);"),
    told: [`note ${HARD_CODED} server.js:2`],
  },
  {
    fault: "trial 8",
    title: "a Procfile is read by platforms that all give a PORT",
    files: {
      "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
      "main.py": FASTAPI,
      Procfile: "web: uvicorn main:app --host 0.0.0.0 --port 10000\n",
    },
    told: [`warning ${HARD_CODED} Procfile:1`],
  },
  {
    fault: "trial 8",
    title: "a loopback bind is told where no manifest names the platform",
    files: unnamed('app.listen(process.env.PORT, "127.0.0.1");'),
    told: [`error ${LOOPBACK} server.js:2`],
  },
  {
    fault: "trial 8",
    title: "PORT with a default is no port of its own",
    files: unnamed("app.listen(process.env.PORT || 3000);"),
    told: [],
    silent: [HARD_CODED],
  },
  {
    fault: "trial 8",
    title: "an image that exposes its port states it",
    files: {
      "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
      "main.py": FASTAPI,
      Dockerfile:
        'FROM python:3.13\nCOPY . .\nEXPOSE 8000\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
    },
    told: [],
    silent: [HARD_CODED],
  },
  {
    fault: "trial 8",
    title: "a compose file that publishes the port states it",
    files: unnamed("app.listen(3000);", {
      Dockerfile: "FROM node:22\nCOPY . .\nCMD node server.js\n",
      "compose.yaml": 'services:\n  shop:\n    build: .\n    ports: ["3000:3000"]\n',
    }),
    told: [],
    silent: [HARD_CODED],
  },
];

/** gunicorn's address on Render's own Python, where GUNICORN_CMD_ARGS is set. */
const GUNICORN: readonly TrialCase[] = [
  {
    fault: "facts 9",
    title: "gunicorn without an address opens what Render's GUNICORN_CMD_ARGS says, whatever PORT is",
    files: gunicorn("gunicorn app:app", ...variable("PORT", "8000")),
    told: [],
    silent: [LOOPBACK],
    undecided: [AGREEMENT],
  },
  {
    fault: "facts 9",
    title: "gunicorn's own address beats Render's GUNICORN_CMD_ARGS",
    files: gunicorn("gunicorn -b 0.0.0.0:$PORT app:app", ...variable("PORT", "8000")),
    told: [],
    silent: [LOOPBACK, AGREEMENT],
  },
  {
    fault: "facts 9",
    title: "without a PORT of one's own the two agree",
    files: gunicorn("gunicorn app:app"),
    told: [],
    silent: [LOOPBACK, AGREEMENT],
  },
];

const scaled = (...lines: readonly string[]): TrialCase["files"] => ({
  "package.json": NODE,
  "server.js": "require('express')().listen(process.env.PORT);\n",
  "render.yaml": blueprint(
    "node",
    "startCommand: node server.js",
    "plan: standard",
    "scaling:",
    "  minInstances: 1",
    "  maxInstances: 3",
    ...lines,
  ),
});

/** The targets of scaling, and processes by Render's number of CPUs. */
const SIZES: readonly TrialCase[] = [
  {
    fault: "facts 16",
    title: "a target of scaling above 90",
    files: scaled("  targetCPUPercent: 95"),
    told: [`error ${LIMITS} render.yaml:11`],
  },
  {
    fault: "facts 16",
    title: "a target of scaling of 90",
    files: scaled("  targetMemoryPercent: 90"),
    told: [],
    silent: [LIMITS],
  },
  ...Object.entries({
    "4c-8g": ["note database/pool-size render.yaml:10"],
    "0.5c-512mb": [],
  }).map(
    ([plan, told]): TrialCase => ({
      fault: "facts 17",
      title: `gunicorn's workers on ${plan} are as many as its CPUs`,
      files: {
        "requirements.txt": "gunicorn==23.0.0\nflask==3.1.0\nSQLAlchemy==2.0.40\npsycopg2-binary==2.9.10\n",
        "app.py": `import os\nfrom sqlalchemy import create_engine\n${FLASK}engine = create_engine(os.environ["DATABASE_URL"], pool_size=10, max_overflow=0)\n`,
        "render.yaml": blueprint(
          "python",
          `plan: ${plan}`,
          "startCommand: gunicorn app:app",
          ...variable(
            "DATABASE_URL",
            "postgresql://postgres.abcdefghijklmnopqrst@aws-0-eu-central-1.pooler.supabase.com:5432/postgres",
          ),
        ),
      },
      told,
      silent: told.length === 0 ? ["database/pool-size"] : [],
    }),
  ),
];

/** Further inputs of faults that name several. */
const OTHERS: readonly TrialCase[] = [
  {
    fault: "trial 1",
    title: "what a worker's own file opens is not the web service's",
    files: {
      "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\naiohttp==3.11.0\n",
      "main.py": FASTAPI,
      "worker.py": 'from aiohttp import web\nweb.run_app(web.Application(), host="127.0.0.1", port=9100)\n',
      "render.yaml": `${blueprint("python", "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT")}  - { type: worker, name: jobs, runtime: python, startCommand: python worker.py }\n`,
    },
    told: [],
    silent: [LOOPBACK, HARD_CODED],
  },
  {
    fault: "trial 1",
    title: "a compiled program's source is followed from its output",
    files: {
      "package.json": NODE.replace("node server.js", "node dist/main.js"),
      "tsconfig.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      "src/main.ts": 'import express from "express";\nexpress().listen(process.env.PORT);\n',
      "src/mock.ts": 'import express from "express";\nexpress().listen(3001, "127.0.0.1");\n',
      "render.yaml": blueprint("node", "startCommand: node dist/main.js", ...variable("PORT", "8080")),
    },
    told: [],
    silent: [LOOPBACK, HARD_CODED, AGREEMENT],
  },
  ...[
    "pm2-runtime server.js",
    "npm run serve",
    "sh -c 'exec node server.js'",
    "npx dotenv -- node server.js",
  ].map(
    (command): TrialCase => ({
      fault: "trial 4",
      title: `${command} is followed to the line that binds`,
      files: {
        "package.json":
          '{ "name": "shop", "scripts": { "serve": "NODE_ENV=production node server.js" }, "dependencies": { "express": "5.1.0", "pm2": "6.0.5", "dotenv-cli": "8.0.0" } }',
        "server.js": 'const app = require("express")();\napp.listen(process.env.PORT, "127.0.0.1");\n',
        "render.yaml": blueprint("node", `startCommand: ${command}`),
      },
      told: [`error ${LOOPBACK} server.js:2`],
    }),
  ),
  ...[
    "rails server -b 127.0.0.1 -p $PORT",
    "php -S localhost:8000",
    "bundle exec puma -b tcp://127.0.0.1:$PORT",
  ].map(
    (command): TrialCase => ({
      fault: "trial 4",
      title: `${command} binds the loopback`,
      files: { "render.yaml": blueprint("ruby", `startCommand: ${command}`) },
      told: [`error ${LOOPBACK} render.yaml:6`],
    }),
  ),
  {
    fault: "trial 5",
    title: "a Blueprint in a folder of its own",
    files: {
      "deploy/render-upload-pipeline.yaml": blueprint(
        "python",
        "startCommand: uvicorn main:app --host 127.0.0.1 --port $PORT",
      ),
      "main.py": FASTAPI,
      "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
    },
    told: [`error ${LOOPBACK} deploy/render-upload-pipeline.yaml:6`],
  },
  {
    fault: "trial 9",
    title: "a workflow without a start command needs no uvicorn",
    files: {
      "render.yaml": "services:\n  - { type: workflow, name: jobs, runtime: node, buildCommand: npm ci }\n",
    },
    told: ["error service/native-without-start render.yaml:2"],
    fixes: { "service/native-without-start": /^(?!.*uvicorn)/s },
  },
  {
    fault: "trial 9",
    title: "a variable that Fly does not set is missing from fly.toml",
    files: unnamed("app.listen(process.env.PORT);\nif (!process.env.API_BASE) throw new Error('API_BASE');", {
      Dockerfile: "FROM node:22\nCOPY . .\nCMD node server.js\n",
      "fly.toml": 'app = "shop"\n[env]\nPORT = "8080"\n[http_service]\ninternal_port = 8080\n',
    }),
    told: [],
    fixes: { "environment/missing-variable": /^(?!.*render\.yaml)/s },
  },
  {
    fault: "facts 3",
    title: "a DIRECT_URL that prisma.config.ts needs and the Blueprint does not set",
    files: {
      "package.json":
        '{ "name": "shop", "dependencies": { "express": "5.1.0", "prisma": "7.10.1", "@prisma/client": "7.10.1", "@prisma/adapter-pg": "7.10.1" } }',
      "prisma/schema.prisma": 'datasource db {\n  provider = "postgresql"\n}\n',
      "prisma.config.ts":
        'import { defineConfig, env } from "prisma/config";\nexport default defineConfig({ schema: "prisma/schema.prisma", datasource: { url: env("DIRECT_URL") } });\n',
      "server.js":
        'const { PrismaPg } = require("@prisma/adapter-pg");\nconst adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });\nrequire("express")().listen(process.env.PORT);\n',
      "render.yaml": blueprint(
        "node",
        "startCommand: node server.js",
        "preDeployCommand: npx prisma migrate deploy",
        ...variable(
          "DATABASE_URL",
          "postgresql://postgres.abcdefghijklmnopqrst@aws-0-eu-central-1.pooler.supabase.com:6543/postgres",
        ),
      ),
    },
    told: ["note environment/missing-variable prisma.config.ts:2"],
  },
  {
    fault: "facts 18",
    title: "Fastify through require binds a port of its own and the loopback",
    files: {
      "package.json": '{ "name": "shop", "dependencies": { "fastify": "5.3.0" } }',
      "server.js": 'const app = require("fastify")();\napp.listen({ port: 3000 });\n',
      "render.yaml": blueprint("node", "startCommand: node server.js"),
    },
    told: [`error ${LOOPBACK} server.js:2`],
  },
];

/** Further inputs of the numbered faults, and of those that had none. */
export const SIBLINGS: readonly TrialCase[] = [...WITHOUT_MANIFEST, ...GUNICORN, ...SIZES, ...OTHERS];
