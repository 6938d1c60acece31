import {
  docker,
  ENCODING,
  IPV6,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  brokenBy as named,
  PLACEHOLDER,
  PORT,
  START,
  TENANT,
  brokenWeb as web,
} from "./batch";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DIRECT,
  elixir,
  go,
  IMAGE,
  node,
  OTHER,
  POOL,
  REF,
  ruby,
  rust,
  url,
} from "./written";

/**
 * The broken half of the ninth batch, sealed: written on 29 November 2026 before the eighth was run, and run at the end.
 * In the first run 38 of 40 were rejected by the right rule, and 2 undecided, as they have to be.
 */
export const NINTH_BROKEN: readonly SealedCase[] = [
  web(START, "gunicorn main:app --bind 0.0.0.0:$PORT --daemon && tail README.md"),
  web(START, "forever start -c 'node --max-old-space-size=400' server.js", node),
  web(START, "nohup ./api > api.log 2>&1 &", go),
  web(START, "docker compose -f compose.prod.yml up --build"),
  web(START, "service api start", docker),
  web(START, "celery multi start 2 -A app -l INFO"),
  web(START, "mix ecto.migrate", elixir),
  web(START, "cargo build --release", rust),
  web(START, "php artisan config:cache && php artisan route:cache", { ...bare, ...docker }),
  web(START, "at now -f start.sh"),
  web(LOOPBACK, "uvicorn --factory app:create --port $PORT --workers 2"),
  web(LOOPBACK, "python -m uvicorn app:app --host=localhost --port $PORT"),
  web(LOOPBACK, "npx vite preview --port $PORT", node),
  web(LOOPBACK, "astro preview --port $PORT", node),
  web(LOOPBACK, "hypercorn app:app --bind '[::1]:8000'"),
  web(LOOPBACK, "bundle exec thin start -a 127.0.0.1 -p $PORT", ruby),
  web(LOOPBACK, "php -S localhost:8000 -t public", { ...bare, ...docker }),
  web(LOOPBACK, "prefect server start --port $PORT"),
  web(PORT, "waitress-serve --listen=*:8080 main:app"),
  web(PORT, "uwsgi --http 0.0.0.0:9090 --module main:app"),
  web(PORT, "npx http-server dist -p 8080 -a 0.0.0.0", node),
  web(PORT, "PORT=3001 npx next start", node),
  web(PORT, "java -Dserver.port=8080 -jar app.jar", { driver: "pgjdbc", ...docker }),
  web(PORT, "uvicorn main:app --host 0.0.0.0", { variables: { UVICORN_PORT: "9000" } }),
  {
    rule: "unknown",
    command: null,
    properties: {
      runtimeSource: {
        docker: { repoUrl: "https://github.com/acme/api", dockerfilePath: "./deploy/Dockerfile" },
      },
    },
  },
  { rule: "unknown", command: null, properties: IMAGE, kind: "private" },
  { rule: LOOPBACK, kind: "private", command: "uvicorn main:app --port 9000" },
  { rule: START, kind: "worker", command: "celery -A app worker --detach" },
  { rule: START, kind: "cron", command: "npx serve dist", runtime: "node" },
  named(
    IPV6,
    { PGSERVICE: "main" },
    {
      driver: "psycopg",
      secretFiles: {
        ".pg_service.conf": `[main]\nhost=${DIRECT}\nport=5432\nuser=postgres\ndbname=postgres\n`,
      },
    },
  ),
  named(TENANT, { DATABASE_URL: `postgresql://postgres:k3JqL9vX@${POOL}/postgres` }),
  named(
    TENANT,
    { DATABASE_URL: `ecto://postgres:k3JqL9vX@${POOL}:5432/postgres` },
    { ...elixir, command: "bin/api start" },
  ),
  named(LOCAL, { DATABASE_URL: url("app", "db:5432/app") }),
  named(LOCAL, { DATABASE_URL: url("app", "0.0.0.0:5432/app") }, node),
  named(
    ENCODING,
    { DATABASE_URL: `postgresql://app.${REF}:k3?JqL9vX@${POOL}:5432/postgres` },
    { ...go, command: "./api" },
  ),
  named(MALFORMED, { DATABASE_URL: `postgres:/app.${REF}:k3JqL9vX@${POOL}:5432/postgres` }),
  named(
    "database/other-environment",
    { DATABASE_URL: url("app", "db.preview.acme.io/app") },
    { declared: BESIDE_STAGING },
  ),
  named(
    "database/other-environment",
    { SUPABASE_URL: `https://${OTHER}.supabase.co` },
    { declared: BESIDE_STAGING },
  ),
  named(PLACEHOLDER, { JWT_SECRET: "please-generate-a-long-random-string" }),
  named(PLACEHOLDER, { SMTP_PASSWORD: "<smtp-password>" }, { kind: "worker" }),
];
