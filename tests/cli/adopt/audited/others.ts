import { type AdoptedRepository, FASTAPI, GO_SERVER, PROJECT_LOCK } from "./adopted-repository";

const GO_MODULE = "module example.com/shop\n\ngo 1.25\n";

/** Go, Ruby, Elixir, Rust and .NET. */
export const OTHER_REPOSITORIES: readonly AdoptedRepository[] = [
  {
    name: "Go and a Blueprint",
    files: {
      "go.mod": GO_MODULE,
      "main.go": GO_SERVER,
      "render.yaml": `services:
  - type: web
    name: shop
    runtime: go
    plan: starter
    buildCommand: go build -tags netgo -ldflags '-s -w' -o app
    startCommand: ./app
    healthCheckPath: /health
`,
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Go in an image of two stages",
    files: {
      "go.mod": GO_MODULE,
      "main.go": GO_SERVER,
      Dockerfile:
        'FROM golang:1.25 AS build\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /shop .\n\nFROM gcr.io/distroless/static\nCOPY --from=build /shop /shop\nENTRYPOINT ["/shop"]\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Go and nothing that says how it starts",
    files: { "go.mod": GO_MODULE, "main.go": GO_SERVER },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Rails with puma's settings",
    files: {
      Gemfile:
        'source "https://rubygems.org"\n\nruby "3.4.5"\ngem "rails", "8.0.2"\ngem "puma", "6.6.1"\ngem "pg", "1.6.1"\n',
      "Gemfile.lock":
        "GEM\n  remote: https://rubygems.org/\n  specs:\n    pg (1.6.1)\n    puma (6.6.1)\n    rails (8.0.2)\n\nPLATFORMS\n  ruby\n  x86_64-linux\n\nDEPENDENCIES\n  pg (= 1.6.1)\n  puma (= 6.6.1)\n  rails (= 8.0.2)\n\nRUBY VERSION\n   ruby 3.4.5p51\n\nBUNDLED WITH\n   2.7.1\n",
      ".ruby-version": "3.4.5\n",
      Procfile: "release: bin/rails db:migrate\nweb: bundle exec puma -C config/puma.rb\n",
      "config/puma.rb": 'port ENV.fetch("PORT", 3000)\n',
      "config/database.yml": 'production:\n  url: <%= ENV["DATABASE_URL"] %>\n',
      "config.ru": 'require_relative "config/environment"\nrun Rails.application\n',
      "config/environment.rb": "# frozen_string_literal: true\n",
      "bin/rails": "#!/usr/bin/env ruby\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Phoenix with its own release's image",
    files: {
      "mix.exs":
        'defmodule Shop.MixProject do\n  use Mix.Project\n\n  def project do\n    [app: :shop, version: "1.0.0", elixir: "~> 1.18", deps: [{:phoenix, "1.8.0"}, {:bandit, "1.8.0"}]]\n  end\nend\n',
      "mix.lock": "%{}\n",
      "config/runtime.exs":
        'import Config\n\nconfig :shop, ShopWeb.Endpoint,\n  server: true,\n  http: [ip: {0, 0, 0, 0}, port: String.to_integer(System.fetch_env!("PORT"))],\n  secret_key_base: System.fetch_env!("SECRET_KEY_BASE")\n',
      Dockerfile:
        'FROM elixir:1.18 AS build\nENV MIX_ENV=prod\nWORKDIR /app\nCOPY . .\nRUN mix deps.get && mix release\n\nFROM debian:bookworm-slim\nCOPY --from=build /app/_build/prod/rel/shop /app\nCMD ["/app/bin/shop", "start"]\n',
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "Rust with axum",
    files: {
      "Cargo.toml":
        '[package]\nname = "shop"\nversion = "1.0.0"\nedition = "2024"\n\n[dependencies]\naxum = "0.8"\ntokio = { version = "1", features = ["full"] }\n',
      "Cargo.lock": 'version = 4\n\n[[package]]\nname = "shop"\nversion = "1.0.0"\n',
      "src/main.rs":
        'use axum::{Router, routing::get};\n\n#[tokio::main]\nasync fn main() {\n    let port = std::env::var("PORT").unwrap();\n    let app = Router::new().route("/health", get(|| async { "ok" }));\n    let listener = tokio::net::TcpListener::bind(format!("0.0.0.0:{port}")).await.unwrap();\n    axum::serve(listener, app).await.unwrap();\n}\n',
      "render.yaml":
        "services:\n  - type: web\n    name: shop\n    runtime: rust\n    plan: starter\n    buildCommand: cargo build --release\n    startCommand: ./target/release/shop\n    healthCheckPath: /health\n",
    },
    afterwards: PROJECT_LOCK,
  },
  {
    name: "an image that Fly runs",
    files: {
      "requirements.txt": "fastapi==0.116.1\nuvicorn==0.35.0\n",
      Dockerfile:
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nCMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8080"]\n',
      "fly.toml":
        'app = "shop"\nprimary_region = "fra"\n\n[http_service]\n  internal_port = 8080\n  force_https = true\n',
      "main.py": FASTAPI,
    },
    afterwards: PROJECT_LOCK,
  },
];
