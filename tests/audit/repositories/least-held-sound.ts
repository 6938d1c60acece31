// Longer than 200 lines: one list of small repositories of stacks that the other lists hold least of, written before the audit ran on them.
import { DOTNET, FLY, fly, HONO, JAVA, LARAVEL, LOCK, lines, POM, render } from "./least-held-parts";
import type { SmallRepository } from "./repository";

export const SOUND_LEAST: readonly SmallRepository[] = [
  {
    name: "least held: Laravel with Octane on Fly",
    files: {
      "fly.toml": fly("php artisan migrate --force"),
      Dockerfile: lines(
        "FROM dunglas/frankenphp:1-php8.4",
        "WORKDIR /app",
        "COPY . .",
        "RUN composer install --no-dev",
        'CMD ["php", "artisan", "octane:frankenphp", "--host=0.0.0.0", "--port=8080"]',
      ),
      "composer.json": LARAVEL,
      artisan: "#!/usr/bin/env php\n<?php\n",
      "public/index.php": "<?php\n",
    },
  },
  {
    name: "least held: Hono on Node with pnpm",
    files: {
      "render.yaml": render(
        "node src/server.mjs",
        "corepack enable && pnpm install --frozen-lockfile",
        "node",
      ),
      "package.json":
        '{ "type": "module", "dependencies": { "hono": "4.9.0", "@hono/node-server": "1.19.0" } }\n',
      "pnpm-lock.yaml": "lockfileVersion: '9.0'\n",
      "src/server.mjs": HONO,
    },
  },
  {
    name: "least held: Spring Boot of Java 17 on a runtime of 21",
    files: { "fly.toml": FLY, Dockerfile: JAVA(21), "pom.xml": POM(17) },
  },
  {
    name: "least held: Litestar with granian and uv",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM ghcr.io/astral-sh/uv:python3.13-bookworm-slim",
        "WORKDIR /app",
        "COPY pyproject.toml uv.lock ./",
        "RUN uv sync --locked --no-install-project",
        "COPY . .",
        'CMD ["uv", "run", "granian", "--interface", "asgi", "--host", "0.0.0.0", "--port", "8080", "shop.app:app"]',
      ),
      "pyproject.toml":
        '[project]\nname = "shop"\nrequires-python = ">=3.12"\ndependencies = ["litestar", "granian"]\n',
      "uv.lock":
        '[[package]]\nname = "litestar"\n\n[[package]]\nname = "granian"\n\n[[package]]\nname = "shop"\n',
      "shop/app.py": "from litestar import Litestar\n\napp = Litestar()\n",
    },
  },
  {
    name: "least held: Sinatra with puma",
    files: {
      "render.yaml": render("bundle exec puma -b tcp://0.0.0.0:$PORT", "bundle install", "ruby"),
      Gemfile: 'source "https://rubygems.org"\ngem "sinatra"\ngem "puma"\n',
      "Gemfile.lock": "GEM\n",
      "config.ru": 'require "./app"\nrun Sinatra::Application\n',
      "app.rb": 'require "sinatra"\n',
    },
  },
  {
    name: "least held: Rust's rocket with a locked build",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM rust:1.90 AS build",
        "WORKDIR /src",
        "COPY Cargo.toml Cargo.lock ./",
        "COPY src src",
        "RUN cargo build --release --locked",
        "",
        "FROM debian:bookworm-slim",
        "ENV ROCKET_ADDRESS=0.0.0.0 ROCKET_PORT=8080",
        "COPY --from=build /src/target/release/shop /shop",
        'CMD ["/shop"]',
      ),
      "Cargo.toml":
        '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nrocket = "0.5"\n',
      "Cargo.lock": "version = 4\n",
      "src/main.rs": "#[macro_use] extern crate rocket;\n\n#[launch]\nfn rocket() -> _ { rocket::build() }\n",
    },
  },
  {
    name: "least held: Go that vendors",
    files: {
      "render.yaml": render("./app", "go build -mod=vendor -o app", "go"),
      "go.mod": "module shop\n\ngo 1.24\n\nrequire github.com/go-chi/chi/v5 v5.2.0\n",
      "vendor/modules.txt": "# github.com/go-chi/chi/v5 v5.2.0\n",
      "main.go":
        'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() { http.ListenAndServe(":"+os.Getenv("PORT"), nil) }\n',
    },
  },
  {
    name: "least held: .NET 9 by minimal hosting",
    files: {
      "fly.toml": FLY,
      ...DOTNET(9),
    },
  },
  {
    name: "least held: Express in a stage that copies a built package on",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM node:22 AS build",
        "WORKDIR /src",
        "COPY package*.json ./",
        "RUN npm ci",
        "COPY . .",
        "RUN npm run build",
        "",
        "FROM node:22-slim",
        "WORKDIR /app",
        "COPY --from=build /src/package.json ./",
        "COPY --from=build /src/node_modules node_modules",
        "COPY --from=build /src/dist dist",
        "ENV PORT=8080",
        'CMD ["npm", "run", "start:prod"]',
      ),
      "package.json":
        '{ "scripts": { "build": "tsc", "start:prod": "node dist/index.js" }, "devDependencies": { "typescript": "5.9.3" } }\n',
      "package-lock.json": LOCK,
      "tsconfig.json": '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }\n',
      "src/index.ts":
        'import { createServer } from "node:http";\n\ncreateServer().listen(Number(process.env.PORT));\n',
    },
  },
  {
    name: "least held: Django with a release in a script",
    files: {
      Procfile: "web: gunicorn shop.wsgi --bind 0.0.0.0:$PORT\nrelease: ./scripts/release.sh\n",
      "scripts/release.sh": "#!/bin/sh\npython manage.py migrate\n",
      "requirements.txt": "django==5.2\ngunicorn==23.0.0\n",
      "manage.py": "import os\n",
      "shop/wsgi.py": "application = 1\n",
    },
  },
  {
    name: "least held: a signing key that a test makes",
    files: {
      "render.yaml": render("node server.js", "npm ci", "node"),
      "package.json": '{ "dependencies": { "express": "5.1.0" } }\n',
      "package-lock.json": LOCK,
      "server.js":
        'const jwtSecret = process.env.JWT_SECRET;\nif (!jwtSecret) throw new Error("JWT_SECRET is not set");\nrequire("express")().listen(process.env.PORT);\n',
      "tests/auth.js": 'const secret = "abc";\n',
    },
  },
  {
    name: "least held: Flask by waitress on Railway",
    files: {
      "railway.json":
        '{ "deploy": { "startCommand": "waitress-serve --host=0.0.0.0 --port=$PORT app:app" } }\n',
      "requirements.txt": "flask==3.1.0\nwaitress==3.0.2\n",
      "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
  },
  {
    name: "least held: Caddy for files",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines("FROM caddy:2-alpine", "COPY Caddyfile /etc/caddy/Caddyfile", "COPY site /srv"),
      Caddyfile: ":8080 {\n\troot * /srv\n\tfile_server\n}\n",
      "site/index.html": "<p>Hello</p>\n",
    },
  },
  {
    name: "least held: Bun with a workspace at the top",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM oven/bun:1",
        "WORKDIR /app",
        "COPY . .",
        "RUN bun install --frozen-lockfile",
        "WORKDIR /app/apps/api",
        'CMD ["bun", "run", "start:prod"]',
      ),
      "package.json": '{ "workspaces": ["apps/*"] }\n',
      "bun.lock": "{}\n",
      "apps/api/package.json": '{ "name": "api", "scripts": { "start:prod": "bun src/index.ts" } }\n',
      "apps/api/src/index.ts":
        "Bun.serve({ port: 8080, hostname: '0.0.0.0', fetch: () => new Response('x') });\n",
    },
  },
  {
    name: "least held: pipenv with its lock file",
    files: {
      "render.yaml": render(
        "gunicorn app:app --bind 0.0.0.0:$PORT",
        "pip install pipenv && pipenv sync --system",
        "python",
      ),
      Pipfile: '[packages]\nflask = "*"\ngunicorn = "*"\n',
      "Pipfile.lock": "{}\n",
      "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
  },
];
