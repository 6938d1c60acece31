import { docker, prisma } from "../batch";
import type { SealedCase } from "../sealed";
import { go, node, OWN, POOL, REF, ruby, SESSION, TRANSACTION, url } from "../written";
import { App, build, files, GUNICORN, health, net, parts, pre, python, STAGED, spring } from "./mixed-parts";

/** The same as it works. */
export const MIXED_SOUND: readonly SealedCase[] = [
  { ...python, variables: parts({ DB_SSLMODE: "require" }) },
  { ...App, variables: net("SSL Mode=Require;Trust Server Certificate=true") },
  { ...App, variables: net("SslMode=Prefer") },
  {
    driver: "psycopg",
    variables: { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`), PGSSLMODE: "require" },
  },
  { ...node, variables: { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`) } },
  { ...python, variables: { DATABASE_URL: url("app", "dpg-c9a8b7d6e5f4-a:5432/app?sslmode=disable") } },
  {
    ...spring,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
    },
  },
  { driver: "psycopg2", variables: { DATABASE_URL: TRANSACTION } },
  { ...node, variables: { DATABASE_URL: TRANSACTION.replace("require", "no-verify") } },
  {
    ...prisma,
    variables: { DATABASE_URL: `${TRANSACTION}&pgbouncer=true&connection_limit=1`, DIRECT_URL: SESSION },
  },
  {
    ...App,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=6543;Database=postgres;Username=app.${REF};Password=k3JqL9vX;Max Auto Prepare=0`,
    },
  },
  {
    ...App,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=6543;Database=postgres;Username=app.${REF};Password=k3JqL9vX;No Reset On Close=true`,
    },
  },
  { ...ruby, variables: { DATABASE_URL: `${TRANSACTION}&prepared_statements=false` } },
  { ...go, variables: { DATABASE_URL: `${TRANSACTION}&default_query_exec_mode=exec` } },
  {
    ...spring,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=0`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
    },
  },
  {
    ...node,
    driver: "postgres-js",
    variables: { DATABASE_URL: TRANSACTION },
    declared: { driverSettings: { prepare: "false" } },
  },
  { ...STAGED, variables: { DATABASE_URL: SESSION } },
  { ...STAGED, variables: { DATABASE_URL: url("app", "db.acme.io:5432/app") } },
  { ...STAGED, variables: { DATABASE_URL: url("app", "db.preview.acme.io.acme.net:5432/app") } },
  { ...STAGED, variables: { DATABASE_URL: SESSION, SUPABASE_URL: `https://${REF}.supabase.co` } },
  { ...STAGED, variables: { DATABASE_URL: SESSION, STAGING_API_URL: "https://staging.acme.io" } },
  { ...STAGED, variables: parts() },
  {
    ...App,
    ...STAGED,
    variables: {
      ConnectionStrings__Default: "Host=db.acme.io;Port=5432;Database=app;Username=app;Password=k3JqL9vX",
    },
  },
  { ...STAGED, secretFiles: { ".env": `DATABASE_URL=${SESSION}\n` } },
  {
    ...prisma,
    variables: { DATABASE_URL: SESSION, DIRECT_URL: url(`postgres.${REF}`, `${POOL}:5432/postgres`) },
  },
  { ...python, variables: parts({ DB_USER: `postgres.${REF}` }) },
  { ...node, variables: { DATABASE_URL: url(`app-user.${REF}`, `${POOL}:5432/postgres?sslmode=no-verify`) } },
  { ...node, variables: { DATABASE_URL: url(`my.app.${REF}`, `${POOL}:5432/postgres?sslmode=no-verify`) } },
  {
    ...files(
      "uvicorn main:app --host 0.0.0.0 --port $PORT --ssl-keyfile /etc/secrets/key.pem --ssl-certfile /etc/secrets/cert.pem",
      { "key.pem": "x", "cert.pem": "y" },
    ),
  },
  {
    ...files("uvicorn main:app --host 0.0.0.0 --port $PORT --env-file /etc/secrets/.env", { ".env": "A=1" }),
  },
  {
    ...files("gunicorn -c /etc/secrets/gunicorn.conf.py main:app", {
      "gunicorn.conf.py": "bind = '0.0.0.0:8000'",
    }),
  },
  { ...files("set -a; . /etc/secrets/.env; gunicorn main:app -b 0.0.0.0:$PORT", { ".env": "A=1" }) },
  {
    ...files("[ -f /etc/secrets/env ] && . /etc/secrets/env; gunicorn main:app -b 0.0.0.0:$PORT", {
      ".env": "A=1",
    }),
  },
  pre("python manage.py migrate --noinput"),
  pre("alembic upgrade head && python seed.py"),
  pre("npx prisma migrate deploy"),
  pre("bundle exec rails db:migrate"),
  pre("python manage.py rqworker --burst"),
  build("pip install -r requirements.txt"),
  build(
    "pip install --upgrade pip && pip install -r requirements.txt && python manage.py collectstatic --noinput",
  ),
  build("poetry install --no-root && npm ci && npm run build"),
  build("./build.sh"),
  build("make build"),
  build("uv sync --frozen"),
  health("/"),
  health("/healthz"),
  health("/api/v1/health/"),
  health("/health?full=1"),
  health("/.well-known/health"),
  health("/health-check_2.json"),
  health("/gesundheit%20gut"),
  { driver: "none", command: GUNICORN },
  { driver: "none", command: "gunicorn shop.wsgi -b 0.0.0.0:8000" },
  { driver: "none", command: "gunicorn shop.wsgi", variables: { PORT: "8000" } },
  { driver: "none", ...docker, command: "java -jar app.jar --server.port=8000" },
  { driver: "none", ...docker, command: null },
  { driver: "none", command: "./start.sh" },
  { ...python, variables: { DATABASE_URL: OWN, DB_POOL_SIZE: "5", DB_SSL: "true" } },
  {
    ...python,
    variables: {
      DATABASE_URL: OWN,
      DATABASE_CA: "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE-----",
    },
  },
  {
    ...ruby,
    variables: {
      DATABASE_URL: OWN,
      RAILS_MASTER_KEY: "8f42a73054b1749f8f58848be5e6502c",
      RAILS_SERVE_STATIC_FILES: "true",
    },
  },
];
