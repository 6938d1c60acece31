import { LOCAL, PLACEHOLDER, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { node, ruby } from "../written";
import {
  BROWSER,
  broken,
  CANARY,
  container,
  FILE,
  fails,
  HEX,
  HOSTS,
  MAIL,
  product,
  REFUSED,
} from "./reported-services-form";

const NEXT = { ...node, command: "npx next start -p $PORT" } as const;

/** Values that their reader refuses, secrets that are public, and commands that end. */
export const REPORTED_VALUES: readonly ExplainedCase[] = [
  broken(BROWSER, "each NEXT_PUBLIC_ variable is in the bundle (chart-gpt, issue 86)", {
    ...NEXT,
    variables: { NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: `sb_secret_${CANARY}Lq7Zn2` },
  }),
  broken(BROWSER, "the secret key of Stripe is in the bundle (notion-clone, issue 2)", {
    ...NEXT,
    variables: { NEXT_PUBLIC_STRIPE_SECRET_KEY: `sk_live_51Q${CANARY}hV6dXoJ4` },
  }),
  broken(BROWSER, "each VITE_ variable is in the client's bundle (create-jd-app, issue 24)", {
    ...node,
    command: "node dist/server.js",
    variables: { VITE_SESSION_SECRET: HEX },
  }),
  broken(`${PLACEHOLDER}|${REFUSED}`, "Render fills in no other variable (TheGame, pull request 15)", {
    ...product("docker.io/hasura/graphql-engine", "v2.45.1", {
      HASURA_GRAPHQL_SERVER_PORT: "8000",
      HASURA_GRAPHQL_ADMIN_SECRET: CANARY,
      BACKEND_HOST: "heron-api.onrender.com",
      HASURA_GRAPHQL_AUTH_HOOK: "https://$BACKEND_HOST/auth-webhook",
    }),
  }),
  broken(PLACEHOLDER, "Strapi's own .env.example has these keys (Strapi's template)", {
    ...node,
    command: "npx strapi start",
    variables: { HOST: "0.0.0.0", APP_KEYS: "toBeModified1,toBeModified2", API_TOKEN_SALT: "tobemodified" },
  }),
  broken(REFUSED, "RAILS_MASTER_KEY has 32 digits, and rails secret draws 128 (rails, issue 33528)", {
    ...ruby,
    command: "bundle exec puma -C config/puma.rb -b tcp://0.0.0.0:$PORT",
    variables: { RAILS_ENV: "production", RAILS_MASTER_KEY: `${HEX}${HEX}` },
  }),
  fails(
    REFUSED,
    "what follows the padding makes another length than 32 bytes (speedtest-tracker, issue 2084)",
    "php artisan serve --host=0.0.0.0 --port=8000",
    {
      ...container,
      variables: {
        APP_ENV: "production",
        APP_KEY: "base64:qV7nn0ahJww2s1X9Kk/CbiFaWtKqKPRMri2d0rAukiA=X0Iqupoy+NpsVwXR6rbwlzcp",
      },
    },
  ),
  fails(
    `${REFUSED}|${START}`,
    "gunicorn reads WEB_CONCURRENCY as an integer, and the quotes are part of it (tried with gunicorn 27.0)",
    "gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT",
    { variables: { WEB_CONCURRENCY: "'2'" }, driver: "psycopg2" },
  ),
  fails(
    `${START}|${REFUSED}`,
    "uvicorn takes its log levels in small letters alone (tried with uvicorn 0.54)",
    "uvicorn heron.main:app --host 0.0.0.0 --port $PORT --log-level INFO",
  ),
  fails(
    `${REFUSED}|${START}`,
    "the JVM ends at -Xmx512MB: invalid maximum heap size (java's page on its options)",
    "java -jar target/heron.jar --server.port=8000",
    { ...container, variables: { JAVA_TOOL_OPTIONS: "-Xmx512MB -XX:+UseSerialGC" } },
  ),
  broken("service/python-version", "Render takes the version alone, with three numbers (Render's page)", {
    variables: { PYTHON_VERSION: "python-3.11.4" },
  }),
  fails(
    REFUSED,
    "a module has no suffix: config.settings.production is not a package (Django's page on settings)",
    "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2", variables: { DJANGO_SETTINGS_MODULE: "config.settings.production.py" } },
  ),
  fails(
    HOSTS,
    "Django answers 400 for a host that is not in the list (Django's page on ALLOWED_HOSTS)",
    "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2", variables: { DJANGO_ALLOWED_HOSTS: "localhost,127.0.0.1" } },
  ),
  fails(
    `${HOSTS}|${REFUSED}`,
    "an entry is a host's name, and no address with a scheme (Django's page on ALLOWED_HOSTS)",
    "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2", variables: { ALLOWED_HOSTS: "https://api-web.onrender.com" } },
  ),
  fails(
    `${REFUSED}|${HOSTS}`,
    "the check 4_0.E001 ends migrate where an origin has no scheme (Django's page on CSRF_TRUSTED_ORIGINS)",
    "python manage.py migrate --noinput && gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2", variables: { CSRF_TRUSTED_ORIGINS: "api-web.onrender.com" } },
  ),
  fails(
    `${LOCAL}|service/private-network|service/unmet-need`,
    "no Redis runs beside the process, and each task ends with connection refused (Celery's page on Redis)",
    "gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2", variables: { CELERY_BROKER_URL: "redis://localhost:6379/0" } },
  ),
  broken(`${LOCAL}|service/private-network`, "redis is a name of the compose file's network alone", {
    ...node,
    command: "node dist/main.js",
    variables: { REDIS_HOST: "redis", REDIS_PORT: "6379" },
  }),
  broken(`${LOCAL}|service/private-network`, "railway.internal is a name of Railway's network alone", {
    ...node,
    command: "node dist/main.js",
    variables: { REDIS_URL: `redis://default:${CANARY}@redis.railway.internal:6379` },
  }),
  broken(FILE, "the file that is named is not the one that the service has (Google's page on credentials)", {
    variables: { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/service-account.json" },
    secretFiles: { "service_account.json": '{"type":"service_account","project_id":"heron-4417"}' },
  }),
  broken(MAIL, "a free service reaches no port 587 (Render's page on free instances)", {
    ...node,
    command: "node dist/main.js",
    variables: { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "587", SMTP_USER: "post@tidal.coop" },
    properties: { plan: "free" },
  }),
];
