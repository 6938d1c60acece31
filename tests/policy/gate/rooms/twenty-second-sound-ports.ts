import { docker } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { image } from "../twentieth-form";
import { bare, node, ruby } from "../written";
import { APP_KEY, accepted, CANARY, KEY_BASE, POOL, USER } from "./twenty-second-form";

const psycopg = { driver: "sqlalchemy-psycopg2" } as const;

/** Services that Render's port scan finds, in the notations of guides and templates. */
export const SOUND_PORTS_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  accepted(
    "the options of proxies change nothing of host and port (uvicorn's page on settings)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --proxy-headers --forwarded-allow-ips='*'",
  ),
  accepted(
    "fastapi run listens on 0.0.0.0, unlike fastapi dev (FastAPI's page on its command line)",
    "fastapi run app/main.py --port $PORT",
  ),
  accepted(
    "flask run with its host and port (Flask's page on its command line)",
    "flask --app wsgi run --host=0.0.0.0 --port=$PORT",
    psycopg,
  ),
  accepted(
    "gunicorn with uvicorn's worker, as Render's guide of Django has it",
    "python -m gunicorn quay.asgi:application -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  accepted(
    "Streamlit listens on all interfaces without an address; browser.serverAddress is for its messages alone",
    "streamlit run app.py --server.port=$PORT --server.headless=true --browser.serverAddress=0.0.0.0",
    psycopg,
  ),
  accepted(
    "a server of Dash under gunicorn at the port that Render routes to (Dash's page on deployment)",
    "gunicorn app:server --bind 0.0.0.0:$PORT --workers 2 --timeout 120",
    psycopg,
  ),
  accepted(
    "with the dash after the colon bash takes 8000 where PORT is not set (bash's manual)",
    "uvicorn main:app --host 0.0.0.0 --port ${PORT:-8000}",
  ),
  accepted(
    "waitress reads * as all interfaces (waitress's page on waitress-serve)",
    "waitress-serve --listen=*:$PORT wsgi:app",
    psycopg,
  ),
  accepted(
    "Daphne with its address and port (Daphne's README)",
    "daphne -b 0.0.0.0 -p $PORT quay.asgi:application",
    { driver: "psycopg2" },
  ),
  accepted(
    "next start listens on 0.0.0.0 without -H (Next's page on its command line)",
    "npx next start -p $PORT",
    node,
  ),
  accepted(
    "json-server with its host (json-server's help)",
    "npx json-server --watch db.json --host 0.0.0.0 --port $PORT",
    node,
  ),
  accepted(
    "Astro's server reads HOST and PORT (Render's guide of Astro)",
    "HOST=0.0.0.0 node ./dist/server/entry.mjs",
    node,
  ),
  accepted(
    "Nitro's server reads PORT and listens on all interfaces (Nitro's page on the preset of Node)",
    "node .output/server/index.mjs",
    node,
  ),
  {
    why: "n8n listens on N8N_PORT, which is the port that Render routes to (n8n's page on variables)",
    command: null,
    ...bare,
    properties: { ...image("docker.io/n8nio/n8n", "1.113.3"), healthCheckPath: "/healthz" },
    variables: {
      N8N_PORT: "8000",
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_PORT: "5432",
      DB_POSTGRESDB_DATABASE: "postgres",
      DB_POSTGRESDB_USER: USER,
      DB_POSTGRESDB_PASSWORD: CANARY,
    },
  },
  {
    why: "Directus reads PORT, and listens on 0.0.0.0 (Directus's page on its configuration)",
    command: null,
    ...bare,
    properties: { ...image("docker.io/directus/directus", "11.10.0"), healthCheckPath: "/server/ping" },
    variables: {
      SECRET: "b7e1f0c52d9a4e38a6c1d27f",
      DB_CLIENT: "pg",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USER: USER,
      DB_PASSWORD: CANARY,
    },
  },
  accepted("Kestrel reads + as all interfaces (Kestrel's page on endpoints)", "dotnet Quay.Api.dll", {
    ...docker,
    driver: "npgsql",
    variables: { ASPNETCORE_URLS: "http://+:8000" },
  }),
  accepted(
    "Puma's -p listens on 0.0.0.0, as Heroku's Procfile of Rails has it (Puma's README)",
    "bundle exec puma -t 5:5 -p ${PORT:-3000} -e ${RACK_ENV:-production}",
    { ...ruby, variables: { RAILS_ENV: "production", SECRET_KEY_BASE: KEY_BASE } },
  ),
  accepted(
    "PocketBase with an address of its own (PocketBase's page on going to production)",
    "./pocketbase serve --http=0.0.0.0:$PORT",
    { runtime: "go", ...bare },
  ),
  accepted(
    "artisan serve with its host, after the migrations (Laravel's page on migrations)",
    "php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT",
    { ...docker, ...bare, variables: { APP_ENV: "production", APP_KEY } },
  ),
];
