import type { Files } from "../written-folder";

/** Pieces of well-known templates, in own words: what differs between a sound repository and a faulty one is an argument. */
export const FLY = (port: number, ...more: readonly string[]): string =>
  [
    'app = "shop"',
    "",
    ...more,
    "[http_service]",
    `  internal_port = ${port}`,
    "  force_https = true",
    "",
  ].join("\n");

export const RENDER = (runtime: string, ...more: readonly string[]): string =>
  [
    "services:",
    "  - type: web",
    "    name: shop",
    `    runtime: ${runtime}`,
    "    plan: starter",
    "    healthCheckPath: /up",
    ...more.map((line) => `    ${line}`),
    "",
  ].join("\n");

export const GEMFILE =
  'source "https://rubygems.org"\n\ngem "rails", "~> 8.0"\ngem "pg", "~> 1.5"\ngem "puma", ">= 6.0"\ngem "kamal", require: false\ngem "thruster", require: false\n';

export const RAILS = (command: string, puma = 'port ENV.fetch("PORT", 3000)\n', exposed = 80): Files => ({
  Gemfile: GEMFILE,
  "config/puma.rb": `threads_count = ENV.fetch("RAILS_MAX_THREADS", 3)\nthreads threads_count, threads_count\n${puma}plugin :tmp_restart\n`,
  "config/database.yml":
    'default: &default\n  adapter: postgresql\n  pool: <%= ENV.fetch("RAILS_MAX_THREADS") { 5 } %>\n\nproduction:\n  <<: *default\n  url: <%= ENV["DATABASE_URL"] %>\n',
  "config/routes.rb":
    'Rails.application.routes.draw do\n  get "up" => "rails/health#show", as: :rails_health_check\nend\n',
  "bin/docker-entrypoint":
    '#!/bin/bash -e\nif [ "${@: -2:1}" == "./bin/rails" ] && [ "${@: -1:1}" == "server" ]; then\n  ./bin/rails db:prepare\nfi\nexec "${@}"\n',
  Dockerfile: `FROM docker.io/library/ruby:3.4-slim AS base\nWORKDIR /rails\nENV RAILS_ENV="production"\nFROM base AS build\nCOPY . .\nRUN bundle install\nRUN SECRET_KEY_BASE_DUMMY=1 ./bin/rails assets:precompile\nFROM base\nCOPY --from=build /rails /rails\nENTRYPOINT ["/rails/bin/docker-entrypoint"]\nEXPOSE ${exposed}\nCMD ${command}\n`,
});

export const LARAVEL = (command: string): Files => ({
  "composer.json":
    '{ "require": { "php": "^8.3", "laravel/framework": "^12.0", "laravel/octane": "^2.8" } }\n',
  artisan: "#!/usr/bin/env php\n<?php\n",
  "config/octane.php": "<?php\n\nreturn ['server' => env('OCTANE_SERVER', 'frankenphp')];\n",
  Dockerfile: `FROM dunglas/frankenphp:php8.3\nWORKDIR /app\nCOPY . .\nRUN composer install --no-dev\nEXPOSE 8000\nCMD ${command}\n`,
});

export const PHOENIX = (ip: string, port: string): Files => ({
  "mix.exs":
    'defmodule Shop.MixProject do\n  use Mix.Project\n  def project, do: [app: :shop, version: "0.1.0", deps: deps()]\n  defp deps, do: [{:phoenix, "~> 1.8"}, {:bandit, "~> 1.5"}, {:ecto_sql, "~> 3.12"}, {:postgrex, ">= 0.0.0"}]\nend\n',
  "config/runtime.exs": `import Config\n\nif System.get_env("PHX_SERVER") do\n  config :shop, ShopWeb.Endpoint, server: true\nend\n\nif config_env() == :prod do\n  port = ${port}\n\n  config :shop, ShopWeb.Endpoint,\n    url: [host: System.get_env("PHX_HOST"), port: 443, scheme: "https"],\n    http: [\n      ip: ${ip},\n      port: port\n    ]\nend\n`,
  "rel/overlays/bin/server":
    '#!/bin/sh\nset -eu\n\ncd -P -- "$(dirname -- "$0")"\nPHX_SERVER=true exec ./shop start\n',
  Dockerfile:
    'FROM hexpm/elixir:1.18.3-erlang-27.3-debian-bookworm AS builder\nWORKDIR /app\nCOPY . .\nRUN mix deps.get --only prod && mix release\nFROM debian:bookworm-slim\nWORKDIR /app\nCOPY --from=builder /app/_build/prod/rel/shop ./\nCMD ["/app/bin/server"]\n',
});

