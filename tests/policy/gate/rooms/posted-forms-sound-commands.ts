import type { ExplainedCase } from "../nineteenth-form";
import { django, goApi, nest, rails, springApp } from "./posted-connections-form";
import { container, POOL, pooled, runs, SESSION, sound, USER } from "./posted-services-form";

const by = (why: string, variables: Readonly<Record<string, string>>, more = {}) =>
  sound(why, { ...more, variables });

/** Commands of the same forms, which work. */
export const POSTED_SOUND_COMMAND_FORMS: readonly ExplainedCase[] = [
  runs(
    "the command sets the URL itself",
    `DATABASE_URL=${SESSION} uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  runs(
    "options of Spring's program",
    `java -jar target/shop.jar --server.port=$PORT --spring.datasource.url=jdbc:postgresql://${POOL}:5432/postgres --spring.datasource.username=${USER}`,
    springApp,
  ),
  by("the JVM's options", { JAVA_TOOL_OPTIONS: "-Dserver.port=8000 -Xmx400m" }, springApp),
  runs("a flag of the program's", `./bin/api -addr :8000 -dsn "${SESSION}"`, goApi),
  runs(
    "the wait's host is the pooler",
    `./wait-for-it.sh ${POOL}:5432 -- uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  runs(
    "sh -c has the command in quotes (sseshachala/conductai, pull request 19)",
    "sh -c 'uvicorn app.main:app --host 0.0.0.0 --port ${PORT:-8000} --workers 2'",
  ),
  runs(
    "bash -lc has the command in quotes",
    'bash -lc "source .venv/bin/activate && uvicorn main:app --host 0.0.0.0 --port $PORT"',
  ),
  sound("the variable that the command reads has the port", {
    command: "uvicorn main:app --host 0.0.0.0 --port $API_PORT",
    variables: { API_PORT: "8000" },
  }),
  runs("a default behind the variable", "uvicorn main:app --host 0.0.0.0 --port ${PORT:-10000}"),
  runs("poetry starts the command", "poetry run uvicorn main:app --host 0.0.0.0 --port $PORT"),
  runs("uv starts the command", "uv run --frozen gunicorn shop.wsgi --bind 0.0.0.0:$PORT", django),
  runs("cross-env starts the command", "npx cross-env NODE_ENV=production next start -p $PORT", nest),
  runs("concurrently starts both", 'npx concurrently "node dist/worker.js" "next start -p $PORT"', nest),
  runs("thin on every address", "bundle exec thin start -a 0.0.0.0 -p $PORT", rails),
  runs("rackup on every address", "bundle exec rackup config.ru -o 0.0.0.0 -p $PORT", rails),
  runs(
    "a group, and a group of braces",
    "(alembic upgrade head) && { uvicorn main:app --host 0.0.0.0 --port $PORT; }",
  ),
  runs(
    "three lines",
    "set -e\nalembic upgrade head\nexec gunicorn main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:8000",
  ),
  runs(
    "the worker is in the background, and wait holds the shell",
    "python -m shop.worker & uvicorn main:app --host 0.0.0.0 --port $PORT & wait",
  ),
  runs(
    "the file is sourced before",
    "set -a; . /etc/secrets/.env; set +a; uvicorn main:app --host 0.0.0.0 --port $PORT",
    { secretFiles: { ".env": `DATABASE_URL=${SESSION}\n` } },
  ),
  runs("a socket beside the port", "hypercorn main:app --bind 0.0.0.0:$PORT --bind unix:/tmp/shop.sock"),
  runs("Caddy's file server at the port", "caddy file-server --root dist --listen :$PORT", container),
  runs(
    "golang-migrate by session mode",
    'migrate -path migrations -database "$DATABASE_URL" up && ./bin/api',
    { ...goApi, variables: { DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgres") } },
  ),
  runs(
    "psql by the pooler",
    `psql "${SESSION}" -f schema.sql && gunicorn shop.wsgi -b 0.0.0.0:$PORT`,
    django,
  ),
  runs(
    "the wait is for the pooler",
    `until pg_isready -h ${POOL} -p 5432; do sleep 1; done; uvicorn main:app --host 0.0.0.0 --port $PORT`,
  ),
  runs("npm's script gets its words behind --", "npm run start -- --port $PORT", nest),
  runs("pnpm's filter starts the package", "pnpm --filter api start:prod", nest),
];
