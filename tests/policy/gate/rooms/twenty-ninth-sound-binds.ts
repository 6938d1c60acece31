import type { ExplainedCase } from "../nineteenth-form";
import { GO, LARAVEL, laravel, NODE, RAILS, SPRING, spring, started } from "./twenty-ninth-form";

/** Servers that listen on all interfaces on the service's port, as teams write them. */
export const SOUND_BINDS_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  started(
    "FastAPI's usual command (common; Render's page on FastAPI)",
    "uvicorn app.main:app --host 0.0.0.0 --port $PORT",
  ),
  started(
    "the fallback is never used (common)",
    "uvicorn main:app --host 0.0.0.0 --port ${PORT:-10000} --proxy-headers --forwarded-allow-ips '*'",
  ),
  started(
    "gunicorn with uvicorn's workers (common)",
    "gunicorn -w 2 -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT --timeout 120 app.main:app",
  ),
  started(
    "gunicorn binds 0.0.0.0:$PORT by itself where PORT is set (common; gunicorn's settings)",
    "gunicorn config.wsgi:application",
    { driver: "psycopg2" },
  ),
  started("flask is given host and port (common)", "flask --app wsgi run --host 0.0.0.0 --port $PORT", {
    driver: "psycopg2",
  }),
  started(
    "daphne is given host and port (common; Channels' page on deploying)",
    "daphne -b 0.0.0.0 -p $PORT config.asgi:application",
    { driver: "psycopg2" },
  ),
  started(
    "fastapi run listens on 0.0.0.0 (common; FastAPI's page on its command line)",
    "fastapi run app/main.py --port $PORT",
  ),
  started(
    "Streamlit is given port and address (common)",
    "streamlit run app.py --server.port $PORT --server.address 0.0.0.0",
  ),
  started(
    "migrations go first, and the server replaces the shell (common)",
    "alembic upgrade head && exec uvicorn main:app --host 0.0.0.0 --port $PORT",
    { driver: "psycopg2" },
  ),
  started(
    "poetry runs the same server (common)",
    "poetry run uvicorn app.main:app --host 0.0.0.0 --port $PORT",
  ),
  started("hypercorn is bound to all interfaces (common)", "hypercorn app.main:app --bind 0.0.0.0:$PORT"),
  {
    ...NODE,
    why: "next start listens on all interfaces (common; Next's page on its command line)",
    command: "npx next start -p $PORT",
  },
  {
    ...NODE,
    why: "the standalone server listens on HOSTNAME, here all interfaces (common)",
    command: "node .next/standalone/server.js",
    variables: { HOSTNAME: "0.0.0.0" },
  },
  {
    ...NODE,
    why: "Nitro's server reads NITRO_HOST and PORT (common; Nitro's page on the Node preset)",
    command: "node .output/server/index.mjs",
    variables: { NITRO_HOST: "0.0.0.0" },
  },
  {
    ...RAILS,
    why: "Rails is given all interfaces (common; Render's page on Rails)",
    command: "bundle exec rails server -b 0.0.0.0 -p $PORT -e production",
  },
  {
    ...RAILS,
    why: "puma is given all interfaces (common)",
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT -e production",
  },
  { ...LARAVEL, why: "artisan serve with host and port (common)", variables: laravel() },
  { ...SPRING, why: "Spring is given the service's port (common)", variables: spring() },
  {
    ...SPRING,
    why: "SERVER_PORT is Spring's server.port (common; Spring Boot's application properties)",
    command: "java -jar app.jar",
    variables: spring({ SERVER_PORT: "8000" }),
  },
  { ...GO, why: "an address without a host is all interfaces (common)", command: "./app --addr :8000" },
];
