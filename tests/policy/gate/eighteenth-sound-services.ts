import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const elixir = { runtime: "elixir", driver: "none" } as const;
const go = { runtime: "go", driver: "none" } as const;
const rust = { runtime: "rust", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

/**
 * Sound services of the eighteenth batch. Each looks like a fault and works: the comment says why, and after the dash
 * what decides it.
 */
export const SOUND_SERVICES_OF_EIGHTEENTH: readonly SealedCase[] = [
  // --- Python ----------------------------------------------------------------------------------------------------------

  // There is no host and no file: fastapi run is at all addresses and finds main.py by itself. - FastAPI's page on its CLI.
  { command: "fastapi run --port $PORT --workers 2" },
  // Hypercorn has its address in one option. - Hypercorn's page on its settings.
  { command: "hypercorn orchard.main:app --bind 0.0.0.0:$PORT --worker-class uvloop --keep-alive 75" },
  // Waitress has 0.0.0.0 where no host is given. - Waitress' page on its arguments.
  { ...python, command: "waitress-serve --port=$PORT --threads=8 --call orchard:create_app" },
  // Of two binds one is for a sidecar, and the other one is at all addresses. - gunicorn's settings (bind, several times).
  { ...python, command: "gunicorn orchard.wsgi -b 127.0.0.1:9100 -b 0.0.0.0:$PORT --workers 2" },
  // The worker is ASGI's, so an ASGI application is right. - uvicorn's page on deployment (uvicorn-worker).
  {
    ...python,
    command: "gunicorn orchard.asgi:application -k uvicorn_worker.UvicornWorker -b 0.0.0.0:$PORT",
  },
  // PORT has a default inside the quotes, which the inner shell reads. - bash.
  {
    ...python,
    command: `sh -c 'python manage.py migrate --noinput && exec daphne -b 0.0.0.0 -p "\${PORT:-8000}" config.asgi:application'`,
  },
  // Flask's own server is slow but right, and the host is all addresses. - Flask's page on its command line.
  {
    ...python,
    command: "flask --app orchard:create_app run --host=0.0.0.0 --port=$PORT --no-debugger --no-reload",
  },

  // --- Node ------------------------------------------------------------------------------------------------------------

  // next start is at all addresses without an option. - Next's page on its command line.
  {
    ...node,
    command: "npx next start -p $PORT",
    variables: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  },
  // serve has the address in the notation of a URL. - serve's readme (--listen).
  { ...node, command: "npx serve --single dist --listen tcp://0.0.0.0:$PORT" },
  // pm2-runtime stays in front, other than pm2 start. - PM2's page on containers.
  { ...node, command: "npx pm2-runtime start ecosystem.config.cjs --only api" },
  // Nitro has its own variables, and a loopback address is of something else. - Nitro's page on Node servers.
  {
    ...node,
    command: "node .output/server/index.mjs",
    variables: { NITRO_HOST: "0.0.0.0", NITRO_PORT: "8000", STATSD_BIND: "127.0.0.1:8125" },
  },
  // The assignment repeats the declared port. - bash.
  { ...node, command: "PORT=8000 NODE_OPTIONS=--max-old-space-size=384 node dist/main" },

  // --- Ruby, Elixir, Go and Rust ---------------------------------------------------------------------------------------

  // Outside of development rails server is at all addresses without -b. - Rails' server command (default_host).
  { ...ruby, command: "bin/rails server -p $PORT -e production" },
  // The release's script sets PHX_SERVER by itself. - Phoenix's guide on releases (bin/server).
  {
    ...elixir,
    command: "_build/prod/rel/orchard/bin/server",
    variables: { PHX_HOST: "orchard.example.net" },
  },
  // The profiler alone is at loopback. - Go's page on net/http/pprof.
  { ...go, command: "./app", variables: { LISTEN_ADDR: ":8000", PPROF_ADDR: "127.0.0.1:6060" } },
  // The metrics alone are at loopback. - the program's own options say so.
  { ...rust, command: "./target/release/orchard --bind 0.0.0.0:8000 --metrics-bind 127.0.0.1:9100" },

  // --- Images ----------------------------------------------------------------------------------------------------------

  // Of two addresses one is all of them. - Microsoft's page on Kestrel's endpoints.
  {
    ...docker,
    command: "dotnet Orchard.Api.dll",
    variables: { ASPNETCORE_URLS: "http://+:8000;http://localhost:9100", ASPNETCORE_ENVIRONMENT: "Staging" },
  },
  // The actuator has a port and a loopback address of its own. - Spring Boot's page on management over HTTP.
  {
    ...docker,
    command:
      "java -jar /srv/orchard.jar --server.port=8000 --management.server.port=9001 --management.server.address=127.0.0.1",
  },
  // Without a host FrankenPHP is at all addresses. - FrankenPHP's page on its command line.
  { ...docker, command: "frankenphp php-server --listen :8000 --root public/" },

  // --- The platform ----------------------------------------------------------------------------------------------------

  // A paid service reaches port 465. - Render's page on free services.
  {
    ...docker,
    command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000",
    properties: { ...DOCKER, plan: "starter" },
    variables: {
      APP_ENV: "production",
      APP_DEBUG: "false",
      MAIL_HOST: "smtp.fastmail.com",
      MAIL_PORT: "465",
    },
  },
  // A registry's path may have several parts, and a tag dots. - Docker's page on image references.
  {
    driver: "none",
    properties: {
      runtimeSource: { image: { imageUrl: "us-docker.pkg.dev/orchard-press/apps/api", tag: "2026.11.3" } },
    },
  },
  // The least number of instances is two, and numInstances is absent. - Render's page on scaling.
  {
    ...go,
    command: "./app -addr 0.0.0.0:$PORT",
    properties: {
      plan: "pro",
      autoscaling: { enabled: true, min: 2, max: 5, criteria: { memory: { enabled: true, percentage: 75 } } },
    },
  },
];
