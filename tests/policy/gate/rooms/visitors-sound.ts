// Longer than 200 lines: one table, a row for each configuration.
import { docker, dotnet, java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, POOL, REF } from "../written";
import { by, HOST, PASSWORD, run, SITE, server } from "./orchard";

/** What looks like it and works. Written on 30 November 2026, before it was judged for the first time. */
export const VISITORS_SOUND: readonly ExplainedCase[] = [
  by("a real cloud, and a folder called sample", {
    CLOUDINARY_URL: "cloudinary://412387651234987:k3JqL9vXq7Rr0mV3cXz9TnB2kLw@orchard",
    CLOUDINARY_FOLDER: "samples",
  }),
  by("a project called your-orchard", {
    SUPABASE_URL: `https://${REF}.supabase.co`,
    APP_NAME: "Your Orchard",
    GREETING: "Enter your e-mail address",
  }),
  by("a template that the program fills in itself", {
    MAIL_SUBJECT: "Welcome, {{ user.name }}!",
    PDF_NAME: "invoice-%Y-%m.pdf",
    LOG_FORMAT: "%(asctime)s <%(levelname)s> %(message)s",
  }),
  by("a mask of digits", { PHONE_MASK: "+49 xxx xxxxxxx", IBAN_MASK: "DE** **** ****" }, server),
  by("a sample rate, and a sample's name", {
    SENTRY_SAMPLE_RATE: "0.2",
    SAMPLE_TENANT: "example",
    DEMO_PASSWORD_HINT: "the name of your first tree",
  }),
  by("a list of hosts that are refused", {
    BLOCKED_EMAIL_DOMAINS: "example.com,mailinator.com",
    SSRF_BLOCKLIST: "localhost,127.0.0.1,169.254.169.254,10.0.0.0/8,192.168.0.0/16",
  }),
  by("networks that are trusted", { TRUSTED_PROXIES: "127.0.0.1,10.0.0.0/8", FORWARDED_ALLOW_IPS: "*" }),
  by("origins of developers beside the real one", {
    CORS_ORIGINS: "https://orchard.press,http://localhost:3000,http://192.168.1.20:5173",
  }),
  by("a cache in the same process", {
    CACHE_URL: "locmemcache://orchard",
    CELERY_TASK_ALWAYS_EAGER: "true",
    CELERY_BROKER_URL: "memory://",
  }),
  by(
    "a store of a provider by parts",
    { REDIS_HOST: "eu2-brave-cod-31245.upstash.io", REDIS_PORT: "6379", REDIS_TLS: "true" },
    server,
  ),
  by("a search engine at its provider", {
    ELASTICSEARCH_URL: "https://orchard.es.eu-central-1.aws.cloud.es.io:9243",
  }),
  by("a database at Fly by its public name", {
    DATABASE_URL: `postgresql://app:${PASSWORD}@orchard-db.fly.dev:5432/app?sslmode=require`,
  }),
  by(
    "a replica beside the first",
    {
      DATABASE_URL: `postgresql://app:${PASSWORD}@db1.orchard.press,db2.orchard.press:5432/app?target_session_attrs=read-write&sslmode=require`,
    },
    { driver: "psycopg" },
  ),
  by("a driver that takes its database from a file of SQLite on no disk, by intention", {
    CACHE_DB: "sqlite:////tmp/cache.db",
  }),
  by(
    "the port of actuators",
    { MANAGEMENT_SERVER_PORT: "9090", SERVER_PORT: "8000" },
    { ...java, command: "java -jar build/libs/orchard.jar" },
  ),
  by(
    "Boot reads PORT by its own file",
    { SERVER_PORT: "${PORT}" },
    { ...java, command: "java -jar build/libs/orchard.jar" },
  ),
  by(
    "Streamlit's port is the option's",
    { STREAMLIT_SERVER_PORT: "8501", STREAMLIT_SERVER_HEADLESS: "true" },
    { command: "streamlit run app.py --server.port $PORT --server.address 0.0.0.0" },
  ),
  by(
    "the option wins over Flask's variable",
    { FLASK_RUN_PORT: "5001", FLASK_RUN_HOST: "0.0.0.0" },
    { command: "flask --app orchard run --port $PORT" },
  ),
  by("ports of other things", {
    METRICS_PORT: "9090",
    DEBUG_PORT: "5678",
    SMTP_PORT: "2525",
    DB_PORT: "5432",
    GRPC_PORT: "50051",
  }),
  by(
    "Kestrel by its variable",
    { ASPNETCORE_HTTP_PORTS: "8000" },
    { ...dotnet, command: "dotnet Orchard.Api.dll" },
  ),
  by(
    "gunicorn's arguments follow the command's",
    { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:5000 --workers=2" },
    { command: "gunicorn orchard.wsgi --bind 0.0.0.0:$PORT", driver: "psycopg2" },
  ),
  by(
    "Nitro with the port of PORT",
    { NITRO_PORT: "8000", NITRO_HOST: "0.0.0.0" },
    { ...node, command: "node .output/server/index.mjs" },
  ),
  run("serve listens on all addresses", "npx serve -s dist -l tcp://0.0.0.0:$PORT", node),
  run("Python's own server listens on all addresses", "python -m http.server $PORT --directory site"),
  run("a default behind the variable", "uvicorn main:app --host 0.0.0.0 --port ${APP_PORT:-$PORT}"),
  run("MkDocs with its address", "mkdocs serve -a 0.0.0.0:$PORT --no-livereload"),
  run("marimo with its host", "marimo run app.py --headless --host 0.0.0.0 --port $PORT"),
  run("Datasette with its host", "datasette serve data.db -h 0.0.0.0 -p $PORT --cors"),
  run("MLflow with its host", "mlflow server --host 0.0.0.0 --port $PORT --backend-store-uri $DATABASE_URL"),
  run(
    "Octane with its host",
    "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=$PORT --workers=2",
    { ...docker, ...bare },
  ),
  run("PocketBase with its address", "./pocketbase serve --http=0.0.0.0:$PORT", { ...docker, ...bare }),
  run("Shiny with its host", "shiny run --host 0.0.0.0 --port $PORT app.py"),
  run("Gatsby with its host", "npx gatsby serve -H 0.0.0.0 -p $PORT", node),
  run("Docusaurus with its host", "npx docusaurus serve --host 0.0.0.0 --port $PORT --no-open", node),
  run("Sanic with its host", "sanic orchard.server:app --host=0.0.0.0 --port=$PORT --fast"),
  run("Deno serves all addresses", "deno serve --allow-net --allow-env --port $PORT main.ts", node),
  run(
    "Bokeh with its origin",
    "panel serve app.py --address 0.0.0.0 --port $PORT --allow-websocket-origin=orchard-api.onrender.com",
  ),
  run("Caddy's file server", "caddy file-server --root dist --listen :$PORT", { ...docker, ...bare }),
  run("FrankenPHP's server", "frankenphp php-server --listen 0.0.0.0:$PORT --root public", {
    ...docker,
    ...bare,
  }),
  run("flower on all addresses", "celery -A orchard flower --port=$PORT --url_prefix=flower"),
  run("a server of the JVM with its address", "java -jar wiremock.jar --port $PORT --bind-address 0.0.0.0", {
    ...docker,
    ...bare,
  }),
  run(
    "two processes, of which one listens inside",
    "uvicorn worker:metrics --port 9100 & exec uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  by(
    "keys that are for pages",
    {
      VITE_STRIPE_PUBLISHABLE_KEY: "pk_live_51QkzL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao",
      VITE_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_q7Rr0mV3cXz9TnB2kLw5Yg_hD8sJf1G",
      VITE_GOOGLE_MAPS_API_KEY: "AIzaSyDk3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8",
      VITE_SENTRY_DSN: "https://4f1d0c9b7e2a38f6b5d4c3a291807060@o4504.ingest.sentry.io/4505",
      VITE_POSTHOG_KEY: "phc_k3JqL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao",
    },
    SITE,
  ),
  by(
    "a site key, and a public token of a map",
    {
      NEXT_PUBLIC_TURNSTILE_SITE_KEY: "0x4AAAAAAAk3JqL9vXq7Rr0m",
      NEXT_PUBLIC_MAPBOX_TOKEN: "pk.eyJ1Ijoib3JjaGFyZCIsImEiOiJjbTAifQ.k3JqL9vXq7Rr0mV3cXz9Tg",
    },
    { ...node, command: "npx next start -H 0.0.0.0 -p $PORT" },
  ),
  by(
    "JDBC with TLS",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${HOST}?sslmode=require&ApplicationName=orchard`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
      SPRING_DATASOURCE_PASSWORD: PASSWORD,
    },
    { ...java, command: "java -Dserver.port=8000 -jar build/libs/orchard.jar" },
  ),
  by(
    "Npgsql with TLS",
    {
      ConnectionStrings__Default: `Host=${POOL};Port=5432;Database=postgres;Username=app.${REF};Password=${PASSWORD};SSL Mode=Require;Trust Server Certificate=true`,
    },
    { ...dotnet, command: "dotnet Orchard.Api.dll --urls http://0.0.0.0:8000" },
  ),
  by(
    "libpq's pairs with TLS",
    {
      DATABASE_URL: `host=${POOL} port=5432 dbname=postgres user=app.${REF} password=${PASSWORD} sslmode=require`,
    },
    { driver: "psycopg" },
  ),
  by(
    "an option of the server in the URL",
    {
      DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${HOST}?options=-c%20search_path%3Dorchard&application_name=api`,
    },
    { driver: "psycopg" },
  ),
  by(
    "a migration by the session pooler",
    {
      DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:6543/postgres?pgbouncer=true`,
      DIRECT_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:5432/postgres`,
    },
    { ...node, driver: "prisma", command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  by(
    "the migration's address in its own command",
    {
      DATABASE_URL: `postgresql://app.${REF}:${PASSWORD}@${POOL}:6543/postgres?pgbouncer=true`,
      SESSION_URL: `postgresql://app.${REF}:${PASSWORD}@${HOST}`,
    },
    {
      ...node,
      driver: "prisma",
      command: "DATABASE_URL=$SESSION_URL npx prisma migrate deploy && node dist/main.js",
    },
  ),
  by("a debug word that is none", { DEBUG: "orchard:*", LOG_LEVEL: "debug" }, server),
  by("words of a feature", {
    FEATURE_LOCALHOST_LOGIN: "false",
    DEFAULT_HOST: "orchard.press",
    INTERNAL_HOSTS: "localhost,127.0.0.1",
  }),
  by("an IPv6 host of the internet", { SYSLOG_HOST: "2606:4700::6810:85e5", SYSLOG_PORT: "6514" }),
  by(
    "a service worker's scope and a base path",
    { VITE_BASE_PATH: "/app/", VITE_API_URL: "https://orchard-api.onrender.com/v1" },
    SITE,
  ),
  by(
    "links that are no API",
    { VITE_BLOG_URL: "http://blog.orchard.press", VITE_SCHEMA_URL: "http://schema.org/Person" },
    SITE,
  ),
  by(
    "a secret with every sign",
    { SESSION_SECRET: "p@$$w0rd#with{all}%kinds&of<signs>", CSRF_SALT: "xxXX-yyYY-9Kd2" },
    server,
  ),
  by(
    "an address in a store that the command reads",
    { DATABASE_URL: "op://production/orchard/database-url" },
    { command: "op run -- uvicorn main:app --host 0.0.0.0 --port $PORT" },
  ),
  by(
    "a token of 40 digits of x and others",
    { WEBHOOK_TOKEN: "xx31c9b7e2a38f6b5d4c3a2918070605f4e3d2cx" },
    server,
  ),
  by("an e-mail of a role", {
    ADMIN_EMAIL: "admin@orchard.press",
    SUPPORT_EMAIL: "your-friends@orchard.press",
  }),
  by(
    "a test key of Stripe in a service of its own",
    { STRIPE_SECRET_KEY: "sk_test_51QkzL9vXq7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6Ao" },
    server,
  ),
];
