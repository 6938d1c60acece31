// Longer than 200 lines: one table, a row for each kind of fault.
import { docker, dotnet, java, PLACEHOLDER, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { node, POOL, REF } from "../written";
import { jwt } from "./keys";
import {
  brokenBy as by,
  GUNICORN,
  brokenHaving as having,
  laravel,
  onBranch,
  PASSWORD,
  phoenix,
  rails,
  brokenRun as run,
  SITE,
  UVICORN,
} from "./orchard";

const KEY = "database/key-role";
const SOURCE = "service/source";
const MALFORMED = "database/url-malformed|database/url-parameters|environment/placeholder";
const FILE = "environment/missing-file|service/start-command";

/**
 * What people who ask for help in public have in their configurations, and cannot work. Written on 30 November 2026 with
 * the verdict, before it was judged for the first time: with the 18 programs beside them, of 81 the right rule rejected 17 and
 * left 21 undecided, one was rejected by another rule, and of 42 nothing was said; of 75 sound ones one was rejected. Two
 * verdicts were wrong and are among the sound ones now.
 */
export const OUTSIDERS_BROKEN: readonly ExplainedCase[] = [
  // Keys of Supabase under each other's names.
  by(KEY, "row level security hides every row", { SUPABASE_SERVICE_ROLE_KEY: jwt("anon", REF) }),
  by(KEY, "the same under a shorter name", { SUPABASE_SERVICE_KEY: jwt("anon", REF) }),
  by(KEY, "the key for servers is given out as the one for browsers", {
    SUPABASE_ANON_KEY: jwt("service_role", REF),
  }),
  by(KEY, "a publishable key where the secret one is expected", {
    SUPABASE_SERVICE_ROLE_KEY: "sb_publishable_q7Rr0mV3cXz9TnB2kLw5Yg_hD8sJf1G",
  }),
  by(KEY, "a token of the Management API is no key of a project's API", {
    SUPABASE_ANON_KEY: "sbp_4f1d0c9b7e2a38f6b5d4c3a2918070605f4e3d2c",
  }),
  by(KEY, "a key is no secret by which tokens are signed", { SUPABASE_JWT_SECRET: jwt("anon", REF) }),
  by(KEY, "a header's word stays in the key", { SUPABASE_ANON_KEY: `Bearer ${jwt("anon", REF)}` }),
  by(KEY, "the key is past its end", { SUPABASE_ANON_KEY: jwt("anon", REF, 1_700_000_000) }),
  // Addresses of Supabase.
  by("database/supabase-endpoint", "an API's address is of HTTPS", {
    SUPABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres`,
  }),
  by("database/supabase-endpoint", "the client adds the path itself", {
    SUPABASE_URL: `https://${REF}.supabase.co/rest/v1/`,
  }),
  by("database/supabase-endpoint", "the client refuses an address without a scheme", {
    SUPABASE_URL: `${REF}.supabase.co`,
  }),
  by("database/supabase-endpoint", "the keys are below auth/v1", {
    SUPABASE_JWKS_URL: `https://${REF}.supabase.co/.well-known/jwks.json`,
  }),
  by("database/supabase-endpoint", "the project's host of its database answers no HTTP", {
    SUPABASE_URL: `https://db.${REF}.supabase.co`,
  }),
  // Branches.
  having(SOURCE, "a remote's name is no part of the branch's", onBranch("origin/main")),
  having(SOURCE, "a full reference is no branch's name", onBranch("refs/heads/main")),
  having(SOURCE, "git allows no blank in a name", onBranch("release candidate")),
  having(
    SOURCE,
    "an address of a page is no branch",
    onBranch("https://github.com/orchard-press/orchard/tree/main"),
  ),
  // Brokers, and what Celery takes.
  by("unknown", "Celery has no transport https", {
    CELERY_BROKER_URL: `https://default:${PASSWORD}@eu2-brave-cod-31245.upstash.io`,
  }),
  by("unknown", "Celery's result backend of rediss asks for ssl_cert_reqs", {
    CELERY_RESULT_BACKEND: `rediss://default:${PASSWORD}@eu2-brave-cod-31245.upstash.io:6379/0`,
  }),
  // Django's settings in variables.
  by(
    "service/allowed-hosts",
    "the list has names, without a scheme",
    {
      ALLOWED_HOSTS: "https://orchard-api.onrender.com",
      DJANGO_SETTINGS_MODULE: "orchard.settings",
    },
    { command: GUNICORN, driver: "psycopg2" },
  ),
  by(
    "unknown",
    "Django's check 4_0.E001 asks for a scheme",
    {
      CSRF_TRUSTED_ORIGINS: "orchard.press",
      DJANGO_SETTINGS_MODULE: "orchard.settings",
    },
    { command: GUNICORN, driver: "psycopg2" },
  ),
  by(
    "unknown",
    "django-cors-headers asks for a scheme",
    {
      CORS_ALLOWED_ORIGINS: "app.orchard.press",
      DJANGO_SETTINGS_MODULE: "orchard.settings",
    },
    { command: GUNICORN, driver: "psycopg2" },
  ),
  by(
    "unknown",
    "a file's path is no module",
    { DJANGO_SETTINGS_MODULE: "orchard/settings/production.py" },
    {
      command: GUNICORN,
      driver: "psycopg2",
    },
  ),
  by(
    "unknown",
    "Django refuses TLS from the first byte and STARTTLS at once",
    {
      EMAIL_HOST: "smtp.postmarkapp.com",
      EMAIL_USE_TLS: "True",
      EMAIL_USE_SSL: "True",
    },
    { command: GUNICORN, driver: "psycopg2" },
  ),
  by(
    "unknown",
    "at 465 a server waits for TLS, and the client for its greeting",
    {
      EMAIL_HOST: "smtp.resend.com",
      EMAIL_PORT: "465",
      EMAIL_USE_TLS: "True",
    },
    { command: GUNICORN, driver: "psycopg2" },
  ),
  by(
    "unknown",
    "at 587 a server greets in clear text",
    {
      SMTP_HOST: "smtp.resend.com",
      SMTP_PORT: "587",
      SMTP_SECURE: "true",
    },
    { ...node, command: "node dist/main.js" },
  ),
  // Numbers and switches that end a program.
  by(
    "unknown",
    "gunicorn reads a number",
    { WEB_CONCURRENCY: "auto" },
    { command: GUNICORN, driver: "psycopg2" },
  ),
  by(
    "unknown",
    "node refuses --watch in NODE_OPTIONS",
    { NODE_OPTIONS: "--watch" },
    { ...node, command: "node dist/main.js" },
  ),
  by(
    "unknown",
    "node refuses the flag without a number",
    { NODE_OPTIONS: "--max-old-space-size" },
    {
      ...node,
      command: "node dist/main.js",
    },
  ),
  by(
    "unknown",
    "libpq knows no mode of this name",
    {
      PGHOST: POOL,
      PGUSER: `app.${REF}`,
      PGPASSWORD: PASSWORD,
      PGDATABASE: "postgres",
      PGSSLMODE: "required",
    },
    { driver: "psycopg" },
  ),
  by(MALFORMED, "a host has no port in it", {
    DB_HOST: `${POOL}:5432`,
    DB_PORT: "5432",
    DB_USER: `app.${REF}`,
    DB_PASSWORD: PASSWORD,
    DB_NAME: "postgres",
  }),
  by(MALFORMED, "a host is no URL", {
    DB_HOST: `postgresql://${POOL}`,
    DB_PORT: "5432",
    DB_USER: `app.${REF}`,
    DB_PASSWORD: PASSWORD,
    DB_NAME: "postgres",
  }),
  by(MALFORMED, "a command line of psql is no URL", {
    DATABASE_URL: `psql -h ${POOL} -p 5432 -d postgres -U app.${REF}`,
  }),
  by(MALFORMED, "the brackets of the dashboard's sample stayed around the password", {
    DATABASE_URL: `postgresql://app.${REF}:[${PASSWORD}]@${POOL}:5432/postgres`,
  }),
  // Keys of frameworks.
  by(
    "unknown",
    "a key of 31 digits is no key of AES-128",
    { RAILS_MASTER_KEY: "4f1d0c9b7e2a38f6b5d4c3a29180706" },
    rails,
  ),
  by("unknown", "Laravel's cipher takes 32 bytes", { APP_KEY: "base64:k3JqL9vXq7Rr0mV3cXz9Tg==" }, laravel),
  by(
    "unknown",
    "Plug's cookies ask for 64 bytes",
    {
      SECRET_KEY_BASE: "k3JqL9vXq7Rr0mV3cXz9",
      PHX_HOST: "orchard.press",
      PHX_SERVER: "true",
    },
    phoenix,
  ),
  by(
    "unknown",
    "Phoenix takes a host, and no URL",
    {
      PHX_HOST: "https://orchard.press",
      PHX_SERVER: "true",
    },
    phoenix,
  ),
  by(
    "unknown",
    "Auth.js refuses an address without a scheme",
    { NEXTAUTH_URL: "orchard.press" },
    {
      ...node,
      command: "npx next start -H 0.0.0.0 -p $PORT",
    },
  ),
  // Servers of .NET and Java.
  by(
    "unknown",
    "Kestrel has no certificate here, and Render asks by HTTP",
    { ASPNETCORE_URLS: "https://+:8000" },
    {
      ...dotnet,
      command: "dotnet Orchard.Api.dll",
    },
  ),
  by(
    "unknown",
    "Keycloak takes a URL of JDBC",
    {
      KC_DB: "postgres",
      KC_DB_URL: `postgresql://${POOL}:5432/postgres`,
      KC_HTTP_PORT: "8000",
    },
    { ...java, command: "/opt/keycloak/bin/kc.sh start --http-enabled=true --proxy-headers=xforwarded" },
  ),
  // Products.
  by(
    "unknown",
    "Prefect's server takes an asynchronous driver",
    {
      PREFECT_API_DATABASE_CONNECTION_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres`,
    },
    { command: "prefect server start --host 0.0.0.0 --port $PORT" },
  ),
  // Commands that a shell or a program reads otherwise.
  run(START, "uvicorn's --log-level has no warn", `${UVICORN} --log-level warn`),
  run(START, "uvicorn's --workers takes a number", `${UVICORN} --workers auto`),
  run(
    START,
    "the shell writes the folder's files in place of the star",
    "uvicorn main:app --host 0.0.0.0 --forwarded-allow-ips * --port $PORT",
  ),
  run(
    `${START}|port/agreement`,
    "a shell runs the command PORT",
    "uvicorn main:app --host 0.0.0.0 --port $(PORT)",
  ),
  run(
    `${START}|port/agreement`,
    "a shell writes its process's number",
    "uvicorn main:app --host 0.0.0.0 --port $$PORT",
  ),
  run(START, "gunicorn knows no class of this name", `${GUNICORN} -k uvicorn`, { driver: "psycopg2" }),
  run(
    FILE,
    "git ignores .env, and nothing lays it there",
    "set -a && source .env && set +a && exec uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  run(FILE, "node ends where the file is not there", "node --env-file=.env dist/main.js", node),
  run(
    START,
    "Celery 5 takes the application before the command",
    "celery worker -A orchard --loglevel=info",
    { kind: "worker" },
  ),
  // What runs before a deploy, and what builds.
  having(
    START,
    "Prisma asks, and there is no terminal",
    { preDeployCommand: "npx prisma migrate dev" },
    { ...node, command: "node dist/main.js" },
  ),
  having(
    START,
    "Laravel asks in production, and takes no answer for a no",
    { preDeployCommand: "php artisan migrate" },
    {
      ...laravel,
      variables: { APP_ENV: "production" },
      properties: { ...docker.properties, preDeployCommand: "php artisan migrate" },
    },
  ),
  having(START, "the command never ends, and the deploy waits for it", { preDeployCommand: UVICORN }),
  // Static sites.
  by(
    "unknown",
    "a page of HTTPS may load nothing by HTTP",
    { VITE_API_URL: "http://orchard-api.onrender.com" },
    SITE,
  ),
  by(
    "unknown",
    "a page of HTTPS may open no clear WebSocket",
    { VITE_WS_URL: "ws://orchard-api.onrender.com/ws" },
    SITE,
  ),
  having(
    START,
    "a server for developers never ends, and the build with it",
    { buildCommand: "npm ci && npm run dev" },
    { kind: "static" },
  ),
  // Names.
  by("unknown", "Render refuses a name that begins with a digit", { "1PASSWORD_CONNECT_TOKEN": PASSWORD }),
  by("unknown", "Render refuses a name with a blank", {
    "DATABASE URL": `postgresql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres`,
  }),
  { rule: "unknown", why: "Render's secret files have no folders", secretFiles: { "config/app.json": "{}" } },
  {
    rule: `${PLACEHOLDER}|${KEY}`,
    why: "a key that was cut off in a page",
    variables: { SUPABASE_ANON_KEY: "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOi..." },
  },
];
