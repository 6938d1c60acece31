import { dotnet, java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, node, ruby, rust } from "../written";
import { CANARY, container, HEX, product, sound, starts } from "./reported-services-form";

/** Servers that are reached, though they look like the ones that are not. */
export const REACHED: readonly ExplainedCase[] = [
  starts("fastapi run listens on 0.0.0.0 and 8000", "fastapi run app/main.py --workers 2"),
  starts("Chainlit has --host", "chainlit run app.py --headless --host 0.0.0.0 --port $PORT", bare),
  starts("CHAINLIT_HOST is read where --host is not there", "chainlit run app.py --headless --port $PORT", {
    ...bare,
    variables: { CHAINLIT_HOST: "0.0.0.0" },
  }),
  starts("--ip is the short form of ServerApp.ip", "jupyter lab --no-browser --ip=0.0.0.0 --port=$PORT", {
    ...bare,
    properties: { healthCheckPath: "/api" },
  }),
  starts("gunicorn reads its settings from the variable", "gunicorn heron.wsgi:application --workers 2", {
    variables: { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:8000 --access-logfile=- --capture-output" },
    driver: "psycopg2",
  }),
  starts(
    "gunicorn reads PORT where no bind is there",
    "gunicorn heron.wsgi:application --workers 3 --timeout 90",
    {
      driver: "psycopg2",
    },
  ),
  starts("Nitro listens on all interfaces", "node .output/server/index.mjs", {
    ...node,
    variables: { NITRO_HOST: "0.0.0.0", NUXT_PUBLIC_SITE_URL: "https://heron.tidal.coop" },
  }),
  starts("adapter-node listens on 0.0.0.0 by default", "node build", {
    ...node,
    variables: { ORIGIN: "https://heron.tidal.coop", BODY_SIZE_LIMIT: "10M" },
  }),
  starts("HOST replaces Astro's localhost", "node ./dist/server/entry.mjs", {
    ...node,
    ...bare,
    variables: { HOST: "0.0.0.0" },
  }),
  starts("serve reads PORT where -l is not there", "npx serve -s dist --no-clipboard", { ...node, ...bare }),
  starts(
    "the variable adds Render's name to the hosts that are allowed",
    "npx vite preview --host 0.0.0.0 --port $PORT",
    { ...node, ...bare, variables: { __VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS: "api-web.onrender.com" } },
  ),
  starts("remix-serve listens on all interfaces at PORT", "npx remix-serve ./build/server/index.js", node),
  starts(
    "Puma's own variable is PORT, and it binds 0.0.0.0",
    "bundle exec puma -t 5:5 -p $PORT -e production",
    ruby,
  ),
  starts("rails server binds 0.0.0.0 in production", "bundle exec rails server -p $PORT -e production", {
    ...ruby,
    variables: { RAILS_ENV: "production", SECRET_KEY_BASE: `${HEX}${HEX}` },
  }),
  starts("Kestrel listens on each interface", "dotnet Heron.Api.dll", {
    ...dotnet,
    variables: { ASPNETCORE_HTTP_PORTS: "8000", DOTNET_RUNNING_IN_CONTAINER: "true" },
  }),
  starts(
    "the shell fills in the variable before dotnet has it",
    "sh -c 'exec dotnet Heron.Api.dll --urls http://+:$PORT'",
    dotnet,
  ),
  starts("Boot resolves a placeholder in a value", "java -jar target/heron.jar", {
    ...java,
    variables: { SERVER_PORT: "${PORT}" },
  }),
  starts("Rocket listens on all interfaces", "./target/release/heron", {
    ...rust,
    variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000", ROCKET_LOG_LEVEL: "normal" },
  }),
  starts("artisan's default port is 8000", "php artisan serve --host=0.0.0.0", container),
  starts(
    "double quotes fill in the port",
    'uvicorn heron.main:app --host 0.0.0.0 --port "$PORT" --proxy-headers',
  ),
  starts("a release's server script sets PHX_SERVER", "_build/prod/rel/heron/bin/server", {
    ...elixir,
    variables: { PHX_HOST: "heron.tidal.coop", SECRET_KEY_BASE: HEX, POOL_SIZE: "8", ECTO_IPV6: "false" },
  }),
  starts(
    "Streamlit has Render's port",
    "streamlit run Home.py --server.port $PORT --server.address 0.0.0.0",
    bare,
  ),
  starts(
    "flower has the port that is asked",
    "celery -A heron flower --port=$PORT --basic_auth=$FLOWER_AUTH",
    {
      ...bare,
      properties: { healthCheckPath: "/healthcheck" },
      variables: {
        CELERY_BROKER_URL: "redis://red-d2k4h8vfte5s73abc120:6379/0",
        FLOWER_AUTH: `ops:${CANARY}`,
      },
    },
  ),
  sound(
    "Metabase has the port that is asked",
    product(
      "docker.io/metabase/metabase",
      "v0.52.4",
      {
        MB_JETTY_PORT: "8000",
        MB_DB_TYPE: "postgres",
        MB_DB_CONNECTION_URI: `jdbc:postgresql://pg.tidal.coop:5432/metabase?user=metabase&password=${CANARY}&ssl=true&sslmode=require`,
        JAVA_TIMEZONE: "Europe/Oslo",
      },
      { healthCheckPath: "/api/health" },
    ),
  ),
  sound(
    "Grafana has the port that is asked, and an empty address means all interfaces",
    product(
      "docker.io/grafana/grafana",
      "11.4.0",
      { GF_SERVER_HTTP_PORT: "8000", GF_SERVER_HTTP_ADDR: "", GF_SECURITY_ADMIN_PASSWORD: CANARY },
      { healthCheckPath: "/api/health" },
    ),
  ),
  sound(
    "n8n listens on :: by default",
    product(
      "docker.io/n8nio/n8n",
      "1.76.1",
      {
        N8N_PORT: "8000",
        N8N_HOST: "flows.tidal.coop",
        N8N_PROTOCOL: "https",
        WEBHOOK_URL: "https://flows.tidal.coop/",
        N8N_ENCRYPTION_KEY: CANARY,
        GENERIC_TIMEZONE: "Europe/Oslo",
      },
      { healthCheckPath: "/healthz" },
    ),
  ),
  sound(
    "Directus listens on 0.0.0.0 and PORT",
    product(
      "docker.io/directus/directus",
      "11.3.5",
      {
        SECRET: HEX,
        PUBLIC_URL: "https://cms.tidal.coop",
        DB_CLIENT: "pg",
        DB_CONNECTION_STRING: `postgresql://cms:${CANARY}@pg.tidal.coop:5432/cms?sslmode=no-verify`,
        ADMIN_EMAIL: "cms@tidal.coop",
      },
      { healthCheckPath: "/server/ping" },
    ),
  ),
];
