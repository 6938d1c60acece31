import type { Shape } from "./shape";

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const START = "start=uvicorn main:app --host 0.0.0.0 --port";

/** Repositories that a platform's manifest or a process file describes. */
export const MANIFESTS: readonly Shape[] = [
  {
    what: "Django with a Procfile of three processes and a release",
    files: {
      Procfile:
        "release: python manage.py migrate\nweb: gunicorn config.wsgi\nworker: celery -A config worker\nbeat: celery -A config beat\n",
      "requirements.txt": "django==5.1\ngunicorn==23.0.0\ncelery==5.4.0\n",
      "manage.py": "import os\n",
      "config/__init__.py": "",
      "config/wsgi.py":
        "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n",
    },
    adopted: {
      ROOT: "web runtime=python build=pip install -r requirements.txt preDeploy=python manage.py migrate start=gunicorn config.wsgi port=8000",
      worker: "worker runtime=python build=pip install -r requirements.txt start=celery -A config worker",
      beat: "worker runtime=python build=pip install -r requirements.txt start=celery -A config beat",
    },
    errors: [],
  },
  {
    what: "a fly.toml of two processes whose port is another",
    files: {
      "fly.toml":
        'app = "shop"\n\n[processes]\napp = "uvicorn main:app --host 0.0.0.0 --port 8000"\nworker = "celery -A main worker"\n\n[http_service]\ninternal_port = 8080\nprocesses = ["app"]\n',
      Dockerfile: "FROM python:3.12\nCOPY . .\nRUN pip install -r requirements.txt\n",
      "requirements.txt": "uvicorn==0.30.0\nfastapi==0.115.0\ncelery==5.4.0\n",
      "main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
    },
    adopted: {
      shop: `web runtime=docker ${START} 8000 port=8000`,
      worker: "worker runtime=docker start=celery -A main worker",
    },
    errors: ["port/agreement"],
  },
  {
    what: "a railway.json whose start command binds the machine itself",
    files: {
      "railway.json": json({
        build: { builder: "NIXPACKS" },
        deploy: { startCommand: "uvicorn main:app --port $PORT" },
      }),
      "requirements.txt": "uvicorn==0.30.0\nfastapi==0.115.0\n",
      "main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
    },
    adopted: {
      ROOT: "web runtime=python build=pip install -r requirements.txt start=uvicorn main:app --port $PORT port=8000",
    },
    errors: ["service/loopback-bind"],
  },
  {
    what: "Rails with a Procfile and a lock file of Node's for its pages",
    files: {
      Procfile:
        "web: bundle exec puma -C config/puma.rb\nworker: bundle exec sidekiq\nrelease: bundle exec rails db:migrate\n",
      Gemfile: 'source "https://rubygems.org"\ngem "rails", "~> 7.2"\ngem "pg"\ngem "puma"\n',
      "package.json": json({ private: true, scripts: { build: "esbuild app/javascript/*.js" } }),
      "yarn.lock": "# yarn lockfile v1\n",
      "config/puma.rb": 'port ENV.fetch("PORT", 3000)\n',
    },
    adopted: {
      ROOT: "web runtime=ruby build=bundle install preDeploy=bundle exec rails db:migrate start=bundle exec puma -C config/puma.rb port=8000",
      worker: "worker runtime=ruby build=bundle install start=bundle exec sidekiq",
    },
    errors: [],
  },
  {
    what: "Go with a Procfile that starts and migrates by programs of cmd/",
    files: {
      Procfile: "web: ./bin/server\nrelease: ./bin/migrate up\n",
      "go.mod": "module acme.com/ledger\n\ngo 1.25\n",
      "cmd/server/main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
      "cmd/migrate/main.go": "package main\n\nfunc main() {}\n",
      // As npm has installed these packages there: no service of Node's.
      "package.json": json({ devDependencies: { portcullis: "file:portcullis-0.1.0.tgz" } }),
      "package-lock.json": "{}",
    },
    adopted: {
      ROOT: "web runtime=go build=go build -tags netgo -ldflags '-s -w' -o bin/ ./cmd/server ./cmd/migrate preDeploy=./bin/migrate up start=./bin/server port=8000",
    },
    errors: [],
  },
  {
    what: "Elixir without a lock file, by its start command",
    files: {
      Procfile: "web: MIX_ENV=prod mix phx.server\n",
      "mix.exs": "defmodule Shop.MixProject do\nend\n",
    },
    adopted: {
      ROOT: "web runtime=elixir build=mix deps.get --only prod && MIX_ENV=prod mix compile start=MIX_ENV=prod mix phx.server port=8000",
    },
    errors: [],
  },
  {
    what: "a script of Ruby that no manifest describes",
    files: { Procfile: "web: ./serve\n", serve: "#!/bin/sh\nexec ruby app.rb\n", "app.rb": "puts 1\n" },
    adopted: { ROOT: "web runtime=ruby start=./serve port=8000" },
    errors: [],
  },
  {
    what: "Node on Heroku with an app.json and a script for production",
    files: {
      Procfile: "web: npm run start:prod\nworker: node worker.js\n",
      "app.json": json({ name: "shop", env: { LOG_LEVEL: { value: "info" } } }),
      "package.json": json({
        name: "shop",
        scripts: { "start:prod": "node server.js", build: "tsc" },
        dependencies: { express: "4.19.2" },
      }),
      "package-lock.json": "{}",
      "server.js": 'require("express")().listen(process.env.PORT);\n',
      "worker.js": "setInterval(() => {}, 1000);\n",
    },
    adopted: {
      ROOT: "web runtime=node build=npm ci && npm run build start=npm run start:prod port=8000",
      worker: "worker runtime=node build=npm ci && npm run build start=node worker.js",
    },
    errors: [],
  },
  {
    what: "Rails with puma and sidekiq",
    files: {
      Procfile:
        "web: bundle exec puma -C config/puma.rb\nworker: bundle exec sidekiq\nrelease: bin/rails db:migrate\n",
      Gemfile: 'source "https://rubygems.org"\ngem "rails"\ngem "puma"\ngem "sidekiq"\n',
      "Gemfile.lock": "GEM\n  specs:\n    puma (6.4.2)\n    rails (7.2.0)\n    sidekiq (7.3.0)\n",
      "config/puma.rb": 'port ENV.fetch("PORT") { 3000 }\n',
    },
    adopted: {
      ROOT: "web runtime=ruby build=bundle install preDeploy=bin/rails db:migrate start=bundle exec puma -C config/puma.rb port=8000",
      worker: "worker runtime=ruby build=bundle install start=bundle exec sidekiq",
    },
    errors: [],
  },
  {
    what: "a pnpm workspace of an API, a site and a package between them",
    files: {
      "package.json": json({ name: "shop", private: true, packageManager: "pnpm@9.12.0" }),
      "pnpm-workspace.yaml": "packages:\n  - apps/*\n  - packages/*\n",
      "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
      "apps/api/package.json": json({
        name: "@shop/api",
        scripts: { build: "tsc", start: "node dist/server.js" },
        dependencies: { fastify: "5.0.0", "@shop/shared": "workspace:*" },
      }),
      "apps/api/src/server.ts":
        'import fastify from "fastify";\nconst app = fastify();\napp.get("/healthz", async () => ({}));\nvoid app.listen({ port: Number(process.env.PORT), host: "0.0.0.0" });\n',
      "apps/web/package.json": json({
        name: "@shop/web",
        scripts: { build: "next build", start: "next start" },
        dependencies: { next: "15.0.0", "@shop/shared": "workspace:*" },
      }),
      "packages/shared/package.json": json({ name: "@shop/shared", main: "index.js" }),
      "packages/shared/index.js": "module.exports = {};\n",
    },
    adopted: {
      api: "web rootDirectory=apps/api runtime=node build=pnpm install --frozen-lockfile && pnpm run build start=pnpm start port=8000",
      web: "web rootDirectory=apps/web runtime=node build=pnpm install --frozen-lockfile && pnpm run build start=pnpm start port=8000",
    },
    errors: [],
  },
];
