// Longer than 200 lines: one list of small repositories of stacks that the other lists hold least of, written before the audit ran on them.
import { DOTNET, FLY, HONO, JAVA, LARAVEL, lines, POM, render } from "./least-held-parts";
import type { FaultyRepository } from "./repository";

export const FAULTY_LEAST: readonly FaultyRepository[] = [
  {
    name: "least held: Hono, and a start script of another name",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM node:22",
        "WORKDIR /app",
        "COPY . .",
        "RUN npm install",
        "ENV PORT=8080",
        'CMD ["npm", "run", "serve"]',
      ),
      "package.json": '{ "type": "module", "scripts": { "server": "node src/server.mjs" } }\n',
      "src/server.mjs": HONO,
    },
    finds: ["service/missing-script Dockerfile:6"],
  },
  {
    name: "least held: Spring Boot of Java 21 on a runtime of 17",
    files: { "fly.toml": FLY, Dockerfile: JAVA(17), "pom.xml": POM(21) },
    finds: ["service/runtime-version Dockerfile:6"],
  },
  {
    name: "least held: Litestar on the loopback by granian's default",
    files: {
      "render.yaml": render(
        "granian --interface asgi shop.app:app --port $PORT",
        "uv sync --locked",
        "python",
      ),
      "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["litestar", "granian"]\n',
      "uv.lock": '[[package]]\nname = "litestar"\n\n[[package]]\nname = "granian"\n',
      "shop/app.py": "from litestar import Litestar\n\napp = Litestar()\n",
    },
    finds: ["service/loopback-bind render.yaml:7"],
  },
  {
    name: "least held: uv's lock file that is not committed",
    files: {
      "render.yaml": render(
        "granian --interface asgi --host 0.0.0.0 --port $PORT shop.app:app",
        "uv sync --frozen",
        "python",
      ),
      "pyproject.toml": '[project]\nname = "shop"\ndependencies = ["litestar", "granian"]\n',
      "shop/app.py": "from litestar import Litestar\n\napp = Litestar()\n",
    },
    finds: ["service/missing-file render.yaml:6"],
  },
  {
    name: "least held: rocket without an address",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM rust:1.90 AS build",
        "WORKDIR /src",
        "COPY . .",
        "RUN cargo build --release",
        "",
        "FROM debian:bookworm-slim",
        "ENV ROCKET_PORT=8080",
        "COPY --from=build /src/target/release/shop /shop",
        'CMD ["/shop"]',
      ),
      "Cargo.toml":
        '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nrocket = "0.5"\n',
      "src/main.rs":
        "#[macro_use] extern crate rocket;\n\n#[launch]\nfn rocket() -> _ {\n    rocket::build()\n}\n",
    },
    finds: ["service/loopback-bind src/main.rs:5"],
  },
  {
    name: "least held: Cargo's locked build of a copied manifest",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM rust:1.90 AS build",
        "WORKDIR /src",
        "COPY Cargo.toml ./",
        "COPY src src",
        "RUN cargo build --release --locked",
        "",
        "FROM debian:bookworm-slim",
        "COPY --from=build /src/target/release/shop /shop",
        'CMD ["/shop"]',
      ),
      "Cargo.toml": '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n',
      "Cargo.lock": "version = 4\n",
      "src/main.rs": "fn main() {}\n",
    },
    finds: ["service/missing-file Dockerfile:5"],
  },
  {
    name: "least held: .NET 8 on a runtime of 9",
    files: {
      "fly.toml": FLY,
      ...DOTNET(8),
    },
    finds: ["service/runtime-version Dockerfile:6"],
  },
  {
    name: "least held: Django's release in another folder",
    files: {
      Procfile:
        "web: gunicorn --chdir site shop.wsgi --bind 0.0.0.0:$PORT\nrelease: python manage.py migrate\n",
      "requirements.txt": "django==5.2\ngunicorn==23.0.0\n",
      "site/manage.py": "import os\n",
      "site/shop/wsgi.py": "application = 1\n",
    },
    finds: ["service/missing-file Procfile:2"],
  },
  {
    name: "least held: waitress on Railway with a port of its own",
    files: {
      "railway.json":
        '{\n  "deploy": { "startCommand": "waitress-serve --host=127.0.0.1 --port=$PORT app:app" }\n}\n',
      "requirements.txt": "flask==3.1.0\nwaitress==3.0.2\n",
      "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
    finds: ["service/loopback-bind railway.json:2"],
  },
  {
    name: "least held: Caddy on another port than Fly's",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines("FROM caddy:2-alpine", "COPY Caddyfile /etc/caddy/Caddyfile", "COPY site /srv"),
      Caddyfile: ":9090 {\n\troot * /srv\n\tfile_server\n}\n",
      "site/index.html": "<p>Hello</p>\n",
    },
    finds: ["port/agreement Caddyfile:1"],
  },
  {
    name: "least held: Bun with a script that another package has",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM oven/bun:1",
        "WORKDIR /app",
        "COPY . .",
        "RUN bun install",
        'CMD ["bun", "run", "start:prod"]',
      ),
      "package.json": '{ "workspaces": ["apps/*"] }\n',
      "apps/api/package.json": '{ "name": "api", "scripts": { "start:prod": "bun src/index.ts" } }\n',
      "apps/api/src/index.ts":
        "Bun.serve({ port: 8080, hostname: '0.0.0.0', fetch: () => new Response('x') });\n",
    },
    finds: ["service/missing-script Dockerfile:5"],
  },
  {
    name: "least held: pipenv without its lock file",
    files: {
      "render.yaml": render(
        "gunicorn app:app --bind 0.0.0.0:$PORT",
        "pip install pipenv && pipenv sync --system",
        "python",
      ),
      Pipfile: '[packages]\nflask = "*"\ngunicorn = "*"\n',
      "app.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
    finds: ["service/missing-file render.yaml:6"],
  },
  {
    name: "least held: Laravel on the loopback in an image",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM php:8.4-cli",
        "WORKDIR /app",
        "COPY . .",
        'CMD ["php", "artisan", "serve", "--port=8080"]',
      ),
      "composer.json": LARAVEL,
      artisan: "#!/usr/bin/env php\n<?php\n",
    },
    finds: ["service/loopback-bind Dockerfile:4"],
  },
  {
    name: "least held: Sinatra with a port of its own",
    files: {
      "render.yaml": render(
        "ruby app.rb",
        "bundle install",
        "ruby",
        "    envVars:\n      - key: PORT\n        value: 8080\n",
      ),
      Gemfile: 'source "https://rubygems.org"\ngem "sinatra"\n',
      "Gemfile.lock": "GEM\n",
      "app.rb": 'require "sinatra"\nset :bind, "0.0.0.0"\nset :port, 4567\n',
    },
    finds: ["port/agreement app.rb:3"],
  },
  {
    name: "least held: Go's vendored packages that are not committed",
    files: {
      "fly.toml": FLY,
      Dockerfile: lines(
        "FROM golang:1.24 AS build",
        "WORKDIR /src",
        "COPY . .",
        "RUN go build -mod=vendor -o /app",
        "",
        "FROM debian:bookworm-slim",
        "COPY --from=build /app /app",
        'CMD ["/app"]',
      ),
      "go.mod": "module shop\n\ngo 1.24\n\nrequire github.com/go-chi/chi/v5 v5.2.0\n",
      "main.go": 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
    },
    finds: ["service/missing-file Dockerfile:4"],
  },
];
