import { java, LOCAL, MODE, PLACEHOLDER, prisma } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import {
  API,
  bareDocker,
  CANARY,
  HOSTS,
  holds,
  key,
  MIGRATIONS,
  NEED,
  NETWORK,
  OTHER,
  POOL,
  pooled,
  REFUSED,
  SESSION,
  USER,
  wrong,
} from "./twenty-eighth-form";

const GUNICORN = "gunicorn fen.wsgi:application --bind 0.0.0.0:$PORT";
const django = { command: GUNICORN, driver: "psycopg2" } as const;
const KEY = "database/key-role";
const laravel = (of: Readonly<Record<string, string>>) => ({
  APP_ENV: "production",
  DB_CONNECTION: "pgsql",
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_DATABASE: "postgres",
  DB_USERNAME: USER,
  DB_PASSWORD: CANARY,
  ...of,
});
const worker = (rule: string, why: string, command: string, variables: Readonly<Record<string, string>>) => ({
  rule,
  ...holds(why, variables, { kind: "worker", command, driver: "psycopg2" }),
});

/** Transaction mode, keys, and values that their reader does not take. */
export const REJECTED_VALUES_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  wrong(
    MODE,
    "Prisma prepares statements unless the URL says pgbouncer=true (prisma/orm, issue 11643)",
    { DATABASE_URL: pooled("6543/postgres") },
    prisma,
  ),
  wrong(MODE, "asyncpg prepares what it asks (supabase/supavisor, issue 287)", {
    DATABASE_URL: pooled("6543/postgres"),
  }),
  wrong(
    MODE,
    "SQLAlchemy's asyncpg dialect prepares always (supabase/supabase, issue 39227)",
    { DATABASE_URL: pooled("6543/postgres", "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  wrong(
    MODE,
    "postgres.js prepares by default (garrytan/gbrain, issue 169)",
    { DATABASE_URL: pooled("6543/postgres") },
    { command: "node dist/server.js", runtime: "node", driver: "postgres-js" },
  ),
  wrong(
    MODE,
    "pgx caches prepared statements by default (jackc/pgx, issue 602)",
    { DATABASE_URL: pooled("6543/postgres") },
    { command: "./bin/api", ...go },
  ),
  wrong(
    MODE,
    "pgjdbc prepares on the server after five times (Supabase's page on disabling prepared statements)",
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?user=${USER}&password=${CANARY}`,
      SERVER_PORT: "8000",
    },
    { command: "java -jar app.jar", ...java },
  ),
  wrong(
    MODE,
    "Rails prepares by default (Rails' guide to configuring, on prepared_statements)",
    { DATABASE_URL: pooled("6543/postgres") },
    { command: "bundle exec puma -b tcp://0.0.0.0:$PORT", ...ruby },
  ),
  wrong(
    MIGRATIONS,
    "migrate deploy needs a lock of the session, and hangs in transaction mode (prisma/orm, issue 24913; Prisma's page on PgBouncer)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  wrong(
    `${MIGRATIONS}|${MODE}`,
    "DIRECT_URL is the transaction pooler too (supabase/supabase, issue 21141)",
    { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL: pooled("6543/postgres") },
    { ...prisma, command: "npx prisma migrate deploy && node dist/main.js" },
  ),
  wrong(
    KEY,
    "the public key cannot write past row level security (finic-ai/rag-stack, issue 25)",
    { SUPABASE_URL: API, SUPABASE_SERVICE_ROLE_KEY: key("anon") },
    bare,
  ),
  wrong(
    KEY,
    "a publishable key is in the place of the secret one (Supabase's page on API keys)",
    { SUPABASE_URL: API, SUPABASE_SECRET_KEY: "sb_publishable_7curlewFen2marsh9Reed_Ab12Cd" },
    bare,
  ),
  wrong(
    `database/one-project|${KEY}`,
    "the key is another project's, and each request is 401 (supabase/supabase, issue 177)",
    { SUPABASE_URL: API, SUPABASE_ANON_KEY: key("anon", OTHER) },
    bare,
  ),
  wrong(
    HOSTS,
    "Django answers 400 under a name that is not listed (Render's tutorial on runtime errors)",
    { ALLOWED_HOSTS: "localhost,127.0.0.1", DATABASE_URL: SESSION },
    django,
  ),
  wrong(
    HOSTS,
    "the name of the former host is listed (DjangoGirls/tutorial, pull request 1031)",
    { DJANGO_ALLOWED_HOSTS: "fenworks.pythonanywhere.com", DATABASE_URL: SESSION },
    django,
  ),
  wrong(
    `${HOSTS}|${REFUSED}`,
    "a host has no scheme, so no request matches (Django's page on ALLOWED_HOSTS)",
    { ALLOWED_HOSTS: "https://fen-api.onrender.com", DATABASE_URL: SESSION },
    django,
  ),
  wrong(
    REFUSED,
    "a module is written with dots, and without .py (Django's page on settings)",
    { DJANGO_SETTINGS_MODULE: "fen/settings.py", DATABASE_URL: SESSION },
    django,
  ),
  wrong(
    REFUSED,
    "gunicorn reads WEB_CONCURRENCY as a number (gunicorn's list of settings)",
    { WEB_CONCURRENCY: "auto" },
    django,
  ),
  wrong(
    `${REFUSED}|${NEED}`,
    "Laravel's key has 32 bytes, and this has 16 (cachethq/Docker, issue 223)",
    laravel({ APP_KEY: "SomeMarshString8" }),
    { command: "php artisan serve --host=0.0.0.0 --port=$PORT", ...bareDocker },
  ),
  wrong(
    `${REFUSED}|${PLACEHOLDER}|${NEED}`,
    "an empty key is none, and each request is 500 (beromir/Servas, issue 118)",
    laravel({ APP_KEY: "" }),
    { command: "php artisan serve --host=0.0.0.0 --port=$PORT", ...bareDocker },
  ),
  wrong(
    REFUSED,
    "Node ends at an option that it does not know (Node's page on NODE_OPTIONS)",
    { NODE_OPTIONS: "--max-old-memory=460" },
    { command: "node dist/main.js", ...node },
  ),
  worker(
    `${LOCAL}|${NETWORK}|${REFUSED}`,
    "no Redis runs on the worker's machine (celery/celery, issue 3253)",
    "celery -A fen worker -l info",
    { CELERY_BROKER_URL: "redis://localhost:6379/0" },
  ),
  worker(
    `${LOCAL}|${NETWORK}|${REFUSED}`,
    "both addresses are the worker's own machine (opencve/opencve, issue 258)",
    "celery -A fen worker -l info",
    { CELERY_BROKER_URL: "redis://127.0.0.1:6379/0", CELERY_RESULT_BACKEND: "redis://127.0.0.1:6379/1" },
  ),
  worker(
    REFUSED,
    "Celery's backend asks for ssl_cert_reqs with rediss:// (ITISFoundation/osparc-simcore, pull request 7407)",
    "celery -A fen worker -l info",
    {
      CELERY_BROKER_URL: `rediss://default:${CANARY}@fit-curlew-31245.upstash.io:6379`,
      CELERY_RESULT_BACKEND: `rediss://default:${CANARY}@fit-curlew-31245.upstash.io:6379`,
    },
  ),
  worker(
    REFUSED,
    "redis-py asks for a scheme, and ends without one (redis-py's page on connections)",
    "rq worker default --url $REDIS_URL",
    { REDIS_URL: "red-d1curlew0fen0canary0:6379" },
  ),
  worker(
    REFUSED,
    "the address of Upstash's REST API speaks no Redis (Upstash's page on connecting)",
    "rq worker default --url $REDIS_URL",
    { REDIS_URL: "https://fit-curlew-31245.upstash.io" },
  ),
];
