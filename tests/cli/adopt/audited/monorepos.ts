import {
  type AdoptedRepository,
  EXPRESS_SERVER,
  FASTAPI,
  manifest,
  npmLock,
  PROJECT_LOCK,
} from "./adopted-repository";

const EXPRESS = { express: "5.1.0" };
const REQUIREMENTS = "fastapi==0.116.1\nuvicorn==0.35.0\n";

export const MONOREPOS: readonly AdoptedRepository[] = [
  {
    name: "two services of a Blueprint, each in its folder",
    files: {
      "render.yaml": `services:
  - type: web
    name: api
    runtime: python
    plan: starter
    rootDir: services/api
    buildCommand: pip install -r requirements.txt
    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT
    healthCheckPath: /health
  - type: web
    name: web
    runtime: node
    plan: starter
    rootDir: services/web
    buildCommand: npm ci
    startCommand: npm run serve
    healthCheckPath: /health
`,
      "services/api/requirements.txt": REQUIREMENTS,
      "services/api/main.py": FASTAPI,
      "services/web/package.json": manifest({ scripts: { serve: "node server.js" }, dependencies: EXPRESS }),
      "services/web/package-lock.json": npmLock(EXPRESS),
      "services/web/server.js": EXPRESS_SERVER,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "workspaces of npm with scripts of the root",
    files: {
      "package.json": manifest({
        workspaces: ["apps/*", "packages/*"],
        scripts: { build: "npm run build --workspaces --if-present", "start:api": "npm start -w api" },
      }),
      "package-lock.json": `${JSON.stringify({
        name: "shop",
        lockfileVersion: 3,
        packages: {
          "": { name: "shop", workspaces: ["apps/*", "packages/*"] },
          "apps/api": { name: "api", version: "1.0.0", dependencies: EXPRESS },
          "packages/words": { name: "words", version: "1.0.0" },
          "node_modules/api": { resolved: "apps/api", link: true },
          "node_modules/words": { resolved: "packages/words", link: true },
          "node_modules/express": { version: "5.1.0" },
        },
      })}\n`,
      "apps/api/package.json": manifest({
        ...{ name: "api", version: "1.0.0" },
        scripts: { start: "node server.js" },
        dependencies: EXPRESS,
      }),
      "apps/api/server.js": EXPRESS_SERVER,
      "packages/words/package.json": manifest({ name: "words", version: "1.0.0", main: "index.js" }),
      "packages/words/index.js": "module.exports = {};\n",
      Procfile: "web: npm run start:api\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a worker of a workspace, whose own port only its machine asks",
    files: {
      "package.json": manifest({ packageManager: "pnpm@10.15.0" }),
      "pnpm-workspace.yaml": "packages:\n  - apps/*\n",
      "pnpm-lock.yaml":
        "lockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n\n  apps/api: {}\n\n  apps/jobs: {}\n",
      "apps/api/package.json": manifest({ name: "api", scripts: { start: "node server.js" } }),
      "apps/api/server.js": 'require("node:http").createServer().listen(process.env.PORT, "0.0.0.0");\n',
      "apps/jobs/package.json": manifest({ name: "jobs", scripts: { start: "node worker.js" } }),
      "apps/jobs/worker.js":
        'setInterval(() => {}, 1000);\nrequire("node:http").createServer().listen(9100, "127.0.0.1");\n',
      Procfile: "web: pnpm --filter api start\nworker: pnpm --filter jobs start\n",
    },
    declares: ["worker ."],
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a backend with a Procfile beside a frontend",
    files: {
      "backend/requirements.txt": REQUIREMENTS,
      "backend/Procfile": "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "backend/main.py": FASTAPI,
      "frontend/package.json": manifest({
        name: "frontend",
        scripts: { build: "vite build" },
        devDependencies: { vite: "7.1.0" },
      }),
      "frontend/package-lock.json": npmLock({ vite: "7.1.0" }, "frontend"),
      "frontend/index.html": "<!doctype html>\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "a folder of a monorepo that is adopted by itself",
    folder: "backend",
    files: {
      "backend/package.json": manifest({
        name: "backend",
        scripts: { start: "npm run serve", serve: "node server.js" },
        engines: { node: "22.x" },
        dependencies: EXPRESS,
      }),
      "backend/package-lock.json": npmLock(EXPRESS, "backend"),
      "backend/server.js": EXPRESS_SERVER,
      "backend/Procfile": "web: npm run serve\n",
      "frontend/index.html": "<!doctype html>\n",
    },
    afterwards: { "backend/infra/package-lock.json": PROJECT_LOCK["infra/package-lock.json"] ?? "" },
  },
  {
    name: "images of two services beside each other",
    files: {
      "api/Dockerfile":
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["sh", "-c", "uvicorn main:app --host 0.0.0.0 --port $PORT"]\n',
      "api/requirements.txt": REQUIREMENTS,
      "api/main.py": FASTAPI,
      "web/Dockerfile":
        'FROM node:22-slim\nWORKDIR /app\nCOPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .\nCMD ["npm", "run", "serve"]\n',
      "web/package.json": manifest({
        name: "web",
        scripts: { serve: "node server.js" },
        dependencies: EXPRESS,
      }),
      "web/package-lock.json": npmLock(EXPRESS, "web"),
      "web/server.js": EXPRESS_SERVER,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "one Node service in a folder below, and a project at the root",
    files: {
      "server/package.json": manifest({
        name: "server",
        scripts: { start: "node index.js", "db:migrate": "node migrate.js" },
        dependencies: EXPRESS,
      }),
      "server/package-lock.json": npmLock(EXPRESS, "server"),
      "server/index.js": EXPRESS_SERVER,
      "server/migrate.js": "process.exit(0);\n",
      "render.yaml": `services:
  - type: web
    name: shop
    runtime: node
    plan: starter
    rootDir: server
    buildCommand: npm ci
    preDeployCommand: npm run db:migrate
    startCommand: npm start
    healthCheckPath: /health
`,
    },
    options: ["--output", "."],
  },
];
