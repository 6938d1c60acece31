import type { CodeCase } from "./repositories";

/**
 * Services whose repository is beside the stack and lacks what their commands, folders or paths name. Each was written with
 * its rule and place before it was judged for the first time.
 */
const FASTAPI =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {}\n';
const REQUIREMENTS = "fastapi==0.115.0\nuvicorn==0.32.0\ncelery==5.4.0\nredis==5.2.0\n";
const UVICORN = (application: string) => `uvicorn ${application} --host 0.0.0.0 --port $PORT`;
const ADDRESS = { repoUrl: "https://github.com/acme/api", branch: "main" };
export const built = (buildCommand: string, runtime = "python") => ({
  runtimeSource: { nativeRuntime: { ...ADDRESS, runtime, buildCommand } },
});
const PIP = built("pip install -r requirements.txt");
const NPM = built("npm ci", "node");
export const vite = (more: object = {}) =>
  JSON.stringify({
    scripts: { build: "vite build" },
    devDependencies: { vite: "^6.0.0", "@vitejs/plugin-react": "^4.3.0" },
    ...more,
  });
const LOCK = '{ "lockfileVersion": 1 }\n';
export const site = (publishPath: string, buildCommand = "npm ci && npm run build", more: object = {}) => ({
  ...ADDRESS,
  buildCommand,
  publishPath,
  ...more,
});
const package_ = (scripts: object) => JSON.stringify({ scripts, dependencies: { express: "^4.21.0" } });

