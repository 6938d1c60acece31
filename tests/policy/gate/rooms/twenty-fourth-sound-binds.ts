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
  SESSION,
  taken,
  USER,
} from "./twenty-fourth-form";

/** Services that listen where Render asks, each by another way to say so. */
export const SOUND_BINDS_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  taken("flask run has a host of its own option (Flask's page on its command line)", {
    command: "python -m flask --app quarry run --host=0.0.0.0 --port=$PORT",
    ...flask,
  }),
  taken("the folder of the code is entered first, and the host is named (uvicorn's page on settings)", {
    command: "cd backend && uvicorn app.main:app --host 0.0.0.0 --port $PORT --proxy-headers",
  }),
  taken("migrations run before gunicorn, which listens on all interfaces (Render's page on Django)", {
    command:
      "python manage.py migrate --noinput && python -m gunicorn quarry.asgi:application -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT",
    ...django,
  }),
  taken("Streamlit is given the address and the port (Streamlit's page on config.toml)", {
    command: "streamlit run Home.py --server.port $PORT --server.address 0.0.0.0 --server.headless true",
    properties: { healthCheckPath: "/_stcore/health" },
  }),
  taken("Gradio's launch() takes host and port from its variables (Gradio's page on environment variables)", {
    command: "python app.py",
    variables: { GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "8000" },
    properties: { healthCheckPath: "/" },
  }),
  taken("serve listens on all interfaces at the port of its -l (serve's README)", {
    command: "npx serve -s dist -l tcp://0.0.0.0:$PORT",
    ...node,
    properties: { healthCheckPath: "/" },
  }),
  taken("the server of Nuxt's node preset listens on HOST (Nitro's page on the node server)", {
    command: "node .output/server/index.mjs",
    variables: { HOST: "0.0.0.0", NUXT_PUBLIC_SITE_NAME: "Quarry" },
    ...node,
  }),
  taken("artisan serve is given the host (Laravel's ServeCommand)", {
    command: "php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT",
    ...laravel,
    properties: { ...laravel.properties, healthCheckPath: "/up" },
  }),
  taken("Kestrel binds all interfaces for a + in place of the host (ASP.NET's page on Kestrel)", {
    command: "dotnet Quarry.Api.dll",
    variables: { ASPNETCORE_URLS: "http://+:8000", ASPNETCORE_ENVIRONMENT: "Production" },
    ...dotnet,
  }),
  taken("n8n listens on N8N_PORT on all interfaces (n8n's page on deployment variables)", {
    command: null,
    driver: "none",
    variables: {
      N8N_PORT: "8000",
      N8N_PROTOCOL: "https",
      N8N_ENCRYPTION_KEY: "pV4mQz8tKc1wLr6y",
      N8N_HOST: "quarry-flows.onrender.com",
      WEBHOOK_URL: "https://quarry-flows.onrender.com/",
      DB_TYPE: "postgresdb",
      DB_POSTGRESDB_HOST: POOL,
      DB_POSTGRESDB_PORT: "5432",
      DB_POSTGRESDB_DATABASE: "postgres",
      DB_POSTGRESDB_USER: USER,
      DB_POSTGRESDB_PASSWORD: CANARY,
      DB_POSTGRESDB_SSL_ENABLED: "true",
      DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false",
    },
    properties: { ...image("docker.io/n8nio/n8n", "1.115.3"), healthCheckPath: "/healthz" },
  }),
  taken("gunicorn without a host before the colon listens on all interfaces (gunicorn's page on bind)", {
    command: "gunicorn -w 4 -b :8000 app:app",
    ...flask,
  }),
  taken("the port is PORT's, with another for the developer's machine (Next's page on its command line)", {
    command: "npx next start -H 0.0.0.0 -p ${PORT:-3000}",
    variables: { DATABASE_URL: SESSION },
    ...prisma,
  }),
];
