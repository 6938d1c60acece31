import { docker, LOOPBACK, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { image } from "../twentieth-form";
import { bare, node } from "../written";
import { APP_KEY, CANARY, POOL, rejected, USER } from "./twenty-second-form";

const DEBUG = "environment/debug-in-production";
const psycopg = { driver: "sqlalchemy-psycopg2" } as const;

/** Services that Render's port scan does not find, as teams report them: another address, or another port. */
export const REJECTED_PORTS_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  rejected(LOOPBACK, "uvicorn's default host is 127.0.0.1 (uvicorn's page on settings)", "uvicorn main:app"),
  rejected(
    LOOPBACK,
    "localhost is reached from the instance alone (Render's page on port binding)",
    "uvicorn app.main:app --host localhost --port $PORT",
  ),
  rejected(
    `${LOOPBACK}|${PORT}|${DEBUG}`,
    "flask run is at 127.0.0.1 and 5000 without options (Flask's page on its command line)",
    "flask run",
    psycopg,
  ),
  rejected(
    `${LOOPBACK}|${DEBUG}`,
    "flask run has a port and no host, which is 127.0.0.1 then (Flask's page on its command line)",
    "flask --app wsgi run --port $PORT",
    psycopg,
  ),
  rejected(
    `${LOOPBACK}|${DEBUG}`,
    "runserver with a port alone listens on 127.0.0.1 (Django's page on django-admin)",
    "python manage.py migrate && python manage.py runserver $PORT",
    { driver: "psycopg2" },
  ),
  rejected(
    PORT,
    "Streamlit reads no PORT and listens on 8501 (Streamlit's page on config.toml)",
    "streamlit run main.py --server.headless true",
    psycopg,
  ),
  rejected(
    PORT,
    "the port of Dash's examples is written into the command, and PORT says 8000 (Render's page on port binding)",
    "gunicorn app:server --bind 0.0.0.0:8050",
    psycopg,
  ),
  rejected(
    `${PORT}|${START}`,
    "without the dash after the colon bash cuts PORT from its 8000th letter on, and --port gets nothing (bash's manual)",
    "uvicorn main:app --host 0.0.0.0 --port ${PORT:8000}",
  ),
  rejected(
    `${PORT}|${START}`,
    "%PORT% is a variable of Windows alone, and uvicorn takes whole numbers (uvicorn's page on settings)",
    "uvicorn main:app --host 0.0.0.0 --port %PORT%",
  ),
  rejected(
    LOOPBACK,
    "the gateway binds loopback, which Render's health checks do not reach (OpenClaw's pull request 14254)",
    "node dist/index.js gateway --port $PORT --bind loopback --allow-unconfigured",
    { ...docker, ...bare },
  ),
  rejected(
    `${LOOPBACK}|${DEBUG}`,
    "fastapi dev listens on 127.0.0.1, unlike fastapi run (FastAPI's page on its command line)",
    "fastapi dev main.py --port $PORT",
  ),
  rejected(
    LOOPBACK,
    "next start listens on the host name of -H (Next's page on its command line)",
    "npx next start -H localhost -p $PORT",
    node,
  ),
  rejected(
    LOOPBACK,
    "json-server's default host is localhost (json-server's help)",
    "npx json-server --watch db.json --port $PORT",
    node,
  ),
  rejected(
    `${LOOPBACK}|service/allowed-hosts|${DEBUG}`,
    "Vite's server listens on localhost without --host (Vite's page on server options)",
    "npx vite --port $PORT",
    node,
  ),
  rejected(PORT, "n8n listens on N8N_PORT and reads no PORT (n8n's page on variables of deployments)", null, {
    ...bare,
    properties: image("docker.io/n8nio/n8n", "1.113.3"),
    variables: {
      N8N_PORT: "5678",
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_PORT: "5432",
      DB_POSTGRESDB_DATABASE: "postgres",
      DB_POSTGRESDB_USER: USER,
      DB_POSTGRESDB_PASSWORD: CANARY,
    },
  }),
  rejected(
    LOOPBACK,
    "Directus listens on HOST, which is 0.0.0.0 where it is not set (Directus's page on its configuration)",
    null,
    {
      ...bare,
      properties: image("docker.io/directus/directus", "11.10.0"),
      variables: {
        HOST: "127.0.0.1",
        SECRET: "b7e1f0c52d9a4e38a6c1d27f",
        DB_CLIENT: "pg",
        DB_HOST: POOL,
        DB_PORT: "5432",
        DB_DATABASE: "postgres",
        DB_USER: USER,
        DB_PASSWORD: CANARY,
      },
    },
  ),
  rejected(
    LOOPBACK,
    "Kestrel binds the addresses of ASPNETCORE_URLS, and localhost is loopback (Kestrel's page on endpoints)",
    "dotnet Quay.Api.dll",
    { ...docker, driver: "npgsql", variables: { ASPNETCORE_URLS: "http://localhost:8000" } },
  ),
  rejected(
    `${LOOPBACK}|${PORT}`,
    "pocketbase serve listens on 127.0.0.1:8090 without a domain (PocketBase's page on going to production)",
    "./pocketbase serve",
    { runtime: "go", ...bare },
  ),
  rejected(
    LOOPBACK,
    "artisan serve has the host 127.0.0.1 (its help)",
    "php artisan migrate --force && php artisan serve --port=$PORT",
    { ...docker, ...bare, variables: { APP_ENV: "production", APP_KEY } },
  ),
];
