import { docker, dotnet, java, soundWeb } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { image } from "./twentieth-form";
import { CANARY, POOL, pooled, USER } from "./twenty-first-form";
import { bare, elixir, go, node, ruby, rust } from "./written";

const PHOENIX = {
  PHX_HOST: "tidewater.coop",
  SECRET_KEY_BASE: CANARY.repeat(6),
  DATABASE_URL: pooled("5432/postgres", "ecto"),
};

/** Sound servers whose address and port look wrong, or are named in an unusual place. */
export const SOUND_SERVICES_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    why: "--host names every interface to Sanic",
    ...soundWeb("sanic tide.server:app --host=0.0.0.0 --port=$PORT --single-process"),
  },
  {
    why: "-h is Datasette's address, and not its help",
    ...soundWeb("datasette serve data/tides.db -h 0.0.0.0 -p $PORT", {
      ...bare,
      properties: { healthCheckPath: "/-/versions.json" },
    }),
  },
  {
    why: "Streamlit takes both from its variables (Streamlit's page on config.toml)",
    ...soundWeb("streamlit run app.py --server.headless true", {
      variables: { STREAMLIT_SERVER_PORT: "8000", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
      properties: { healthCheckPath: "/_stcore/health" },
    }),
  },
  {
    why: "the endpoint names port and interface, and -b and -p are not needed beside it (Daphne's README)",
    ...soundWeb("daphne -e tcp:port=8000:interface=0.0.0.0 config.asgi:application", { driver: "psycopg2" }),
  },
  {
    why: "uvicorn's options are read from UVICORN_ variables too (uvicorn's page on settings)",
    ...soundWeb("uvicorn tide.main:app --no-access-log", {
      variables: { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "8000" },
    }),
  },
  {
    why: "flask run reads its options from FLASK_RUN_ variables (Flask's page on its command line)",
    ...soundWeb("flask --app tide:create_app run --no-debugger", {
      driver: "psycopg2",
      variables: { FLASK_RUN_HOST: "0.0.0.0", FLASK_RUN_PORT: "8000" },
    }),
  },
  {
    why: "the module of Python listens on every address unless --bind is there (Python's page on http.server)",
    ...soundWeb("python -m http.server 8000 --directory public", {
      ...bare,
      properties: { healthCheckPath: "/" },
    }),
  },
  {
    why: "the program is in the command itself, and names address and port",
    ...soundWeb("python -c \"import uvicorn; uvicorn.run('tide.main:app', host='0.0.0.0', port=8000)\""),
  },
  {
    why: "panel serve has an address and a port, and a path of its own for the health check (Panel's page on serving)",
    ...soundWeb(
      "panel serve tides.py --address 0.0.0.0 --port 8000 --allow-websocket-origin='*' --liveness",
      { ...bare, properties: { healthCheckPath: "/liveness" } },
    ),
  },
  {
    why: "marimo run gets its address, and headless opens no browser (marimo's page on its command line)",
    ...soundWeb("marimo run notebooks/tides.py --headless --host 0.0.0.0 -p $PORT", {
      ...bare,
      properties: { healthCheckPath: "/health" },
    }),
  },
  {
    why: "http-server takes PORT, and every address, by itself (its README)",
    ...soundWeb("npx http-server dist -c-1", { ...node, properties: { healthCheckPath: "/" } }),
  },
  {
    why: "serve takes PORT where -l is not there (serve's code of its command line)",
    ...soundWeb("npx serve -s dist --no-clipboard", { ...node, properties: { healthCheckPath: "/" } }),
  },
  {
    why: "the server of Next's standalone output takes PORT and HOSTNAME (Next's page on output)",
    ...soundWeb("node .next/standalone/server.js", { ...node, variables: { HOSTNAME: "0.0.0.0" } }),
  },
  {
    why: "pm2-runtime stays in front (PM2's page on containers)",
    ...soundWeb("npx pm2-runtime start ecosystem.config.js --env production", node),
  },
  {
    why: "-o is rackup's address, which goes before the one of the environment",
    ...soundWeb("bundle exec rackup -o 0.0.0.0 -p $PORT config.ru", ruby),
  },
  {
    why: "the address has Puma's own parameters behind a question mark (Puma's README)",
    ...soundWeb("bundle exec puma -b 'tcp://0.0.0.0:8000?backlog=1024' -e production", ruby),
  },
  {
    why: "Passenger listens on 0.0.0.0 and stays in front unless -d is there (Passenger's reference)",
    ...soundWeb("bundle exec passenger start -p $PORT -e production --max-pool-size 2", ruby),
  },
  {
    why: "artisan serve takes its host and port from these two variables (Laravel's code of the command)",
    ...soundWeb("php artisan serve --no-reload", {
      ...docker,
      ...bare,
      properties: { ...docker.properties, healthCheckPath: "/up" },
      variables: {
        SERVER_HOST: "0.0.0.0",
        SERVER_PORT: "8000",
        APP_KEY: "base64:dGlkZXdhdGVyLWNhbmFyeS1rZXktb2YtMzItYnl0ZXM=",
      },
    }),
  },
  {
    why: "nginx stays in front, and the template's own names of variables are kept by the list",
    ...soundWeb(
      "sh -c \"envsubst '$PORT' < /etc/nginx/site.template > /etc/nginx/conf.d/default.conf && exec nginx -g 'daemon off;'\"",
      { ...docker, ...bare },
    ),
  },
  {
    why: "-f keeps busybox's server in front, and -h is its folder (busybox's page on httpd)",
    ...soundWeb("busybox httpd -f -p 8000 -h /srv", {
      ...docker,
      ...bare,
      properties: { ...docker.properties, healthCheckPath: "/" },
    }),
  },
  {
    why: "--http names every interface to PocketBase, which is SQLite's and has no PostgreSQL",
    ...soundWeb("./pocketbase serve --http=0.0.0.0:8000", {
      ...go,
      ...bare,
      properties: { healthCheckPath: "/api/health" },
    }),
  },
  {
    why: "the actuator is on loopback by intent, and the server itself on every address",
    ...soundWeb("java -jar build/libs/tide.jar", {
      ...java,
      variables: {
        SERVER_PORT: "8000",
        MANAGEMENT_SERVER_PORT: "9090",
        MANAGEMENT_SERVER_ADDRESS: "127.0.0.1",
      },
    }),
  },
  {
    why: "Kestrel listens on every address at the ports of ASPNETCORE_HTTP_PORTS",
    ...soundWeb("dotnet Tide.Web.dll", { ...dotnet, variables: { ASPNETCORE_HTTP_PORTS: "8000" } }),
  },
  {
    why: "the script bin/server of a release sets PHX_SERVER and starts in front (Phoenix's page on releases)",
    ...soundWeb("_build/prod/rel/tide/bin/server", { ...elixir, variables: PHOENIX }),
  },
  {
    why: "PHX_SERVER is asked for being there, so that false starts the server too (Phoenix's runtime.exs)",
    ...soundWeb("_build/prod/rel/tide/bin/tide start", {
      ...elixir,
      variables: { ...PHOENIX, PHX_SERVER: "false" },
    }),
  },
  {
    why: "Rocket takes address and port from its variables (Rocket's page on configuration)",
    ...soundWeb("./target/release/tide", {
      ...rust,
      variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000" },
    }),
  },
  {
    why: "Leptos has address and port in one variable (Leptos's page on deploying)",
    ...soundWeb("./target/release/tide", { ...rust, variables: { LEPTOS_SITE_ADDR: "0.0.0.0:8000" } }),
  },
  {
    why: "Grafana's port is its own variable, and its database is by parts",
    command: null,
    properties: { ...image("docker.io/grafana/grafana", "11.4.0"), healthCheckPath: "/api/health" },
    variables: {
      GF_SERVER_HTTP_PORT: "8000",
      GF_SERVER_ROOT_URL: "https://metrics.tidewater.coop",
      GF_DATABASE_TYPE: "postgres",
      GF_DATABASE_HOST: `${POOL}:5432`,
      GF_DATABASE_NAME: "postgres",
      GF_DATABASE_USER: USER,
      GF_DATABASE_PASSWORD: CANARY,
      GF_DATABASE_SSL_MODE: "require",
    },
    ...bare,
  },
];
