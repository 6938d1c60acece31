import type { SmallRepository } from "./repository";
import {
  ASPNET,
  AXUM,
  CHI,
  FLY,
  LARAVEL,
  LISTEN,
  PHOENIX,
  pkg,
  RAILS,
  RENDER,
  SPRING,
} from "./template-parts";

const KAMAL =
  "service: shop\nimage: acme/shop\nservers:\n  web:\n    - 192.0.2.10\nproxy:\n  ssl: true\n  host: shop.example.com\nregistry:\n  username: acme\n  password:\n    - KAMAL_REGISTRY_PASSWORD\nenv:\n  secret:\n    - RAILS_MASTER_KEY\n  clear:\n    SOLID_QUEUE_IN_PUMA: true\n";
const PY = (name: string): string =>
  `[project]\nname = "${name}"\nversion = "0.1.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi>=0.115", "uvicorn>=0.34", "asyncpg>=0.30"]\n`;
const FASTAPI =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/up")\ndef up() -> str:\n    return "ok"\n';

/**
 * After well-known templates; written on 29 November 2026, and committed before the audit was run on any of them. The
 * first run was right on 28 of these 30 (an error on one of them), and on 22 of the 30 faulty ones. EXPOSE of the Rails
 * service on Fly named another port than it opens, and is corrected.
 */
