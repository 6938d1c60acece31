import { LOCAL, LOOPBACK, MALFORMED, PORT, START } from "../batch";
import { explainedBy } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import { node, OTHER, POOL, REF, SESSION, url } from "../written";

const REFUSED = "environment/refused-value";
const KEY = "database/key-role";
const ENDPOINT = "database/supabase-endpoint";
const PARAMETERS = "database/url-parameters";
const PLACEHOLDER = "environment/placeholder";
const NETWORK = "service/private-network";
const BROWSER = "secret/in-browser";

const stripe = (kind: string) => `${kind}_live_51HabitCanary${"x7Kq2".repeat(6)}`;

/** Variables as they are filled in by habit, which their readers refuse or understand otherwise. */
export const HABITS_BROKEN_VALUES: readonly ExplainedCase[] = [
  explainedBy(
    REFUSED,
    "a path of a file where a module's path is wanted",
    { DJANGO_SETTINGS_MODULE: "shop/settings.py" },
    { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" },
  ),
  explainedBy(
    REFUSED,
    "a module's path does not end in .py",
    { DJANGO_SETTINGS_MODULE: "shop.settings.py" },
    { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" },
  ),
  explainedBy(`${REFUSED}|${START}`, "uvicorn's levels are in small letters", { UVICORN_LOG_LEVEL: "INFO" }),
  explainedBy(
    `${LOOPBACK}|${PORT}`,
    "uvicorn reads its host from the variable",
    { UVICORN_HOST: "127.0.0.1" },
    { command: "uvicorn main:app --port $PORT" },
  ),
  explainedBy(
    LOOPBACK,
    "gunicorn reads its arguments from the variable",
    { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:8000" },
    { command: "gunicorn main:app -k uvicorn.workers.UvicornWorker" },
  ),
  explainedBy(
    `${REFUSED}|${START}`,
    "gunicorn reads a number",
    { WEB_CONCURRENCY: "auto" },
    { command: "gunicorn main:app -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT" },
  ),
  explainedBy(
    LOOPBACK,
    "the standalone server of Next.js listens where HOSTNAME says",
    { HOSTNAME: "localhost" },
    { ...node, command: "node .next/standalone/server.js" },
  ),
  explainedBy(`${REFUSED}|${KEY}`, "a publishable key where the secret one is wanted", {
    STRIPE_SECRET_KEY: stripe("pk"),
  }),
  explainedBy(`${REFUSED}|${KEY}`, "the secret of a webhook begins with whsec_", {
    STRIPE_WEBHOOK_SECRET: stripe("sk"),
  }),
  explainedBy(BROWSER, "the secret key goes into every page", { NEXT_PUBLIC_STRIPE_KEY: stripe("sk") }, node),
  explainedBy(`${REFUSED}|${ENDPOINT}|${KEY}`, "the address of the dashboard is no API", {
    SUPABASE_URL: `https://supabase.com/dashboard/project/${REF}`,
  }),
  explainedBy(`${REFUSED}|${ENDPOINT}`, "the database's host does not answer HTTP", {
    SUPABASE_URL: `https://db.${REF}.supabase.co`,
  }),
  explainedBy(
    `${REFUSED}|${ENDPOINT}|${MALFORMED}`,
    "a connection URL where the project's address is wanted",
    {
      SUPABASE_URL: SESSION,
    },
  ),
  explainedBy(
    `${MALFORMED}|${ENDPOINT}|${REFUSED}`,
    "the project's address where a connection URL is wanted",
    {
      DATABASE_URL: `https://${REF}.supabase.co`,
    },
  ),
  explainedBy(`${REFUSED}|${ENDPOINT}`, "the project's reference alone is no address", { SUPABASE_URL: REF }),
  explainedBy(`${REFUSED}|${ENDPOINT}`, "an address without its scheme", {
    SUPABASE_URL: `${REF}.supabase.co`,
  }),
  explainedBy(
    `${REFUSED}|database/one-project|${KEY}`,
    "the API of one project and the database of another",
    {
      SUPABASE_URL: `https://${OTHER}.supabase.co`,
      DATABASE_URL: SESSION,
    },
  ),
  explainedBy(
    `${REFUSED}|${MALFORMED}`,
    "SQLAlchemy has had no dialect postgres since 1.4",
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`, "postgres") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  explainedBy(
    `${MALFORMED}|${REFUSED}`,
    "SQLAlchemy takes psycopg2, which is not async, for a URL without a driver",
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`) },
    { driver: "sqlalchemy-asyncpg" },
  ),
  explainedBy(
    PARAMETERS,
    "SQLAlchemy's asyncpg refuses sslmode",
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=require`, "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  explainedBy(PARAMETERS, "asyncpg hands an unknown parameter to the server, which refuses it", {
    DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?pgbouncer=true`),
  }),
  explainedBy(LOCAL, "the broker is looked for on the service's own machine", {
    REDIS_URL: "redis://localhost:6379/0",
  }),
  explainedBy(LOCAL, "the broker is looked for on the service's own machine", {
    CELERY_BROKER_URL: "amqp://guest:guest@127.0.0.1:5672//",
  }),
  explainedBy(LOCAL, "a name of a compose file has no host at Render", { REDIS_URL: "redis://redis:6379/0" }),
  explainedBy(`${LOCAL}|${NETWORK}`, "a developer's host of Docker", {
    DATABASE_URL: url("app", "host.docker.internal:5432/app"),
  }),
  explainedBy(`${REFUSED}|${NETWORK}`, "Render's internal addresses of a store have no TLS", {
    REDIS_URL: "rediss://red-cq0habit0canary0:6379",
  }),
  explainedBy(`${REFUSED}|${PLACEHOLDER}`, "the value of a secret's reference in another tool", {
    DATABASE_URL: "${{ secrets.DATABASE_URL }}",
  }),
  explainedBy(`${REFUSED}|${PLACEHOLDER}|${MALFORMED}`, "a Blueprint's reference is no value of a program", {
    DATABASE_URL: "fromDatabase: shop-db",
  }),
  explainedBy(`${REFUSED}|${MALFORMED}`, "the command of psql around the URL", {
    DATABASE_URL: `psql '${SESSION}'`,
  }),
  explainedBy(`${REFUSED}|${MALFORMED}`, "the name of the variable in its own value", {
    DATABASE_URL: `DATABASE_URL=${SESSION}`,
  }),
  explainedBy(`${REFUSED}|${MALFORMED}`, "two URLs in one value", { DATABASE_URL: `${SESSION} ${SESSION}` }),
];
