import { docker, dotnet, java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, node, ruby, rust } from "../written";
import { starts } from "./frameworks-form";

/** Frameworks' servers that are reached, though they look like the ones that are not. */
export const FRAMEWORKS_REACHED: readonly ExplainedCase[] = [
  starts("HOSTNAME is 0.0.0.0", "node apps/web/.next/standalone/apps/web/server.js", {
    ...node,
    variables: { HOSTNAME: "0.0.0.0" },
  }),
  starts("next start reads no HOSTNAME", "npx next start -p $PORT", {
    ...node,
    variables: { HOSTNAME: "localhost" },
  }),
  starts(
    "next start without -H listens on all interfaces, and reads PORT",
    "pnpm --filter @kiln/web exec next start",
    node,
  ),
  starts("--host is there", "npx gatsby serve --host 0.0.0.0 --port $PORT", { ...node, ...bare }),
  starts("--host is there", "npx docusaurus serve --no-open --host 0.0.0.0 --port $PORT", {
    ...node,
    ...bare,
  }),
  starts("--host is there", "npx json-server db.json --host 0.0.0.0 --port $PORT", { ...node, ...bare }),
  starts("-H is --host in json-server", "npx json-server db.json -H 0.0.0.0 -p $PORT", { ...node, ...bare }),
  starts("http-server listens on all interfaces", "npx http-server dist -p $PORT", { ...node, ...bare }),
  starts(
    "remix-serve reads PORT, and listens on all interfaces without HOST",
    "npx remix-serve ./build/server/index.js",
    node,
  ),
  starts("react-router-serve does the same", "npx react-router-serve ./build/server/index.js", {
    ...node,
    variables: { NODE_ENV: "production" },
  }),
  starts("--host and a port that is PORT", "npx astro preview --host 0.0.0.0 --port $PORT", {
    ...node,
    ...bare,
    variables: { __VITE_ADDITIONAL_SERVER_ALLOWED_HOSTS: ".onrender.com" },
  }),
  starts("Nitro reads PORT", "node .output/server/index.mjs", {
    ...node,
    variables: { NITRO_PRESET: "node-server" },
  }),
  starts("NUXT_ variables of the server are none of a browser", "node .output/server/index.mjs", {
    ...node,
    variables: {
      NUXT_OPENAI_API_KEY: "sk-proj-8fKq2LmZx7Rt4VnWb9YhCs3PdJg6EuAo1IiN",
      NUXT_PUBLIC_API_BASE: "/api",
    },
  }),
  starts("adapter-node reads ORIGIN and BODY_SIZE_LIMIT", "node build/index.js", {
    ...node,
    variables: { ORIGIN: "https://kiln.onrender.com", BODY_SIZE_LIMIT: "Infinity" },
  }),
  starts("adapter-node takes the origin from two headers", "node build", {
    ...node,
    variables: {
      PROTOCOL_HEADER: "x-forwarded-proto",
      HOST_HEADER: "x-forwarded-host",
      BODY_SIZE_LIMIT: "512K",
    },
  }),
  starts("Angular's server of pages reads PORT", "node dist/kiln/server/server.mjs", node),
  starts("Nest is built, and started by node", "node dist/apps/api/main.js", {
    ...node,
    properties: { healthCheckPath: "/api/health" },
  }),
  starts(
    "in production rails server listens on 0.0.0.0",
    "bundle exec rails server -p $PORT -e production",
    ruby,
  ),
  starts("the address is given", "bin/rails server -b 0.0.0.0 -p $PORT", {
    ...ruby,
    variables: { RAILS_ENV: "production", RAILS_SERVE_STATIC_FILES: "1" },
  }),
  starts("Thruster listens on HTTP_PORT", "./bin/thrust ./bin/rails server", {
    ...docker,
    driver: "active-record",
    variables: { RAILS_ENV: "production", HTTP_PORT: "8000" },
  }),
  starts("Puma takes the number of workers from the machine", "bundle exec puma -C config/puma.rb", {
    ...ruby,
    variables: { RAILS_ENV: "production", WEB_CONCURRENCY: "auto" },
  }),
  starts(
    "Octane has a host",
    "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=$PORT --workers=2",
    { ...docker, ...bare },
  ),
  starts(
    "FrankenPHP's own server listens on all interfaces",
    "frankenphp php-server --listen :8000 --root public/",
    { ...docker, ...bare },
  ),
  starts("Reverb is at the service's port", "php artisan reverb:start --host=0.0.0.0 --port=$PORT", {
    ...docker,
    ...bare,
  }),
  starts("granian has a host", "granian --interface asgi --host 0.0.0.0 --port $PORT main:app"),
  starts("GRANIAN_HOST is read where --host is not there", "granian --interface asgi --port $PORT main:app", {
    variables: { GRANIAN_HOST: "0.0.0.0" },
  }),
  starts("sanic has a host", "sanic main:app --host=0.0.0.0 --port=$PORT --workers=2"),
  starts(
    "Bokeh's server has the platform's name",
    "panel serve app.py --address 0.0.0.0 --port $PORT --allow-websocket-origin=kiln.onrender.com",
    bare,
  ),
  starts("Bokeh reads the origins from a variable", "panel serve app.py --address 0.0.0.0 --port $PORT", {
    ...bare,
    variables: { BOKEH_ALLOW_WS_ORIGIN: "kiln.onrender.com" },
  }),
  starts("shiny has a host", "shiny run app.py --host 0.0.0.0 --port $PORT", bare),
  starts("solara has a host", "solara run app.py --host=0.0.0.0 --port $PORT --production", bare),
  starts("marimo has a host", "marimo run notebook.py --headless --host 0.0.0.0 --port $PORT", bare),
  starts("Gradio reads both variables", "python app.py", {
    ...bare,
    variables: { GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "8000" },
  }),
  starts("Streamlit listens on all interfaces, and reads its port from a variable", "streamlit run Home.py", {
    ...bare,
    variables: { STREAMLIT_SERVER_PORT: "8000", STREAMLIT_SERVER_HEADLESS: "true" },
    properties: { healthCheckPath: "/_stcore/health" },
  }),
  starts(
    "Dash behind gunicorn",
    "gunicorn app:server --bind 0.0.0.0:$PORT --workers 1 --threads 4 --timeout 120",
    bare,
  ),
  starts(
    "-D before the archive is a property",
    "java -Dserver.port=$PORT -Xmx350m -jar target/kiln.jar",
    java,
  ),
  starts(
    "--server.port behind the archive is Spring's argument",
    "java -jar target/kiln.jar --server.port=$PORT --spring.profiles.active=prod",
    java,
  ),
  starts(
    "Quarkus listens on all interfaces outside of its developer's mode",
    "java -jar target/quarkus-app/quarkus-run.jar",
    {
      ...java,
      variables: { QUARKUS_HTTP_PORT: "8000", QUARKUS_HTTP_HOST: "0.0.0.0" },
    },
  ),
  starts("Kestrel listens on all interfaces", "dotnet Kiln.Web.dll", {
    ...dotnet,
    variables: { ASPNETCORE_HTTP_PORTS: "8000" },
  }),
  starts("--urls wins over ASPNETCORE_HTTP_PORTS", "dotnet Kiln.Web.dll --urls http://0.0.0.0:8000", {
    ...dotnet,
    variables: { ASPNETCORE_HTTP_PORTS: "8080" },
  }),
  starts("Leptos listens on all interfaces", "./target/release/kiln", {
    ...rust,
    variables: { LEPTOS_SITE_ADDR: "0.0.0.0:8000" },
  }),
  starts("Rocket's address is all interfaces", "./target/release/kiln", {
    ...rust,
    variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000" },
  }),
  starts("PocketBase listens on all interfaces", "./pocketbase serve --http=0.0.0.0:$PORT", {
    runtime: "go",
    ...bare,
    properties: { healthCheckPath: "/api/health" },
  }),
  starts("a release with PHX_SERVER starts its server", "_build/prod/rel/kiln/bin/kiln start", {
    ...elixir,
    variables: {
      PHX_SERVER: "true",
      PHX_HOST: "kiln.onrender.com",
      SECRET_KEY_BASE: "q7Vd2LmXz9Rk4TnWb6YhCs1PfJg8EuAo3IiNx5KtGvBrDyMcHwSlZjQaFpUeOd0T",
    },
  }),
  starts("bin/server of a release sets PHX_SERVER by itself", "_build/prod/rel/kiln/bin/server", {
    ...elixir,
    variables: { PHX_HOST: "kiln.onrender.com" },
  }),
];
