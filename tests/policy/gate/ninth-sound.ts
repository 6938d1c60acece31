import { docker, soundBy as named, soundWeb as web } from "./batch";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  elixir,
  go,
  IMAGE,
  node,
  POOL,
  REF,
  ruby,
  rust,
  SESSION,
  url,
} from "./written";

/**
 * The sound half of the ninth batch, sealed: written on 29 November 2026 before the eighth was run, and run at the end.
 * In the first run 39 of 40 passed. The other one was written wrong: its component declared 8000, and its command
 * opens 9000.
 */
export const NINTH_SOUND: readonly SealedCase[] = [
  web("gunicorn main:app --bind 0.0.0.0:$PORT --daemon=false"),
  web("forever server.js", node),
  web("nohup ./api", go),
  web("./service --port $PORT --host 0.0.0.0", go),
  web("bin/api start", elixir),
  web("mix ecto.migrate && mix phx.server", elixir),
  web("cargo run --release", rust),
  web("php artisan config:cache && php artisan serve --host=0.0.0.0 --port=$PORT", { ...bare, ...docker }),
  web("uvicorn --factory app:create --host 0.0.0.0 --port $PORT --workers 2"),
  web("python -m uvicorn app:app --host=0.0.0.0 --port $PORT"),
  web("npx vite preview --host --port $PORT", node),
  web("astro preview --host 0.0.0.0 --port $PORT", node),
  web("hypercorn app:app --bind '[::]:8000'"),
  web("bundle exec thin start -a 0.0.0.0 -p $PORT", ruby),
  web("php -S 0.0.0.0:8000 -t public", { ...bare, ...docker }),
  web("prefect server start --host 0.0.0.0 --port $PORT"),
  web("waitress-serve --listen=*:8000 main:app"),
  web("uwsgi --http 0.0.0.0:8000 --module main:app"),
  web("npx http-server dist -p $PORT -a 0.0.0.0", node),
  web("PORT=8000 npx next start", node),
  web("java -Dserver.port=8000 -jar app.jar", { driver: "pgjdbc", ...docker }),
  web("uvicorn main:app --host 0.0.0.0", { variables: { UVICORN_PORT: "8000" } }),
  web("python scripts/wait_for_db.py && exec uvicorn main:app --host 0.0.0.0 --port $PORT"),
  web("bash -lc 'uvicorn main:app --host 0.0.0.0 --port $PORT'"),
  web("trap 'kill 0' EXIT; celery -A app worker & uvicorn main:app --host 0.0.0.0 --port $PORT"),
  { kind: "private", command: "uvicorn main:app --host 0.0.0.0 --port 9000", declared: { port: 9000 } },
  { kind: "private", command: null, properties: IMAGE },
  { kind: "worker", command: "celery -A app worker --beat --concurrency 1" },
  { kind: "cron", command: "npx tsx scripts/report.ts", runtime: "node" },
  named(
    { PGSERVICE: "main" },
    {
      driver: "psycopg",
      secretFiles: {
        ".pg_service.conf": `[main]\nhost=${POOL}\nport=5432\nuser=app.${REF}\ndbname=postgres\n`,
      },
    },
  ),
  named({ DATABASE_URL: url(`app.${REF}`, `${POOL}/postgres`) }),
  named(
    { DATABASE_URL: `ecto://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
    { ...elixir, command: "bin/api start" },
  ),
  named({ DATABASE_URL: url("app", "dpg-c0ffee1234-a/app") }),
  named({ REDIS_URL: "redis://red-c0ffee1234:6379", DATABASE_URL: SESSION }),
  named(
    { DATABASE_URL: `postgresql://app.${REF}:k3%3FJqL9vX@${POOL}:5432/postgres` },
    { ...go, command: "./api" },
  ),
  named({ DATABASE_URL: url("app", "db.acme.io/app") }, { declared: BESIDE_STAGING }),
  named({ SUPABASE_URL: `https://${REF}.supabase.co` }, { declared: BESIDE_STAGING }),
  named({ JWT_SECRET: "9f8a7c6d5e4b3a2f1e0d9c8b7a6f5e4d" }),
  named({ SMTP_PASSWORD: "k3JqL9vXw0tY" }, { kind: "worker" }),
  named({
    CORS_ORIGINS: "https://app.acme.io,https://www.acme.io",
    LOG_FORMAT: "%(message)s",
    THEME: "change",
  }),
];