export const SPRING = (properties: string, command = '["java", "-jar", "/app.jar"]'): Files => ({
  "build.gradle":
    "plugins {\n  id 'java'\n  id 'org.springframework.boot' version '3.5.0'\n}\ndependencies {\n  implementation 'org.springframework.boot:spring-boot-starter-web'\n  runtimeOnly 'org.postgresql:postgresql'\n}\n",
  "settings.gradle": "rootProject.name = 'shop'\n",
  "src/main/resources/application.properties": properties,
  "src/main/java/com/acme/ShopApplication.java":
    "package com.acme;\n\n@SpringBootApplication\npublic class ShopApplication {\n  public static void main(String[] args) { SpringApplication.run(ShopApplication.class, args); }\n}\n",
  Dockerfile: `FROM eclipse-temurin:21 AS build\nCOPY . .\nRUN ./gradlew bootJar\nFROM eclipse-temurin:21-jre\nCOPY --from=build build/libs/shop.jar /app.jar\nENTRYPOINT ${command}\n`,
});

export const ASPNET = (program: string, ...env: readonly string[]): Files => ({
  "Shop.csproj":
    '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup>\n  <ItemGroup><PackageReference Include="Npgsql" Version="9.0.3" /></ItemGroup>\n</Project>\n',
  "Program.cs": `var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapGet("/up", () => "ok");\n${program}\n`,
  "Properties/launchSettings.json":
    '{ "profiles": { "http": { "commandName": "Project", "applicationUrl": "http://localhost:5139" } } }\n',
  Dockerfile: `FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -c Release -o /out\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nWORKDIR /app\nCOPY --from=build /out .\n${env.map((line) => `ENV ${line}\n`).join("")}ENTRYPOINT ["dotnet", "Shop.dll"]\n`,
});

export const AXUM = (listen: string): Files => ({
  "Cargo.toml":
    '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2024"\n\n[dependencies]\naxum = "0.8"\ntokio = { version = "1", features = ["full"] }\nsqlx = { version = "0.8", features = ["postgres", "runtime-tokio"] }\n',
  "src/main.rs": `use axum::{routing::get, Router};\n\n#[tokio::main]\nasync fn main() {\n    let app = Router::new().route("/up", get(|| async { "ok" }));\n${listen}\n    axum::serve(listener, app).await.unwrap();\n}\n`,
  Dockerfile:
    'FROM rust:1.86 AS build\nWORKDIR /app\nCOPY . .\nRUN cargo build --release\nFROM debian:bookworm-slim\nCOPY --from=build /app/target/release/shop /usr/local/bin/shop\nCMD ["shop"]\n',
});

export const CHI = (address: string, makefile: string): Files => ({
  "go.mod": "module github.com/acme/shop\n\ngo 1.24\n\nrequire github.com/go-chi/chi/v5 v5.2.1\n",
  "cmd/server/main.go": `package main\n\nimport (\n\t"net/http"\n\t"os"\n\n\t"github.com/go-chi/chi/v5"\n)\n\nfunc main() {\n\tr := chi.NewRouter()\n\tr.Get("/up", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("ok")) })\n\tport := os.Getenv("PORT")\n\tif port == "" {\n\t\tport = "8080"\n\t}\n\thttp.ListenAndServe(${address}, r)\n}\n`,
  Makefile: makefile,
});

export const pkg = (
  name: string,
  scripts: Readonly<Record<string, string>>,
  dependencies: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): string => `${JSON.stringify({ name, ...more, scripts, dependencies }, null, 2)}\n`;

export const LISTEN = (argument: string): string =>
  `import express from "express";\n\nconst app = express();\napp.get("/up", (_, answer) => answer.send("ok"));\napp.listen(${argument});\n`;
