import type { TrialCase } from "./trial-case";

const LOOPBACK = "service/loopback-bind";
const HARD_CODED = "port/hard-coded";
const AGREEMENT = "port/agreement";
const BLUEPRINT = [
  "blueprint/unknown-field",
  "blueprint/unknown-value",
  "blueprint/missing-field",
  "plan/limits",
  "secret/in-blueprint",
];
const QUIET = [...BLUEPRINT, LOOPBACK, HARD_CODED, AGREEMENT];
const FAULT = "manifests of 29 November 2026";
const WSGI = "from flask import Flask\napp = Flask(__name__)\n";
const ASGI = "from fastapi import FastAPI\napp = FastAPI()\n";

const blueprintOf = (lines: string): string => `${lines.trim()}\n`;

const geo = (database = ""): string =>
  blueprintOf(`
databases:
  - name: geo-postgres
    databaseName: geo
    user: geo
    region: frankfurt
    postgresMajorVersion: "16"   # as in compose${database}
services:
  - name: geo-web
    type: web
    runtime: python
    region: frankfurt
    plan: starter
    branch: master
    buildCommand: "pip install -r requirements.txt && alembic upgrade head"
    startCommand: "gunicorn -c gunicorn.conf.py wsgi:app"
    healthCheckPath: /
    envVars:
      - key: DATABASE_URL
        fromDatabase: { name: geo-postgres, property: connectionString }
      - key: SECRET_KEY
        sync: false
`);

const geoFiles = (manifest: string, bind: string): TrialCase["files"] => ({
  "render.yaml": manifest,
  "requirements.txt": "gunicorn==23.0.0\nflask==3.1.0\nalembic==1.16.0\n",
  "wsgi.py": WSGI,
  "gunicorn.conf.py": `import os\nbind = ${bind}\nworkers = 2\n`,
});

const project = (previewPlan: string): TrialCase["files"] => ({
  "render.yaml": blueprintOf(`
previews:
  generation: manual
  expireAfterDays: 3
projects:
  - name: Forge
    environments:
      - name: Production
        networking:
          isolation: enabled
        permissions:
          protection: enabled
        services:
          - type: web
            name: forge-api
            runtime: python
            plan: starter
            previews:
              plan: ${previewPlan}
            buildCommand: pip install -r apps/api/requirements.txt
            startCommand: cd apps/api && uvicorn forge_api.main:app --host 0.0.0.0 --port $PORT
            healthCheckPath: /health
            maxShutdownDelaySeconds: 120
            envVars:
              - key: PYTHON_VERSION
                value: 3.12.2
              - key: MODEL_BASE_URL
                value: https://inference.example.org/v1
              - key: DATABASE_URL
                sync: false
              - key: INTERNAL_API_KEY
                generateValue: true
          - type: web
            name: forge-web
            runtime: node
            plan: starter
            buildCommand: npm ci && npm run build
            startCommand: npm run start
            healthCheckPath: /api/health
            envVars:
              - key: NODE_VERSION
                value: 24
              - key: API_INTERNAL_HOSTPORT
                fromService: { type: web, name: forge-api, property: hostport }
              - key: INTERNAL_API_KEY
                fromService: { type: web, name: forge-api, envVarKey: INTERNAL_API_KEY }
`),
  "apps/api/requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
  "apps/api/forge_api/__init__.py": "",
  "apps/api/forge_api/main.py": ASGI,
  "package.json":
    '{ "name": "web", "scripts": { "start": "next start", "build": "next build" }, "dependencies": { "next": "15.3.0" } }',
});

const rails = (command: string): TrialCase["files"] => ({
  "render.yaml": blueprintOf(`
services:
  - type: web
    name: proof
    runtime: ruby
    plan: free
    buildCommand: './bin/render-build.sh'
    startCommand: '${command}'
    envVars:
      - key: DATABASE_URL
        fromDatabase: { name: proof_production, property: connectionString }
      - key: RAILS_MASTER_KEY
        sync: false
      - key: WEB_CONCURRENCY
        value: 2
databases:
  - name: proof_production
    plan: free
`),
  Gemfile: 'source "https://rubygems.org"\ngem "rails", "8.0.2"\ngem "puma", "6.6.0"\n',
  "config/puma.rb": 'threads 3, 3\nport ENV.fetch("PORT", 3000)\n',
  "bin/rails": '#!/usr/bin/env ruby\nrequire_relative "../config/boot"\nrequire "rails/commands"\n',
});

const finance = (listen: string): TrialCase["files"] => ({
  "render.yaml": blueprintOf(`
services:
  - type: web
    name: finance-backend
    runtime: node
    rootDir: backend
    buildCommand: npm install
    startCommand: npm start
    healthCheckPath: /health
    envVars:
      - key: NODE_VERSION
        value: 20.19.0
      - key: PORT
        value: 8000
      - key: DATABASE_URL
        sync: false
`),
  "backend/package.json":
    '{ "name": "backend", "scripts": { "start": "node src/server.js" }, "dependencies": { "express": "5.1.0" } }',
  "backend/src/server.js": `import express from "express";\nconst app = express();\napp.listen(${listen});\n`,
});

const plain = (title: string, files: TrialCase["files"], more: Partial<TrialCase> = {}): TrialCase => ({
  fault: FAULT,
  title,
  files,
  told: [],
  silent: QUIET,
  ...more,
});

