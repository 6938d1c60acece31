// Longer than 200 lines: a table, one row each.
import type { LogCase } from "../case";
import { HOSTS } from "../network";
import { database, NODE_PATH } from "./database-url";

const SURE = ["certain", "likely"] as const;
const exited = { explains: ["process/exited"] } as const;
const OWN = database({ host: HOSTS.postgres.name, user: "navigator" });
const SITE = { DJANGO_SETTINGS_MODULE: "site_settings", SECRET_KEY: "canary-secret-key", PORT: "8000" };
const SERVE_SITE = "gunicorn site_wsgi:application --bind 0.0.0.0:$PORT";

/** What frameworks, migrations and installers say in words of their own. */
export const FRAMEWORK_CASES: readonly LogCase[] = [
  {
    name: "pool-exhausted-sqlalchemy",
    produced: "Sessions are never closed, and the program's own pool has one connection.",
    start: "uvicorn held_app:app --host 0.0.0.0 --port $PORT",
    variables: OWN,
    afterLive: { path: "/items", until: /QueuePool limit of size 1/, times: 2 },
    form: "iso-instances",
    truth: {
      failureMode: "database/too-many-connections",
      certainty: SURE,
      root: /QueuePool limit of size 1/,
    },
  },
  {
    name: "migration-alembic-two-heads",
    produced: "Two alembic migrations come after the same one.",
    build:
      'sed \'s/4f1c2b7d9a10/8a2d5e6f7b31/; s/"orders"/"items"/\' migrations/versions/4f1c_orders.py > migrations/versions/8a2d_items.py',
    preDeploy: "alembic upgrade head",
    start: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    variables: OWN,
    form: "dashboard",
    truth: { failureMode: "migration/failed", certainty: SURE, root: /Multiple head revisions are present/ },
  },
  {
    name: "migration-alembic-check",
    produced: "The pre-deploy command checks that all migrations were applied, and none was.",
    preDeploy: "alembic check",
    start: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    variables: OWN,
    form: "iso",
    truth: { failureMode: "migration/failed", certainty: SURE, root: /Target database is not up to date/ },
  },
  {
    name: "migration-missing-table-asyncpg",
    produced: "Nobody ran the migrations, and the program counts the rows of a table that is not there.",
    start: "uvicorn table_app:app --host 0.0.0.0 --port $PORT",
    variables: OWN,
    form: "json",
    truth: {
      failureMode: "database/schema-missing",
      certainty: SURE,
      root: /UndefinedTableError: relation "customers" does not exist/,
      ...exited,
    },
  },
  {
    name: "migration-missing-table-gunicorn",
    produced: "Nobody ran the migrations, and gunicorn's worker asks for a table while it is imported.",
    start: "gunicorn table_wsgi:app --bind 0.0.0.0:$PORT",
    variables: OWN,
    form: "dashboard-instances",
    truth: {
      failureMode: "database/schema-missing",
      certainty: SURE,
      root: /UndefinedTable\) relation "customers" does not exist/,
      ...exited,
    },
  },
  {
    name: "application-missing-uvicorn",
    produced: "The start command names an application that its module does not have.",
    start: "uvicorn main:application --host 0.0.0.0 --port $PORT",
    form: "iso",
    truth: {
      failureMode: "import/missing-module",
      certainty: SURE,
      root: /Attribute "application" not found in module "main"/,
      ...exited,
    },
  },
  {
    name: "application-missing-gunicorn",
    produced: "gunicorn's start command names an application that its module does not have.",
    start: "gunicorn main:application --bind 0.0.0.0:$PORT",
    form: "dashboard",
    truth: {
      failureMode: "import/missing-module",
      certainty: SURE,
      root: /Failed to find attribute 'application' in 'main'/,
      ...exited,
    },
  },
  {
    name: "start-script-not-executable",
    produced: "The start command is a script that was committed without the right to be executed.",
    build: "printf '#!/bin/sh\\nexec uvicorn main:app --host 0.0.0.0 --port $PORT\\n' > start.sh",
    start: "./start.sh",
    form: "iso",
    truth: {
      failureMode: "disk/permission-denied",
      certainty: SURE,
      root: /start\.sh: Permission denied/,
      ...exited,
    },
  },
  {
    name: "no-tls-asyncpg",
    produced: "The URL asks for TLS, and the server at that host speaks none.",
    start: "uvicorn asyncpg_app:app --host 0.0.0.0 --port $PORT",
    variables: database({ host: HOSTS.postgres.name, user: "navigator", query: "sslmode=require" }),
    form: "iso",
    truth: { failureMode: "configuration/invalid", certainty: SURE, root: /rejected SSL upgrade/, ...exited },
  },
  {
    name: "parameter-asyncpg-ssl",
    produced:
      "The URL asks for TLS as SQLAlchemy's do (`ssl`), which asyncpg itself hands to the server as a setting.",
    start: "uvicorn asyncpg_app:app --host 0.0.0.0 --port $PORT",
    variables: database({ host: HOSTS.postgres.name, user: "navigator", query: "ssl=require" }),
    form: "iso",
    truth: {
      failureMode: "database/unsupported-parameter",
      certainty: SURE,
      root: /parameter "ssl" cannot be changed now/,
      ...exited,
    },
  },
  {
    name: "no-tls-node",
    produced: "The URL asks for TLS, and the server at that host speaks none.",
    runtime: "node",
    start: "node pg_app.js",
    variables: {
      ...database({
        host: HOSTS.postgres.name,
        user: "navigator",
        query: "sslmode=require&uselibpqcompat=true",
      }),
      ...NODE_PATH,
    },
    form: "dashboard",
    truth: {
      failureMode: "configuration/invalid",
      certainty: SURE,
      root: /server does not support SSL connections/,
      ...exited,
    },
  },
  {
    name: "no-tls-psycopg",
    produced: "The URL asks for TLS, and the server at that host speaks none.",
    start: "uvicorn psycopg_app:app --host 0.0.0.0 --port $PORT",
    variables: database({ host: HOSTS.postgres.name, user: "navigator", query: "sslmode=require" }),
    form: "json",
    truth: {
      failureMode: "configuration/invalid",
      certainty: SURE,
      root: /server does not support SSL, but SSL was required/,
      ...exited,
    },
  },
  {
    name: "build-pip-conflict",
    produced: "Two requirements want different versions of a third.",
    build:
      "python wheels.py && pip install --no-index --disable-pip-version-check --find-links . navigator_orders navigator_taxes",
    start: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    form: "dashboard",
    truth: { failureMode: "build/failed", certainty: SURE, root: /ResolutionImpossible/ },
  },
  {
    name: "build-pip-wrong-python",
    produced: "A package wants a newer Python.",
    build:
      "python wheels.py && pip install --no-index --disable-pip-version-check ./navigator_future-1.0-py3-none-any.whl",
    start: "uvicorn main:app --host 0.0.0.0 --port $PORT",
    form: "iso",
    truth: { failureMode: "build/failed", certainty: SURE, root: /requires a different Python/ },
  },
  {
    name: "build-typescript-error",
    produced: "The build compiles TypeScript that assigns a string to a number.",
    runtime: "node",
    build: `echo 'export const port: number = process.title;' > server.ts && node ${NODE_PATH.NODE_PATH}/typescript/bin/tsc --noEmit --types node --typeRoots ${NODE_PATH.NODE_PATH}/@types server.ts`,
    start: "node server.js",
    form: "coloured",
    truth: { failureMode: "build/failed", certainty: SURE, root: /error TS2322/ },
  },
  {
    name: "django-no-database",
    produced: "DATABASE_URL is not set in the environment, so the settings have no database.",
    preDeploy: "django-admin migrate --pythonpath .",
    start: SERVE_SITE,
    variables: SITE,
    form: "iso",
    truth: {
      failureMode: "configuration/missing-variable",
      certainty: SURE,
      root: /settings\.DATABASES is improperly configured/,
      explains: ["pre-deploy/failed"],
    },
  },
  {
    name: "django-disallowed-host",
    produced: "ALLOWED_HOSTS has the public name alone, and the health check asks under another.",
    start: SERVE_SITE,
    healthCheckPath: "/health",
    variables: { ...SITE, ALLOWED_HOSTS: "shop.example.com" },
    form: "iso-instances",
    truth: {
      failureMode: "configuration/host-not-allowed",
      explains: ["health-check/timeout"],
      certainty: SURE,
      root: /Invalid HTTP_HOST header/,
    },
  },
  {
    name: "django-two-leaves",
    produced: "Two Django migrations come after the same one.",
    build: "sed 's/price/weight/' shop/migrations/0002_price.py > shop/migrations/0002_weight.py",
    preDeploy: "django-admin migrate --pythonpath .",
    start: SERVE_SITE,
    variables: { ...SITE, ...OWN },
    form: "dashboard-instances",
    truth: {
      failureMode: "migration/failed",
      certainty: SURE,
      root: /Conflicting migrations detected/,
      explains: ["pre-deploy/failed"],
    },
  },
  {
    name: "django-lost-migration",
    produced: "A Django migration that another depends on was deleted.",
    build: "rm shop/migrations/0001_initial.py",
    preDeploy: "django-admin migrate --pythonpath .",
    start: SERVE_SITE,
    variables: { ...SITE, ...OWN },
    form: "json",
    truth: {
      failureMode: "migration/failed",
      certainty: SURE,
      root: /NodeNotFoundError: Migration shop\.0002_price/,
      explains: ["pre-deploy/failed"],
    },
  },
];