export const SOUND_TEMPLATES: readonly SmallRepository[] = [
  {
    name: "Rails by Kamal, behind Thruster",
    files: {
      ...RAILS('["./bin/thrust", "./bin/rails", "server"]'),
      "config/deploy.yml": KAMAL,
      ".kamal/secrets":
        "KAMAL_REGISTRY_PASSWORD=$KAMAL_REGISTRY_PASSWORD\nRAILS_MASTER_KEY=$(cat config/master.key)\n",
    },
  },
  {
    name: "Rails on Fly, without Thruster",
    files: {
      ...RAILS('["./bin/rails", "server"]', undefined, 3000),
      "fly.toml": FLY(3000, "[deploy]", '  release_command = "./bin/rails db:prepare"', ""),
    },
  },
  {
    name: "Rails on Render by puma's settings",
    files: {
      ...RAILS('["./bin/rails", "server"]'),
      "render.yaml": RENDER(
        "ruby",
        "buildCommand: bundle install && bundle exec rails assets:precompile && bundle exec rails db:migrate",
        "startCommand: bundle exec puma -C config/puma.rb",
        "envVars:",
        "  - key: RAILS_MASTER_KEY",
        "    sync: false",
      ),
    },
  },
  {
    name: "Rails on Heroku",
    files: {
      ...RAILS('["./bin/rails", "server"]'),
      Procfile:
        "web: bundle exec puma -C config/puma.rb\nrelease: bundle exec rails db:migrate\nworker: bundle exec sidekiq\n",
      "app.json": '{ "name": "shop", "env": { "RAILS_MASTER_KEY": { "required": true } } }\n',
    },
  },
  {
    name: "Laravel on Octane and FrankenPHP",
    files: {
      ...LARAVEL('["php", "artisan", "octane:frankenphp", "--host=0.0.0.0", "--port=8000"]'),
      "fly.toml": FLY(8000),
    },
  },
  {
    name: "Laravel on Heroku",
    files: {
      "composer.json": '{ "require": { "php": "^8.3", "laravel/framework": "^12.0" } }\n',
      artisan: "#!/usr/bin/env php\n<?php\n",
      Procfile: "web: vendor/bin/heroku-php-apache2 public/\nworker: php artisan queue:work\n",
      ".env.example":
        "APP_NAME=Laravel\nAPP_ENV=local\nAPP_KEY=\nDB_CONNECTION=pgsql\nDB_HOST=127.0.0.1\nDB_PORT=5432\nDB_DATABASE=shop\nDB_USERNAME=postgres\nDB_PASSWORD=\n",
    },
  },
  {
    name: "Phoenix by its release",
    files: {
      ...PHOENIX("{0, 0, 0, 0, 0, 0, 0, 0}", 'String.to_integer(System.get_env("PORT") || "4000")'),
      "fly.toml": FLY(8080, "[env]", '  PORT = "8080"', '  PHX_HOST = "shop.fly.dev"', ""),
    },
  },
  {
    name: "Phoenix on Render",
    files: {
      ...PHOENIX("{0, 0, 0, 0}", 'String.to_integer(System.get_env("PORT") || "4000")'),
      "render.yaml": RENDER(
        "elixir",
        "buildCommand: ./build.sh",
        "startCommand: _build/prod/rel/shop/bin/shop start",
        "envVars:",
        "  - key: PHX_SERVER",
        '    value: "true"',
        "  - key: SECRET_KEY_BASE",
        "    generateValue: true",
      ),
      "build.sh":
        "#!/usr/bin/env bash\nset -o errexit\nmix deps.get --only prod\nMIX_ENV=prod mix release --overwrite\n",
    },
  },
  {
    name: "Spring with Gradle, that takes PORT",
    files: {
      ...SPRING("server.port=${PORT:8080}\nspring.datasource.url=${JDBC_DATABASE_URL}\n"),
      "fly.toml": FLY(8080),
    },
  },
  {
    name: "Spring with Gradle on Heroku",
    files: {
      ...SPRING("server.port=${PORT:8080}\n"),
      Procfile: "web: java -Dserver.port=$PORT -jar build/libs/shop.jar\n",
      "system.properties": "java.runtime.version=21\n",
    },
  },
  {
    name: "Spring's developer profile on loopback",
    files: {
      ...SPRING("server.port=8080\n"),
      "src/main/resources/application-dev.properties": "server.address=127.0.0.1\nserver.port=9090\n",
      "fly.toml": FLY(8080),
    },
  },
  { name: "ASP.NET in its official image", files: { ...ASPNET("app.Run();"), "fly.toml": FLY(8080) } },
  {
    name: "ASP.NET that takes PORT in code",
    files: {
      ...ASPNET(
        'var port = Environment.GetEnvironmentVariable("PORT") ?? "8080";\napp.Run($"http://0.0.0.0:{port}");',
      ),
      "render.yaml": RENDER("docker"),
    },
  },
  {
    name: "axum that takes PORT",
    files: {
      ...AXUM(
        '    let port = std::env::var("PORT").unwrap_or_else(|_| "3000".into());\n    let listener = tokio::net::TcpListener::bind(format!("0.0.0.0:{port}")).await.unwrap();',
      ),
      "render.yaml": RENDER(
        "rust",
        "buildCommand: cargo build --release",
        "startCommand: ./target/release/shop",
      ),
    },
  },
  {
    name: "axum at Fly's port",
    files: {
      ...AXUM('    let listener = tokio::net::TcpListener::bind("0.0.0.0:8080").await.unwrap();'),
      "fly.toml": FLY(8080),
    },
  },
  {
    name: "chi with a Makefile for developers",
    files: {
      ...CHI(
        '":"+port',
        "run:\n\tPORT=3000 go run ./cmd/server\n\ndev:\n\tair -c .air.toml\n\nbuild:\n\tgo build -o bin/server ./cmd/server\n\nmigrate:\n\tmigrate -database postgres://localhost:5432/shop?sslmode=disable up\n",
      ),
      "render.yaml": RENDER("go", "buildCommand: make build", "startCommand: ./bin/server"),
    },
  },
  {
    name: "chi with a profiler beside it",
    files: {
      ...CHI('":"+port', "build:\n\tgo build -o bin/server ./cmd/server\n"),
      "cmd/server/profile.go":
        'package main\n\nimport (\n\t"net/http"\n\t_ "net/http/pprof"\n)\n\nfunc init() {\n\tgo func() { http.ListenAndServe("localhost:6060", nil) }()\n}\n',
      Procfile: "web: bin/server\n",
      "app.json": '{ "name": "shop" }\n',
    },
  },
  {
    name: "turbo with an API and a web",
    files: {
      "package.json": pkg(
        "acme",
        { build: "turbo run build", dev: "turbo run dev" },
        {},
        { private: true, workspaces: ["apps/*", "packages/*"], packageManager: "npm@10.9.2" },
      ),
      "turbo.json": '{ "tasks": { "build": { "outputs": ["dist/**"] }, "dev": { "persistent": true } } }\n',
      "apps/api/package.json": pkg(
        "@acme/api",
        { build: "tsc", start: "node dist/index.js", dev: "tsx watch src/index.ts" },
        { express: "^5.1.0" },
      ),
      "apps/api/src/index.ts": LISTEN("process.env.PORT || 4000"),
      "apps/web/package.json": pkg(
        "@acme/web",
        { build: "next build", start: "next start", dev: "next dev --port 3001" },
        { next: "15.3.0", react: "19.1.0" },
      ),
      "render.yaml": `services:\n  - type: web\n    name: api\n    runtime: node\n    plan: starter\n    healthCheckPath: /up\n    buildCommand: npm ci && npx turbo run build --filter=@acme/api\n    startCommand: npm run start --workspace=@acme/api\n  - type: web\n    name: web\n    runtime: node\n    plan: starter\n    healthCheckPath: /\n    buildCommand: npm ci && npx turbo run build --filter=@acme/web\n    startCommand: npm run start --workspace=@acme/web\n`,
    },
  },
  {
    name: "nx with a Nest server",
    files: {
      "package.json": pkg(
        "acme",
        { start: "nx serve" },
        { "@nestjs/core": "^11.0.0", "@nestjs/platform-express": "^11.0.0" },
        { private: true },
      ),
      "nx.json": "{}\n",
      "apps/api/project.json":
        '{ "name": "api", "targets": { "serve": { "executor": "@nx/js:node" }, "build": { "executor": "@nx/webpack:webpack" } } }\n',
      "apps/api/src/main.ts":
        'import { NestFactory } from "@nestjs/core";\nimport { AppModule } from "./app/app.module";\n\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  const port = process.env.PORT || 3000;\n  await app.listen(port);\n}\nbootstrap();\n',
      "apps/api/src/app/app.module.ts": "export class AppModule {}\n",
      Dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npx nx build api\nCMD ["node", "dist/apps/api/main.js"]\n',
      "fly.toml": FLY(3000),
    },
  },
  {
    name: "uv's workspace of two services",
    files: {
      "pyproject.toml":
        '[project]\nname = "acme"\nversion = "0.1.0"\nrequires-python = ">=3.12"\n\n[tool.uv.workspace]\nmembers = ["services/*"]\n',
      "services/orders/pyproject.toml": PY("orders"),
      "services/orders/orders/main.py": FASTAPI,
      "services/orders/orders/__init__.py": "",
      "services/stock/pyproject.toml": PY("stock"),
      "services/stock/stock/main.py": FASTAPI,
      "services/stock/stock/__init__.py": "",
      "render.yaml":
        "services:\n  - type: web\n    name: orders\n    runtime: python\n    plan: starter\n    rootDir: services/orders\n    healthCheckPath: /up\n    buildCommand: uv sync\n    startCommand: uv run uvicorn orders.main:app --host 0.0.0.0 --port $PORT\n  - type: web\n    name: stock\n    runtime: python\n    plan: starter\n    rootDir: services/stock\n    healthCheckPath: /up\n    buildCommand: uv sync\n    startCommand: uv run uvicorn stock.main:app --host 0.0.0.0 --port $PORT\n",
    },
  },
  {
    name: "pnpm's workspace with a worker",
    files: {
      "package.json": pkg("acme", {}, {}, { private: true, packageManager: "pnpm@10.8.0" }),
      "pnpm-workspace.yaml": "packages:\n  - apps/*\n",
      "apps/api/package.json": pkg("api", { start: "node server.mjs" }, { express: "^5.1.0" }),
      "apps/api/server.mjs": LISTEN("process.env.PORT ?? 3000"),
      "apps/jobs/package.json": pkg("jobs", { start: "node worker.mjs" }, { bullmq: "^5.0.0" }),
      "apps/jobs/worker.mjs":
        'import { createServer } from "node:http";\nimport { Worker } from "bullmq";\n\nnew Worker("orders", async () => {}, { connection: { url: process.env.REDIS_URL } });\ncreateServer((_, answer) => answer.end("metrics")).listen(9100, "127.0.0.1");\n',
      Procfile: "web: pnpm --filter api start\nworker: pnpm --filter jobs start\n",
      "app.json": '{ "name": "acme" }\n',
    },
  },
  {
    name: "Hono on Bun",
    files: {
      "package.json": pkg(
        "shop",
        { dev: "bun run --hot src/index.ts", start: "bun src/index.ts" },
        { hono: "^4.7.0" },
      ),
      "src/index.ts":
        'import { Hono } from "hono";\n\nconst app = new Hono();\napp.get("/up", (c) => c.text("ok"));\n\nexport default { port: Number(process.env.PORT ?? 3000), fetch: app.fetch };\n',
      Dockerfile:
        'FROM oven/bun:1.2\nWORKDIR /app\nCOPY . .\nRUN bun install --production\nEXPOSE 3000\nCMD ["bun", "src/index.ts"]\n',
      "fly.toml": FLY(3000),
    },
  },
  {
    name: "Deno by its own serve",
    files: {
      "deno.json":
        '{ "tasks": { "start": "deno serve --allow-net --allow-env main.ts", "dev": "deno serve --watch --port 5000 main.ts" } }\n',
      "main.ts": 'export default { fetch: () => new Response("ok") } satisfies Deno.ServeDefaultExport;\n',
      Dockerfile:
        'FROM denoland/deno:2.2.0\nWORKDIR /app\nCOPY . .\nCMD ["serve", "--allow-net", "--port", "8000", "main.ts"]\n',
      "fly.toml": FLY(8000),
    },
  },
  {
    name: "a Procfile alone, with Django and celery",
    files: {
      Procfile:
        "web: gunicorn shop.wsgi --log-file -\nworker: celery -A shop worker -l info\nbeat: celery -A shop beat\nrelease: python manage.py migrate\n",
      "requirements.txt":
        "django==5.2\ngunicorn==23.0.0\ncelery==5.5.0\npsycopg[binary]==3.2.6\ndj-database-url==2.3.0\n",
      ".python-version": "3.13\n",
      "manage.py": "import os\n",
      "shop/__init__.py": "",
      "shop/wsgi.py": "application = object()\n",
      "shop/settings.py":
        'import os\n\nimport dj_database_url\n\nDEBUG = os.environ.get("DEBUG") == "1"\nALLOWED_HOSTS = [".herokuapp.com"]\nSECRET_KEY = os.environ["SECRET_KEY"]\nDATABASES = {"default": dj_database_url.config(conn_max_age=600)}\n',
    },
  },
  {
    name: "a Procfile alone, with Node",
    files: {
      Procfile: "web: node index.js\n",
      "package.json": pkg(
        "shop",
        { start: "node index.js" },
        { express: "^4.21.0" },
        { engines: { node: "22.x" } },
      ),
      "index.js":
        'const express = require("express");\n\nconst PORT = process.env.PORT || 5006;\n\nexpress()\n  .get("/up", (_, answer) => answer.send("ok"))\n  .listen(PORT, () => console.log(`Listening on ${PORT}`));\n',
    },
  },
  {
    name: "compose alone, with its database and cache",
    files: {
      "compose.yaml":
        'services:\n  api:\n    build: ./api\n    ports: ["8000:8000"]\n    environment:\n      DATABASE_URL: postgresql+asyncpg://shop:shop@db:5432/shop\n      REDIS_URL: redis://cache:6379/0\n    depends_on: [db, cache]\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_USER: shop\n      POSTGRES_PASSWORD: shop\n      POSTGRES_DB: shop\n  cache:\n    image: redis:7\n',
      "api/Dockerfile":
        'FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nEXPOSE 8000\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "api/requirements.txt": "fastapi==0.115.12\nuvicorn==0.34.0\nsqlalchemy==2.0.40\nasyncpg==0.30.0\n",
      "api/main.py": `import os\n\nfrom sqlalchemy.ext.asyncio import create_async_engine\n${FASTAPI}\nengine = create_async_engine(os.environ["DATABASE_URL"])\n`,
    },
  },
  {
    name: "compose alone, behind Caddy",
    files: {
      "docker-compose.yml":
        'services:\n  proxy:\n    image: caddy:2\n    ports: ["80:80", "443:443"]\n    volumes: ["./Caddyfile:/etc/caddy/Caddyfile"]\n  app:\n    build: .\n    expose: ["3000"]\n    environment:\n      - PORT=3000\n',
      Caddyfile: "shop.example.com {\n  reverse_proxy app:3000\n}\n",
      Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["npm", "start"]\n',
      "package.json": pkg("shop", { start: "node server.mjs" }, { express: "^5.1.0" }),
      "server.mjs": LISTEN("process.env.PORT"),
    },
  },
  {
    name: "compose for developers beside Fly",
    files: {
      "compose.yaml":
        "services:\n  app:\n    build: .\n    command: npm run dev -- --host 0.0.0.0 --port 5173\n    ports: ['5173:5173']\n    environment:\n      DATABASE_URL: postgresql://shop:shop@db:5432/shop\n  db:\n    image: postgres:17\n",
      "package.json": pkg(
        "shop",
        { dev: "vite", build: "vite build", start: "node build" },
        { "@sveltejs/kit": "^2.20.0", "@sveltejs/adapter-node": "^5.2.0", vite: "^6.3.0" },
      ),
      "svelte.config.js":
        'import adapter from "@sveltejs/adapter-node";\n\nexport default { kit: { adapter: adapter() } };\n',
      "vite.config.ts":
        'import { sveltekit } from "@sveltejs/kit/vite";\n\nexport default { plugins: [sveltekit()], server: { host: "127.0.0.1", port: 5173 } };\n',
      Dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nEXPOSE 3000\nCMD ["node", "build"]\n',
      "fly.toml": FLY(3000),
    },
  },
  {
    name: "Remix with Prisma and a migration before each deploy",
    files: {
      "package.json": pkg(
        "shop",
        {
          build: "remix vite:build",
          start: "remix-serve ./build/server/index.js",
          migrate: "prisma migrate deploy",
        },
        { "@remix-run/serve": "^2.16.0", "@prisma/client": "^6.5.0", prisma: "^6.5.0" },
      ),
      "prisma/schema.prisma":
        'datasource db {\n  provider = "postgresql"\n  url      = env("DATABASE_URL")\n}\n\ngenerator client {\n  provider = "prisma-client-js"\n}\n',
      "render.yaml": `${RENDER(
        "node",
        "buildCommand: npm ci && npx prisma generate && npm run build",
        "preDeployCommand: npm run migrate",
        "startCommand: npm start",
        "envVars:",
        "  - key: DATABASE_URL",
        "    fromDatabase: { name: shop-db, property: connectionString }",
      )}databases:\n  - name: shop-db\n    plan: basic-256mb\n`,
    },
  },
  {
    name: "an image for Cloud Run by its service file",
    files: {
      "service.yaml":
        "apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: shop\nspec:\n  template:\n    spec:\n      containers:\n        - image: europe-docker.pkg.dev/acme/shop/shop:latest\n          ports:\n            - containerPort: 8080\n",
      Dockerfile:
        "FROM python:3.13\nENV PYTHONUNBUFFERED=1\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nCMD exec gunicorn --bind :$PORT --workers 1 --threads 8 --timeout 0 main:app\n",
      "requirements.txt": "Flask==3.1.0\ngunicorn==23.0.0\n",
      "main.py":
        'import os\n\nfrom flask import Flask\n\napp = Flask(__name__)\n\n\n@app.route("/up")\ndef up():\n    return "ok"\n\n\nif __name__ == "__main__":\n    app.run(debug=True, host="0.0.0.0", port=int(os.environ.get("PORT", 8080)))\n',
    },
  },
];
