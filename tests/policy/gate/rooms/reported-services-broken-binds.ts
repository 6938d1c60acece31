import { dotnet, java, LOOPBACK, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, node, ruby, rust } from "../written";
import { container, DEBUG, fails, HOSTS, NEED, REFUSED } from "./reported-services-form";

/** Services that no request reaches, as reports have them. */
export const REPORTED_BINDS: readonly ExplainedCase[] = [
  fails(
    `${LOOPBACK}|${PORT}`,
    "the gateway binds the loopback interface by --bind loopback (openclaw, pull request 14254)",
    "node dist/index.js gateway --port 8000 --bind loopback --allow-unconfigured",
    { ...node, ...bare },
  ),
  fails(
    `${LOOPBACK}|${PORT}|${DEBUG}`,
    "runserver with a port alone listens on 127.0.0.1 (Django's page on django-admin)",
    "python manage.py migrate --noinput && python manage.py runserver $PORT",
    { driver: "psycopg2" },
  ),
  fails(
    `${LOOPBACK}|${DEBUG}`,
    "fastapi dev listens on 127.0.0.1 (FastAPI's page on its command line)",
    "fastapi dev app/main.py --port $PORT",
  ),
  fails(
    LOOPBACK,
    "Chainlit's default host is 127.0.0.1 (Chainlit's page on deploying)",
    "chainlit run app.py --headless --port $PORT",
    bare,
  ),
  fails(
    LOOPBACK,
    "jupyter's ServerApp.ip is localhost by default (Jupyter Server's page on its options)",
    "jupyter lab --no-browser --port=$PORT --ServerApp.base_url=/lab",
    bare,
  ),
  fails(
    LOOPBACK,
    "the bind address in GUNICORN_CMD_ARGS is loopback (gunicorn's page on settings)",
    "gunicorn heron.wsgi:application --workers 2",
    { variables: { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:8000 --access-logfile=-" }, driver: "psycopg2" },
  ),
  fails(
    LOOPBACK,
    "Nitro's server listens on HOST (Nitro's page on its Node preset)",
    "node .output/server/index.mjs",
    { ...node, variables: { HOST: "127.0.0.1" } },
  ),
  fails(LOOPBACK, "adapter-node listens on HOST (SvelteKit's page on adapter-node)", "node build", {
    ...node,
    variables: { HOST: "127.0.0.1", ORIGIN: "https://heron.tidal.coop" },
  }),
  fails(
    LOOPBACK,
    "puma's bind has the loopback address (Puma's README)",
    "bundle exec puma -t 5:5 -b tcp://127.0.0.1:$PORT -e production",
    ruby,
  ),
  fails(
    `${HOSTS}|${DEBUG}`,
    "Rails in development answers 403 for a host that is not in config.hosts (Rails' guide on configuring)",
    "bundle exec rails server -b 0.0.0.0 -p $PORT -e development",
    ruby,
  ),
  fails(
    `${HOSTS}|${DEBUG}`,
    "Sinatra in development permits localhost alone: host not permitted (Sinatra's README on host_authorization)",
    "bundle exec ruby app.rb -o 0.0.0.0 -p $PORT",
    { ...ruby, ...bare, variables: { RACK_ENV: "development", APP_ENV: "development" } },
  ),
  fails(
    LOOPBACK,
    "Kestrel listens on the host of ASPNETCORE_URLS (ASP.NET Core's page on Kestrel's endpoints)",
    "dotnet Heron.Api.dll",
    { ...dotnet, variables: { ASPNETCORE_URLS: "http://localhost:8000" } },
  ),
  fails(
    `${PORT}|${REFUSED}`,
    "Render fills in nothing in a value, and Kestrel ends at the port $PORT (Render's page on variables)",
    "dotnet Heron.Api.dll",
    { ...dotnet, variables: { ASPNETCORE_URLS: "http://+:$PORT" } },
  ),
  fails(
    `${NEED}|${REFUSED}|${PORT}|environment/missing-file`,
    "Kestrel ends where an https address has no server certificate (ASP.NET Core's page on Kestrel's endpoints)",
    "dotnet Heron.Api.dll",
    { ...dotnet, variables: { ASPNETCORE_URLS: "https://+:8443;http://+:8000" } },
  ),
  fails(
    `${PORT}|${REFUSED}`,
    "Boot cannot bind $PORT to server.port: without braces it is no placeholder (Boot's page on properties)",
    "java -jar target/heron.jar",
    { ...java, variables: { SERVER_PORT: "$PORT" } },
  ),
  fails(
    LOOPBACK,
    "Rocket listens on ROCKET_ADDRESS (Rocket's page on configuration)",
    "./target/release/heron",
    { ...rust, variables: { ROCKET_ADDRESS: "127.0.0.1", ROCKET_PORT: "8000" } },
  ),
  fails(
    LOOPBACK,
    "artisan serve has 127.0.0.1 as its default host (Laravel's ServeCommand)",
    "php artisan migrate --force && php artisan serve --port=8000",
    container,
  ),
  fails(
    `${PORT}|${START}`,
    "in single quotes the shell fills in nothing: '$PORT' is not a valid integer (uvicorn; llm-council, issue 252)",
    "uvicorn heron.main:app --host 0.0.0.0 --port '$PORT'",
  ),
  fails(
    REFUSED,
    "the cookie store asks for a secret_key_base of 64 bytes at least (Plug.Session.COOKIE)",
    "_build/prod/rel/heron/bin/heron start",
    {
      ...elixir,
      variables: { PHX_SERVER: "true", PHX_HOST: "heron.tidal.coop", SECRET_KEY_BASE: "wT4zR8mK2pQ9" },
    },
  ),
];
