// Longer than 200 lines: one list of sound repositories, written after well-known templates before the audit ran on them.
import type { SmallRepository } from "./repository";

const PACKAGE = (start: string, more = ""): string =>
  `{\n  "name": "app",\n  "scripts": {\n    "build": "tsc",\n    "start": "${start}"${more}\n  }\n}\n`;
const BLUEPRINT = (fields: string): string =>
  `services:\n  - type: web\n    name: app\n    plan: starter\n    region: oregon\n${fields
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n")}\n`;

/** Each starts, and is found on the port that its platform sets. */
export const SOUND: readonly SmallRepository[] = [
  {
    name: "FastAPI on Render",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: pip install -r requirements.txt\nstartCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\nhealthCheckPath: /health",
      ),
      "requirements.txt": "fastapi==0.115.0\nuvicorn==0.30.0\n",
      "main.py":
        'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/health")\ndef health():\n    return {}\n',
    },
  },
  {
    name: "FastAPI with a development server under __main__",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: pip install -r requirements.txt\nstartCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\nhealthCheckPath: /health",
      ),
      "requirements.txt": "fastapi\nuvicorn\n",
      "main.py":
        'import uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    uvicorn.run(app, host="127.0.0.1", port=8001)\n',
      "scripts/run_e2e_api.py":
        'import uvicorn\nfrom main import app\n\nuvicorn.run(app, host="127.0.0.1", port=9999)\n',
    },
  },
  {
    name: "Flask with gunicorn on Render",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: pip install -r requirements.txt\nstartCommand: gunicorn app:app --bind 0.0.0.0:$PORT\nhealthCheckPath: /",
      ),
      "requirements.txt": "flask\ngunicorn\n",
      "app.py":
        'from flask import Flask\n\napp = Flask(__name__)\n\nif __name__ == "__main__":\n    app.run(debug=True)\n',
    },
  },
  {
    name: "Flask on Heroku",
    files: {
      Procfile: "web: gunicorn app:app\nworker: python worker.py\n",
      "app.json": '{ "name": "x", "env": { "A": "1" } }\n',
      "requirements.txt": "flask\ngunicorn\n",
      "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
      "worker.py": 'from http_metrics import app\n\napp.run(host="127.0.0.1", port=9090)\n',
    },
  },
  {
    name: "Django on Render",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: ./build.sh\nstartCommand: python -m gunicorn mysite.asgi:application -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT\nhealthCheckPath: /\nenvVars:\n  - key: DATABASE_URL\n    fromDatabase:\n      name: db\n      property: connectionString\n  - key: SECRET_KEY\n    generateValue: true",
      ),
      "build.sh":
        "#!/usr/bin/env bash\nset -o errexit\npip install -r requirements.txt\npython manage.py collectstatic --no-input\n",
      "requirements.txt": "django\ngunicorn\nuvicorn\npsycopg2-binary\ndj-database-url\n",
      "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")\n',
      "mysite/__init__.py": "",
      "mysite/asgi.py":
        'import os\nfrom django.core.asgi import get_asgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "mysite.settings")\napplication = get_asgi_application()\n',
      "mysite/settings.py":
        'import os\nimport dj_database_url\n\nSECRET_KEY = os.environ["SECRET_KEY"]\nDEBUG = "RENDER" not in os.environ\nALLOWED_HOSTS = []\nif host := os.environ.get("RENDER_EXTERNAL_HOSTNAME"):\n    ALLOWED_HOSTS.append(host)\nDATABASES = {"default": dj_database_url.config()}\n',
    },
  },
  {
    name: "Express with npm start",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci\nstartCommand: npm start\nhealthCheckPath: /\nenvVars:\n  - key: PORT\n    value: 8080",
      ),
      "package.json": PACKAGE("node server.js"),
      "server.js":
        'const express = require("express");\nconst app = express();\napp.listen(process.env.PORT);\n',
      "scripts/mock-server.js":
        'const express = require("express");\nconst app = express();\napp.listen(3001, "127.0.0.1");\n',
    },
  },
  {
    name: "Express with a build to dist and a gulpfile",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci && npm run build\nstartCommand: node dist/main.js\nhealthCheckPath: /\nenvVars:\n  - key: PORT\n    value: 8080",
      ),
      "package.json": PACKAGE("node dist/main.js"),
      "src/main.ts":
        'import express from "express";\n\nconst app = express();\nconst port = Number(process.env.PORT ?? 3000);\napp.listen(port, "0.0.0.0");\n',
      "gulpfile.js": 'const app = require("connect")();\napp.listen(8081, "localhost");\n',
      "bin/dev-server.js": 'const app = require("express")();\napp.listen(4000);\n',
    },
  },
  {
    name: "Express with a metrics listener beside it",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci\nstartCommand: node server.js\nhealthCheckPath: /\nenvVars:\n  - key: PORT\n    value: 8080",
      ),
      "package.json": PACKAGE("node server.js"),
      "server.js":
        'const app = require("express")();\nrequire("./metrics");\napp.listen(process.env.PORT, "0.0.0.0");\n',
      "metrics.js": 'const app = require("express")();\napp.listen(9090, "0.0.0.0");\n',
    },
  },
  {
    name: "Fastify by require, on all interfaces",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci\nstartCommand: node index.js\nhealthCheckPath: /",
      ),
      "package.json": PACKAGE("node index.js"),
      "index.js":
        'const fastify = require("fastify")({ logger: true });\nfastify.listen({ port: process.env.PORT, host: "0.0.0.0" });\n',
    },
  },
  {
    name: "Nest in a monorepo of npm workspaces",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci\nstartCommand: npm run start --workspace=apps/api\nhealthCheckPath: /\nenvVars:\n  - key: PORT\n    value: 8080",
      ),
      "package.json": '{ "name": "root", "private": true, "workspaces": ["apps/*"] }\n',
      "apps/api/package.json": PACKAGE("node dist/main.js").replace('"app"', '"@acme/api"'),
      "apps/api/src/main.ts":
        'import { NestFactory } from "@nestjs/core";\n\nasync function bootstrap() {\n  const app = await NestFactory.create({});\n  await app.listen(process.env.PORT ?? 3000);\n}\nbootstrap();\n',
      "apps/web/package.json": PACKAGE("vite preview --host --port 4173"),
    },
  },
  {
    name: "Next.js",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci && npm run build\nstartCommand: npm start\nhealthCheckPath: /",
      ),
      "package.json": PACKAGE("next start"),
      "app/page.tsx": "export default function Page() {\n  return null;\n}\n",
      "mocks/server.js": 'require("express")().listen(3001, "127.0.0.1");\n',
    },
  },
  {
    name: "vite preview with its settings in a file",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci\nstartCommand: npx vite preview\nhealthCheckPath: /",
      ),
      "package.json": PACKAGE("vite preview"),
      "vite.config.ts":
        'import { defineConfig } from "vite";\n\nexport default defineConfig({\n  preview: { host: true, port: 10000, allowedHosts: true },\n});\n',
    },
  },
  {
    name: "two images in one folder, each with its port",
    files: {
      "Dockerfile.backend":
        'FROM python:3.13\nENV PORT=8000\nCOPY backend/ .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "Dockerfile.frontend": 'FROM node:22\nENV PORT=3000\nCOPY frontend/ .\nCMD ["node", "server.js"]\n',
      "backend/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
      "frontend/server.js": 'require("http").createServer().listen(process.env.PORT);\n',
    },
  },
  {
    name: "two images in one folder with compose",
    files: {
      "Dockerfile.backend":
        "FROM python:3.13\nENV PORT=8000\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
      "Dockerfile.frontend": "FROM node:22\nENV PORT=3000\nCMD node server.js\n",
      "compose.yaml":
        "services:\n  backend:\n    build:\n      context: .\n      dockerfile: Dockerfile.backend\n    ports: ['8000:8000']\n  frontend:\n    build:\n      context: .\n      dockerfile: Dockerfile.frontend\n    ports: ['3000:3000']\n",
    },
  },
  {
    name: "two images in one folder with a Blueprint",
    files: {
      "render.yaml":
        "services:\n  - type: web\n    name: backend\n    runtime: docker\n    plan: starter\n    dockerfilePath: ./Dockerfile.backend\n    healthCheckPath: /\n  - type: web\n    name: frontend\n    runtime: docker\n    plan: starter\n    dockerfilePath: ./Dockerfile.frontend\n    healthCheckPath: /\n",
      "Dockerfile.backend":
        "FROM python:3.13\nENV PORT=8000\nCMD uvicorn main:app --host 0.0.0.0 --port 8000\n",
      "Dockerfile.frontend": "FROM node:22\nENV PORT=3000\nCMD node server.js\n",
    },
  },
  {
    name: "a Space beside the service's own image",
    files: {
      Dockerfile:
        'FROM python:3.13\nENV PORT=8000\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "deploy/Dockerfile.space":
        'FROM python:3.13\nENV PORT=7860\nEXPOSE 7860\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "7860"]\n',
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    },
  },
  {
    name: "names that only look like those of secrets",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci\nstartCommand: node server.js\nhealthCheckPath: /\nenvVars:\n  - key: NEXT_PRIVATE_SMTP_TRANSPORT\n    value: smtp-auth\n  - key: CREDENTIALS_MODE\n    value: include\n  - key: AWS_SECRET_REGION\n    value: eu-west-1\n  - key: CLERK_SECRET_KEY_SOURCE\n    value: dashboard\n  - key: PRIVATE_NETWORK\n    value: enabled",
      ),
      "server.js": 'require("http").createServer().listen(process.env.PORT);\n',
    },
  },
  {
    name: "a worker with its own metrics",
    files: {
      "render.yaml":
        "services:\n  - type: web\n    name: web\n    runtime: python\n    plan: starter\n    buildCommand: pip install -r requirements.txt\n    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\n    healthCheckPath: /\n  - type: worker\n    name: jobs\n    runtime: python\n    plan: starter\n    buildCommand: pip install -r requirements.txt\n    startCommand: python worker.py\n",
      "requirements.txt": "fastapi\nuvicorn\naiohttp\n",
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
      "worker.py": 'from aiohttp import web\n\nweb.run_app(web.Application(), host="127.0.0.1", port=9100)\n',
    },
  },
  {
    name: "a worker that runs a Flask command",
    files: {
      "render.yaml":
        "services:\n  - type: worker\n    name: jobs\n    runtime: python\n    plan: starter\n    buildCommand: pip install -r requirements.txt\n    startCommand: flask rq worker\n",
      "requirements.txt": "flask\nflask-rq2\n",
    },
  },
  {
    name: "the dedicated pooler with asyncpg on Fly",
    files: {
      "fly.toml": 'app = "shop"\n\n[env]\nPORT = "8000"\n\n[http_service]\ninternal_port = 8000\n',
      ".env.production":
        "DATABASE_URL=postgresql+asyncpg://postgres:secret@db.abcdefghijklmnopqrst.supabase.co:6543/postgres\n",
      Dockerfile: "FROM python:3.13\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "requirements.txt": "fastapi\nuvicorn\nsqlalchemy\nasyncpg\n",
      "main.py":
        'import os\nfrom fastapi import FastAPI\nfrom sqlalchemy.ext.asyncio import create_async_engine\n\napp = FastAPI()\nengine = create_async_engine(os.environ["DATABASE_URL"])\n',
    },
  },
  {
    name: "Prisma 7 with an adapter on the shared pooler",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci\nstartCommand: node server.js\nhealthCheckPath: /\nenvVars:\n  - key: DIRECT_URL\n    sync: false",
      ),
      ".env.production":
        "DATABASE_URL=postgresql://postgres.abcdefghijklmnopqrst:secret@aws-0-us-west-1.pooler.supabase.com:6543/postgres\n",
      "package.json":
        '{\n  "name": "app",\n  "scripts": { "start": "node server.js" },\n  "dependencies": { "@prisma/client": "7.10.1", "@prisma/adapter-pg": "7.10.1" }\n}\n',
      "prisma/schema.prisma": 'datasource db {\n  provider = "postgresql"\n}\n',
      "prisma.config.ts":
        'import { defineConfig, env } from "prisma/config";\n\nexport default defineConfig({ datasource: { url: env("DIRECT_URL") } });\n',
      "server.js":
        'const { PrismaPg } = require("@prisma/adapter-pg");\nconst { PrismaClient } = require("@prisma/client");\nconst adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL });\nconst prisma = new PrismaClient({ adapter });\nrequire("http").createServer().listen(process.env.PORT);\n',
    },
  },
  {
    name: "postgres.js without pipelining on the shared pooler",
    files: {
      ".env.production":
        "DATABASE_URL=postgres://postgres.abcdefghijklmnopqrst:secret@aws-0-us-west-1.pooler.supabase.com:6543/postgres?prepare=false&max_pipeline=0\n",
      "package.json": PACKAGE("node server.js"),
      "server.js":
        'const postgres = require("postgres");\nconst sql = postgres(process.env.DATABASE_URL);\nrequire("http").createServer().listen(process.env.PORT);\n',
    },
  },
  {
    name: "pgx with pool settings in its URL",
    files: {
      ".env.production":
        "DATABASE_URL=postgres://postgres.abcdefghijklmnopqrst:secret@aws-0-us-west-1.pooler.supabase.com:5432/postgres?pool_max_conns=10&pool_min_conns=1\n",
      "go.mod": "module example.com/app\n\ngo 1.24\n\nrequire github.com/jackc/pgx/v5 v5.7.0\n",
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n\n\t"github.com/jackc/pgx/v5/pgxpool"\n)\n\nfunc main() {\n\t_ = pgxpool.New\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
    },
  },
  {
    name: "a start script that execs a server",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: pip install -r requirements.txt\nstartCommand: bash start.sh\nhealthCheckPath: /",
      ),
      "requirements.txt": "fastapi\nuvicorn\n",
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
      "start.sh":
        '#!/usr/bin/env bash\nset -euo pipefail\n# migrate first\nalembic upgrade head\nexec uvicorn main:app --host 0.0.0.0 --port "${PORT:-8000}"\n',
    },
  },
  {
    name: "an entrypoint that hands over to its command",
    files: {
      Dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY . .\nENV PORT=8080\nENTRYPOINT ["./docker-entrypoint.sh"]\nCMD ["node", "server.js"]\n',
      "docker-entrypoint.sh":
        '#!/bin/sh\nset -e\nif [ -n "$MIGRATE" ]; then\n  npx prisma migrate deploy\nfi\nexec "$@"\n',
      "server.js": 'require("http").createServer().listen(process.env.PORT);\n',
      "tools/proxy.js": 'require("http").createServer().listen(5555, "127.0.0.1");\n',
    },
  },
  {
    name: "Go with net/http on Fly",
    files: {
      "fly.toml": 'app = "shop"\n\n[http_service]\ninternal_port = 8080\n',
      Dockerfile:
        'FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nFROM debian\nCOPY --from=build /app /app\nCMD ["/app"]\n',
      "go.mod": "module example.com/app\n\ngo 1.25\n",
      "main.go":
        'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n',
    },
  },
  {
    name: "Rails on Render",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: ruby\nbuildCommand: ./bin/render-build.sh\nstartCommand: bundle exec puma -C config/puma.rb\nhealthCheckPath: /up\nenvVars:\n  - key: RAILS_MASTER_KEY\n    sync: false",
      ),
      Gemfile: 'source "https://rubygems.org"\nruby "3.4.1"\ngem "rails"\ngem "puma"\ngem "pg"\n',
      "config/puma.rb": 'threads 3, 3\nport ENV.fetch("PORT", 3000)\nplugin :tmp_restart\n',
      "config/database.yml": "production:\n  adapter: postgresql\n  url: <%= ENV['DATABASE_URL'] %>\n",
    },
  },
  {
    name: "Spring Boot in an image",
    files: {
      Dockerfile:
        'FROM eclipse-temurin:21\nENV SERVER_PORT=8080\nEXPOSE 8080\nCMD ["java", "-jar", "app.jar"]\n',
      "src/main/resources/application.properties": "server.port=${PORT:8080}\n",
    },
  },
  {
    name: "ASP.NET in its own image",
    files: {
      Dockerfile:
        'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nENV ASPNETCORE_HTTP_PORTS=8080\nEXPOSE 8080\nENTRYPOINT ["dotnet", "app.dll"]\n',
    },
  },
  {
    name: "Phoenix release",
    files: {
      Dockerfile: 'FROM debian\nENV PHX_SERVER=true\nCMD ["/app/bin/server"]\n',
      "config/runtime.exs":
        'import Config\n\nconfig :app, AppWeb.Endpoint,\n  http: [ip: {0, 0, 0, 0, 0, 0, 0, 0}, port: String.to_integer(System.get_env("PORT") || "4000")]\n',
    },
  },
  {
    name: "Rust with axum",
    files: {
      Dockerfile: 'FROM rust:1.90\nCOPY . .\nRUN cargo build --release\nCMD ["./target/release/app"]\n',
      "Cargo.toml": '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2024"\n',
      "src/main.rs":
        'use std::env;\n\n#[tokio::main]\nasync fn main() {\n    let port = env::var("PORT").unwrap_or("3000".into());\n    let listener = tokio::net::TcpListener::bind(format!("0.0.0.0:{port}")).await.unwrap();\n}\n',
    },
  },
  {
    name: "Laravel with FrankenPHP",
    files: {
      Dockerfile: "FROM dunglas/frankenphp\nENV SERVER_NAME=:8080\nEXPOSE 8080\n",
      "public/index.php": "<?php\necho 1;\n",
    },
  },
  {
    name: "Streamlit with its settings in a file",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: pip install -r requirements.txt\nstartCommand: streamlit run app.py\nhealthCheckPath: /\nenvVars:\n  - key: PORT\n    value: 8501",
      ),
      "requirements.txt": "streamlit\n",
      "app.py": "import streamlit as st\n\nst.write(1)\n",
      ".streamlit/config.toml": '[server]\naddress = "0.0.0.0"\nport = 8501\n',
    },
  },
  {
    name: "SvelteKit with the Node adapter",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: node\nbuildCommand: npm ci && npm run build\nstartCommand: node build/index.js\nhealthCheckPath: /",
      ),
      "package.json":
        '{\n  "name": "app",\n  "scripts": { "build": "vite build", "start": "node build/index.js" },\n  "devDependencies": { "@sveltejs/adapter-node": "5.0.0" }\n}\n',
      "svelte.config.js":
        'import adapter from "@sveltejs/adapter-node";\nexport default { kit: { adapter: adapter() } };\n',
      "scripts/mock.js": 'require("express")().listen(3333, "localhost");\n',
    },
  },
  {
    name: "two projects that have nothing to do with each other",
    files: {
      "nginx-aspnet/compose.yaml":
        "services:\n  backend:\n    build: backend\n    ports: ['8000:8000']\n    environment:\n      PORT: 8000\n",
      "nginx-flask/compose.yaml":
        "services:\n  backend:\n    build: backend\n    ports: ['5000:5000']\n    environment:\n      PORT: 5000\n",
    },
  },
  {
    name: "a compose file for a developer's machine",
    files: {
      "compose.yaml":
        "services:\n  db:\n    image: mysql:9\n    environment:\n      MYSQL_DATABASE: example\n      MYSQL_PASSWORD: example\n  web:\n    build: .\n    ports: ['8000:8000']\n    command: uvicorn main:app --host 0.0.0.0 --port 8000\n",
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
    },
  },
  {
    name: "a Blueprint with everything that its schema allows",
    files: {
      "render.yaml":
        "services:\n  - type: web\n    name: api\n    runtime: python\n    plan: 1c-2g\n    region: frankfurt\n    buildCommand: pip install -r requirements.txt\n    startCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\n    preDeployCommand: alembic upgrade head\n    afterFirstDeployCommand: ./seed.sh\n    healthCheckPath: /health\n    maxShutdownDelaySeconds: 60\n    scaling:\n      minInstances: 1\n      maxInstances: 3\n      targetCPUPercent: 60\n    envVars:\n      - fromGroup: shared\n  - type: keyvalue\n    name: cache\n    plan: starter\n    ipAllowList: []\n    maxmemoryPolicy: allkeys-lru\n  - type: cron\n    name: nightly\n    runtime: python\n    plan: starter\n    schedule: '0 3 * * *'\n    buildCommand: pip install -r requirements.txt\n    startCommand: python nightly.py\nenvVarGroups:\n  - name: shared\n    envVars:\n      - key: LOG_LEVEL\n        value: info\ndatabases:\n  - name: db\n    plan: basic-256mb\n    diskSizeGB: 10\n",
      "requirements.txt": "fastapi\nuvicorn\nalembic\n",
      "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
      "nightly.py": "print(1)\n",
      "seed.sh": "#!/bin/sh\npython seed.py\n",
    },
  },
  {
    name: "Koa and Hapi that follow PORT",
    files: {
      "a/package.json": PACKAGE("node index.js"),
      "a/index.js":
        'const Koa = require("koa");\nconst web = new Koa();\nweb.listen(process.env.PORT || 3000);\n',
      "b/package.json": PACKAGE("node index.js"),
      "b/index.js":
        'const Hapi = require("@hapi/hapi");\nconst server = Hapi.server({ port: process.env.PORT, host: "0.0.0.0" });\nserver.start();\n',
    },
  },
  {
    name: "a default of code that the Blueprint overrides",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: pip install -r requirements.txt\nstartCommand: python app.py\nhealthCheckPath: /\nenvVars:\n  - key: HOST\n    value: 0.0.0.0",
      ),
      "requirements.txt": "fastapi\nuvicorn\n",
      "app.py":
        'import os\nimport uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    uvicorn.run(app, host=os.getenv("HOST", "127.0.0.1"), port=int(os.environ["PORT"]))\n',
    },
  },
  {
    name: "pydantic settings whose variables are all set",
    files: {
      "render.yaml": BLUEPRINT(
        "runtime: python\nbuildCommand: pip install -r requirements.txt\nstartCommand: uvicorn main:app --host 0.0.0.0 --port $PORT\nhealthCheckPath: /\nenvVars:\n  - key: DATABASE_URL\n    sync: false\n  - key: LOG_LEVEL\n    value: info",
      ),
      "requirements.txt": "fastapi\nuvicorn\npydantic-settings\n",
      "main.py":
        "from fastapi import FastAPI\nfrom settings import Settings\n\nsettings = Settings()\napp = FastAPI()\n",
      "settings.py":
        "from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    database_url: str\n    log_level: str\n",
    },
  },
];
