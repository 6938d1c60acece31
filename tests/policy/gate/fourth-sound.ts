import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
  DIRECT_URL,
  DOCKER,
  elixir,
  go,
  IMAGE,
  node,
  OWN,
  POOL,
  REF,
  ruby,
  rust,
  SESSION,
  TRANSACTION,
  url,
} from "./written";

const NO_VERIFY = SESSION.replace("sslmode=require", "sslmode=no-verify");
const env = (...lines: readonly string[]) => `${lines.join("\n")}\n`;
const NEXT = { ...node, command: "npx next start" } as const;

/**
 * The sound half of the fourth batch: in the first run 72 of 75 passed. Two of the other three were wrong in their
 * expectation, since a private service opened another port than its component declares.
 */
export const FOURTH_SOUND: readonly SealedCase[] = [
  // Several services and one group.
  { group: { DATABASE_URL: SESSION }, others: [{ kind: "worker" }, { kind: "cron" }] },
  {
    group: { DATABASE_URL: SESSION, LOG_LEVEL: "info" },
    others: [{ kind: "private", variables: { PORT: "8000" } }, { kind: "worker" }],
  },
  {
    group: { REDIS_URL: "redis://red-a1:6379", CELERY_BROKER_URL: "redis://red-a1:6379/0" },
    others: [{ kind: "worker" }],
  },
  { group: { STRIPE_SECRET_KEY: "sk_live_51Kx7pQ2Lm9Vt3Rw8Yb4Nc6", STRIPE_PRICE_ID: "price_1Kx7pQ2Lm" } },
  { ...NEXT, group: { PORT: "4000", NODE_ENV: "production" } },
  { ...bare, group: { PORT: "8000" }, variables: { PORT: null } },
  { command: "uvicorn main:app --port $PORT", group: { UVICORN_HOST: "0.0.0.0", UVICORN_WORKERS: "2" } },
  {
    group: { DATABASE_URL: TRANSACTION },
    driver: "psycopg2",
    others: [{ kind: "worker", driver: "psycopg2" }],
  },
  {
    variables: { DATABASE_URL: SESSION },
    others: [{ kind: "worker", variables: { DATABASE_URL: SESSION } }],
  },
  { others: [{ kind: "cron", command: "python -m backup", variables: { BACKUP_DATABASE_URL: SESSION } }] },
  { others: [{ ...NEXT, variables: { NEXT_PUBLIC_API_URL: "https://api.acme.io", PORT: "8000" } }] },
  {
    variables: { DATABASE_URL: SESSION, INTERNAL_API_HOSTPORT: "internal-api-x1y2:10000" },
    others: [
      {
        kind: "private",
        command: "uvicorn internal:app --host 0.0.0.0 --port 10000",
        declared: { port: 10000 },
      },
    ],
  },
  { group: { SENTRY_ENVIRONMENT: "production", SENTRY_RELEASE: "1.4.2", FEATURE_FLAGS: '{"beta":true}' } },
  // Programs without the component.
  { ...bare, command: "gunicorn app:app" },
  { ...bare, command: "gunicorn app:app -b 0.0.0.0:$PORT" },
  { ...bare, command: null, properties: DOCKER },
  { ...bare, command: "gunicorn app:app -b 0.0.0.0:8000" },
  { ...bare, variables: { DATABASE_URL: SESSION } },
  { ...bare, variables: { DATABASE_URL: OWN, SECRET_KEY: "0f3a9c1be47d2258a6c09d71e5b3f482" } },
  { ...bare, command: "python manage.py migrate && gunicorn config.wsgi" },
  { ...bare, properties: { plan: "free" } },
  { ...bare, properties: { plan: "standard", numInstances: 3 } },
  { ...bare, properties: { healthCheckPath: "/api/health?ready=1" } },
  { ...bare, kind: "static", properties: { repoUrl: "https://github.com/acme/site", publishPath: "./dist" } },
  {
    ...bare,
    kind: "static",
    variables: { GATSBY_API_URL: "https://api.acme.io", SKIP_INSTALL_DEPS: "true" },
  },
  { ...bare, kind: "worker", command: "node dist/consumer.js", runtime: "node" },
  { ...bare, kind: "cron", command: "bundle exec rake reports:daily", runtime: "ruby" },
  { ...bare, kind: "private", command: "./minio server /data --address :9000", properties: IMAGE },
  // Secret files.
  { secretFiles: { ".env.production": env("LOG_LEVEL=info", `export DATABASE_URL="${SESSION}"`) } },
  { secretFiles: { "database.env": env("# pooled", `DATABASE_URL=${SESSION}`) } },
  { secretFiles: { ".env": env("PGHOST=db.acme.io", "PGUSER=app", "PGDATABASE=app", "PGSSLMODE=require") } },
  { secretFiles: { ".env.example": env("DATABASE_URL=postgresql://USER:PASSWORD@HOST:5432/DB") } },
  { secretFiles: { ".env": env(`DATABASE_URL=${DIRECT_URL}`) }, variables: { DATABASE_URL: SESSION } },
  { secretFiles: { "service-account.json": '{"type":"service_account","project_id":"acme-prod"}' } },
  { secretFiles: { "supabase.crt": "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n" } },
  { secretFiles: { ".env.test": env("DATABASE_URL=postgresql://postgres:postgres@localhost:5432/test") } },
  // Two environments.
  {
    variables: { DATABASE_URL: SESSION, SUPABASE_URL: `https://${REF}.supabase.co` },
    declared: BESIDE_STAGING,
  },
  { variables: { DATABASE_URL: url("app", "db.acme.io/app?sslmode=require") }, declared: BESIDE_STAGING },
  { variables: { DB_HOST: "db.acme.io", DB_USER: "app", DB_NAME: "app" }, declared: BESIDE_STAGING },
  {
    variables: { JDBC_DATABASE_URL: "jdbc:postgresql://db.acme.io:5432/app?user=app" },
    declared: BESIDE_STAGING,
  },
  { group: { DATABASE_URL: SESSION }, declared: BESIDE_STAGING },
  {
    variables: { DATABASE_URL: url("app", "db.preview.acme.io.evil.acme.io/app") },
    declared: BESIDE_STAGING,
  },
  { variables: { DATABASE_URL: SESSION, PREVIEW_URL: "https://preview.acme.io" }, declared: BESIDE_STAGING },
  // Databases.
  { variables: { DATABASE_URL: `postgresql://app.${REF}:Tr%237x%2F9@${POOL}:5432/postgres` } },
  { ...NEXT, variables: { DATABASE_URL: NO_VERIFY.replace("k3JqL9vX", "a%2Fb") } },
  { ...go, command: "./api", variables: { DATABASE_URL: SESSION.replace("k3JqL9vX", "50%25off") } },
  { driver: "psycopg", variables: { DATABASE_URL: SESSION.replace("k3JqL9vX", "who%3Fme") } },
  {
    ...NEXT,
    driver: "prisma",
    variables: {
      DATABASE_URL: `${TRANSACTION}&pgbouncer=true`,
      DIRECT_URL: SESSION,
      SHADOW_DATABASE_URL: SESSION,
    },
  },
  {
    driver: "sqlalchemy-psycopg",
    variables: { DATABASE_URL: SESSION.replace("postgresql", "postgresql+psycopg") },
  },
  {
    driver: "sqlalchemy-asyncpg",
    variables: { DATABASE_URL: `postgresql+asyncpg://app.${REF}:k3JqL9vX@${POOL}:5432/postgres?ssl=require` },
  },
  {
    driver: "psycopg",
    variables: {
      DATABASE_URL: `${SESSION}&connect_timeout=10&application_name=api&target_session_attrs=read-write`,
    },
  },
  { ...rust, command: "./api", variables: { DATABASE_URL: `${SESSION}&application_name=api` } },
  {
    ...elixir,
    command: "bin/server",
    variables: { DATABASE_URL: `ecto://app:k3JqL9vX@db.acme.io/app?ssl=true`, POOL_SIZE: "10" },
  },
  {
    ...ruby,
    command: "bundle exec puma -p $PORT",
    variables: { DATABASE_URL: SESSION, CABLE_DATABASE_URL: SESSION, RAILS_MAX_THREADS: "5" },
  },
  { ...go, command: "./api", variables: { DATABASE_URL: `${TRANSACTION}&default_query_exec_mode=exec` } },
  {
    ...go,
    driver: "lib-pq",
    command: "./api",
    variables: { DATABASE_URL: `${TRANSACTION}&binary_parameters=yes` },
  },
  { variables: { DATABASE_URL: TRANSACTION }, declared: { driverSettings: { statement_cache_size: "0" } } },
  {
    driver: "psycopg",
    variables: { DATABASE_URL: TRANSACTION },
    declared: { driverSettings: { prepare_threshold: null } },
  },
  {
    driver: "psycopg2",
    variables: {
      DATABASE_URL: `${SESSION}&sslrootcert=/etc/secrets/supabase.crt`.replace("require", "verify-full"),
    },
  },
  {
    variables: {
      DATABASE_URL: url("acme", "dpg-abc123-a.frankfurt-postgres.render.com/acme?sslmode=require"),
    },
  },
  {
    variables: {
      DATABASE_URL: url("neondb_owner", "ep-cool-1-pooler.eu-central-1.aws.neon.tech/neondb?sslmode=require"),
    },
  },
  {
    variables: {
      DATABASE_URL: url("doadmin", "db-pg-fra1-1.b.db.ondigitalocean.com:25060/defaultdb?sslmode=require"),
    },
  },
  {
    variables: {
      DATABASE_URL: SESSION,
      MONGODB_URI: "mongodb://mongo-x1y2:27017/app",
      CLICKHOUSE_HOST: "ch.acme.io",
    },
  },
  {
    variables: {
      DATABASE_URL: SESSION,
      MYSQL_HOST: "mysql-x1y2",
      SMTP_HOST: "localhost",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://localhost:4318",
    },
  },
  {
    ...bare,
    variables: {
      DB_HOST: "db.acme.io",
      DB_PORT: "5432",
      DB_USER: "app",
      DB_NAME: "app",
      DB_PASSWORD: "k3JqL9vX",
    },
  },
  // Vercel's integration sets the parts of the direct host beside the pooler's URL, and code takes the URL.
  { variables: { POSTGRES_URL: SESSION, POSTGRES_HOST: `db.${REF}.supabase.co`, POSTGRES_USER: "postgres" } },
  // Values that look like a template's.
  {
    variables: {
      WELCOME_TEXT: "Enter your email",
      DEFAULT_TENANT: "example",
      MAIL_FROM: "Acme <no-reply@acme.io>",
    },
  },
  {
    variables: {
      LOG_FORMAT: "{time} <level>{message}</level>",
      CORS_ORIGINS: "https://*.acme.io,https://acme.io",
    },
  },
  {
    variables: {
      AWS_BUCKET: "acme-your-receipts",
      APP_NAME: "placeholder-service",
      API_VERSION: "null-safe",
    },
  },
  {
    variables: {
      SESSION_SECRET: "correct horse battery staple fourteen",
      JWT_PUBLIC_KEY_PATH: "/etc/secrets/jwt.pem",
    },
  },
  // Images and Dockerfiles.
  { command: null, properties: IMAGE },
  {
    command: "/bin/sh -c 'alembic upgrade head && uvicorn main:app --host 0.0.0.0 --port $PORT'",
    properties: DOCKER,
  },
  { ...bare, command: "bin/docker-entrypoint bin/rails server", properties: DOCKER },
  // Workers, cron jobs.
  {
    kind: "worker",
    command: "npx prisma migrate deploy && node dist/worker.js",
    runtime: "node",
    driver: "prisma",
  },
  {
    kind: "cron",
    command: "bundle exec rails runner 'Report.send_all'",
    runtime: "ruby",
    driver: "active-record",
  },
  {
    kind: "worker",
    command: "python -m worker",
    variables: { DATABASE_URL: TRANSACTION },
    declared: { driverSettings: { statement_cache_size: "0" } },
  },
];
