import {
  ELSEWHERE,
  ENCODING,
  IPV6,
  LOCAL,
  LOOPBACK,
  MALFORMED,
  MODE,
  PLACEHOLDER,
  PORT,
  STANDARD,
  START,
  TENANT,
} from "./batch";
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
  OTHER,
  OWN,
  POOL,
  REF,
  ruby,
  rust,
  SESSION,
  TRANSACTION,
  url,
} from "./written";

const has = (rule: string, one: SealedCase): SealedCase => ({ rule, ...one });
const OWNER_AT_POOL = url("postgres", `${POOL}:5432/postgres`);

/**
 * The broken half of the fourth batch, by whole set-ups of services, groups, files and environments (29 November 2026).
 * Written before any fix for the third, and first read after them: 70 of 75 were stopped by the right rule, 71 with
 * those fixes. Two were wrong in their expectation: libpq reads a raw `?` in a password, and what Vercel's
 * integration sets beside POSTGRES_URL is read by nothing that reads the URL.
 */
export const FOURTH_BROKEN: readonly SealedCase[] = [
  // Several services and one group: what is wrong in the group is wrong in each that does not set it itself.
  has(IPV6, { group: { DATABASE_URL: DIRECT_URL }, others: [{ kind: "worker" }, { kind: "cron" }] }),
  has(TENANT, { group: { DATABASE_URL: OWNER_AT_POOL, LOG_LEVEL: "info" }, others: [{ kind: "private" }] }),
  has(LOCAL, {
    group: { REDIS_URL: "redis://red-a1:6379", DB_HOST: "127.0.0.1", DB_NAME: "app", DB_USER: "app" },
  }),
  has(PLACEHOLDER, { group: { STRIPE_SECRET_KEY: "sk_live_REPLACE_ME" }, others: [{ kind: "worker" }] }),
  has(PLACEHOLDER, { group: { JWT_SECRET: "<generate with openssl rand -hex 32>" } }),
  has(PORT, {
    group: { PORT: "4000", NODE_ENV: "production" },
    variables: { PORT: null },
    ...node,
    command: "npx next start",
  }),
  has(STANDARD, { ...bare, group: { PORT: "4000" }, variables: { PORT: null } }),
  has(LOOPBACK, { command: "uvicorn main:app --port $PORT", group: { UVICORN_HOST: "localhost" } }),
  has(MODE, {
    group: { DATABASE_URL: TRANSACTION },
    others: [{ kind: "worker", command: "python -m worker" }],
  }),
  has(LOCAL, {
    variables: { DATABASE_URL: SESSION },
    others: [{ kind: "worker", variables: { DATABASE_URL: url("app", "localhost/app") } }],
  }),
  has(IPV6, {
    others: [{ kind: "cron", command: "python -m backup", variables: { BACKUP_DATABASE_URL: DIRECT_URL } }],
  }),
  // Programs without the component.
  has(STANDARD, { ...bare, variables: { PORT: "10000" }, ...{ command: "gunicorn app:app" } }),
  has(STANDARD, { ...bare, variables: { PORT: null }, command: "gunicorn app:app -b 0.0.0.0:$PORT" }),
  has(STANDARD, { ...bare, variables: { PORT: "3000" }, command: null, properties: DOCKER }),
  has(STANDARD, { ...bare, variables: { PORT: null }, command: "gunicorn app:app -b 0.0.0.0:5000" }),
  has(LOOPBACK, { ...bare, command: "uvicorn main:app --port 8000" }),
  has(IPV6, { ...bare, variables: { DATABASE_URL: DIRECT_URL } }),
  has(TENANT, { ...bare, variables: { DATABASE_URL: OWNER_AT_POOL } }),
  has(MALFORMED, { ...bare, variables: { DATABASE_URL: `'${SESSION}'` } }),
  has(START, { ...bare, command: "python manage.py migrate && echo done" }),
  has("service/native-without-start", { ...bare, command: null }),
  has("service/health-check-path", {
    ...bare,
    properties: { healthCheckPath: "https://api.acme.io/health" },
  }),
  has("plan/limits", { ...bare, properties: { plan: "free", numInstances: 2 } }),
  has("port/reserved", { ...bare, variables: { PORT: "18012" } }),
  has(LOCAL, { ...bare, variables: { PGHOST: "/var/run/postgresql", PGUSER: "app", PGDATABASE: "app" } }),
  has(PLACEHOLDER, {
    ...bare,
    properties: {
      runtimeSource: {
        docker: { repoUrl: "https://github.com/<your-username>/<your-repo>", branch: "main" },
      },
    },
  }),
  has(PLACEHOLDER, {
    ...bare,
    kind: "static",
    properties: { repoUrl: "https://github.com/your-username/your-site" },
  }),
  // Secret files.
  has(IPV6, { secretFiles: { ".env.production": `LOG_LEVEL=info\nexport DATABASE_URL="${DIRECT_URL}"\n` } }),
  has(TENANT, { secretFiles: { "database.env": `# pooled\nDATABASE_URL=${OWNER_AT_POOL}\n` } }),
  has(LOCAL, { secretFiles: { ".env": "PGHOST=localhost\nPGUSER=app\nPGDATABASE=app\n" } }),
  has(PLACEHOLDER, { secretFiles: { ".env": "DJANGO_SECRET_KEY=django-insecure-change-me\n" } }),
  has(ELSEWHERE, {
    secretFiles: { ".env": `DATABASE_URL=${SESSION.replace(REF, OTHER)}\n` },
    declared: BESIDE_STAGING,
  }),
  has(MODE, { secretFiles: { ".env": `DATABASE_URL='${TRANSACTION}'\n` } }),
  // Two environments, in each way an address is written.
  has(ELSEWHERE, {
    variables: { DATABASE_URL: SESSION, SUPABASE_URL: `https://${OTHER}.supabase.co` },
    declared: BESIDE_STAGING,
  }),
  has(ELSEWHERE, {
    variables: { DATABASE_URL: url("app", "db.preview.acme.io/app?sslmode=require") },
    declared: BESIDE_STAGING,
  }),
  has(ELSEWHERE, {
    variables: { DB_HOST: "db.preview.acme.io.", DB_USER: "app", DB_NAME: "app" },
    declared: BESIDE_STAGING,
  }),
  has(ELSEWHERE, {
    variables: { JDBC_DATABASE_URL: `jdbc:postgresql://db.preview.acme.io:5432/app?user=app` },
    declared: BESIDE_STAGING,
  }),
  has(ELSEWHERE, {
    variables: { DATABASE_URL: OWN, READ_REPLICA_URL: url("app", "db.preview.acme.io/app") },
    declared: BESIDE_STAGING,
  }),
  has(ELSEWHERE, { group: { DATABASE_URL: SESSION.replace(REF, OTHER) }, declared: BESIDE_STAGING }),
  has(ELSEWHERE, {
    variables: {
      ConnectionStrings__Default: "Host=db.preview.acme.io;Username=app;Password=k3JqL9vX;Database=app",
    },
    declared: BESIDE_STAGING,
  }),
  // Databases: passwords that were pasted, forms of drivers, hosts.
  has(ENCODING, { variables: { DATABASE_URL: `postgresql://app.${REF}:Tr#7x/9@${POOL}:5432/postgres` } }),
  has(ENCODING, {
    ...node,
    command: "npx next start",
    variables: { DATABASE_URL: `postgres://app.${REF}:a/b@${POOL}:5432/postgres` },
  }),
  has(ENCODING, { ...go, variables: { DATABASE_URL: `postgres://app.${REF}:50%off@${POOL}:5432/postgres` } }),
  has(ENCODING, {
    variables: { DATABASE_URL: `postgresql://app.${REF}:who?me@${POOL}:5432/postgres` },
  }),
  has(ENCODING, {
    ...node,
    driver: "prisma",
    command: "npx next start",
    variables: { DATABASE_URL: `postgresql://app.${REF}:p/w@${POOL}:5432/postgres?pgbouncer=true` },
  }),
  has(MALFORMED, {
    variables: { DATABASE_URL: `postgresql+psycopg://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
  }),
  has(MALFORMED, {
    ...node,
    command: "npx next start",
    variables: { DATABASE_URL: "prisma+postgres://accelerate.prisma-data.net/?api_key=k3JqL9vXw0tYb7Qm1Zr6" },
  }),
  has(MALFORMED, { variables: { DATABASE_URL: `DATABASE_URL="${SESSION}"` } }),
  has(MALFORMED, {
    variables: { DATABASE_URL: `postgresql://app.${REF}:k3JqL9vX@${POOL}:5432:6543/postgres` },
  }),
  has(MALFORMED, {
    variables: { DATABASE_URL: "file:./dev.db" },
    ...node,
    driver: "prisma",
    command: "npx next start",
  }),
  has(MALFORMED, {
    variables: { DATABASE_URL: `postgresql://app.${REF}:k3JqL9vX@https://${POOL}:5432/postgres` },
  }),
  has("database/supabase-endpoint", {
    variables: { DATABASE_URL: url(`app.${REF}`, `${POOL}:54322/postgres`) },
  }),
  has("database/supabase-endpoint|database/ipv6-only-host", {
    variables: { DATABASE_URL: url("postgres", `${REF}.supabase.co:5432/postgres`) },
  }),
  has("database/tls-off", { variables: { DATABASE_URL: OWN.replace("require", "disable") } }),
  has("database/tls-off", {
    ...rust,
    command: "./api",
    variables: { DATABASE_URL: SESSION.replace("require", "disable") },
  }),
  has("database/url-parameters", { variables: { DATABASE_URL: `${SESSION}&ssl=true` } }),
  has("database/tls-untrusted", {
    driver: "psycopg2",
    variables: { DATABASE_URL: SESSION.replace("require", "verify-full") },
  }),
  has(PLACEHOLDER, {
    variables: { DATABASE_URL: `postgresql://postgres.${REF}:<db-password>@${POOL}:5432/postgres` },
  }),
  has(LOCAL, { variables: { DATABASE_URL: url("postgres", "host.docker.internal:54322/postgres") } }),
  has(LOCAL, { variables: { DATABASE_URL: url("app", "my-db.flycast:5432/app") } }),
  has(IPV6, { ...ruby, command: "bundle exec puma -p $PORT", variables: { CABLE_DATABASE_URL: DIRECT_URL } }),
  has(MODE, {
    ...go,
    command: "./api",
    variables: { DATABASE_URL: `${TRANSACTION}&statement_cache_capacity=0` },
  }),
  has(MODE, {
    ...elixir,
    command: "bin/server",
    variables: { DATABASE_URL: TRANSACTION.replace("postgresql", "ecto") },
  }),
  // Images and Dockerfiles.
  has(PORT, { command: null, properties: IMAGE, variables: { PORT: "9000" } }),
  has(PORT, { command: "uvicorn main:app --host 0.0.0.0 --port 9000", properties: DOCKER }),
  has(LOOPBACK, {
    command: "/bin/sh -c 'alembic upgrade head && uvicorn main:app --port $PORT'",
    properties: DOCKER,
  }),
  has(PLACEHOLDER, {
    command: null,
    properties: IMAGE,
    variables: { OPENAI_API_KEY: "sk-proj-xxxxxxxxxxxxxxxxxxxx" },
  }),
  // Workers, cron jobs, private services.
  has(START, { kind: "worker", command: "npx prisma generate", runtime: "node", driver: "prisma" }),
  has(START, {
    kind: "cron",
    command: "bundle exec puma -C config/puma.rb",
    runtime: "ruby",
    driver: "active-record",
  }),
  has("service/cron-schedule", { kind: "cron", properties: { schedule: "0 24 * * *" } }),
  has("service/cron-schedule", { kind: "cron", ...bare, properties: { schedule: "*/5 * * *" } }),
  has(LOOPBACK, {
    kind: "private",
    command: "gunicorn internal:app -b localhost:$PORT",
    variables: { PORT: "8000" },
  }),
  has("plan/limits", {
    kind: "private",
    properties: { disk: { name: "d", sizeGb: 5, mountPath: "/d" }, numInstances: 3 },
  }),
  has(MODE, { kind: "worker", command: "python -m worker", variables: { DATABASE_URL: TRANSACTION } }),
];
