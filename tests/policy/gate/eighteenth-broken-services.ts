import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;
const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });

const GUNICORN = "gunicorn orchard.wsgi:application --bind 0.0.0.0:$PORT";

/**
 * Broken services of the eighteenth batch: what is wrong, why it cannot work, and after the dash the source. "Also right"
 * names another rule that may reject the case instead.
 */
export const REJECTED_SERVICES_OF_EIGHTEENTH: readonly SealedCase[] = [
  // --- Servers that no request reaches ---------------------------------------------------------------------------------

  // The development command: fastapi dev binds 127.0.0.1, and Render finds no open port. - FastAPI's page on its CLI.
  { rule: "service/loopback-bind", command: "fastapi dev src/orchard/main.py --port $PORT" },
  // runserver with a port alone binds 127.0.0.1, so no request arrives. - Django's page on runserver.
  { ...python, rule: "service/loopback-bind", command: "python manage.py runserver $PORT --noreload" },
  // -H gives next start an address that only this container reaches. - Next's page on its command line.
  { ...node, rule: "service/loopback-bind", command: "npx next start -H 127.0.0.1 -p $PORT" },
  // Nitro takes NITRO_HOST before its default of all addresses. - Nitro's page on Node servers.
  {
    ...node,
    rule: "service/loopback-bind",
    command: "node .output/server/index.mjs",
    variables: { NITRO_HOST: "127.0.0.1", NITRO_PORT: "8000" },
  },
  // Puma's -b names loopback, so nothing listens for Render. - Puma's readme (binding TCP).
  {
    ...ruby,
    rule: "service/loopback-bind",
    command: "bundle exec puma -e production -b tcp://127.0.0.1:$PORT",
  },
  // artisan serve without --host binds 127.0.0.1. - Laravel's ServeCommand (the option host has 127.0.0.1).
  { ...docker, rule: "service/loopback-bind", command: "php artisan serve --port=8000" },
  // n8n listens at N8N_LISTEN_ADDRESS alone, which is loopback here. - n8n's page on deployment variables.
  {
    driver: "none",
    rule: "service/loopback-bind",
    command: "n8n start",
    properties: { ...image("docker.io/n8nio/n8n", "1.74.1"), plan: "standard" },
    variables: { N8N_PORT: "8000", N8N_LISTEN_ADDRESS: "127.0.0.1" },
  },

  // --- Ports -----------------------------------------------------------------------------------------------------------

  // .NET's addresses are at 5000, and the service is declared at 8000. - Microsoft's page on Kestrel (ASPNETCORE_URLS).
  {
    ...docker,
    rule: "port/agreement",
    command: "dotnet Orchard.Api.dll",
    variables: { ASPNETCORE_URLS: "http://+:5000", ASPNETCORE_ENVIRONMENT: "Production" },
  },
  // PORT has Go's notation of an address, and uvicorn wants a number: it ends with a usage error. - uvicorn's settings.
  // Also right: service/start-command.
  {
    rule: "port/agreement",
    command: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
    variables: { PORT: ":8000" },
  },

  // --- Commands --------------------------------------------------------------------------------------------------------

  // The dollar is missing, and uvicorn refuses "PORT" as a number. - uvicorn's settings (--port). Also right:
  // port/agreement.
  { rule: "service/start-command", command: "uvicorn orchard.main:app --host 0.0.0.0 --port PORT" },
  // forever start leaves a daemon behind and ends, so the deploy ends too. - forever's readme.
  {
    ...node,
    rule: "service/start-command",
    command: "npx forever start -c 'node --enable-source-maps' dist/server.js",
  },
  // The default worker is WSGI's and calls the ASGI application with two arguments of WSGI: every request fails with a
  // TypeError. - Django's page on ASGI with gunicorn and uvicorn.
  {
    ...python,
    rule: "service/start-command",
    command: "gunicorn orchard.asgi:application --bind 0.0.0.0:$PORT -w 2",
  },
  // uvicorn takes the WSGI callable for an ASGI 2 application: every request fails with a TypeError. - uvicorn's settings
  // (--interface auto).
  {
    ...python,
    rule: "service/start-command",
    command: "uvicorn orchard.wsgi:application --host 0.0.0.0 --port $PORT",
  },
  // gunicorn knows no worker class of this name, and ends at once. - gunicorn's settings (worker_class).
  { rule: "service/start-command", command: "gunicorn orchard.main:app -k uvicorn -w 2 -b 0.0.0.0:$PORT" },
  // Dramatiq's workers open no port: a web service's port scan runs out. - Dramatiq's guide; Render's page on workers.
  { ...python, rule: "service/start-command", command: "dramatiq orchard.tasks --processes 1 --threads 8" },

  // --- What Render and the frameworks refuse ---------------------------------------------------------------------------

  // Django knows a leading dot, and no asterisk inside a name: every request has status 400. - Django's ALLOWED_HOSTS.
  {
    ...python,
    rule: "service/allowed-hosts",
    command: GUNICORN,
    variables: { DJANGO_ALLOWED_HOSTS: "*.onrender.com" },
  },
  // A free service reaches no port 587, in whatever notation it is: mails time out. - Render's page on free services.
  {
    ...ruby,
    rule: "service/blocked-port",
    command: "bundle exec puma -C config/puma.rb",
    properties: { plan: "free" },
    variables: { SMTP_URL: "smtp://orchard:m3PearTree@smtp.postmarkapp.com:587", RAILS_LOG_TO_STDOUT: "1" },
  },
  // An image's reference has no scheme, so nothing can be pulled. - Docker's page on image references; Render's on images.
  {
    driver: "none",
    rule: "service/source",
    properties: image("https://ghcr.io/orchard-press/api", "2.7.0"),
  },
  // The least number of instances is above the greatest one. - Render's page on scaling.
  {
    ...node,
    rule: "plan/limits",
    command: "node dist/main.js",
    properties: {
      plan: "pro",
      autoscaling: { enabled: true, min: 4, max: 2, criteria: { cpu: { enabled: true, percentage: 65 } } },
    },
  },

  // --- Values ----------------------------------------------------------------------------------------------------------

  // Rails cannot decrypt its credentials with this text, and does not start. - Rails' guide on security (credentials).
  {
    ...ruby,
    rule: "environment/placeholder",
    command: "bin/rails server -b 0.0.0.0 -p $PORT",
    variables: { RAILS_ENV: "production", RAILS_MASTER_KEY: "<contents of config/master.key>" },
  },
  // Every error page shows the configuration, passwords among it, to anyone. - Laravel's page on debug mode.
  {
    ...docker,
    rule: "environment/debug-in-production",
    command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000",
    variables: { APP_ENV: "production", APP_DEBUG: "true", LOG_CHANNEL: "stderr" },
  },
];
