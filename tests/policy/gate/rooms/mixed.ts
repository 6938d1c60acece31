// Longer than 200 lines: one table, a case after the other.
import { docker, IPV6, LOOPBACK, MODE, PORT, prisma, START, TENANT, TLS } from "../batch";
import type { SealedCase } from "../sealed";
import { BESIDE_STAGING, go, node, OTHER, POOL, REF, ruby, SESSION, TRANSACTION, url } from "../written";
import { App, build, files, GUNICORN, health, net, parts, pre, python, STAGED, spring } from "./mixed-parts";

const ELSE = "database/other-environment";
const FILE = "environment/missing-file";
const HEALTH = "service/health-check-path";

/**
 * What an outsider might think of next. Written on 30 November 2026 with the verdict, before it was judged for the first
 * time: 65 of 67 were stopped, 2 silent; of the sound ones 60 of 60 passed.
 */
export const MIXED_BROKEN: readonly SealedCase[] = [
  // TLS that is off, in every notation.
  { rule: TLS, ...python, variables: parts({ DB_SSLMODE: "disable" }) },
  { rule: TLS, ...python, variables: parts({ DB_SSL_MODE: "disable" }) },
  { rule: TLS, ...App, variables: net("SSL Mode=Disable") },
  { rule: TLS, ...App, variables: net("SslMode=Allow") },
  {
    rule: TLS,
    driver: "psycopg",
    variables: { DATABASE_URL: SESSION.replace("sslmode=require", "sslmode=allow") },
  },
  {
    rule: TLS,
    driver: "psycopg",
    variables: { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`), PGSSLMODE: "disable" },
  },
  {
    rule: TLS,
    ...go,
    variables: { DB_DSN: `host=${POOL} user=app.${REF} password=k3JqL9vX dbname=postgres sslmode=disable` },
  },
  {
    rule: TLS,
    ...spring,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=disable`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
    },
  },
  {
    rule: TLS,
    ...node,
    variables: { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=disable`) },
  },
  { rule: TLS, ...node, variables: { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?ssl=false`) } },
  { rule: TLS, group: { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=disable`) } },
  // Transaction mode, in every notation.
  { rule: MODE, variables: parts({ DB_PORT: "6543" }) },
  { rule: MODE, ...prisma, variables: { DATABASE_URL: TRANSACTION } },
  {
    rule: MODE,
    ...prisma,
    variables: { DATABASE_URL: TRANSACTION.replace("sslmode=require", "pgbouncer=false") },
  },
  { rule: MODE, ...prisma, variables: { DATABASE_URL: `${TRANSACTION}&pgBouncer=true` } },
  {
    rule: MODE,
    ...App,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Port=6543;Database=postgres;Username=app.${REF};Password=k3JqL9vX;Max Auto Prepare=20`,
    },
  },
  { rule: MODE, ...ruby, variables: { DATABASE_URL: TRANSACTION } },
  { rule: MODE, ...ruby, variables: { DATABASE_URL: `${TRANSACTION}&prepared_statements=true` } },
  {
    rule: MODE,
    ...go,
    variables: { DATABASE_URL: `${TRANSACTION}&default_query_exec_mode=cache_statement` },
  },
  {
    rule: MODE,
    ...spring,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:6543/postgres?prepareThreshold=5`,
      SPRING_DATASOURCE_USERNAME: `app.${REF}`,
    },
  },
  {
    rule: MODE,
    driver: "sqlalchemy-asyncpg",
    variables: {
      DATABASE_URL: url(
        `app.${REF}`,
        `${POOL}:6543/postgres?prepared_statement_cache_size=500`,
        "postgresql+asyncpg",
      ),
    },
  },
  {
    rule: MODE,
    ...node,
    driver: "postgres-js",
    variables: { DATABASE_URL: TRANSACTION },
    declared: { driverSettings: { prepare: "true" } },
  },
  // Another environment's database, in every notation.
  {
    rule: ELSE,
    ...STAGED,
    variables: { DATABASE_URL: url(`app.${OTHER}`, `${POOL.toUpperCase()}:5432/postgres`) },
  },
  {
    rule: ELSE,
    ...STAGED,
    variables: { DATABASE_URL: url(`postgres.${OTHER}`, `${POOL}:6543/postgres`) },
    declared: { ...BESIDE_STAGING, driverSettings: { statement_cache_size: "0" } },
  },
  {
    rule: `${ELSE}|${IPV6}`,
    ...STAGED,
    variables: { DATABASE_URL: url("postgres", `db.${OTHER}.supabase.co:5432/postgres`) },
  },
  { rule: ELSE, ...STAGED, variables: { DATABASE_URL: url("app", "db.preview.acme.io:5432/app") } },
  { rule: ELSE, ...STAGED, variables: { DATABASE_URL: url("app", "db.preview.acme.io./app") } },
  {
    rule: ELSE,
    ...STAGED,
    variables: { PGHOST: "db.preview.acme.io", PGUSER: "app", PGPASSWORD: "k3JqL9vX", PGDATABASE: "app" },
  },
  { rule: ELSE, ...STAGED, variables: parts({ DB_USER: `app.${OTHER}` }) },
  {
    rule: ELSE,
    ...STAGED,
    variables: {
      DATABASE_URL: SESSION,
      MIGRATION_DATABASE_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres`),
    },
  },
  {
    rule: ELSE,
    ...STAGED,
    variables: { DATABASE_URL: SESSION, DATABASE_REPLICA_URL: url("app", "db.preview.acme.io:5432/app") },
  },
  {
    rule: ELSE,
    ...App,
    ...STAGED,
    variables: {
      ConnectionStrings__Default:
        "Host=db.preview.acme.io;Port=5432;Database=app;Username=app;Password=k3JqL9vX",
    },
  },
  {
    rule: ELSE,
    ...spring,
    ...STAGED,
    variables: {
      SPRING_DATASOURCE_URL: "jdbc:postgresql://db.preview.acme.io:5432/app",
      SPRING_DATASOURCE_USERNAME: "app",
    },
  },
  {
    rule: ELSE,
    ...STAGED,
    secretFiles: { ".env": `DATABASE_URL=${url(`app.${OTHER}`, `${POOL}:5432/postgres`)}\n` },
  },
  {
    rule: `${ELSE}|database/one-project`,
    ...STAGED,
    variables: { DATABASE_URL: SESSION, SUPABASE_URL: `https://${OTHER}.supabase.co` },
  },
  // Who asks the pooler.
  {
    rule: TENANT,
    ...prisma,
    variables: { DATABASE_URL: `${SESSION}`, DIRECT_URL: url("postgres", `${POOL}:5432/postgres`) },
  },
  { rule: TENANT, ...python, variables: parts({ DB_USER: "app" }) },
  {
    rule: TENANT,
    ...App,
    variables: {
      ConnectionStrings__Default: `Host=${POOL};Database=postgres;Username=postgres;Password=k3JqL9vX`,
    },
  },
  {
    rule: TENANT,
    ...spring,
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres`,
      SPRING_DATASOURCE_USERNAME: "postgres",
    },
  },
  {
    rule: `${TENANT}|database/project-reference`,
    ...node,
    variables: {
      DATABASE_URL: url(`postgres.${REF}.supabase.co`, `${POOL}:5432/postgres?sslmode=no-verify`),
    },
  },
  {
    rule: `${TENANT}|database/project-reference`,
    ...node,
    variables: { DATABASE_URL: url(`${REF}.postgres`, `${POOL}:5432/postgres?sslmode=no-verify`) },
  },
  {
    rule: `${TENANT}|database/project-reference`,
    ...node,
    variables: {
      DATABASE_URL: url(`postgres.${REF.toUpperCase()}`, `${POOL}:5432/postgres?sslmode=no-verify`),
    },
  },
  {
    rule: `${TENANT}|database/project-reference`,
    ...node,
    variables: { DATABASE_URL: url(`postgres-${REF}`, `${POOL}:5432/postgres?sslmode=no-verify`) },
  },
  // Files that are not there.
  {
    rule: FILE,
    ...files(
      "uvicorn main:app --host 0.0.0.0 --port $PORT --ssl-keyfile /etc/secrets/key.pem --ssl-certfile /etc/secrets/cert.pem",
      { "server.key": "x" },
    ),
  },
  {
    rule: FILE,
    ...files("uvicorn main:app --host 0.0.0.0 --port $PORT --env-file /etc/secrets/.env.production", {
      ".env": "A=1",
    }),
  },
  {
    rule: FILE,
    ...files("gunicorn -c /etc/secrets/gunicorn.conf.py main:app", {
      "gunicorn.py": "bind = '0.0.0.0:8000'",
    }),
  },
  {
    rule: FILE,
    ...files("set -a; source /etc/secrets/env; gunicorn main:app -b 0.0.0.0:$PORT", { ".env": "A=1" }),
  },
  {
    rule: FILE,
    ...files("uvicorn main:app --host 0.0.0.0 --port $PORT --log-config /etc/secrets/logging.yaml", {
      "logging.yml": "version: 1",
    }),
  },
  // Steps before the start.
  { rule: START, ...pre("gunicorn shop.wsgi -b 0.0.0.0:$PORT") },
  { rule: START, ...pre("python manage.py migrate && celery -A shop worker") },
  { rule: START, ...pre("npm run dev") },
  { rule: START, ...pre("tail -f /dev/null") },
  { rule: START, ...build("pip install -r requirements.txt && uvicorn main:app --host 0.0.0.0") },
  { rule: START, ...build("pip install -r requirements.txt; celery -A shop worker") },
  // The path of the health check.
  { rule: HEALTH, ...health("healthz") },
  { rule: HEALTH, ...health("https://shop.onrender.com/health") },
  { rule: HEALTH, ...health("GET /health") },
  { rule: HEALTH, ...health("/health check") },
  { rule: HEALTH, ...health("/:id/health") },
  { rule: HEALTH, ...health("localhost:8000/health") },
  { rule: HEALTH, ...health("/health, /ready") },
  { rule: HEALTH, ...health("\\health") },
  // A program without the component.
  { rule: "port/standard", driver: "none", command: GUNICORN, variables: { PORT: "3000" } },
  { rule: "port/standard", driver: "none", command: GUNICORN, variables: { PORT: null } },
  { rule: `${PORT}|port/standard`, driver: "none", command: "gunicorn shop.wsgi -b 0.0.0.0:8080" },
  { rule: LOOPBACK, driver: "none", command: "gunicorn shop.wsgi -b 127.0.0.1:$PORT" },
  {
    rule: `${PORT}|port/standard`,
    driver: "none",
    ...docker,
    command: "java -jar app.jar --server.port=8080",
  },
];
