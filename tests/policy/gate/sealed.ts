/**
 * Configurations in the forms that public repositories have (start scripts put into one line, several processes, env
 * groups, secret files, other runtimes, other drivers; read on 28 November 2026). Each was written with its verdict
 * before it was judged for the first time.
 */
export interface SealedCase {
  /** The rule that must reject it, several with `|` where each would be right, or `unknown` where no preview can decide it; none where it is sound. */
  readonly rule?: string;
  /** @default the sound command of the tests */
  readonly command?: string | null;
  /** @default a web service */
  readonly kind?: "private" | "worker" | "cron" | "static";
  /** @default python */
  readonly runtime?: string;
  /** Variables of the service. PORT is 8000 unless it is among them; null leaves it away. */
  readonly variables?: Readonly<Record<string, string | null>>;
  /** Variables of an env group that is linked to it. */
  readonly group?: Readonly<Record<string, string>>;
  readonly secretFiles?: Readonly<Record<string, string>>;
  /** Further services, with the same group linked to them. */
  readonly others?: readonly Omit<SealedCase, "rule" | "group" | "others">[];
  readonly properties?: object;
  /** @default asyncpg; `none` is a program without the component */
  readonly driver?: string;
  /** What the component declares beside its port and driver. */
  readonly declared?: Readonly<Record<string, unknown>>;
}

const REF = "abcdefghijklmnopqrst";
const POOL = "aws-1-eu-central-1.pooler.supabase.com";
const url = (scheme: string, user: string, rest: string) => `${scheme}://${user}:k3JqL9vX@${rest}`;
const tenant = `app.${REF}`;

