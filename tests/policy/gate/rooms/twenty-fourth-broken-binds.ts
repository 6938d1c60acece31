import { LOOPBACK, PORT } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { image } from "../twentieth-form";
import {
  CANARY,
  django,
  dotnet,
  flask,
  laravel,
  node,
  POOL,
  prisma,
  rejected,
  USER,
} from "./twenty-fourth-form";

/** Services that no request reaches: the address or the port is not the one that Render asks. */
export const REJECTED_BINDS_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  rejected(
    LOOPBACK,
    "flask run listens on 127.0.0.1 unless --host names another address (Flask's page on its command line)",
    { command: "python -m flask --app quarry run --port=$PORT", ...flask },
  ),
  rejected(
    `${LOOPBACK}|environment/debug-in-production`,
    "uvicorn's default host is 127.0.0.1 (uvicorn's page on settings)",
    { command: "cd backend && uvicorn app.main:app --reload --port $PORT" },
  ),
  rejected(
    `${LOOPBACK}|environment/debug-in-production`,
    "runserver with a port alone listens on 127.0.0.1 (Django's page on django-admin)",
    { command: "python manage.py migrate && python manage.py runserver $PORT", ...django },
  ),
  rejected(
    LOOPBACK,
    "the address that Streamlit is given is the loopback one (Streamlit's page on config.toml)",
    { command: "streamlit run Home.py --server.port $PORT --server.address 127.0.0.1" },
  ),
  rejected(
    LOOPBACK,
    "Gradio's launch() takes its host from GRADIO_SERVER_NAME (Gradio's page on environment variables)",
    {
      command: "python app.py",
      variables: { GRADIO_SERVER_NAME: "127.0.0.1", GRADIO_SERVER_PORT: "8000" },
    },
  ),
  rejected(
    `${LOOPBACK}|environment/debug-in-production|service/allowed-hosts`,
    "Vite's server listens on localhost unless --host is there (Vite's page on server options)",
    { command: "npm exec vite -- --port $PORT --strictPort", ...node },
  ),
  rejected(LOOPBACK, "the server of Nuxt's node preset listens on HOST (Nitro's page on the node server)", {
    command: "node .output/server/index.mjs",
    variables: { HOST: "localhost", NUXT_PUBLIC_SITE_NAME: "Quarry" },
    ...node,
  }),
  rejected(
    LOOPBACK,
    "artisan serve has 127.0.0.1 as its host unless --host or SERVER_HOST is there (Laravel's ServeCommand)",
    { command: "php artisan migrate --force && php artisan serve --port=$PORT", ...laravel },
  ),
  rejected(
    LOOPBACK,
    "Kestrel binds the loopback interfaces for the host localhost (ASP.NET's page on Kestrel)",
    {
      command: "dotnet Quarry.Api.dll",
      variables: { ASPNETCORE_URLS: "http://localhost:8000", ASPNETCORE_ENVIRONMENT: "Production" },
      ...dotnet,
    },
  ),
  rejected(PORT, "n8n listens on N8N_PORT, and Render asks at PORT (n8n's page on deployment variables)", {
    command: null,
    driver: "none",
    variables: {
      N8N_PORT: "5678",
      N8N_PROTOCOL: "https",
      N8N_ENCRYPTION_KEY: "pV4mQz8tKc1wLr6y",
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_PORT: "5432",
      DB_POSTGRESDB_USER: USER,
      DB_POSTGRESDB_PASSWORD: CANARY,
      DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false",
    },
    properties: { ...image("docker.io/n8nio/n8n", "1.115.3"), healthCheckPath: "/healthz" },
  }),
  rejected(
    PORT,
    "gunicorn listens on 5000, as Flask's server did, and PORT is 8000 (gunicorn's page on bind)",
    {
      command: "gunicorn -w 4 -b :5000 app:app",
      ...flask,
    },
  ),
  rejected(
    PORT,
    "the port comes from a variable of another name, and Render asks at PORT (elizaOS/eliza 3514)",
    {
      command: "npx next start -H 0.0.0.0 -p ${SERVER_PORT:-3000}",
      variables: { SERVER_PORT: "3000" },
      ...prisma,
    },
  ),
];
