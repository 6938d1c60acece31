import { docker, dotnet, soundBy, soundWeb, UVICORN } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { CANARY, GUNICORN, KESTREL, SESSION } from "./twenty-first-form";
import { bare, node } from "./written";

const SERVER = { ...node, command: "node dist/server.js" };

/** Sound commands in unusual forms, and variables and files that look suspicious. */
export const SOUND_VALUES_OF_TWENTY_FIRST: readonly ExplainedCase[] = [
  {
    why: "the arguments behind the script are $0 and $1 in it",
    ...soundWeb('bash -c \'exec uvicorn tide.main:app --host "$0" --port "$1"\' 0.0.0.0 "$PORT"'),
  },
  {
    why: "the arithmetic gives PORT itself",
    ...soundWeb("LISTEN=$((PORT + 0)); exec uvicorn tide.main:app --host 0.0.0.0 --port $LISTEN"),
  },
  {
    why: "the expansion takes away all from the first letter that is no digit, of which there is none",
    ...soundWeb('exec gunicorn tide.wsgi:application --bind "0.0.0.0:${PORT%%[!0-9]*}"', {
      driver: "psycopg2",
    }),
  },
  {
    why: "the loop ends with the first migration that succeeds, and the server follows it",
    ...soundWeb(
      "for i in 1 2 3; do alembic upgrade head && break; sleep 5; done; exec uvicorn tide.main:app --host 0.0.0.0 --port $PORT",
    ),
  },
  {
    why: "eval runs the line that it is given, and the server stays in front",
    ...soundWeb('eval "exec gunicorn tide.wsgi:application --bind 0.0.0.0:$PORT"', { driver: "psycopg2" }),
  },
  {
    why: "New Relic's program starts gunicorn; the limit of open files may be refused without an end",
    ...soundWeb(
      "ulimit -n 65535; NEW_RELIC_CONFIG_FILE=newrelic.ini newrelic-admin run-program gunicorn tide.wsgi -b 0.0.0.0:$PORT",
      { driver: "psycopg2" },
    ),
  },
  {
    why: "supervisord stays in front with -n, and the program in the image is at 8000",
    ...soundWeb("supervisord -n -c /etc/supervisor/supervisord.conf", { ...docker, ...bare }),
  },
  {
    why: "Django takes a star alone for every host (Django's page on ALLOWED_HOSTS)",
    ...soundWeb(GUNICORN, {
      driver: "psycopg2",
      variables: { ALLOWED_HOSTS: "*", DJANGO_SETTINGS_MODULE: "tide.settings.production" },
    }),
  },
  {
    why: "ASP.NET's list is parted by semicolons and knows *. in front (its page on host filtering)",
    ...soundWeb(KESTREL, { ...dotnet, variables: { AllowedHosts: "*.onrender.com;tidewater.coop" } }),
  },
  {
    why: "a native service has its secret files in its own folder too (Render's page on secret files)",
    ...soundWeb("uvicorn tide.main:app --host 0.0.0.0 --port $PORT --env-file prod.env", {
      secretFiles: { "prod.env": "LOG_LEVEL=info\n" },
    }),
  },
  {
    why: "--env-file-if-exists goes on without the file (Node's page on its command line)",
    ...soundWeb("node --env-file-if-exists=/etc/secrets/.env dist/server.js", node),
  },
  {
    why: "op run fills in the references before it starts gunicorn (1Password's page on op run)",
    ...soundWeb("op run -- gunicorn tide.wsgi:application --bind 0.0.0.0:8000", {
      ...docker,
      ...bare,
      variables: {
        OP_SERVICE_ACCOUNT_TOKEN: `ops_${CANARY.repeat(4)}`,
        STRIPE_KEY: "op://Production/stripe/key",
      },
    }),
  },
  {
    why: "the words are names of a topic, a sender, a bucket and a list, and real ones",
    ...soundBy({
      DATABASE_URL: SESSION,
      KAFKA_TOPIC: "your-orders",
      MAIL_FROM_NAME: "Your Harbour",
      S3_BUCKET: "tidewater-placeholder-images",
      DEFAULT_LIST_NAME: "TODO",
      SLUG: "my-app",
    }),
  },
  {
    why: "braces are part of a template of map tiles, of a pattern and of a route",
    ...soundBy(
      {
        DATABASE_URL: SESSION,
        TILE_URL: "https://tiles.tidewater.coop/{z}/{x}/{y}.png",
        SLUG_PATTERN: "^[a-z][a-z0-9-]{2,30}$",
        INVOICE_ROUTE: "/invoices/{id}/<format>",
      },
      SERVER,
    ),
  },
  {
    why: "localhost is a further origin of the browser and a host that needs no proxy",
    ...soundWeb(UVICORN, {
      variables: {
        CORS_ORIGINS: "https://tidewater.coop,http://localhost:5173",
        NO_PROXY: "localhost,127.0.0.1",
        FORWARDED_ALLOW_IPS: "*",
      },
    }),
  },
  {
    why: "the store's internal address has no password and no domain (Render's page on Key Value)",
    ...soundBy({ DATABASE_URL: SESSION, REDIS_URL: "redis://red-csb4t1pu0jms73d5k9vg:6379/1" }),
  },
  {
    why: "each parameter is one of libpq's own (PostgreSQL's page on parameter key words)",
    ...soundBy(
      {
        DATABASE_URL: `${SESSION}?sslmode=require&connect_timeout=10&application_name=tide&keepalives_idle=30`,
      },
      { driver: "psycopg2", command: GUNICORN },
    ),
  },
];
