// Longer than 200 lines: one table, a row for each configuration.
import { docker, dotnet, java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";
import { jwt } from "./keys";
import {
  by,
  django,
  GUNICORN,
  having,
  laravel,
  onBranch,
  PASSWORD,
  phoenix,
  rails,
  run,
  SITE,
  server,
  UVICORN,
} from "./orchard";

const LONG = "4f1d0c9b7e2a38f6b5d4c3a2918070605f4e3d2c1b0a99887766554433221100";

/** What looks like it and works. Written on 30 November 2026, before it was judged for the first time. */
export const OUTSIDERS_SOUND: readonly ExplainedCase[] = [
  by("each key under its own name", {
    SUPABASE_ANON_KEY: jwt("anon", REF),
    SUPABASE_SERVICE_ROLE_KEY: jwt("service_role", REF),
  }),
  by("a server may use either key under a name that says no role", {
    SUPABASE_KEY: jwt("service_role", REF),
  }),
  by("the same with the other one", { SUPABASE_KEY: jwt("anon", REF) }),
  by("the new keys under the older names", {
    SUPABASE_ANON_KEY: "sb_publishable_q7Rr0mV3cXz9TnB2kLw5Yg_hD8sJf1G",
    SUPABASE_SERVICE_ROLE_KEY: "sb_secret_q7Rr0mV3cXz9TnB2kLw5Yg_hD8sJf1G",
  }),
  by("a token of the Management API under its own name", {
    SUPABASE_ACCESS_TOKEN: "sbp_4f1d0c9b7e2a38f6b5d4c3a2918070605f4e3d2c",
  }),
  by("a role's name and no key", { SUPABASE_SERVICE_ROLE: "service_role", SUPABASE_ANON_ROLE: "anon" }),
  by("a secret by which tokens are signed", { SUPABASE_JWT_SECRET: `${LONG}q7Rr0mV3cXz9TnB2kL==` }),
  by("a key of another issuer under a general name", {
    ANON_KEY_HEADER: "x-anonymous-key",
    SERVICE_KEY: "orchard",
  }),
  by("a self-hosted project's own address", { SUPABASE_URL: "https://supabase.orchard.press/" }),
  by("PostgREST's client takes the whole path", { SUPABASE_REST_URL: `https://${REF}.supabase.co/rest/v1` }),
  by("the address of the keys", {
    SUPABASE_JWKS_URL: `https://${REF}.supabase.co/auth/v1/.well-known/jwks.json`,
  }),
  by("the database's URL under Supabase's name of it", {
    SUPABASE_DB_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres`,
  }),
  having("a branch of releases", onBranch("release/2026.11")),
  having("a branch that a robot named", onBranch("dependabot/npm_and_yarn/next-15.1.0")),
  having("a branch whose name has the word", onBranch("origin-rewrite")),
  having("a branch with a mark", onBranch("feat/#142_login@v2")),
  by("Celery takes rediss with its parameter", {
    CELERY_BROKER_URL: `rediss://default:${PASSWORD}@eu2-brave-cod-31245.upstash.io:6379/0?ssl_cert_reqs=required`,
    CELERY_RESULT_BACKEND: `rediss://default:${PASSWORD}@eu2-brave-cod-31245.upstash.io:6379/1?ssl_cert_reqs=CERT_REQUIRED`,
  }),
  by("results are kept in the database", {
    CELERY_BROKER_URL: `amqps://orchard:${PASSWORD}@kangaroo.rmq.cloudamqp.com/orchard`,
    CELERY_RESULT_BACKEND: "django-db",
  }),
  by("Upstash's REST address under its own name", {
    UPSTASH_REDIS_REST_URL: "https://eu2-brave-cod-31245.upstash.io",
    UPSTASH_REDIS_REST_TOKEN: `AX4xASQg${LONG}`,
  }),
  by(
    "hosts and origins as Django wants them",
    {
      ALLOWED_HOSTS: ".onrender.com,orchard.press",
      CSRF_TRUSTED_ORIGINS: "https://*.orchard.press,https://orchard-api.onrender.com",
      CORS_ALLOWED_ORIGINS: "https://app.orchard.press",
      DJANGO_SETTINGS_MODULE: "orchard.settings.production",
    },
    django,
  ),
  by("another framework takes names as origins", { CORS_ALLOWED_ORIGINS: "app.orchard.press" }, server),
  by("a list of JSON", { CORS_ORIGINS: '["https://app.orchard.press", "http://localhost:5173"]' }),
  by(
    "TLS from the first byte at 465",
    { EMAIL_HOST: "smtp.resend.com", EMAIL_PORT: "465", EMAIL_USE_SSL: "True", EMAIL_USE_TLS: "False" },
    django,
  ),
  by("STARTTLS at 587", { SMTP_HOST: "smtp.resend.com", SMTP_PORT: "587", SMTP_SECURE: "false" }, server),
  by(
    "STARTTLS at 2465 is the other provider's TLS port",
    { SMTP_HOST: "smtp.resend.com", SMTP_PORT: "2465", SMTP_SECURE: "true" },
    server,
  ),
  by("puma's cluster counts the cores itself", { WEB_CONCURRENCY: "auto" }, rails),
  by(
    "node takes these",
    { NODE_OPTIONS: "--max-old-space-size=384 --enable-source-maps --dns-result-order=ipv4first" },
    server,
  ),
  by("a module is loaded before the program", { NODE_OPTIONS: "--require ./instrument.js" }, server),
  by(
    "libpq's mode and its file",
    {
      PGHOST: POOL,
      PGUSER: `app.${REF}`,
      PGPASSWORD: PASSWORD,
      PGDATABASE: "postgres",
      PGSSLMODE: "require",
      PGAPPNAME: "orchard",
    },
    { driver: "psycopg" },
  ),
  by("a password that has brackets", {
    DATABASE_URL: `postgresql://app.${REF}:k3%5BJq%5DL9vX@${POOL}:5432/postgres`,
  }),
  by("a key of 32 digits", { RAILS_MASTER_KEY: "4f1d0c9b7e2a38f6b5d4c3a291807060" }, rails),
  by(
    "Laravel's key with its prefix",
    { APP_KEY: "base64:k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao=" },
    laravel,
  ),
  by("Laravel's key of 32 bytes", { APP_KEY: "k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8" }, laravel),
  by(
    "Laravel's older cipher takes 16 bytes",
    { APP_KEY: "base64:k3JqL9vXq7Rr0mV3cXz9Tg==", APP_CIPHER: "aes-128-cbc" },
    laravel,
  ),
  by(
    "AdonisJS takes any text of 16 letters",
    { APP_KEY: "q7Rr0mV3cXz9TnB2k" },
    { ...server, command: "node bin/server.js" },
  ),
  by(
    "Phoenix with its host and its key",
    { SECRET_KEY_BASE: LONG, PHX_HOST: "orchard.press", PHX_SERVER: "true" },
    phoenix,
  ),
  by("another program's SECRET_KEY_BASE may be short", { SECRET_KEY_BASE: "k3JqL9vXq7Rr0mV3cXz9TnB2" }),
  by(
    "Auth.js with its address",
    { NEXTAUTH_URL: "https://orchard.press", AUTH_TRUST_HOST: "true" },
    {
      ...node,
      command: "npx next start -H 0.0.0.0 -p $PORT",
    },
  ),
  by(
    "HTTP alone, and the port to which requests are led",
    { ASPNETCORE_URLS: "http://+:8000", ASPNETCORE_HTTPS_PORT: "443" },
    {
      ...dotnet,
      command: "dotnet Orchard.Api.dll",
    },
  ),
  by(
    "Keycloak with a URL of JDBC",
    {
      KC_DB: "postgres",
      KC_DB_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      KC_DB_USERNAME: `app.${REF}`,
      KC_DB_PASSWORD: PASSWORD,
      KC_HTTP_PORT: "8000",
    },
    {
      ...java,
      ...bare,
      command:
        "/opt/keycloak/bin/kc.sh start --http-enabled=true --hostname-strict=false --proxy-headers=xforwarded",
    },
  ),
  by(
    "Prefect with an asynchronous driver",
    {
      PREFECT_API_DATABASE_CONNECTION_URL: `postgresql+asyncpg://app.${REF}:${PASSWORD}@${POOL}:5432/postgres`,
    },
    { command: "prefect server start --host 0.0.0.0 --port $PORT" },
  ),
  by(
    "Directus with its client",
    {
      DB_CLIENT: "pg",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_USER: `app.${REF}`,
      DB_PASSWORD: PASSWORD,
      DB_DATABASE: "postgres",
      PUBLIC_URL: "https://cms.orchard.press",
    },
    { ...node, command: "npx directus start" },
  ),
  by(
    "Directus takes either name of its client",
    {
      DB_CLIENT: "postgres",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_USER: `app.${REF}`,
      DB_PASSWORD: PASSWORD,
      DB_DATABASE: "postgres",
    },
    { ...node, command: "npx directus start" },
  ),
  having(
    "Django asks only where the folder has files",
    { preDeployCommand: "python manage.py collectstatic && python manage.py migrate" },
    { command: GUNICORN },
  ),
  by("a program's own client called postgres", { DB_CLIENT: "postgres", DB_DIALECT: "postgres" }, server),
  run("gunicorn takes any word for its level", `${GUNICORN} --log-level warn`, { driver: "psycopg2" }),
  run("quotes keep the star", "uvicorn main:app --host 0.0.0.0 --forwarded-allow-ips '*' --port $PORT"),
  run("no file's name begins so", `${UVICORN} --proxy-headers --forwarded-allow-ips=*`),
  run("a colon before the port is every address", "gunicorn orchard.wsgi --bind :$PORT --log-level=warn", {
    driver: "psycopg2",
  }),
  run("an expansion within a word", 'uvicorn main:app --host 0.0.0.0 --port "$(( PORT ))"'),
  {
    why: "Render lays the secret file into the root of the repository too",
    command: "set -a && . ./.env && set +a && exec uvicorn main:app --host 0.0.0.0 --port $PORT",
    secretFiles: { ".env": "LOG_LEVEL=info\n" },
  },
  {
    why: "the file is asked for only where it is there",
    command: "[ -f .env ] && . ./.env; exec uvicorn main:app --host 0.0.0.0 --port $PORT",
  },
  run("a file that may be missing", "node --env-file-if-exists=.env dist/main.js", node),
  run("Celery's application before its command", "celery -A orchard worker -B -l warning --pool=threads", {
    kind: "worker",
  }),
  having(
    "Prisma's command for deploys",
    { preDeployCommand: "npx prisma migrate deploy && npx prisma db seed" },
    server,
  ),
  having(
    "an answer is piped",
    { preDeployCommand: "yes yes | python manage.py collectstatic && python manage.py migrate --no-input" },
    { command: GUNICORN },
  ),
  {
    ...laravel,
    why: "Laravel is forced",
    properties: { ...docker.properties, preDeployCommand: "php artisan migrate --force --isolated" },
  },
  by(
    "a namespace is an address that nobody asks",
    { VITE_SVG_NAMESPACE: "http://www.w3.org/2000/svg", VITE_API_URL: "/api" },
    SITE,
  ),
  by("a developer's address under a developer's name", { VITE_DEV_API_URL: "http://localhost:8000" }, SITE),
  having(
    "the tool writes the pages and ends",
    { buildCommand: "npm ci && npm run build -- --mode development", publishPath: "dist" },
    { kind: "static" },
  ),
  by("names with dots, dashes and small letters", {
    "spring.profiles.active": "production",
    "x-api-version": "2",
    http_timeout: "30",
  }),
  {
    why: "secret files of usual names",
    secretFiles: {
      "google-credentials.json": "{}",
      ".npmrc": "fund=false\n",
      "id_rsa.pub": "ssh-ed25519 AAAA\n",
    },
  },
];
