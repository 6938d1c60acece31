import { blueprint, type TrialCase, variable } from "./trial-case";

const AGREEMENT = "port/agreement";
const LOOPBACK = "service/loopback-bind";
const HARD_CODED = "port/hard-coded";
const NODE =
  '{ "name": "shop", "scripts": { "start": "node server.js" }, "dependencies": { "express": "5.1.0" } }';
const EXPRESS = 'const app = require("express")();\n';
const SOUND_SERVER = `${EXPRESS}app.listen(process.env.PORT);\n`;
const MOCK = `${EXPRESS}app.listen(3001, "127.0.0.1");\n`;
const PYTHON = "uvicorn==0.34.0\nfastapi==0.115.0\n";
const APP = "from fastapi import FastAPI\napp = FastAPI()\n";

/** What a service starts, and what it does not. */
export const ENTRIES: readonly TrialCase[] = [
  ...[
    "scripts/mock-server.js",
    "mocks/server.js",
    "tools/preview.js",
    "bin/dev.js",
    "dev-server.js",
    "mock.js",
  ].map(
    (mock): TrialCase => ({
      fault: "trial 1",
      title: `${mock} is not what the start command starts`,
      files: {
        "package.json": NODE,
        "server.js": SOUND_SERVER,
        [mock]: MOCK,
        "render.yaml": blueprint("node", "startCommand: node server.js", ...variable("PORT", "8080")),
      },
      told: [],
      silent: [AGREEMENT, LOOPBACK, HARD_CODED],
    }),
  ),
  {
    fault: "trial 1",
    title: "npm start is followed to its file, and a second listener is not the service's",
    files: {
      "package.json": NODE,
      "server.js": `require("./metrics");\n${SOUND_SERVER}`,
      "metrics.js": `${EXPRESS}app.listen(9090);\n`,
      "render.yaml": blueprint("node", "startCommand: npm start", ...variable("PORT", "8080")),
    },
    told: [],
    silent: [AGREEMENT],
  },
  {
    fault: "trial 1",
    title: "a script with uvicorn.run beside uvicorn main:app",
    files: {
      "requirements.txt": PYTHON,
      "main.py": APP,
      "scripts/run_e2e_api.py": 'import uvicorn\nuvicorn.run("main:app", host="127.0.0.1", port=8001)\n',
      "render.yaml": blueprint("python", "startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT"),
    },
    told: [],
    silent: [LOOPBACK, HARD_CODED],
  },
  {
    fault: "trial 2",
    title: "two Dockerfiles of one folder are two services",
    files: {
      "Dockerfile.backend":
        "FROM python:3.13\nENV PORT=8000\nEXPOSE 8000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "Dockerfile.frontend": "FROM node:22\nENV PORT=3000\nEXPOSE 3000\nCMD node server.js\n",
    },
    told: [],
    silent: [AGREEMENT],
  },
  {
    fault: "trial 2",
    title: "a Blueprint's service gets the facts of its own Dockerfile alone",
    files: {
      "Dockerfile.a": "FROM python:3.13\nCMD uvicorn a:app --host 0.0.0.0 --port 8000\n",
      "Dockerfile.b": "FROM python:3.13\nCMD uvicorn b:app --host 127.0.0.1 --port $PORT\n",
      "render.yaml":
        "services:\n" +
        "  - { type: web, name: a, runtime: docker, dockerfilePath: ./Dockerfile.a, healthCheckPath: /h,\n" +
        '      envVars: [{ key: PORT, value: "8000" }] }\n' +
        "  - { type: web, name: b, runtime: docker, dockerfilePath: ./Dockerfile.b, healthCheckPath: /h }\n",
    },
    told: ["error service/loopback-bind Dockerfile.b:2"],
    silent: [AGREEMENT],
  },
  {
    fault: "trial 2",
    title: "a Dockerfile of another host keeps its port",
    files: {
      Dockerfile: "FROM python:3.13\nENV PORT=8000\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "deploy/Dockerfile.space":
        "FROM python:3.13\nENV PORT=7860\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
    },
    told: [],
    silent: [AGREEMENT],
  },
  ...["bash start.sh", "make run", "./start.sh", "npm run serve"].map(
    (command): TrialCase => ({
      fault: "trial 4",
      title: `${command} is followed to the line that binds`,
      files: {
        "requirements.txt": PYTHON,
        "main.py": APP,
        "package.json": '{ "name": "shop", "scripts": { "serve": "sh start.sh" } }',
        Makefile: "run:\n\tbash start.sh\n",
        "start.sh": "#!/bin/sh\nset -e\nuvicorn main:app --host 127.0.0.1 --port $PORT\n",
        "render.yaml": blueprint("python", `startCommand: ${command}`),
      },
      told: ["error service/loopback-bind start.sh:3"],
    }),
  ),
  {
    fault: "trial 4",
    title: "an image's start script is followed",
    files: {
      Dockerfile: 'FROM python:3.13\nCOPY . .\nCMD ["bash", "start.sh"]\n',
      "start.sh": "uvicorn main:app --host 127.0.0.1 --port $PORT\n",
      "main.py": APP,
      "render.yaml": blueprint("docker"),
    },
    told: ["error service/loopback-bind start.sh:1"],
  },
  {
    fault: "trial 4",
    title: "a program that is not known is not decided",
    files: {
      "render.yaml": blueprint("ruby", "startCommand: bundle exec ./serve-it --fast"),
    },
    told: [],
    undecided: [LOOPBACK],
  },
  {
    fault: "trial 5",
    title: "a Blueprint under another name",
    files: {
      "render.staging.yaml": blueprint(
        "python",
        "startCommand: uvicorn main:app --host 127.0.0.1 --port $PORT",
      ),
      "main.py": APP,
      "requirements.txt": PYTHON,
    },
    told: ["error service/loopback-bind render.staging.yaml:6"],
  },
  {
    fault: "trial 6",
    title: "a start command into a folder that looks like a service of its own",
    files: {
      "requirements.txt": `${PYTHON}asyncpg==0.30.0\n`,
      "backend/__init__.py": "",
      "backend/main.py": `import asyncpg\nimport os\n${APP}\nasync def connect():\n    return await asyncpg.create_pool(os.environ["DATABASE_URL"])\n`,
      "frontend/package.json": '{ "name": "frontend", "dependencies": { "react": "19.0.0" } }',
      "render.yaml": blueprint(
        "python",
        "startCommand: uvicorn backend.main:app --host 0.0.0.0 --port $PORT",
        "envVars:",
        "  - key: DATABASE_URL",
        "    value: postgresql://postgres.abcdefghijklmnopqrst@aws-0-eu-central-1.pooler.supabase.com:6543/postgres",
      ),
    },
    told: ["error database/transaction-mode-statements render.yaml:9"],
  },
  ...[
    "node apps/api/dist/main.js",
    "npm run start --workspace=apps/api",
    "yarn workspace @acme/api start",
  ].map(
    (command): TrialCase => ({
      fault: "trial 6",
      title: `${command} is followed into the workspace`,
      files: {
        "package.json": '{ "name": "acme", "private": true, "workspaces": ["apps/*"] }',
        "apps/api/package.json":
          '{ "name": "@acme/api", "scripts": { "start": "node dist/main.js", "build": "tsc" }, "dependencies": { "express": "5.1.0" } }',
        "apps/api/tsconfig.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
        "apps/api/src/main.ts": 'import express from "express";\nconst app = express();\napp.listen(4000);\n',
        "render.yaml": blueprint("node", `startCommand: ${command}`, ...variable("PORT", "8080")),
      },
      told: ["error port/agreement apps/api/src/main.ts:3"],
    }),
  ),
];
