import { java } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby, SESSION } from "../written";
import { CANARY, container, HEX, sound, starts } from "./reported-services-form";

const DJANGO = "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT";
const NEXT = "npx next start -p $PORT";
const django = { driver: "psycopg2" } as const;

/** Values, checks and commands that work, though they look like the ones that do not. */
export const TAKEN: readonly ExplainedCase[] = [
  starts("keys that are made for browsers", NEXT, {
    ...node,
    variables: {
      NEXT_PUBLIC_SUPABASE_URL: "https://kqvwzmhtrbnxdljcfsyp.supabase.co",
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: `sb_publishable_${CANARY}Lq7Zn2_x4T8`,
      NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: `pk_live_51Q${CANARY}hV6dXoJ4`,
      STRIPE_SECRET_KEY: `sk_live_51Q${CANARY}hV6dXoJ4`,
    },
  }),
  starts("an address of Sentry and a site key are public", "node dist/server.js", {
    ...node,
    variables: {
      VITE_SENTRY_DSN: "https://3b7e91c04f5d4a2e8d6c1b90a7f35e82@o418277.ingest.de.sentry.io/4507",
      VITE_RECAPTCHA_SITE_KEY: "6LdQpTkqAAAAAH3mVx7wKc2YtR9bNs5ZfJ8gUe4L",
      SESSION_SECRET: HEX,
    },
  }),
  starts("the secret has no prefix of a browser", NEXT, {
    ...node,
    variables: { AUTH_SECRET: HEX, AUTH_URL: "https://heron.tidal.coop", AUTH_TRUST_HOST: "true" },
  }),
  starts("RAILS_MASTER_KEY has its 32 digits", "bundle exec puma -C config/puma.rb -b tcp://0.0.0.0:$PORT", {
    ...ruby,
    variables: { RAILS_ENV: "production", RAILS_MASTER_KEY: HEX.slice(0, 32), RAILS_LOG_LEVEL: "info" },
  }),
  starts("32 bytes in base64", "php artisan serve --host=0.0.0.0 --port=8000", {
    ...container,
    variables: { APP_ENV: "production", APP_KEY: "base64:qV7nn0ahJww2s1X9Kk/CbiFaWtKqKPRMri2d0rAukiA=" },
  }),
  starts("an integer without quotes", DJANGO, { ...django, variables: { WEB_CONCURRENCY: "2" } }),
  starts("gunicorn takes its log level in capitals", `${DJANGO} --log-level INFO`, django),
  starts("a level of uvicorn's", "uvicorn heron.main:app --host 0.0.0.0 --port $PORT --log-level warning", {
    variables: { LOG_LEVEL: "INFO" },
  }),
  starts("the JVM knows the suffix m", "java -jar target/heron.jar --server.port=8000", {
    ...java,
    variables: { JAVA_TOOL_OPTIONS: "-Xmx384m -XX:MaxMetaspaceSize=96M -XX:+UseSerialGC" },
  }),
  starts("a module with its dots", DJANGO, {
    ...django,
    variables: { DJANGO_SETTINGS_MODULE: "config.settings.production", DJANGO_SECRET_KEY: HEX },
  }),
  starts("the leading dot takes each name below it", DJANGO, {
    ...django,
    variables: {
      DJANGO_ALLOWED_HOSTS: ".onrender.com,localhost,127.0.0.1",
      CSRF_TRUSTED_ORIGINS: "https://*.onrender.com",
      SECURE_SSL_REDIRECT: "True",
    },
  }),
  starts("the star takes each host", DJANGO, {
    ...django,
    variables: { ALLOWED_HOSTS: "*", CSRF_TRUSTED_ORIGINS: "https://api-web.onrender.com" },
  }),
  starts("the internal address of a key value store", DJANGO, {
    ...django,
    variables: { CELERY_BROKER_URL: "redis://red-d2k4h8vfte5s73abc120:6379/0" },
  }),
  sound("a secret file is at /etc/secrets under its name", {
    variables: { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/service-account.json" },
    secretFiles: { "service-account.json": '{"type":"service_account","project_id":"heron-4417"}' },
  }),
  starts(
    "node reads the secret file that is there",
    "node --env-file=/etc/secrets/.env.production dist/main.js",
    {
      ...node,
      secretFiles: { ".env.production": "LOG_LEVEL=info\nFEATURE_FLAGS=beta\n" },
    },
  ),
  starts("port 2525 is not one of those that free services cannot reach", "node dist/main.js", {
    ...node,
    variables: { SMTP_HOST: "smtp.mailgun.org", SMTP_PORT: "2525" },
    properties: { plan: "free" },
  }),
  starts("pm2-runtime stays in the foreground", "npx pm2-runtime start dist/main.js -i 1", node),
  starts("what is awaited stays", "npx prisma migrate deploy && exec node dist/main.js", {
    runtime: "node",
    driver: "prisma",
    variables: { DATABASE_URL: SESSION },
  }),
  starts(
    "the worker is in the background, and the server in the foreground",
    "celery -A heron worker --concurrency 1 & exec gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT",
    {
      ...django,
      variables: { CELERY_BROKER_URL: "redis://red-d2k4h8vfte5s73abc120:6379/0" },
    },
  ),
  starts("the check has the context path", "java -jar target/heron.jar", {
    ...java,
    variables: { SERVER_PORT: "8000", SERVER_SERVLET_CONTEXT_PATH: "/heron" },
    properties: { ...container.properties, healthCheckPath: "/heron/actuator/health" },
  }),
  starts("the check asks a path of the application, not of Actuator", "java -jar target/heron.jar", {
    ...java,
    variables: { SERVER_PORT: "8000", MANAGEMENT_SERVER_PORT: "9001" },
    properties: { ...container.properties, healthCheckPath: "/api/ping" },
  }),
  starts("a value that has a dollar sign and is not a variable", NEXT, {
    ...node,
    variables: {
      PRICE_FORMAT: "$0,0.00",
      ADMIN_HASH: "$2b$12$Kq8vN3mR7xW1zT5yL9pD2eHcJ4uB6sA0fG8iO2kM4nQ6rT8vX0zZe",
    },
  }),
  starts("the whole of the product is in a folder", "cd apps/web && npx next start -p $PORT -H 0.0.0.0", {
    ...node,
    ...bare,
  }),
];
