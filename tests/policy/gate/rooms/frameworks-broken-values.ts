// Longer than 200 lines: one table, a row for each service.
import { docker, dotnet, java, PLACEHOLDER, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, node } from "../written";
import { fails, GUNICORN } from "./frameworks-form";
import { built } from "./orchard";

const REFUSED = "environment/refused-value";
const DEBUG = "environment/debug-in-production";
const NEED = "service/unmet-need";
const nodeBuilt = (buildCommand: string) => ({ ...node, ...bare, properties: built(buildCommand, "node") });

/** Frameworks' builds, starts and variables with which nothing answers. */
export const FRAMEWORKS_ENDED: readonly ExplainedCase[] = [
  fails(
    `${REFUSED}|${START}|service/missing-file|environment/missing-file`,
    "Nitro's preset of Vercel writes no .output/server (Nitro's page on deploying)",
    "node .output/server/index.mjs",
    {
      ...node,
      variables: { NITRO_PRESET: "vercel" },
    },
  ),
  fails(
    REFUSED,
    "adapter-node makes a URL of ORIGIN, and this has no scheme (SvelteKit's page on adapter-node)",
    "node build",
    {
      ...node,
      variables: { ORIGIN: "kiln.onrender.com" },
    },
  ),
  fails(
    REFUSED,
    "adapter-node takes 10M, and 10MB is no number (SvelteKit's page on adapter-node)",
    "node build",
    {
      ...node,
      variables: { ORIGIN: "https://kiln.onrender.com", BODY_SIZE_LIMIT: "10MB" },
    },
  ),
  fails(
    `${REFUSED}|${START}`,
    "gunicorn makes a number of WEB_CONCURRENCY, and auto is one of Puma's words (gunicorn's page on settings)",
    GUNICORN,
    {
      driver: "psycopg2",
      variables: { WEB_CONCURRENCY: "auto" },
    },
  ),
  fails(
    `${REFUSED}|service/allowed-hosts`,
    "PHX_HOST is a host, and this is a URL: each websocket's origin is refused (Phoenix' page on deploying)",
    "_build/prod/rel/kiln/bin/kiln start",
    {
      ...elixir,
      variables: { PHX_SERVER: "true", PHX_HOST: "https://kiln.onrender.com" },
    },
  ),
  fails(
    REFUSED,
    "Phoenix' cookies want 64 bytes, and Render draws 44 (managoat/fountain, pull request 36)",
    "_build/prod/rel/kiln/bin/kiln start",
    {
      ...elixir,
      variables: { PHX_SERVER: "true", PHX_HOST: "kiln.onrender.com" },
      properties: {
        envVars: {
          PORT: { value: "8000" },
          PHX_SERVER: { value: "true" },
          PHX_HOST: { value: "kiln.onrender.com" },
          SECRET_KEY_BASE: { generateValue: true },
        },
      },
    },
  ),
  fails(
    `${PLACEHOLDER}`,
    "the token is what the template left (Discord's page on bots)",
    "python -m kiln.bot & uvicorn health:app --host 0.0.0.0 --port $PORT",
    {
      variables: { DISCORD_TOKEN: "your-bot-token-here" },
    },
  ),
  fails(
    "unknown",
    "a bot that polls opens no port: Port scan timeout reached (biisal/chatgpt-bot 2)",
    "python bot.py",
    {
      ...bare,
      variables: { BOT_MODE: "polling" },
    },
  ),
  fails(
    `${START}|${NEED}|${PORT}`,
    "queue:work opens no port (Laravel's page on queues; Render's page on web services)",
    "php artisan queue:work --tries=3 --timeout=90",
    {
      ...docker,
      ...bare,
    },
  ),
  fails(
    `${START}|${NEED}|${PORT}`,
    "a cluster of Django Q opens no port (Django Q's page on clusters)",
    "python manage.py qcluster",
    { driver: "psycopg2" },
  ),
  fails(
    `${START}|${NEED}|${PORT}`,
    "arq's worker opens no port (arq's page)",
    "arq kiln.worker.WorkerSettings",
    bare,
  ),
  fails(
    PORT,
    "flower is at 5555, and the platform asks 8000 (Flower's page on its configuration)",
    "celery -A kiln flower --address=0.0.0.0 --port=5555",
    {
      ...bare,
      variables: { CELERY_BROKER_URL: "redis://red-d41k8tqli9vc73f0q2mg:6379/0" },
    },
  ),
  fails(
    START,
    "turbo run build ends (Turborepo's page on run)",
    "npx turbo run build --filter=@kiln/api",
    node,
  ),
  fails(
    START,
    "nx build ends (Nx's page on its commands)",
    "npx nx build api --configuration=production",
    node,
  ),
  fails(
    `${START}|service/start-builds`,
    "go build makes a program and ends (Go's page on its command)",
    "go build -tags netgo -ldflags '-s -w' -o app",
    {
      runtime: "go",
      driver: "pgx",
    },
  ),
  fails(
    `${START}|service/start-builds|${NEED}|unknown`,
    "the build starts the server and never ends (Render's page on troubleshooting deploys)",
    "node server.js",
    nodeBuilt("npm install && npm start"),
  ),
  fails(
    `${START}|service/start-builds|${NEED}|unknown`,
    "the build starts a developer's server and never ends",
    "node server.js",
    nodeBuilt("yarn install && yarn dev"),
  ),
  fails(`${START}|service/start-builds|${NEED}|unknown`, "runserver in the build never ends", GUNICORN, {
    driver: "psycopg2",
    properties: built("pip install -r requirements.txt && python manage.py runserver"),
  }),
  fails(
    "unknown",
    "NODE_ENV=production leaves tsc out of the install: sh: 1: tsc: not found (CaviraOSS/LongMemory, pull request 159)",
    "node dist/server.js",
    {
      ...nodeBuilt("npm install && npx tsc -p tsconfig.json"),
      variables: { NODE_ENV: "production" },
    },
  ),
  fails(
    "service/health-check-path",
    "a health check is a path without a method (Render's page on health checks)",
    GUNICORN,
    {
      driver: "psycopg2",
      properties: { healthCheckPath: "GET /health" },
    },
  ),
  fails(
    "service/health-check-path",
    "a health check is a path without host and port (Render's page on health checks)",
    "npx next start -H 0.0.0.0 -p $PORT",
    {
      ...node,
      properties: { healthCheckPath: "localhost:8000/api/health" },
    },
  ),
  fails(
    DEBUG,
    "INNGEST_DEV sends events to a developer's server on the own machine (Inngest's page on its SDK)",
    "node dist/server.js",
    {
      ...node,
      variables: { INNGEST_DEV: "1" },
    },
  ),
  fails(
    `${PORT}|${REFUSED}`,
    "Kestrel listens on 8080 where ASPNETCORE_HTTP_PORTS says so (the page of ASP.NET Core on Kestrel)",
    "dotnet Kiln.Api.dll",
    {
      ...dotnet,
      variables: { ASPNETCORE_HTTP_PORTS: "8080" },
    },
  ),
  fails(PORT, "Micronaut reads MICRONAUT_SERVER_PORT (Micronaut's page on its server)", "java -jar app.jar", {
    ...java,
    variables: { MICRONAUT_SERVER_PORT: "8080" },
  }),
  fails(
    `${START}|${NEED}`,
    "resque's worker ends without QUEUE: set QUEUE env var (Resque's README)",
    "bundle exec rake resque:work",
    {
      runtime: "ruby",
      ...bare,
      kind: "worker",
      variables: { RAILS_ENV: "production" },
    },
  ),
  fails(
    "secret/in-browser",
    "Nuxt writes what begins with NUXT_PUBLIC_ into its pages (Nuxt's page on runtime config)",
    "node .output/server/index.mjs",
    {
      ...node,
      variables: { NUXT_PUBLIC_OPENAI_API_KEY: "sk-proj-8fKq2LmZx7Rt4VnWb9YhCs3PdJg6EuAo1IiN" },
    },
  ),
];