export const SEALED_BROKEN: readonly SealedCase[] = [
  // Start scripts of public repositories, in one line.
  {
    rule: "port/agreement",
    command:
      'set -euo pipefail; PORT_VALUE="${APP_PORT:-10000}"; exec python -m gunicorn app.wsgi:application --bind "0.0.0.0:${PORT_VALUE}"',
  },
  {
    rule: "service/loopback-bind",
    command:
      'RUN_PORT=${PORT:-8000}; RUN_HOST=${RUN_HOST:-127.0.0.1}; exec gunicorn -k uvicorn.workers.UvicornWorker --bind "${RUN_HOST}:${RUN_PORT}" main:app',
  },
  {
    rule: "port/agreement",
    command: ': "${APP_PORT:=5000}" && uvicorn main:app --host 0.0.0.0 --port $APP_PORT',
  },
  {
    rule: "service/loopback-bind",
    command:
      "python manage.py migrate --noinput || echo skipped; daphne -p ${PORT:-8000} config.asgi:application",
  },
  { rule: "port/agreement", command: "uv run uvicorn main:app --host 0.0.0.0 --port 10000" },
  {
    rule: "port/agreement",
    command: "gunicorn --worker-tmp-dir /dev/shm -t 200 --bind '0.0.0.0:$PORT' main:app",
  },
  { rule: "service/loopback-bind", command: "hypercorn src.main:app --bind 'localhost:8000' --workers 2" },
  {
    rule: "service/start-command",
    command: "python manage.py migrate && python manage.py collectstatic --noinput",
  },
  { rule: "service/start-command", command: "npx prisma migrate deploy", runtime: "node", driver: "prisma" },
  { rule: "service/start-command", command: "gunicorn -D -b 0.0.0.0:$PORT main:app" },
  { rule: "service/start-command", command: "celery -A app worker --loglevel=info & celery -A app beat" },
  {
    rule: "port/agreement",
    command: "next start --port 3000 --hostname 0.0.0.0",
    runtime: "node",
    driver: "pg",
  },
  { rule: "service/loopback-bind", command: "vite preview --port $PORT", runtime: "node", driver: "pg" },
  {
    rule: "port/agreement",
    command: "npx serve -s build -l tcp://0.0.0.0:5000",
    runtime: "node",
    driver: "pg",
  },
  {
    rule: "port/agreement",
    command: "npx http-server dist -p 8080 -a 0.0.0.0",
    runtime: "node",
    driver: "pg",
  },
  {
    rule: "unknown",
    command: "npx prisma migrate deploy && npm run start:prod",
    runtime: "node",
    driver: "prisma",
  },
  { rule: "unknown", command: "cd server && node dist/src/main.js", runtime: "node", driver: "pg" },
  { rule: "unknown", command: "bundle exec puma -C config/puma.rb", runtime: "ruby", driver: "pg" },
  { rule: "unknown", command: "./target/release/api", runtime: "rust", driver: "pg" },
  { rule: "unknown", command: "cat Procfile | sh" },
  // Env groups and secret files.
  { rule: "port/agreement", variables: { PORT: null }, group: { PORT: "3000" } },
  {
    rule: "port/agreement",
    command: "gunicorn main:app",
    variables: { PORT: null },
    group: { PORT: "10000" },
  },
  {
    rule: "service/loopback-bind",
    command: "uvicorn main:app --port $PORT",
    group: { UVICORN_HOST: "127.0.0.1" },
  },
  {
    rule: "database/pooler-tenant",
    group: { DATABASE_URL: url("postgresql", "postgres", `${POOL}:5432/postgres?ssl=require`) },
  },
  {
    rule: "database/ipv6-only-host",
    group: { DIRECT_URL: url("postgresql", "postgres", `db.${REF}.supabase.co:5432/postgres`) },
  },
  {
    rule: "database/ipv6-only-host",
    secretFiles: {
      ".env": `DATABASE_URL=${url("postgresql", "postgres", `db.${REF}.supabase.co:5432/postgres`)}\n`,
    },
  },
  {
    rule: "database/pooler-tenant",
    secretFiles: {
      ".env.production": `# database\nDATABASE_URL="${url("postgresql", "postgres", `${POOL}:5432/postgres`)}"\n`,
    },
  },
  {
    rule: "port/agreement",
    variables: { PORT: null },
    secretFiles: { ".env": "PORT=10000\nLOG_LEVEL=info\n" },
  },
  // A shell has filled in Render's 10000 before any code loads the file.
  {
    rule: "port/agreement",
    variables: { PORT: null },
    secretFiles: { ".env": "PORT=8000\nLOG_LEVEL=info\n" },
  },
  { rule: "environment/placeholder", secretFiles: { ".env": "SECRET_KEY=change-me\n" } },
  // Databases.
  {
    rule: "database/transaction-mode-statements",
    variables: {
      DATABASE_URL: url("postgresql", tenant, `${POOL}:6543/postgres?prepared_statement_cache_size=100`),
    },
  },
  {
    rule: "database/url-malformed",
    variables: {
      DATABASE_URL: `Server=${POOL};Port=5432;User Id=${tenant};Password=k3JqL9vX;Database=postgres`,
    },
  },
  {
    rule: "database/url-malformed",
    variables: { DATABASE_URL: url("postgresql+psycopg", tenant, `${POOL}:5432/postgres`) },
  },
  { rule: "database/local-host", variables: { DATABASE_URL: url("postgresql", "app", "0.0.0.0:5432/app") } },
  { rule: "database/local-host", variables: { DATABASE_URL: url("postgresql", "app", "[::1]:5432/app") } },
  {
    rule: "database/ipv6-only-host",
    variables: { DATABASE_URL: url("postgres", "postgres", `DB.${REF}.SUPABASE.CO:6543/postgres`) },
  },
  {
    rule: "database/supabase-endpoint",
    variables: {
      DATABASE_URL: url("postgresql", tenant, `aws-1-eu-central-1.pooler.supabase.co:5432/postgres`),
    },
  },
  {
    rule: "database/tls-off",
    variables: { DATABASE_URL: url("postgresql", tenant, `${POOL}:5432/postgres?ssl=disable`) },
  },
  // Programs without the component.
  { rule: "port/standard", driver: "none", variables: { PORT: "10000" } },
  {
    rule: "port/standard",
    driver: "none",
    command: "gunicorn -b 0.0.0.0:10000 main:app",
    variables: { PORT: null },
  },
  {
    rule: "database/pooler-tenant",
    driver: "none",
    variables: { DB_HOST: POOL, DB_USER: "postgres", DB_PASSWORD: "k3JqL9vX", DB_NAME: "postgres" },
  },
];

