import { LOOPBACK, PORT, STANDARD, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare } from "../written";
import { django, nest, rails } from "./posted-connections-form";
import { broken, container, FILE, fails, SESSION } from "./posted-services-form";

const OTHER_PORT = `${PORT}|${STANDARD}`;

/** Wrappers, groups and lines. */
export const POSTED_WRAPPER_FORMS: readonly ExplainedCase[] = [
  fails(
    OTHER_PORT,
    "another variable's number is the port",
    "uvicorn main:app --host 0.0.0.0 --port ${API_PORT:-8080}",
  ),
  broken(OTHER_PORT, "the variable that the command reads has another number", {
    command: "uvicorn main:app --host 0.0.0.0 --port $API_PORT",
    variables: { API_PORT: "3001" },
  }),
  fails(
    OTHER_PORT,
    "the port is one more (render-examples's questions)",
    "uvicorn main:app --host 0.0.0.0 --port $((PORT + 1))",
  ),
  fails(LOOPBACK, "poetry starts the command", "poetry run uvicorn main:app --port $PORT"),
  fails(
    OTHER_PORT,
    "uv starts the command",
    "uv run --frozen gunicorn shop.wsgi --bind 0.0.0.0:8080",
    django,
  ),
  fails(
    OTHER_PORT,
    "pdm starts the command",
    "pdm run python -m uvicorn main:app --host 0.0.0.0 --port 3000",
  ),
  fails(OTHER_PORT, "dotenv starts the command", "npx dotenv -e .env.production -- next start -p 3000", nest),
  fails(
    LOOPBACK,
    "cross-env starts the command",
    "npx cross-env NODE_ENV=production next start --hostname 127.0.0.1 --port $PORT",
    nest,
  ),
  fails(
    OTHER_PORT,
    "concurrently starts both, and the page's server has another port",
    'npx concurrently "node dist/worker.js" "next start -p 3000"',
    nest,
  ),
  fails(LOOPBACK, "bundle exec starts the command", "bundle exec thin start -a 127.0.0.1 -p $PORT", rails),
  fails(OTHER_PORT, "rackup's port is its own", "bundle exec rackup config.ru -o 0.0.0.0 -p 9292", rails),
  fails(
    OTHER_PORT,
    "the migration comes first, in a group",
    "(alembic upgrade head) && { uvicorn main:app --host 0.0.0.0 --port 5000; }",
  ),
  fails(
    LOOPBACK,
    "the server is the last of three lines",
    "set -e\nalembic upgrade head\nexec gunicorn main:app -k uvicorn.workers.UvicornWorker -b localhost:8000",
  ),
  fails(
    START,
    "trap and wait are there, and the server is not",
    "trap 'kill 0' EXIT; alembic upgrade head; python -m shop.seed; wait",
  ),
  fails(
    `${START}|${FILE}`,
    "the file is sourced, and has no command (Render's page on secret files)",
    "set -a; . /etc/secrets/.env; set +a",
    { secretFiles: { ".env": `DATABASE_URL=${SESSION}\n` } },
  ),
  fails(
    `${START}|${OTHER_PORT}`,
    "timeout ends the server",
    "timeout 3600 uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  fails(
    OTHER_PORT,
    "the image's command is replaced (benjaminkomen/TibiaWikiApi, issue 473's kind)",
    "/app/server --port 9090 --host 0.0.0.0",
    container,
  ),
  fails(
    LOOPBACK,
    "hypercorn is asked for both, and has the loopback",
    "hypercorn main:app --bind 127.0.0.1:$PORT --bind unix:/tmp/shop.sock",
  ),
  fails(
    OTHER_PORT,
    "Caddy's file server has a port of its own (Caddy's page on its command line)",
    "caddy file-server --root dist --listen :8080",
    { ...container, ...bare },
  ),
];