export const BESIDE_BROKEN: readonly CodeCase[] = [
  {
    title: "a module that is not there",
    command: UVICORN("app.main:app"),
    properties: PIP,
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
    rule: "service/missing-application",
    at: "(startCommand)",
  },
  {
    title: "a name that the module does not have",
    command: UVICORN("main:application"),
    properties: PIP,
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
    rule: "service/missing-application",
    at: "(startCommand)",
  },
  {
    title: "a module of a folder that is not the root directory",
    command: UVICORN("app.main:app"),
    properties: PIP,
    files: { "backend/app/main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
    rule: "service/missing-application",
    at: "(startCommand)",
  },
  {
    title: "a module below the root directory by the path from the repository's top",
    command: UVICORN("backend.app.main:app"),
    properties: { ...PIP, rootDirectory: "backend" },
    files: { "backend/app/main.py": FASTAPI, "backend/requirements.txt": REQUIREMENTS },
    rule: "service/missing-application",
    at: "(startCommand)",
  },
  {
    title: "a private service's module that is not there",
    kind: "private",
    variables: { PORT: "8000" },
    command: UVICORN("app.main:app"),
    properties: PIP,
    files: { "server/main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
    rule: "service/missing-application",
    at: "(startCommand)",
  },
  {
    title: "a worker's application that is not there",
    kind: "worker",
    command: "celery -A tasks.worker worker --loglevel=info",
    properties: PIP,
    files: {
      "main.py": FASTAPI,
      "tasks/__init__.py": "",
      "tasks/celery_app.py": 'from celery import Celery\n\napp = Celery("tasks")\n',
      "requirements.txt": REQUIREMENTS,
    },
    rule: "service/missing-application",
    at: "(startCommand)",
  },
  {
    title: "requirements by another name than their file's",
    command: UVICORN("main:app"),
    properties: built("pip install -r requirement.txt"),
    files: { "main.py": FASTAPI, "requirements.txt": REQUIREMENTS },
    rule: "service/missing-file",
    at: "(runtimeSource)",
  },
  {
    title: "a worker's requirements by another name than their file's",
    kind: "worker",
    command: "celery -A tasks worker",
    properties: built("pip install -r requirement.txt"),
    files: {
      "tasks.py": 'from celery import Celery\n\napp = Celery("tasks")\n',
      "requirements.txt": REQUIREMENTS,
    },
    rule: "service/missing-file",
    at: "(runtimeSource)",
  },
  {
    title: "a root directory that is not in the repository",
    command: UVICORN("main:app"),
    properties: { ...PIP, rootDirectory: "backend" },
    files: { "api/main.py": FASTAPI, "api/requirements.txt": REQUIREMENTS },
    rule: "service/missing-file",
    at: "(rootDirectory)",
  },
  {
    title: "a site's root directory that is not in the repository",
    kind: "static",
    properties: site("dist", undefined, { rootDirectory: "web" }),
    files: { "frontend/package.json": vite(), "frontend/package-lock.json": LOCK },
    rule: "service/missing-file",
    at: "(rootDirectory)",
  },
  {
    title: "a site of Vite that publishes build",
    kind: "static",
    properties: site("build"),
    files: { "package.json": vite(), "package-lock.json": LOCK, "index.html": "<html></html>\n" },
    rule: "service/publish-path",
    at: "(publishPath)",
  },
  {
    title: "a site of Vite whose settings name another folder than the published one",
    kind: "static",
    properties: site("dist"),
    files: {
      "package.json": vite(),
      "package-lock.json": LOCK,
      "index.html": "<html></html>\n",
      "vite.config.ts":
        'import { defineConfig } from "vite";\n\nexport default defineConfig({ build: { outDir: "build" } });\n',
    },
    rule: "service/publish-path",
    at: "(publishPath)",
  },
  {
    title: "a site of a folder that publishes another folder than its build's",
    kind: "static",
    properties: site("build", "npm ci && npm run build", { rootDirectory: "web" }),
    files: { "web/package.json": vite(), "web/package-lock.json": LOCK, "web/index.html": "<html></html>\n" },
    rule: "service/publish-path",
    at: "(publishPath)",
  },
  {
    title: "a site whose build script is not in package.json",
    kind: "static",
    properties: site("dist", "npm ci && npm run build:prod"),
    files: { "package.json": vite(), "package-lock.json": LOCK },
    rule: "service/missing-script",
    at: "(buildCommand)",
  },
  {
    title: "a start by a script that package.json does not have",
    command: "npm run serve",
    runtime: "node",
    properties: NPM,
    files: {
      "package.json": package_({ start: "node server.js" }),
      "package-lock.json": LOCK,
      "server.js": 'require("express")().listen(process.env.PORT);\n',
    },
    rule: "service/missing-script",
    at: "(startCommand)",
  },
  {
    title: "a script before the deploy that package.json does not have",
    command: "npm start",
    runtime: "node",
    properties: { ...NPM, preDeployCommand: "npm run migrate" },
    files: {
      "package.json": package_({ start: "node server.js" }),
      "package-lock.json": LOCK,
      "server.js": 'require("express")().listen(process.env.PORT);\n',
    },
    rule: "service/missing-script",
    at: "(preDeployCommand)",
  },
  {
    title: "migrations before the deploy, of which alembic.ini is in another folder",
    command: UVICORN("main:app"),
    properties: { ...PIP, preDeployCommand: "alembic upgrade head" },
    files: {
      "main.py": FASTAPI,
      "requirements.txt": `${REQUIREMENTS}alembic==1.14.0\n`,
      "database/alembic.ini": "[alembic]\nscript_location = migrations\n",
      "database/migrations/env.py": "from alembic import context\n",
    },
    rule: "service/missing-file",
    at: "(preDeployCommand)",
  },
  {
    title: "Django's manage.py in another folder",
    command: "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    properties: { ...PIP, preDeployCommand: "python manage.py migrate", rootDirectory: "backend" },
    files: {
      "manage.py": "import sys\n",
      "backend/config/wsgi.py": "application = None\n",
      "backend/config/__init__.py": "",
      "backend/requirements.txt": "django==5.1\ngunicorn==23.0.0\n",
    },
    rule: "service/missing-file",
    at: "(preDeployCommand)",
  },
  {
    title: "a server that the requirements do not have",
    command: "gunicorn main:app --bind 0.0.0.0:$PORT",
    properties: PIP,
    files: {
      "main.py": "from flask import Flask\n\napp = Flask(__name__)\n",
      "requirements.txt": "flask==3.1.0\n",
    },
    rule: "service/missing-requirement",
    at: "(startCommand)",
  },
  {
    title: "npm ci without a lock file",
    command: "npm start",
    runtime: "node",
    properties: NPM,
    files: {
      "package.json": package_({ start: "node server.js" }),
      "server.js": 'require("express")().listen(process.env.PORT);\n',
    },
    rule: "service/missing-file",
    at: "(runtimeSource)",
  },
  {
    title: "a file that Node is to start and that is called otherwise",
    command: "node server.js",
    runtime: "node",
    properties: NPM,
    files: {
      "package.json": package_({ start: "node index.js" }),
      "package-lock.json": LOCK,
      "index.js": 'require("express")().listen(process.env.PORT);\n',
    },
    rule: "service/missing-file",
    at: "(startCommand)",
  },
  {
    title: "a cron job's file of another folder",
    kind: "cron",
    command: "python jobs/nightly.py",
    properties: PIP,
    files: { "scripts/nightly.py": "print(1)\n", "requirements.txt": REQUIREMENTS },
    rule: "service/missing-file",
    at: "(startCommand)",
  },
  {
    title: "a Dockerfile of another folder",
    command: null,
    properties: { runtimeSource: { docker: { ...ADDRESS, dockerfilePath: "./docker/Dockerfile" } } },
    files: {
      "deploy/Dockerfile": "FROM python:3.12\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "main.py": FASTAPI,
    },
    rule: "service/missing-file",
    at: "(runtimeSource)",
  },
  {
    title: "a health check path without its router's prefix",
    command: UVICORN("main:app"),
    properties: PIP,
    files: {
      "main.py":
        'from fastapi import APIRouter, FastAPI\n\nrouter = APIRouter(prefix="/api")\n\n\n@router.get("/health")\ndef health():\n    return {}\n\n\napp = FastAPI()\napp.include_router(router)\n',
      "requirements.txt": REQUIREMENTS,
    },
    rule: "service/health-check-path",
    at: "(healthCheckPath)",
  },
  {
    title: "a Dockerfile that copies a file which is not there",
    command: null,
    properties: { runtimeSource: { docker: ADDRESS } },
    files: {
      Dockerfile:
        "FROM python:3.12\nCOPY requirement.txt .\nRUN pip install -r requirement.txt\nCOPY . .\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "main.py": FASTAPI,
      "requirements.txt": REQUIREMENTS,
    },
    rule: "service/missing-file",
    at: "Dockerfile:2",
  },
  {
    title: "a module that is not there, of a program in a folder of its own",
    command: UVICORN("app.main:app"),
    properties: PIP,
    files: {
      "infra/Pulumi.yaml": "name: infra\nruntime: nodejs\n",
      "infra/index.ts": 'import * as render from "portcullis/render";\n\nrender.WebService;\n',
      "infra/package.json": JSON.stringify({ dependencies: { portcullis: "1", "@pulumi/pulumi": "^3" } }),
      "main.py": FASTAPI,
      "requirements.txt": REQUIREMENTS,
    },
    rule: "service/missing-application",
    at: "(startCommand)",
  },
];
