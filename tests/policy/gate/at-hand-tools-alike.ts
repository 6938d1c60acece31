import {
  type AtHandCase,
  CELERY,
  express,
  fastapi,
  gunicorn,
  native,
  npm,
  PIP,
  requirements,
  site,
  uvicorn,
} from "./at-hand-form";

/** Commands whose files are not where they are looked for at first, and are found all the same. Written before the first run. */
const NODE = { runtime: "node" } as const;
const ENV = "from alembic import context\n";
const FLASK =
  'from flask import Flask\nfrom flask_migrate import Migrate\n\napp = Flask(__name__)\nMigrate(app, None, directory="db/migrations")\n\n\n@app.get("/health")\ndef health():\n    return {}\n';

export const AT_HAND_ALIKE_TOOLS: readonly AtHandCase[] = [
  {
    title: "Flask's migrations in the folder that the code names",
    command: gunicorn("app:app"),
    properties: native(PIP, "python", { preDeployCommand: "flask db upgrade" }),
    files: {
      "app.py": FLASK,
      "db/migrations/env.py": ENV,
      "requirements.txt": "flask==3.1.0\nflask-migrate==4.0.7\ngunicorn==23.0.0\n",
    },
  },
  {
    title: "Bun that runs a file without a package",
    ...NODE,
    command: "bun run server.ts",
    properties: native("true", "node"),
    files: {
      "server.ts":
        'Bun.serve({ port: process.env.PORT, hostname: "0.0.0.0", fetch: () => new Response("ok") });\n',
    },
  },
  {
    title: "Bundler by an env group's Gemfile",
    command: "bundle exec puma -p $PORT config.ru",
    runtime: "ruby",
    group: { BUNDLE_GEMFILE: "gems/Gemfile.production" },
    properties: native("bundle install", "ruby"),
    files: {
      "config.ru": "run ->(env) { [200, {}, []] }\n",
      "gems/Gemfile.production": 'gem "puma"\n',
      "app.rb": "",
    },
  },
  {
    title: "a package without __init__.py",
    kind: "worker",
    command: "python -m jobs",
    properties: native(PIP),
    files: { "jobs/__main__.py": "print(1)\n", "requirements.txt": requirements() },
  },
  {
    title: "Celery of a folder without __init__.py",
    kind: "worker",
    command: "celery -A jobs.app worker",
    properties: native(PIP),
    files: { "jobs/app.py": CELERY, "requirements.txt": requirements() },
  },
  {
    title: "Celery of a folder by its name alone",
    kind: "worker",
    command: "celery -A jobs worker",
    properties: native(PIP),
    files: { "jobs/celery.py": CELERY, "requirements.txt": requirements() },
  },
  {
    title: "a Gemfile above the root directory",
    command: "bundle exec puma -p $PORT config.ru",
    runtime: "ruby",
    properties: native("bundle install", "ruby", { rootDirectory: "api" }),
    files: {
      Gemfile: 'gem "puma"\n',
      "Gemfile.lock": "",
      "api/config.ru": "run ->(env) { [200, {}, []] }\n",
    },
  },
  {
    title: "Go of a workspace above",
    command: "./app",
    runtime: "go",
    properties: native("go build -o app .", "go", { rootDirectory: "services/api" }),
    files: {
      "go.mod": "module example.com/acme\n\ngo 1.25\n",
      "services/api/main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
    },
  },
  {
    title: "a project that the build clones",
    command: uvicorn("main:app"),
    properties: native("git clone https://github.com/acme/core && cd core && poetry install && cd .."),
    files: { "main.py": fastapi() },
  },
  {
    title: "a project that the build goes to, by a variable",
    ...NODE,
    command: "node apps/api/server.js",
    variables: { APP: "apps/api" },
    properties: native("cd $APP && npm ci && npm run build", "node"),
    files: {
      ...npm({ build: "tsc" }, { express: "4.21.0" }, { express: "4.21.0" }, "apps/api/"),
      "apps/api/server.js": express(),
    },
  },
  {
    title: "Prisma by a workspace's own schema",
    ...NODE,
    command: "node server.js",
    properties: native("npm ci && npx prisma generate", "node"),
    files: {
      ...npm({ start: "node server.js" }, { express: "4.21.0", prisma: "6.0.0" }),
      "package.json": JSON.stringify({
        name: "acme",
        version: "1.0.0",
        prisma: { schema: "db/schema.prisma" },
        dependencies: { express: "4.21.0", prisma: "6.0.0" },
      }),
      "db/schema.prisma": 'generator client {\n  provider = "prisma-client-js"\n}\n',
      "server.js": express(),
    },
  },
  {
    title: "a site of a workspace without a build of its own",
    kind: "static",
    properties: site("apps/web/dist", "corepack enable && pnpm install && pnpm --filter web build"),
    files: {
      "package.json": JSON.stringify({ private: true }),
      "pnpm-workspace.yaml": "packages:\n  - apps/*\n",
      "apps/web/package.json": JSON.stringify({
        name: "web",
        scripts: { build: "vite build" },
        devDependencies: { vite: "6.0.0" },
      }),
    },
  },
  {
    title: "an import that is tried",
    command: uvicorn("main:app"),
    properties: native(PIP),
    files: {
      "main.py": `try:\n    from Models import User\nexcept ImportError:\n    from models import User\n\nUser\n${fastapi()}`,
      "models.py": "class User:\n    pass\n",
      "requirements.txt": requirements(),
    },
  },
  {
    title: "a service's image in which another folder is the application's",
    command: null,
    properties: { runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } } },
    others: [
      {
        kind: "worker",
        command: "python -m worker",
        properties: {
          runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } },
        },
      },
    ],
    files: {
      Dockerfile:
        "FROM python:3.12\nWORKDIR /srv\nCOPY backend/ .\nRUN pip install -r requirements.txt\nCMD uvicorn main:app --host 0.0.0.0 --port $PORT\n",
      "backend/main.py": fastapi(),
      "backend/worker.py": "print(1)\n",
      "backend/requirements.txt": requirements(),
    },
  },
];
