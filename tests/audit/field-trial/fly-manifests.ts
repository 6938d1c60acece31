import type { TrialCase } from "./trial-case";

const LOOPBACK = "service/loopback-bind";
const AGREEMENT = "port/agreement";
const QUIET = [LOOPBACK, AGREEMENT, "port/hard-coded"];
const FAULT = "manifests of 29 November 2026";

const fly = (port: number, ...more: readonly string[]): string =>
  [
    "app = 'shop'",
    "primary_region = 'ams'",
    "[http_service]",
    `  internal_port = ${port}`,
    "  force_https = true",
    "  auto_stop_machines = 'stop'",
    "  min_machines_running = 0",
    "  processes = ['app']",
    "[[vm]]",
    "  memory = '1gb'",
    ...more,
    "",
  ].join("\n");
const PORT_8080 = ["[env]", "  PORT = '8080'"];

/** The older form, with a list of services. */
const older = (...more: readonly string[]): string =>
  [
    'app = "shop"',
    'kill_signal = "SIGINT"',
    "kill_timeout = 5",
    "processes = []",
    ...more,
    "[[services]]",
    "  http_checks = []",
    "  internal_port = 8080",
    '  processes = ["app"]',
    '  protocol = "tcp"',
    "  [[services.ports]]",
    '    handlers = ["tls", "http"]',
    "    port = 443",
    "",
  ].join("\n");

const plain = (title: string, files: TrialCase["files"], more: Partial<TrialCase> = {}): TrialCase => ({
  fault: FAULT,
  title,
  files,
  told: [],
  silent: QUIET,
  ...more,
});

const proxied = (port: number): TrialCase["files"] => ({
  "fly.toml": fly(port),
  Dockerfile:
    "FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nRUN apt-get update && apt-get install -y nginx\nCOPY nginx/conf.d/app.conf /etc/nginx/conf.d/app.conf\nEXPOSE 80 8000\nCMD service nginx start && uvicorn main:app --host 0.0.0.0 --port 8000\n",
  "nginx/conf.d/app.conf": "server {\n  listen 80;\n  location / { proxy_pass http://127.0.0.1:8000; }\n}\n",
  "main.py": "from fastapi import FastAPI\napp = FastAPI()\n",
  "requirements.txt": "uvicorn==0.34.0\nfastapi==0.115.0\n",
});

const process = (command: string): TrialCase["files"] => ({
  "fly.toml": older("[build]", '  builder = "heroku/buildpacks:20"', "[env]", '  PORT = "8080"'),
  Procfile: `web: ${command}\n`,
  "app.py": "from flask import Flask\napp = Flask(__name__)\n",
  "requirements.txt": "gunicorn==23.0.0\nflask==3.1.0\n",
});

const go = (address: string): TrialCase["files"] => ({
  "fly.toml": fly(8080, ...PORT_8080),
  "go.mod": "module qr\n\ngo 1.24\n",
  "main.go": `package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\t_ = os.Getenv("HOME")\n\thttp.ListenAndServe(${address}, nil)\n}\n`,
  Dockerfile: 'FROM golang:1.24\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD ["/app"]\n',
});

const rust = (address: string): TrialCase["files"] => ({
  "fly.toml": fly(8080),
  "Cargo.toml":
    '[package]\nname = "server"\nversion = "0.1.0"\n\n[dependencies]\naxum = "0.8"\ntokio = "1"\n',
  "src/main.rs": `#[tokio::main]\nasync fn main() {\n    let app = axum::Router::new();\n    let listener = tokio::net::TcpListener::bind("${address}").await.unwrap();\n    axum::serve(listener, app).await.unwrap();\n}\n`,
  Dockerfile:
    'FROM rust:1 AS build\nWORKDIR /src\nCOPY . .\nRUN cargo build --release\nFROM debian:12\nCOPY --from=build /src/target/release/server /server\nCMD ["/server"]\n',
});

const daphne = (host: string): TrialCase["files"] => ({
  "fly.toml": older(
    "[env]",
    '  DJANGO_SETTINGS_MODULE = "ration.settings"',
    "[deploy]",
    '  release_command = "poetry run python manage.py migrate"',
  ),
  "pyproject.toml":
    '[tool.poetry]\nname = "ration"\nversion = "1.0.0"\n\n[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "5.2"\ndaphne = "4.1.2"\n',
  "ration/__init__.py": "",
  "ration/asgi.py":
    "from django.core.asgi import get_asgi_application\napplication = get_asgi_application()\n",
  Dockerfile: `FROM python:3\nENV PYTHONUNBUFFERED 1\nWORKDIR /app\nCOPY . .\nRUN pip3 install poetry && poetry install --no-root\nENV DJANGO_SECRET_KEY "this is a secret key for building purposes"\nRUN poetry run python manage.py collectstatic --noinput\nCMD poetry run daphne -b ${host} -p 8080 ration.asgi:application\n`,
});

/** After the manifests of seven public repositories for Fly, and five with one fault; written before the audit ran on them. */
export const FLY_MANIFESTS: readonly TrialCase[] = [
  plain(
    "an image of others, which is told an address",
    {
      "fly.toml": fly(
        8080,
        "[build]",
        "  image = 'ghcr.io/acme/reader:latest'",
        "[env]",
        '  HOST = "127.0.0.1"',
      ),
      Dockerfile: 'FROM alpine:3.21.0\nCOPY reader ./\nEXPOSE 8080\nCMD [ "./reader" ]\n',
    },
    { silent: [AGREEMENT] },
  ),
  plain("nginx before uvicorn, and Fly asks uvicorn", proxied(8000)),
  plain("nginx before uvicorn, and Fly asks nginx", proxied(80), { silent: [LOOPBACK, AGREEMENT] }),
  plain("a Procfile in a buildpack", process("gunicorn app:app")),
  plain("a Procfile with another port", process("gunicorn -b 0.0.0.0:5000 app:app"), {
    told: [`error ${AGREEMENT} Procfile:1`],
    silent: [LOOPBACK],
  }),
  plain("Go that reads PORT", go('":" + os.Getenv("PORT")')),
  plain("Go on the loopback", go('"localhost:8080"'), {
    told: [`error ${LOOPBACK} main.go:10`],
    silent: [AGREEMENT],
  }),
  plain("an image that serves nothing", {
    "fly.toml": fly(8080, ...PORT_8080),
    Dockerfile:
      'FROM python:3.12.3\nWORKDIR /app\nCOPY . .\nRUN pip install -r requirements.txt\nENTRYPOINT ["dbt"]\nCMD ["build"]\n',
    "requirements.txt": "dbt-duckdb==1.9.0\n",
  }),
  plain("Rust on Fly's port", rust("0.0.0.0:8080")),
  plain("Rust on another port than Fly's", rust("0.0.0.0:3000"), {
    told: [`error ${AGREEMENT} src/main.rs:4`],
    silent: [LOOPBACK],
  }),
  plain("daphne through poetry, with a key for the build alone", daphne("0.0.0.0"), {
    silent: [...QUIET, "secret/in-image"],
  }),
  plain("daphne on the loopback", daphne("127.0.0.1"), {
    told: [`error ${LOOPBACK} Dockerfile:8`],
    silent: [AGREEMENT],
  }),
];