/** After the manifests of ten public repositories, and five of them with one fault; written before the audit ran on them. */
export const MANIFESTS: readonly TrialCase[] = [
  plain("gunicorn by its settings, beside a database", geoFiles(geo(), '"0.0.0.0:" + os.environ["PORT"]')),
  plain(
    "gunicorn's settings on the loopback, which Render's flags outdo",
    geoFiles(geo(), '"127.0.0.1:8000"'),
    { silent: [...BLUEPRINT, LOOPBACK] },
  ),
  plain("a database of 8 GB", geoFiles(geo("\n    diskSizeGB: 8"), '"0.0.0.0:" + os.environ["PORT"]'), {
    told: ["error plan/limits render.yaml:7"],
    silent: [LOOPBACK],
  }),
  plain("a project with an environment, and previews on a paid plan", project("starter")),
  plain("a project's service with previews on the free plan", project("free"), {
    told: ["error plan/limits render.yaml:18"],
    silent: [LOOPBACK, HARD_CODED, "blueprint/unknown-field", "blueprint/unknown-value"],
  }),
  plain("Rails by its own program, on free plans", rails("./bin/rails server"), {
    told: ["note service/health-check-path render.yaml:3"],
  }),
  plain("Rails on the loopback", rails("./bin/rails server -b localhost"), {
    told: [`error ${LOOPBACK} render.yaml:7`],
    silent: BLUEPRINT,
  }),
  plain("a backend that reads PORT", finance("process.env.PORT || 3000")),
  plain("a backend that opens another port than PORT", finance("3333"), {
    told: [`error ${AGREEMENT} backend/src/server.js:3`],
    silent: [...BLUEPRINT, LOOPBACK],
  }),
  plain("Django with the older `env`", {
    "render.yaml": blueprintOf(`
databases:
  - name: stock
    databaseName: stock
    user: stock
services:
  - type: web
    name: stock
    env: python
    buildCommand: "./build.sh"
    startCommand: "gunicorn inventory.wsgi:application"
    envVars:
      - key: DATABASE_URL
        fromDatabase: { name: stock, property: connectionString }
      - key: SECRET_KEY
        generateValue: true
      - key: WEB_CONCURRENCY
        value: 4
`),
    "requirements.txt": "django==5.2\ngunicorn==23.0.0\n",
    "inventory/__init__.py": "",
    "inventory/wsgi.py":
      'import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "inventory.settings")\napplication = get_wsgi_application()\n',
    "inventory/settings.py":
      'import os\nSECRET_KEY = os.environ["SECRET_KEY"]\nDEBUG = False\nALLOWED_HOSTS = ["*"]\n',
  }),
  plain("a variable list that is written twice", {
    "render.yaml": blueprintOf(`
services:
  - type: web
    name: flows
    env: docker
    plan: free
    envVars:
      - key: FLOWS_HOST
        sync: false
    numInstances: 1
    healthCheckPath: /
    envVars:
      - key: PGHOST
        fromDatabase: { name: flowsDB, property: host }
databases:
  - name: flowsDB
    plan: free
`),
    Dockerfile: "FROM n8nio/n8n:latest\n",
  }),
  plain("an image that gets secrets and addresses", {
    "render.yaml": blueprintOf(`
services:
  - type: web
    name: edge
    runtime: docker
    region: frankfurt
    plan: free
    dockerfilePath: ./Dockerfile
    dockerContext: .
    autoDeploy: true
    healthCheckPath: /
    envVars:
      - key: STREAM_TOKEN
        sync: false
      - key: SEED_URL
        value: https://raw.example.org/acme/seed/main/seed.db
      - key: WS_URL
        value: wss://rpc.example.org
      - key: LAB_DB
        value: /tmp/lab/lab.db
      - key: PYTHONUNBUFFERED
        value: "1"
`),
    Dockerfile: "FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD python edge.py\n",
    "edge.py":
      'import os\nfrom http.server import BaseHTTPRequestHandler, HTTPServer\nHTTPServer(("0.0.0.0", int(os.environ.get("PORT", "10000"))), BaseHTTPRequestHandler).serve_forever()\n',
  }),
  plain("an API in a folder `.`", {
    "render.yaml": blueprintOf(`
services:
  - type: web
    name: blogs
    runtime: python
    plan: free
    region: singapore
    repo: https://github.com/acme/blogs
    branch: main
    rootDir: .
    buildCommand: pip install -r requirements.txt
    startCommand: uvicorn app.main:app --host 0.0.0.0 --port $PORT
    envVars:
      - key: BLOG_MONGODB_URL
        sync: false
      - key: BLOG_CLIENT_SECRET
        sync: false
`),
    "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
    "app/__init__.py": "",
    "app/main.py": ASGI,
  }),
  plain("gunicorn with a class of workers", {
    "render.yaml": blueprintOf(`
services:
  - type: web
    name: pos
    env: python
    plan: free
    region: frankfurt
    buildCommand: chmod +x build.sh && ./build.sh
    startCommand: gunicorn app:app --bind 0.0.0.0:$PORT --worker-class eventlet -w 1
    envVars:
      - key: DATABASE_URL
        fromDatabase: { name: pos-db, property: connectionString }
      - key: SECRET_KEY
        generateValue: true
      - key: ALLOWED_ORIGINS
        value: "*"
`),
    "requirements.txt": "gunicorn==23.0.0\nflask==3.1.0\neventlet==0.39.1\n",
    "app.py": WSGI,
  }),
  plain("an image with two variables", {
    "render.yaml": blueprintOf(`
services:
  - type: web
    name: chat-api
    runtime: docker
    plan: free
    healthCheckPath: /health
    envVars:
      - key: CHAT_API_KEY
        sync: false
      - key: ALLOWED_ORIGINS
        value: "*"
`),
    Dockerfile:
      'FROM python:3.13\nCOPY . .\nCMD ["sh", "-c", "uvicorn main:app --host 0.0.0.0 --port ${PORT:-8000}"]\n',
    "main.py": ASGI,
    "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
  }),
];
