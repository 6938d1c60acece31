import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const rust = { runtime: "rust", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

/**
 * Broken services of the sixteenth batch: each has to be rejected by its rule. The comment says what happens, and after
 * the dash what decides it ("tried" is the real program, on 30 November 2026). "Also right" names another rule that may
 * reject the case instead.
 */
export const REJECTED_SERVICES_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Servers that no request reaches ---------------------------------------------------------------------------------

  // Granian's default is 127.0.0.1. - tried: granian.
  { rule: "service/loopback-bind", command: "granian --interface asgi --port $PORT harbor.main:app" },
  // gunicorn reads its options from this variable, and the command has no bind of its own. - tried: gunicorn.
  {
    ...python,
    rule: "service/loopback-bind",
    command: "gunicorn harbor.wsgi:application",
    variables: { GUNICORN_CMD_ARGS: "--bind 127.0.0.1:8000 --workers 2" },
  },
  // Datasette's default is 127.0.0.1. - tried: datasette serve --help.
  { ...python, rule: "service/loopback-bind", command: "datasette serve data/tides.db --port $PORT" },
  // marimo's default is 127.0.0.1. - tried: marimo run --help.
  { ...python, rule: "service/loopback-bind", command: "marimo run tides.py --headless --port $PORT" },
  // Next's standalone server takes its address from HOSTNAME. - Next's page on the standalone output.
  {
    ...node,
    rule: "service/loopback-bind",
    command: "node .next/standalone/server.js",
    variables: { HOSTNAME: "localhost", NEXT_TELEMETRY_DISABLED: "1" },
  },
  // Angular's development server is at localhost. - Angular's page on ng serve.
  { ...node, rule: "service/loopback-bind", command: "npx ng serve --configuration production --port $PORT" },
  // Vite's preview is at localhost unless it has --host. - Vite's page on its command line.
  { ...node, rule: "service/loopback-bind", command: "npx vite preview --port $PORT --strictPort" },
  // Rails, with the address of a laptop's Procfile.dev. - Rails' guide on its command line (-b).
  { ...ruby, rule: "service/loopback-bind", command: "bin/rails server -b 127.0.0.1 -p $PORT -e production" },
  // Rocket's own variable. - Rocket's page on its configuration (ROCKET_ADDRESS).
  {
    ...rust,
    rule: "service/loopback-bind",
    command: "./target/release/harbor",
    variables: { ROCKET_ADDRESS: "127.0.0.1", ROCKET_PORT: "8000" },
  },
  // Spring's variable for server.address. - Spring Boot's page on its common properties.
  {
    ...docker,
    rule: "service/loopback-bind",
    command: "java -jar /srv/harbor.jar",
    variables: { SERVER_ADDRESS: "127.0.0.1", SERVER_PORT: "8000" },
  },
  // Kestrel's address as an option. - Microsoft's page on Kestrel's endpoints (--urls).
  { ...docker, rule: "service/loopback-bind", command: "dotnet Harbor.Web.dll --urls http://127.0.0.1:8000" },
  // PHP's own server at this machine alone. - PHP's manual on its built-in server.
  { ...docker, rule: "service/loopback-bind", command: "php -S localhost:8000 -t public" },

  // --- Ports that are not the declared one -----------------------------------------------------------------------------

  // The assignment in the command wins over the service's variable. - bash.
  { ...node, rule: "port/agreement", command: "PORT=3000 node dist/main.js" },
  // uvicorn's own variable for its port. - tried: uvicorn.
  {
    rule: "port/agreement",
    command: "uvicorn harbor.main:app --host 0.0.0.0",
    variables: { UVICORN_PORT: "9000" },
  },
  // .NET's variable for its port. - Microsoft's page on .NET 8 containers (ASPNETCORE_HTTP_PORTS).
  {
    ...docker,
    rule: "port/agreement",
    command: "dotnet Harbor.Web.dll",
    variables: { ASPNETCORE_HTTP_PORTS: "5080" },
  },
  // A system property of the JVM. - Spring Boot's page on externalized configuration.
  { ...docker, rule: "port/agreement", command: "java -Dserver.port=8081 -jar /srv/harbor.jar" },
  // Flask's tutorial port, on all addresses. - gunicorn's page on its settings (bind).
  { ...python, rule: "port/agreement", command: "gunicorn -w 2 -b 0.0.0.0:5000 'harbor:create_app()'" },
  // The port of a laptop is left in the command. - Rails' guide on its command line (-p).
  { ...ruby, rule: "port/agreement", command: "bundle exec rails s -b 0.0.0.0 -p 3000 -e production" },
  // Rocket's port differs from the service's. - Rocket's page on its configuration (ROCKET_PORT).
  {
    ...rust,
    rule: "port/agreement",
    command: "./target/release/harbor",
    variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8001" },
  },
  // Streamlit does not read PORT, its default is 8501. - Streamlit's page on its settings. Also right: port/agreement.
  {
    ...python,
    rule: "port/standard",
    command: "streamlit run harbor/board.py --server.address 0.0.0.0 --server.headless true",
  },
  // Port 19099 is Render's own. - Render's page on web services. Also right: port/agreement.
  {
    ...node,
    rule: "port/reserved",
    command: "node dist/main.js",
    variables: { PORT: "19099" },
  },
];
