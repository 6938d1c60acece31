import { docker, dotnet, java, soundWeb } from "./batch";
import { type ExplainedCase, PASSWORD } from "./nineteenth-form";
import { image, POOL, REF, SESSION } from "./twentieth-form";
import { bare, elixir, node, ruby } from "./written";

/** Sound commands and ports that look suspicious. */
export const SOUND_SERVICES_OF_TWENTIETH: readonly ExplainedCase[] = [
  {
    why: "-h names every interface",
    ...soundWeb("dagster-webserver -h 0.0.0.0 -p $PORT -w workspace.yaml", {
      driver: "psycopg2",
      properties: { healthCheckPath: "/server_info" },
    }),
  },
  {
    why: "fastapi run, other than fastapi dev, listens on 0.0.0.0 (FastAPI's page on its command line)",
    ...soundWeb("fastapi run orchard/main.py --port $PORT --proxy-headers"),
  },
  {
    why: "waitress-serve listens on 0.0.0.0 unless a host is named (waitress's page on waitress-serve)",
    ...soundWeb("waitress-serve --port=$PORT --threads=8 orchard.wsgi:application", { driver: "psycopg2" }),
  },
  {
    why: "a Nuxt server takes PORT and HOST (Nitro's page on its Node preset)",
    ...soundWeb("node .output/server/index.mjs", { ...node, variables: { HOST: "0.0.0.0" } }),
  },
  {
    why: "SvelteKit's Node adapter listens on 0.0.0.0 unless HOST is set, at PORT (its page on environment variables)",
    ...soundWeb("node build", {
      ...node,
      variables: { ORIGIN: "https://orchard.press", BODY_SIZE_LIMIT: "5M" },
    }),
  },
  {
    why: "remix-serve takes PORT, and listens on every address unless HOST is set (Remix's page on it)",
    ...soundWeb("npx remix-serve ./build/server/index.js", node),
  },
  {
    why: "Bun.serve takes PORT and 0.0.0.0 by itself (Bun's page on its server)",
    ...soundWeb("bun run src/index.ts", { ...node, properties: { healthCheckPath: "/" } }),
  },
  {
    why: "deno serve listens on 0.0.0.0 unless --host is there (Deno's page on deno serve)",
    ...soundWeb("deno serve --allow-net --allow-env --port 8000 main.ts", { ...docker, ...bare }),
  },
  {
    why: "granian reads its options from GRANIAN_ variables (its README)",
    ...soundWeb("granian --interface asgi orchard.main:app", {
      variables: { GRANIAN_HOST: "0.0.0.0", GRANIAN_PORT: "8000", GRANIAN_WORKERS: "2" },
    }),
  },
  {
    why: "doppler and uv start gunicorn, which binds what Render asks",
    ...soundWeb(
      "doppler run --config prd -- uv run --no-dev gunicorn orchard.asgi -k uvicorn_worker.UvicornWorker -b 0.0.0.0:$PORT",
    ),
  },
  {
    why: "celery is in the background, and uvicorn in front of it goes on running",
    ...soundWeb(
      "celery -A orchard worker -l info --concurrency 1 & exec uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
    ),
  },
  {
    why: "the migration ends before gunicorn takes the shell's place",
    ...soundWeb(
      "tini -g -- sh -c 'python manage.py migrate --noinput && exec gunicorn config.wsgi --bind 0.0.0.0:${PORT}'",
      { ...docker, driver: "psycopg2" },
    ),
  },
  {
    why: "FrankenPHP listens on all addresses where the address is a port alone (its page on php-server)",
    ...soundWeb("frankenphp php-server --listen :8000 --root public/", { ...docker, ...bare }),
  },
  {
    why: "the cached configuration is no build; Octane gets the address and the port",
    ...soundWeb(
      "php artisan config:cache && php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=$PORT",
      { ...docker, ...bare },
    ),
  },
  {
    why: "the virtual machine reads JAVA_TOOL_OPTIONS, and server.port in it (Oracle's page on the variable)",
    ...soundWeb("java -jar build/libs/orchard.jar", {
      ...java,
      variables: { JAVA_TOOL_OPTIONS: "-XX:MaxRAMPercentage=70 -Dserver.port=8000" },
    }),
  },
  {
    why: "Quarkus gets host and port as system properties before -jar",
    ...soundWeb(
      "java -Dquarkus.http.host=0.0.0.0 -Dquarkus.http.port=${PORT} -jar target/quarkus-app/quarkus-run.jar",
      java,
    ),
  },
  {
    why: "the star is every address to Kestrel (ASP.NET's page on Kestrel's endpoints)",
    ...soundWeb("dotnet Orchard.Web.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://*:8000" } }),
  },
  {
    why: "the default of the expansion is not taken: PORT is set",
    ...soundWeb("bundle exec rails server -b 0.0.0.0 -p ${PORT:-3000} -e production", ruby),
  },
  {
    why: "puma's -p listens on 0.0.0.0 (Heroku's page on puma has this line)",
    ...soundWeb("bundle exec puma -t 5:5 -p ${PORT:-3000} -e ${RACK_ENV:-development}", {
      ...ruby,
      variables: { RACK_ENV: "production", RAILS_ENV: "production" },
    }),
  },
  {
    why: "PHX_SERVER is in the command, and the release stays in front",
    ...soundWeb("PHX_SERVER=true _build/prod/rel/orchard/bin/orchard start", {
      ...elixir,
      variables: { PHX_HOST: "orchard.press", POOL_SIZE: "5" },
    }),
  },
  {
    why: "set of a shell changes its arguments and ends well; Render sets NODE_ENV to production anyway",
    ...soundWeb("set NODE_ENV=production && node dist/server.js", node),
  },
  {
    why: "the file is sourced only where it is there",
    ...soundWeb(
      "if [ -f /etc/secrets/.env ]; then set -a; . /etc/secrets/.env; set +a; fi; exec gunicorn orchard.wsgi -b 0.0.0.0:$PORT",
      { driver: "psycopg2" },
    ),
  },
  {
    why: "the loopback address is that of a proxy to trust, not the one to bind",
    ...soundWeb(
      "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT --proxy-headers --forwarded-allow-ips 127.0.0.1",
    ),
  },
  {
    why: "metrics go to an agent on the same machine by UDP, which fails without a word",
    ...soundWeb(
      "gunicorn orchard.wsgi -b 0.0.0.0:$PORT --statsd-host=127.0.0.1:8125 --statsd-prefix=orchard",
    ),
  },
  {
    why: "the expansion ends the command only where PORT is not set",
    ...soundWeb(
      'APP_PORT="${PORT:?PORT is not set}"; exec uvicorn orchard.main:app --host 0.0.0.0 --port "$APP_PORT"',
    ),
  },
  {
    why: "one of the two is a server at 8000 on every address, which is next start's own default",
    ...soundWeb('npx concurrently -k "node dist/worker.js" "npx next start -p 8000"', node),
  },
  {
    why: "Hasura listens on every address at the port that it is given",
    command: null,
    properties: { ...image("docker.io/hasura/graphql-engine", "v2.44.0"), healthCheckPath: "/healthz" },
    variables: {
      HASURA_GRAPHQL_SERVER_PORT: "8000",
      HASURA_GRAPHQL_DATABASE_URL: SESSION,
      HASURA_GRAPHQL_ADMIN_SECRET: PASSWORD.repeat(3),
      HASURA_GRAPHQL_ENABLE_CONSOLE: "false",
    },
    ...bare,
  },
  {
    why: "Keycloak's health and metrics have a port of their own beside the HTTP listener",
    ...soundWeb("/opt/keycloak/bin/kc.sh start --optimized --http-enabled=true --http-port=8000", {
      properties: { ...image("ghcr.io/orchard-press/keycloak", "26.0.7"), healthCheckPath: "/realms/master" },
      variables: {
        KC_HTTP_MANAGEMENT_PORT: "9000",
        KC_HOSTNAME: "id.orchard.press",
        KC_DB: "postgres",
        KC_DB_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
        KC_DB_USERNAME: `app.${REF}`,
        KC_DB_PASSWORD: PASSWORD,
      },
      ...bare,
    }),
  },
];
