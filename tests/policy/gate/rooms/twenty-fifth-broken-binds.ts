import type { ExplainedCase } from "../nineteenth-form";
import { django, dotnet, flask, laravel, node, rejected, spring } from "./twenty-fifth-form";

const LOOPBACK = "service/loopback-bind";
const PORT = "port/agreement";
const DEBUG = "environment/debug-in-production";

/** Services that no request reaches: the address or the port is not the one that Render asks. */
export const REJECTED_BINDS_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  rejected(LOOPBACK, "uvicorn's host is 127.0.0.1 without --host (uvicorn's page on settings)", {
    command: "python -m uvicorn api.index:app --port ${PORT:-8000} --proxy-headers --workers 2",
  }),
  rejected(`${LOOPBACK}|${DEBUG}`, "fastapi dev listens on 127.0.0.1 (FastAPI's page on its command line)", {
    command: "fastapi dev app/main.py --port $PORT",
  }),
  rejected(`${LOOPBACK}|${DEBUG}`, "runserver with a port alone listens on 127.0.0.1 (Django's page)", {
    command: "python manage.py migrate --noinput && python manage.py runserver $PORT",
    ...django,
  }),
  rejected(LOOPBACK, "flask run has 127.0.0.1 as its host (Flask's page on its command line)", {
    command: "flask --app lantern.wsgi run -p $PORT",
    ...flask,
  }),
  rejected(
    LOOPBACK,
    "gunicorn listens where -b says, as a tutorial with nginx has it (gunicorn issue 3320)",
    {
      command: "gunicorn --workers 3 -b 127.0.0.1:8000 app:app",
      ...flask,
    },
  ),
  rejected(
    `${LOOPBACK}|${PORT}|service/start-command`,
    "a socket file is no port: tutorials put nginx before it, and Render finds no open port",
    {
      command: "gunicorn --access-logfile - --workers 3 --bind unix:/tmp/lantern.sock lantern.wsgi",
      ...django,
    },
  ),
  rejected(LOOPBACK, "hypercorn's bind is 127.0.0.1:8000 where none is given (Hypercorn's page on options)", {
    command: "hypercorn lantern.asgi:app --workers 2 --access-logfile -",
  }),
  rejected(LOOPBACK, "Streamlit's server.address is the one that is given: localhost", {
    command: "streamlit run Home.py --server.port $PORT --server.address localhost --server.headless true",
    driver: "none",
  }),
  rejected(LOOPBACK, "chainlit run listens on 127.0.0.1 without --host (Chainlit's page on its command)", {
    command: "chainlit run app.py --headless --port $PORT",
    driver: "none",
  }),
  rejected(LOOPBACK, "marimo's host is 127.0.0.1 without --host (marimo's page on its command line)", {
    command: "marimo run dashboard.py --headless -p $PORT",
    driver: "none",
  }),
  rejected(LOOPBACK, "shiny run has 127.0.0.1 as its host (Shiny for Python's page on its command)", {
    command: "shiny run --port 8000 app.py",
    driver: "none",
  }),
  rejected(LOOPBACK, "json-server 0.17 listens on localhost without --host (its README)", {
    command: "npx json-server@0.17.4 db.json --port $PORT",
    runtime: "node",
    driver: "none",
  }),
  rejected(
    LOOPBACK,
    "docusaurus serve listens on localhost without --host (Docusaurus's page on its command)",
    {
      command: "npx docusaurus serve --port $PORT --no-open",
      runtime: "node",
      driver: "none",
    },
  ),
  rejected(LOOPBACK, "gatsby serve has localhost as its host (Gatsby's page on its commands)", {
    command: "npx gatsby serve -p $PORT",
    runtime: "node",
    driver: "none",
  }),
  rejected(LOOPBACK, "jekyll serve listens on 127.0.0.1 without --host (Jekyll's page on serve options)", {
    command: "bundle exec jekyll serve --port $PORT --no-watch",
    runtime: "ruby",
    driver: "none",
  }),
  rejected(LOOPBACK, "the server of Nitro, which Nuxt builds, listens on HOST (Nitro's page on Node)", {
    command: "node .output/server/index.mjs",
    variables: { HOST: "localhost" },
    ...node,
  }),
  rejected(LOOPBACK, "Astro's standalone server listens on HOST (Astro's page on its Node adapter)", {
    command: "node ./dist/server/entry.mjs",
    variables: { HOST: "127.0.0.1" },
    ...node,
  }),
  rejected(LOOPBACK, "the standalone server of Next, in an application of a monorepo, takes HOSTNAME", {
    command: "HOSTNAME=localhost node apps/web/.next/standalone/apps/web/server.js",
    ...node,
  }),
  rejected(LOOPBACK, "next start listens on the name that -H gives (Next's page on its command line)", {
    command: "npx next start -H localhost -p $PORT",
    ...node,
  }),
  rejected(LOOPBACK, "vite preview listens on the name after --host, whatever its settings say", {
    command: "npx vite preview --host localhost --port $PORT --strictPort",
    runtime: "node",
    driver: "none",
  }),
  rejected(LOOPBACK, "the gateway's own word for 127.0.0.1 is loopback (openclaw pull request 14254)", {
    command: "node dist/index.js gateway --port $PORT --bind loopback",
    runtime: "node",
    driver: "none",
  }),
  rejected(LOOPBACK, "--binding names the address that rails server opens (Rails's guide on its commands)", {
    command: "bundle exec rails server --port $PORT --binding localhost -e production",
    runtime: "ruby",
    driver: "active-record",
  }),
  rejected(LOOPBACK, "artisan serve listens on 127.0.0.1 without --host (Laravel's ServeCommand)", {
    command: "php artisan config:cache && php artisan migrate --force && php artisan serve --port=$PORT",
    ...laravel,
  }),
  rejected(LOOPBACK, "PHP's own server listens on the name before the port (PHP's manual)", {
    command: "php -S localhost:8000 -t public public/index.php",
    ...laravel,
  }),
  rejected(LOOPBACK, "Spring Boot binds server.address, which a system property sets", {
    command: "java -Dserver.address=127.0.0.1 -Dserver.port=$PORT -jar /app/lantern.jar",
    ...spring,
  }),
  rejected(
    LOOPBACK,
    "Kestrel listens on what ASPNETCORE_URLS names, which launchSettings.json has as localhost",
    {
      command: "dotnet Lantern.Api.dll",
      variables: { ASPNETCORE_URLS: "http://localhost:8000" },
      ...dotnet,
    },
  ),
  rejected(LOOPBACK, "Rocket takes its address of ROCKET_ADDRESS before Rocket.toml (Rocket's guide)", {
    command: "./target/release/lantern",
    variables: { ROCKET_ADDRESS: "127.0.0.1", ROCKET_PORT: "8000" },
    runtime: "rust",
    driver: "sqlx",
  }),
  // Another port than the one that is declared.
  rejected(PORT, "serve listens on 3000, PORT and the component say 8000", {
    command: "npx serve -s build -l 3000",
    runtime: "node",
    driver: "none",
  }),
  rejected(PORT, "Spring Boot listens on 8080, which its argument says over every variable", {
    command: "java -Xmx350m -jar target/lantern-0.0.1-SNAPSHOT.jar --server.port=8080",
    ...spring,
  }),
  rejected(PORT, "the container listens on 8080, .NET's own number since 8, and PORT says 8000", {
    command: "dotnet Lantern.Api.dll",
    variables: { ASPNETCORE_HTTP_PORTS: "8080" },
    ...dotnet,
  }),
  rejected(PORT, "Streamlit listens on 8501, and PORT says 8000 (a port that Streamlit does not read)", {
    command: "streamlit run app.py --server.port 8501 --server.address 0.0.0.0",
    driver: "none",
  }),
  rejected(
    `${PORT}|service/start-command|environment/refused-value`,
    "without the $ the word is no number: Invalid value for '--port': 'PORT' is not a valid integer",
    { command: "uvicorn main:app --host 0.0.0.0 --port PORT" },
  ),
  rejected(
    `${PORT}|service/start-command`,
    "gunicorn ends: '{PORT}' is not a valid port number (braces of another template)",
    { command: "gunicorn app:app --bind 0.0.0.0:{PORT}", ...flask },
  ),
  rejected(
    `${LOOPBACK}|${PORT}|service/start-command|environment/refused-value`,
    "uvicorn takes the text for a host's name: Name or service not known, and the process ends",
    { command: "uvicorn main:app --host 0.0.0.0:$PORT" },
  ),
];
