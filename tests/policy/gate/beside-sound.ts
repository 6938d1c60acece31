import { built, site, vite } from "./beside-broken";
import type { CodeCase } from "./repositories";

/** A sound service, or one that cannot be decided, beside its code. `unknown` is one that must be left undecided. */
const FASTAPI =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {}\n';
const REQUIREMENTS = "fastapi==0.115.0\nuvicorn==0.32.0\ncelery==5.4.0\nredis==5.2.0\n";
const UVICORN = (application: string) => `uvicorn ${application} --host 0.0.0.0 --port $PORT`;
const PIP = built("pip install -r requirements.txt");
const LOCK = '{ "lockfileVersion": 1 }\n';
const OTHER = { repoUrl: "https://github.com/acme/other", branch: "main" };

export interface SoundCase extends CodeCase {
  /** Whether the service must be among those that are not decided. */
  readonly undecided?: RegExp;
}

export const BESIDE_SOUND: readonly SoundCase[] = [
  {
    title: "FastAPI at the top",
    command: UVICORN("main:app"),
    properties: PIP,
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
  },
  {
    title: "FastAPI in a root directory, a worker and a site beside it",
    command: UVICORN("app.main:app"),
    properties: { ...PIP, rootDirectory: "./backend/", preDeployCommand: "alembic upgrade head" },
    others: [
      {
        kind: "worker",
        command: "celery -A app.tasks worker --loglevel=info",
        properties: { ...PIP, rootDirectory: "backend" },
      },
      { kind: "static", properties: site("dist", "npm ci && npm run build", { rootDirectory: "web" }) },
      { kind: "static", properties: site("web/dist", "cd web && npm ci && npm run build") },
    ],
    files: {
      "backend/app/__init__.py": "",
      "backend/app/main.py": FASTAPI,
      "backend/app/tasks.py": 'from celery import Celery\n\napp = Celery("tasks")\n',
      "backend/alembic.ini": "[alembic]\nscript_location = migrations\n",
      "backend/migrations/env.py": "",
      "backend/requirements.txt": `${REQUIREMENTS}alembic==1.14.0\n`,
      "web/package.json": vite(),
      "web/package-lock.json": LOCK,
      "web/index.html": "<html></html>\n",
      "infra/Pulumi.yaml": "name: infra\nruntime: nodejs\n",
      "infra/index.ts": 'import * as render from "portcullis/render";\n',
      "infra/package.json": JSON.stringify({ dependencies: { portcullis: "1" } }),
    },
  },
  {
    title: "services of another repository, of which nothing is here",
    command: UVICORN("app.main:app"),
    properties: {
      runtimeSource: {
        nativeRuntime: { ...OTHER, runtime: "python", buildCommand: "pip install -r requirement.txt" },
      },
      rootDirectory: "nowhere",
      preDeployCommand: "alembic upgrade head",
    },
    others: [{ kind: "static", properties: { ...site("build"), ...OTHER } }],
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS, "package.json": vite() },
  },
  {
    title: "a module that PYTHONPATH finds",
    command: UVICORN("app.main:app"),
    variables: { PYTHONPATH: "lib" },
    properties: PIP,
    files: { "lib/app/main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
  },
  {
    title: "a module that PYTHONPATH of a linked env group may find",
    command: UVICORN("app.main:app"),
    group: { PYTHONPATH: "lib" },
    properties: PIP,
    files: { "lib/app/main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
  },
  {
    title: "a module of a package that is installed",
    command: UVICORN("mlserver.asgi:app"),
    properties: PIP,
    files: { "jobs.py": "print(1)\n", "requirements.txt": "uvicorn\nmlserver==1.6.0\n" },
  },
  {
    title: "a package of the repository's own in src",
    command: UVICORN("acme_api.main:app"),
    properties: built("pip install ."),
    files: {
      "pyproject.toml":
        '[project]\nname = "acme-api"\nversion = "1"\ndependencies = ["fastapi", "uvicorn"]\n\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n',
      "src/acme_api/__init__.py": "",
      "src/acme_api/main.py": FASTAPI,
    },
  },
  {
    title: "a module that the build makes",
    command: UVICORN("generated.main:app"),
    properties: built("pip install -r requirements.txt && python tools/generate.py --out generated"),
    files: { "tools/generate.py": "print(1)\n", "requirements.txt": REQUIREMENTS },
  },
  {
    title: "requirements that the build makes",
    command: UVICORN("main:app"),
    properties: built(
      "pip install pip-tools && pip-compile requirements.in && pip install -r requirements.txt",
    ),
    files: { "main.py": FASTAPI, "requirements.in": REQUIREMENTS },
  },
  {
    title: "code of a submodule that is not fetched",
    command: UVICORN("app.main:app"),
    properties: { ...PIP, rootDirectory: "backend" },
    files: {
      ".gitmodules": '[submodule "backend"]\n\tpath = backend\n\turl = https://github.com/acme/backend\n',
      "requirements.txt": "requests\n",
      "tools/check.py": "print(1)\n",
    },
  },
  {
    title: "a sparse checkout of the program's folder alone",
    command: UVICORN("app.main:app"),
    properties: { ...PIP, rootDirectory: "backend", preDeployCommand: "alembic upgrade head" },
    others: [
      { kind: "static", properties: site("dist", "npm ci && npm run build", { rootDirectory: "web" }) },
    ],
    files: {
      ".git/config":
        '[core]\n\tbare = false\n\tsparseCheckout = true\n[remote "origin"]\n\turl = git@github.com:acme/api.git\n',
      ".git/info/sparse-checkout": "/*\n!/*/\n/infra/\n",
      "infra/Pulumi.yaml": "name: infra\nruntime: python\n",
      "infra/__main__.py": "import pulumi\n",
      "requirements.txt": "requests\n",
      "setup.py": "",
    },
  },
  {
    title: "a checkout of another branch",
    command: UVICORN("app.main:app"),
    properties: { ...built("pip install -r requirement.txt"), rootDirectory: "backend" },
    files: {
      ".git/HEAD": "ref: refs/heads/next\n",
      "main.py": FASTAPI,
      "requirements.txt": REQUIREMENTS,
    },
    undecided: /`next`/,
  },
  {
    title: "a site of another branch than the checkout's",
    kind: "static",
    properties: site("build"),
    files: { ".git/HEAD": "ref: refs/heads/next\n", "package.json": vite(), "package-lock.json": LOCK },
  },
  {
    title: "a monorepo whose build is turbo's",
    kind: "static",
    properties: site("apps/web/dist", "npx turbo run build --filter web"),
    files: {
      "package.json": JSON.stringify({ workspaces: ["apps/*"], devDependencies: { turbo: "^2" } }),
      "apps/web/package.json": vite({ name: "web" }),
    },
  },
  {
    title: "a site without a build",
    kind: "static",
    properties: { repoUrl: "https://github.com/acme/api", branch: "main", publishPath: "public" },
    files: { "public/index.html": "<html></html>\n" },
  },
  {
    title: "a site of Vite whose settings compute the folder",
    kind: "static",
    properties: site("build"),
    files: {
      "package.json": vite(),
      "package-lock.json": LOCK,
      "vite.config.ts":
        'import { defineConfig } from "vite";\n\nexport default defineConfig({ build: { outDir: process.env.OUT ?? "dist" } });\n',
    },
  },
  {
    title: "a site of Vite whose settings name the published folder",
    kind: "static",
    properties: site("build/client"),
    files: {
      "package.json": vite(),
      "package-lock.json": LOCK,
      "vite.config.js": 'export default { build: { outDir: "build/client" } };\n',
    },
  },
  {
    title: "a site whose pages the repository has",
    kind: "static",
    properties: site("build", "npm ci && npm run build"),
    files: { "package.json": vite(), "package-lock.json": LOCK, "build/index.html": "<html></html>\n" },
  },
  {
    title: "a health check path of a mounted application",
    command: UVICORN("main:app"),
    properties: PIP,
    files: {
      "main.py":
        'from fastapi import FastAPI\n\nfrom other import health_app\n\napp = FastAPI()\napp.mount("/", health_app)\n',
      "requirements.txt": REQUIREMENTS,
    },
  },
  {
    title: "an image's own folders under a start command of the service",
    command: UVICORN("app.main:app"),
    properties: { runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } } },
    files: {
      Dockerfile:
        "FROM python:3.12\nWORKDIR /srv\nCOPY backend/requirements.txt .\nRUN pip install -r requirements.txt\nCOPY backend/ .\n",
      "backend/app/main.py": FASTAPI,
      "backend/requirements.txt": REQUIREMENTS,
    },
  },
  {
    title: "an image built from a folder",
    command: null,
    properties: {
      runtimeSource: {
        docker: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          dockerfilePath: "backend/Dockerfile",
          context: "backend",
        },
      },
    },
    files: {
      "backend/Dockerfile":
        "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "backend/main.py": FASTAPI,
      "backend/requirements.txt": REQUIREMENTS,
    },
  },
  {
    title: "an image below its root directory, by paths from there",
    command: null,
    properties: {
      rootDirectory: "backend",
      runtimeSource: {
        docker: {
          repoUrl: "https://github.com/acme/api",
          branch: "main",
          dockerfilePath: "./Dockerfile",
          context: ".",
        },
      },
    },
    files: {
      "backend/Dockerfile":
        "FROM python:3.12\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "backend/main.py": FASTAPI,
      "backend/requirements.txt": REQUIREMENTS,
    },
  },
  {
    title: "Poetry",
    command: "poetry run uvicorn app.main:app --host 0.0.0.0 --port $PORT",
    properties: built("poetry install --only main"),
    files: {
      "pyproject.toml":
        '[tool.poetry]\nname = "api"\nversion = "1"\n\n[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "*"\nuvicorn = "*"\n',
      "poetry.lock": '[[package]]\nname = "uvicorn"\nversion = "0.32.0"\n',
      "app/main.py": FASTAPI,
    },
  },
  {
    title: "requirements among the service's secret files",
    command: UVICORN("main:app"),
    properties: built("pip install -r requirements-private.txt"),
    secretFiles: { "requirements-private.txt": "fastapi\nuvicorn\n" },
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
  },
  {
    title: "a program of Go that the build makes",
    command: "./bin/api",
    runtime: "go",
    properties: built("go build -o bin/api ./cmd/api", "go"),
    files: {
      "go.mod": "module example.com/api\n\ngo 1.25\n",
      "cmd/api/main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
    },
  },
  {
    title: "a program of TypeScript that the build makes",
    command: "node dist/server.js",
    runtime: "node",
    properties: built("npm ci && npm run build", "node"),
    files: {
      "package.json": JSON.stringify({
        scripts: { build: "tsc", start: "node dist/server.js" },
        dependencies: { express: "^4" },
        devDependencies: { typescript: "^5" },
      }),
      "package-lock.json": LOCK,
      "tsconfig.json": JSON.stringify({ compilerOptions: { outDir: "dist", rootDir: "src" } }),
      "src/server.ts": 'import express from "express";\n\nexpress().listen(process.env.PORT);\n',
    },
  },
  {
    title: "a build that makes its root directory's files from another place",
    command: "node server.js",
    runtime: "node",
    properties: { ...built("cp -r ../shared/server.js . && npm ci", "node"), rootDirectory: "api" },
    files: {
      "api/package.json": JSON.stringify({ dependencies: { express: "^4" } }),
      "api/package-lock.json": LOCK,
      "shared/server.js": 'require("express")().listen(process.env.PORT);\n',
    },
  },
  {
    title: "a root directory that is a link",
    command: UVICORN("main:app"),
    properties: { ...PIP, rootDirectory: "services/api" },
    files: { "services/api/main.py": FASTAPI, "services/api/requirements.txt": REQUIREMENTS },
  },
  {
    title: "another service's image beside a program of Go",
    kind: "private",
    command: "./be",
    runtime: "go",
    driver: "none",
    properties: { ...built("go build -o be .", "go"), rootDirectory: "backend" },
    files: {
      "backend/go.mod": "module example.com/be\n\ngo 1.25\n",
      "backend/main.go":
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe("0.0.0.0:9000", nil)\n}\n',
      "frontend/Dockerfile": "FROM nginx:1.27-alpine\nENV PORT=10000\n",
    },
  },
  {
    title: "an image beside another service's program of Go",
    command: null,
    variables: { PORT: "8000" },
    driver: "none",
    properties: {
      runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } },
      rootDirectory: "frontend",
    },
    files: {
      "backend/go.mod": "module example.com/be\n\ngo 1.25\n",
      "backend/main.go":
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe("127.0.0.1:9000", nil)\n}\n',
      "frontend/Dockerfile":
        "FROM nginx:1.27-alpine\nCOPY nginx.conf.template /etc/nginx/templates/default.conf.template\nENV PORT=10000\n",
      "frontend/nginx.conf.template": "server {\n  listen ${PORT};\n  root /usr/share/nginx/html;\n}\n",
    },
  },
  {
    title: "a container of another image, started by the service",
    command: UVICORN("app.main:app"),
    properties: { runtimeSource: { image: { imageUrl: "ghcr.io/acme/api", tag: "1" } } },
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
  },
  {
    title: "a command that goes to its folder first",
    command: `cd backend && ${UVICORN("app.main:app")}`,
    properties: built("cd backend && pip install -r requirements.txt"),
    files: { "backend/app/main.py": FASTAPI, "backend/requirements.txt": REQUIREMENTS },
  },
  {
    title: "a worker of Celery by the package's name",
    kind: "worker",
    command: "celery -A proj worker -l info",
    properties: PIP,
    files: {
      "proj/__init__.py": "from .celery import app\n",
      "proj/celery.py": 'from celery import Celery\n\napp = Celery("proj")\n',
      "requirements.txt": REQUIREMENTS,
    },
  },
  {
    title: "a cron job that curls",
    kind: "cron",
    command: "curl -fsS https://example.com/health",
    properties: PIP,
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
  },
];
