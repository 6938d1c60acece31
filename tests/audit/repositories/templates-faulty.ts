import type { FaultyRepository } from "./repository";
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

const BIND = "service/loopback-bind";
const rails = RAILS('["./bin/rails", "server"]');
const dockerfile = String(rails.Dockerfile);
const FASTAPI =
  'import os\n\nfrom fastapi import FastAPI\n\napp = FastAPI()\nKEY = os.environ["STRIPE_KEY"]\n';
const PY =
  '[project]\nname = "orders"\nversion = "0.1.0"\nrequires-python = ">=3.12"\ndependencies = ["fastapi[standard]>=0.115", "uvicorn>=0.34"]\n';
const UV = (start: string): FaultyRepository["files"] => ({
  "pyproject.toml":
    '[project]\nname = "acme"\nversion = "0.1.0"\n\n[tool.uv.workspace]\nmembers = ["services/*"]\n',
  "services/orders/pyproject.toml": PY,
  "services/orders/orders/__init__.py": "",
  "services/orders/orders/main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
  "render.yaml": RENDER(
    "python",
    "rootDir: services/orders",
    "buildCommand: uv sync",
    `startCommand: ${start}`,
  ),
});

/** After the same templates, each with one fault; written and committed with them. */
export const FAULTY_TEMPLATES: readonly FaultyRepository[] = [
  {
    name: "Rails: puma's settings on loopback",
    files: {
      ...RAILS('["bundle", "exec", "puma", "-C", "config/puma.rb"]', 'bind "tcp://127.0.0.1:3000"\n'),
      "fly.toml": FLY(3000),
    },
    finds: [`${BIND} config/puma.rb:3`],
  },
  {
    name: "Rails: the server on loopback",
    files: { ...RAILS('["./bin/rails", "server", "-b", "127.0.0.1"]'), "fly.toml": FLY(3000) },
    finds: [`${BIND} Dockerfile:12`],
  },
  {
    name: "Rails: a migration in the stage that builds",
    files: {
      ...rails,
      Dockerfile: dockerfile.replace(
        "RUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile",
        "RUN ./bin/rails db:migrate",
      ),
      "fly.toml": FLY(3000),
    },
    finds: ["database/build-migrates Dockerfile:7"],
  },
  {
    name: "Rails: production's database on the dyno",
    files: {
      ...rails,
      Procfile: "web: bundle exec puma -C config/puma.rb\n",
      ".env.production": "DATABASE_URL=postgresql://shop:secret-of-shop@localhost:5432/shop\n",
    },
    finds: ["database/local-host .env.production:1"],
  },
  {
    name: "Laravel: Octane without a host",
    files: { ...LARAVEL('["php", "artisan", "octane:start", "--server=frankenphp"]'), "fly.toml": FLY(8000) },
    finds: [`${BIND} Dockerfile:6`],
  },
  {
    name: "Laravel: the developer's server",
    files: { ...LARAVEL('["php", "artisan", "serve", "--port=8000"]'), "fly.toml": FLY(8000) },
    finds: [`${BIND} Dockerfile:6`],
  },
  {
    name: "Laravel: debugging in production",
    files: {
      ...LARAVEL('["php", "artisan", "octane:frankenphp", "--host=0.0.0.0", "--port=8000"]'),
      "render.yaml": RENDER("docker", "envVars:", "  - key: APP_DEBUG", '    value: "true"'),
    },
    finds: ["environment/debug-in-production render.yaml:9"],
  },
  {
    name: "Phoenix: its endpoint on loopback",
    files: {
      ...PHOENIX("{127, 0, 0, 1}", 'String.to_integer(System.get_env("PORT") || "4000")'),
      "fly.toml": FLY(4000),
    },
    finds: [`${BIND} config/runtime.exs:13`],
  },
  {
    name: "Phoenix: another port than Fly's",
    files: { ...PHOENIX("{0, 0, 0, 0}", "4000"), "fly.toml": FLY(8080) },
    finds: ["port/agreement config/runtime.exs:8"],
  },
  {
    name: "Spring: its address on loopback",
    files: { ...SPRING("server.address=127.0.0.1\n"), "fly.toml": FLY(8080) },
    finds: [`${BIND} src/main/resources/application.properties:1`],
  },
  {
    name: "Spring: another port than Fly's",
    files: { ...SPRING("server.port=8081\n"), "fly.toml": FLY(8080) },
    finds: ["port/agreement src/main/resources/application.properties:1"],
  },
  {
    name: "Spring: a port of its own on Heroku",
    files: {
      ...SPRING("server.port=8080\n"),
      Procfile: "web: java -jar build/libs/shop.jar\n",
      "app.json": '{ "name": "shop" }\n',
    },
    finds: ["port/hard-coded src/main/resources/application.properties:1"],
  },
  {
    name: "ASP.NET: URLs on localhost in the image",
    files: { ...ASPNET("app.Run();", "ASPNETCORE_URLS=http://localhost:8080"), "fly.toml": FLY(8080) },
    finds: [`${BIND} Dockerfile:8`],
  },
  {
    name: "ASP.NET: a URL on localhost in code",
    files: { ...ASPNET('app.Run("http://localhost:8080");'), "fly.toml": FLY(8080) },
    finds: [`${BIND} Program.cs:4`],
  },
  {
    name: "axum: loopback",
    files: {
      ...AXUM('    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await.unwrap();'),
      "fly.toml": FLY(3000),
    },
    finds: [`${BIND} src/main.rs:6`],
  },
  {
    name: "axum: loopback with PORT filled in",
    files: {
      ...AXUM(
        '    let port = std::env::var("PORT").unwrap();\n    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}")).await.unwrap();',
      ),
      "render.yaml": RENDER(
        "rust",
        "buildCommand: cargo build --release",
        "startCommand: ./target/release/shop",
      ),
    },
    finds: [`${BIND} src/main.rs:7`],
  },
  {
    name: "chi: localhost with PORT",
    files: {
      ...CHI('"localhost:"+port', "build:\n\tgo build -o bin/server ./cmd/server\n"),
      "render.yaml": RENDER("go", "buildCommand: make build", "startCommand: ./bin/server"),
    },
    finds: [`${BIND} cmd/server/main.go:17`],
  },
  {
    name: "chi: a Makefile that sets PORT over the platform's",
    files: {
      ...CHI('":"+port', "run:\n\tPORT=3000 go run ./cmd/server\n"),
      Procfile: "web: make run\n",
      "app.json": '{ "name": "shop" }\n',
    },
    finds: ["port/hard-coded Makefile:2"],
  },
  {
    name: "turbo: a workspace on loopback",
    files: {
      "package.json": pkg("acme", {}, {}, { private: true, workspaces: ["apps/*"] }),
      "turbo.json": "{}\n",
      "apps/api/package.json": pkg(
        "@acme/api",
        { build: "tsc", start: "node dist/index.js" },
        { express: "^5.1.0" },
      ),
      "apps/api/src/index.ts": LISTEN('process.env.PORT, "127.0.0.1"'),
      "render.yaml": RENDER(
        "node",
        "buildCommand: npm ci && npx turbo run build",
        "startCommand: npx turbo run start --filter=@acme/api",
      ),
    },
    finds: [`${BIND} apps/api/src/index.ts:5`],
  },
  {
    name: "pnpm: a workspace at another port",
    files: {
      "package.json": pkg("acme", {}, {}, { private: true }),
      "pnpm-workspace.yaml": "packages:\n  - apps/*\n",
      "apps/api/package.json": pkg("api", { start: "node server.mjs" }, { express: "^5.1.0" }),
      "apps/api/server.mjs": LISTEN("4000"),
      "render.yaml": RENDER(
        "node",
        "buildCommand: pnpm install",
        "startCommand: pnpm --filter api start",
        "envVars:",
        "  - key: PORT",
        '    value: "8080"',
      ),
    },
    finds: ["port/agreement apps/api/server.mjs:5"],
  },
  {
    name: "nx: a Nest server on localhost",
    files: {
      "package.json": pkg("acme", {}, { "@nestjs/core": "^11.0.0" }, { private: true }),
      "nx.json": "{}\n",
      "apps/api/project.json": '{ "name": "api" }\n',
      "apps/api/src/main.ts":
        'import { NestFactory } from "@nestjs/core";\nimport { AppModule } from "./app/app.module";\n\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule);\n  const port = process.env.PORT || 3000;\n  await app.listen(port, "localhost");\n}\nbootstrap();\n',
      "apps/api/src/app/app.module.ts": "export class AppModule {}\n",
      Dockerfile:
        'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci && npx nx build api\nCMD ["node", "dist/apps/api/main.js"]\n',
      "fly.toml": FLY(3000),
    },
    finds: [`${BIND} apps/api/src/main.ts:7`],
  },
  {
    name: "uv: an application that is not there",
    files: UV("uv run uvicorn orders.main:application --host 0.0.0.0 --port $PORT"),
    finds: ["service/missing-application render.yaml:9"],
  },
  {
    name: "uv: the developer's server",
    files: UV("uv run fastapi dev orders/main.py --port $PORT"),
    finds: [`${BIND} render.yaml:9`],
  },
  {
    name: "Bun: localhost",
    files: {
      "package.json": pkg("shop", { start: "bun src/index.ts" }, { hono: "^4.7.0" }),
      "src/index.ts":
        'import { Hono } from "hono";\n\nconst app = new Hono();\n\nexport default { port: Number(process.env.PORT ?? 3000), hostname: "localhost", fetch: app.fetch };\n',
      Dockerfile: 'FROM oven/bun:1.2\nWORKDIR /app\nCOPY . .\nRUN bun install\nCMD ["bun", "src/index.ts"]\n',
      "fly.toml": FLY(3000),
    },
    finds: [`${BIND} src/index.ts:5`],
  },
  {
    name: "Deno: its own serve on loopback",
    files: {
      "main.ts": 'export default { fetch: () => new Response("ok") };\n',
      Dockerfile:
        'FROM denoland/deno:2.2.0\nWORKDIR /app\nCOPY . .\nCMD ["deno", "serve", "--allow-net", "--host", "127.0.0.1", "--port", "8000", "main.ts"]\n',
      "fly.toml": FLY(8000),
    },
    finds: [`${BIND} Dockerfile:4`],
  },
  {
    name: "a Procfile alone: gunicorn on loopback",
    files: {
      Procfile: "web: gunicorn shop.wsgi --bind 127.0.0.1:8000\n",
      "requirements.txt": "django==5.2\ngunicorn==23.0.0\n",
      "manage.py": "import os\n",
      "shop/__init__.py": "",
      "shop/wsgi.py": "application = object()\n",
    },
    finds: [`${BIND} Procfile:1`],
  },
  {
    name: "a Procfile alone: a port of Node's own",
    files: {
      Procfile: "web: node index.js\n",
      "package.json": pkg("shop", { start: "node index.js" }, { express: "^4.21.0" }),
      "index.js":
        'const express = require("express");\n\nexpress()\n  .get("/up", (_, answer) => answer.send("ok"))\n  .listen(5006);\n',
    },
    finds: ["port/hard-coded index.js:5"],
  },
  {
    name: "compose alone: a PORT that nothing publishes",
    files: {
      "docker-compose.yml":
        'services:\n  app:\n    build: .\n    ports:\n      - "3000:3000"\n    environment:\n      - PORT=4000\n',
      Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["npm", "start"]\n',
      "package.json": pkg("shop", { start: "node server.mjs" }, { express: "^5.1.0" }),
      "server.mjs": LISTEN("process.env.PORT"),
    },
    finds: ["port/agreement docker-compose.yml:5"],
  },
  {
    name: "compose alone: a variable that is set nowhere",
    files: {
      "compose.yaml":
        'services:\n  api:\n    build: .\n    ports: ["8000:8000"]\n    environment:\n      LOG_LEVEL: info\n',
      Dockerfile:
        'FROM python:3.13\nWORKDIR /app\nCOPY . .\nRUN pip install fastapi uvicorn\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]\n',
      "requirements.txt": "fastapi==0.115.12\nuvicorn==0.34.0\n",
      "main.py": FASTAPI,
    },
    finds: ["environment/missing-variable main.py:6"],
  },
  {
    name: "compose alone: a container that asks itself for its database",
    files: {
      "compose.production.yaml":
        "services:\n  api:\n    build: .\n    environment:\n      DATABASE_URL: postgresql://shop:shop@localhost:5432/shop\n  db:\n    image: postgres:17\n",
      Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "server.js"]\n',
      "package.json": pkg("shop", { start: "node server.js" }, { pg: "^8.16.0" }),
      "server.js":
        'const { Pool } = require("pg");\nnew Pool({ connectionString: process.env.DATABASE_URL });\nrequire("http").createServer().listen(process.env.PORT || 3000);\n',
    },
    finds: ["database/local-host compose.production.yaml:5"],
  },
];