export const SEALED_SOUND: readonly SealedCase[] = [
  {
    command:
      'set -euo pipefail; PORT_VALUE="${PORT:-10000}"; exec python -m gunicorn app.wsgi:application --bind "0.0.0.0:${PORT_VALUE}"',
  },
  {
    command:
      'RUN_PORT=${PORT:-8000}; RUN_HOST=${RUN_HOST:-0.0.0.0}; exec gunicorn -k uvicorn.workers.UvicornWorker --bind "${RUN_HOST}:${RUN_PORT}" main:app',
  },
  {
    command:
      ': "${PORT:=8000}" && exec uvicorn main:app --host 0.0.0.0 --port "${PORT}" --workers "${WEB_CONCURRENCY:-1}"',
  },
  {
    command:
      "export PORT=${PORT:-8000}; exec gunicorn -w 4 -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT app.main:app",
  },
  {
    command:
      'PORT="${PORT:-8000}"; echo "Starting on 0.0.0.0:${PORT} ..."; uvicorn main:app --host 0.0.0.0 --port "${PORT}"',
  },
  {
    command:
      "python manage.py migrate --noinput || echo 'WARNING: migrate failed (continuing)'; gunicorn config.wsgi:application --bind 0.0.0.0:${PORT:-8000} --log-file -",
  },
  { command: 'cd "$(dirname "$0")" && uvicorn main:app --host 0.0.0.0 --port $PORT' },
  {
    command:
      'if [ -n "${DATABASE_URL:-}" ]; then alembic upgrade head; fi; exec uvicorn main:app --host 0.0.0.0 --port $PORT',
  },
  {
    command: "if [ -f dist/src/main.js ]; then node dist/src/main.js; else node dist/main.js; fi",
    runtime: "node",
    driver: "pg",
  },
  { command: 'uv run python -m gunicorn -c ./gunicorn.conf.py -b "0.0.0.0:${PORT:=8000}"' },
  { command: "gunicorn doseclock.wsgi --log-file -" },
  {
    command:
      "gunicorn app:app --workers 1 --worker-class uvicorn.workers.UvicornWorker --timeout 300 --bind 0.0.0.0:${PORT:-10000} --access-logfile - --error-logfile - --log-level info",
  },
  {
    command:
      "bash ./wait-for-it.sh --timeout=30 ${POSTGRES_HOST}:${POSTGRES_PORT}; gunicorn --workers=5 --bind 0.0.0.0:8000 app.wsgi",
    variables: { POSTGRES_HOST: "db.acme.com", POSTGRES_PORT: "5432" },
  },
  {
    command:
      "trap 'kill 0' TERM; celery -A app worker & uvicorn main:app --host 0.0.0.0 --port $PORT & wait -n",
  },
  { command: "hypercorn src.main:app --bind '[::]:8000'" },
  { command: "npx prisma migrate deploy && npm run start:prod", runtime: "node", driver: "prisma" },
  {
    command: "NODE_ENV=production node --max-old-space-size=460 dist/main.js",
    runtime: "node",
    driver: "pg",
  },
  { command: "npx http-server dist -p $PORT -a 0.0.0.0", runtime: "node", driver: "pg" },
  { command: "npx serve -s build -l $PORT", runtime: "node", driver: "pg" },
  { command: "next start -H 0.0.0.0 -p ${PORT:-3000}", runtime: "node", driver: "pg" },
  {
    command: "bundle exec rails server -b 0.0.0.0 -p ${PORT:-3000} -e production",
    runtime: "ruby",
    driver: "pg",
  },
  { command: "uvicorn main:app --port $PORT", group: { UVICORN_HOST: "0.0.0.0" } },
  { command: "uvicorn main:app --host $HOST --port $PORT", group: { HOST: "0.0.0.0" } },
  { variables: { PORT: null }, group: { PORT: "8000" } },
  { command: "gunicorn main:app", group: { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:8000" } },
  { variables: { PORT: "8000" }, group: { PORT: "10000" } },
  {
    group: {
      DATABASE_URL: url("postgresql", tenant, `${POOL}:5432/postgres?sslmode=require`),
      SENTRY_ENVIRONMENT: "staging",
    },
  },
  {
    secretFiles: {
      ".env": `DATABASE_URL=${url("postgresql", tenant, `${POOL}:5432/postgres?sslmode=require`)}\n`,
    },
  },
  {
    secretFiles: {
      "service-account.json":
        '{"type":"service_account","project_id":"acme-prod-42","private_key_id":"k3JqL9vX"}',
    },
  },
  {
    secretFiles: {
      "ca.pem": "-----BEGIN CERTIFICATE-----\nMIIDazCCAlOgAwIBAgIU\n-----END CERTIFICATE-----\n",
    },
    variables: {
      DATABASE_URL: url(
        "postgresql",
        tenant,
        `${POOL}:5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/ca.pem`,
      ),
    },
  },
  { secretFiles: { ".env.test": "DATABASE_URL=postgresql://postgres:postgres@localhost:5432/test\n" } },
  {
    variables: {
      DATABASE_URL: url("postgresql", tenant, `${POOL}:6543/postgres?sslmode=require`),
      DATABASE_STATEMENT_CACHE_SIZE: "0",
    },
  },
  {
    variables: {
      DATABASE_URL: url("postgresql", tenant, `${POOL}:5432/postgres?sslmode=require`),
      SQLALCHEMY_DATABASE_URI: url("postgresql+psycopg2", tenant, `${POOL}:5432/postgres?sslmode=require`),
    },
  },
  {
    variables: {
      DATABASE_URL: url(
        "postgresql",
        "acme_user",
        "dpg-cabc123def-a.frankfurt-postgres.render.com/acme?sslmode=require",
      ),
      REDIS_URL: "redis://red-cabc123:6379",
    },
  },
  { driver: "none" },
  { driver: "none", command: "gunicorn -b 0.0.0.0:8000 main:app", variables: { PORT: "8000" } },
  {
    driver: "none",
    variables: {
      DB_HOST: POOL,
      DB_USER: tenant,
      DB_PASSWORD: "k3JqL9vX",
      DB_NAME: "postgres",
      DB_PORT: "5432",
    },
  },
  { driver: "none", variables: { PORT: null }, group: { PORT: "8000" } },
];
