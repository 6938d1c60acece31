import type { SealedCase } from "./sealed";

/**
 * A second batch, by frameworks and by ways to a database: Django, Rails, Node, Go and others, each way that Supabase
 * offers, private hosts, several services and their groups (28 November 2026). Each was written with its verdict before
 * it was judged for the first time: 37 of 40 broken ones were stopped and 37 of 40 sound ones passed, of which one was
 * wrong in its expectation (asyncpg by itself takes no `ssl` in a URL).
 */
const REF = "abcdefghijklmnopqrst";
const POOL = "aws-1-eu-central-1.pooler.supabase.com";
const url = (scheme: string, user: string, rest: string) => `${scheme}://${user}:k3JqL9vX@${rest}`;
const tenant = `app.${REF}`;
const SESSION = url("postgresql", tenant, `${POOL}:5432/postgres?sslmode=require`);
const TRANSACTION = url("postgresql", tenant, `${POOL}:6543/postgres?sslmode=require`);
const LOCAL = url("postgresql", "postgres", "localhost:5432/app");

const node = { runtime: "node", driver: "pg" };
const prisma = { runtime: "node", driver: "prisma" };
const ruby = { runtime: "ruby", driver: "none" };
const go = { runtime: "go", driver: "pgx" };

export const SECOND_BROKEN: readonly SealedCase[] = [
  // Django.
  { rule: "service/loopback-bind", command: "gunicorn config.wsgi --bind 127.0.0.1:$PORT --workers 3" },
  {
    rule: "service/loopback-bind",
    command: "python manage.py migrate --noinput && python manage.py runserver",
  },
  { rule: "port/agreement", command: "gunicorn config.wsgi:application --bind 0.0.0.0:$DJANGO_PORT" },
  {
    rule: "port/agreement",
    command: "uvicorn config.asgi:application --host 0.0.0.0 --port 8080 --lifespan off",
  },
  { rule: "service/start-command", command: "python manage.py migrate; celery -A config worker -l info" },
  {
    rule: "database/local-host",
    driver: "psycopg",
    variables: {
      DB_ENGINE: "django.db.backends.postgresql",
      DB_HOST: "localhost",
      DB_NAME: "app",
      DB_USER: "app",
    },
  },
  { rule: "database/url-malformed", variables: { DATABASE_URL: "sqlite:///db.sqlite3" } },
  // Rails.
  {
    ...ruby,
    rule: "service/loopback-bind",
    command: "bundle exec rails s -b localhost -p $PORT -e production",
  },
  { ...ruby, rule: "service/loopback-bind", command: "bundle exec puma -b tcp://127.0.0.1:$PORT" },
  { ...ruby, rule: "port/agreement", command: "bundle exec puma -p 3000 -e production" },
  { ...ruby, rule: "service/start-command", command: "bundle exec sidekiq -C config/sidekiq.yml" },
  { ...ruby, rule: "service/start-command", command: "bundle exec rails db:migrate" },
  { ...ruby, rule: "unknown", command: "bin/rails db:prepare && bin/thrust bin/rails server" },
  // Node.
  { ...node, rule: "port/agreement", command: "npx next start -p 3001" },
  { ...node, rule: "unknown", command: "pm2-runtime dist/main.js -i max" },
  { ...node, rule: "service/loopback-bind", command: "npx vite --port $PORT" },
  { ...node, rule: "unknown", command: "node .output/server/index.mjs" },
  { ...prisma, rule: "service/start-command", command: "npx prisma db push --accept-data-loss" },
  { ...node, rule: "unknown", command: "npx ts-node src/index.ts" },
  { ...node, rule: "unknown", command: "bun run src/index.ts" },
  { ...node, rule: "port/agreement", command: "npx serve -s dist -l 3000" },
  // Go, Java and Elixir.
  { ...go, rule: "unknown", command: "./server -addr :8080" },
  { ...go, rule: "service/start-command", command: "go build -o app ./cmd/api" },
  { ...go, rule: "unknown", command: "go run ./cmd/api" },
  { rule: "port/agreement", driver: "none", command: "java -Dserver.port=9090 -jar app.jar" },
  { rule: "unknown", driver: "none", runtime: "elixir", command: "_build/prod/rel/app/bin/app start" },
  // Supabase's ways.
  {
    rule: "database/transaction-mode-statements",
    variables: { DATABASE_URL: `${TRANSACTION}&pgbouncer=true` },
  },
  { ...prisma, rule: "database/transaction-mode-statements", variables: { DATABASE_URL: TRANSACTION } },
  {
    ...node,
    rule: "database/ipv6-only-host",
    variables: { DATABASE_URL: url("postgresql", "postgres", `db.${REF}.supabase.co:6543/postgres`) },
  },
  {
    rule: "database/ipv6-only-host",
    variables: {
      DATABASE_URL: SESSION,
      DIRECT_URL: url("postgresql", `postgres.${REF}`, `db.${REF}.supabase.co/postgres`),
    },
  },
  {
    rule: "environment/placeholder",
    variables: { DATABASE_URL: `postgresql://postgres.${REF}:[YOUR-PASSWORD]@${POOL}:5432/postgres` },
  },
  {
    rule: "database/local-host",
    variables: {
      DATABASE_URL: SESSION,
      DIRECT_URL: url("postgresql", "postgres", "127.0.0.1:54322/postgres"),
    },
  },
  // Hosts that another platform's network or a machine's own alone knows.
  {
    rule: "database/local-host",
    variables: { DATABASE_URL: url("postgresql", "postgres", "postgres.railway.internal:5432/railway") },
  },
  {
    rule: "database/local-host",
    variables: { DATABASE_URL: url("postgresql", "app", "172.17.0.1:5432/app") },
  },
  // Several services and their groups.
  {
    rule: "database/pooler-tenant",
    group: { DATABASE_URL: url("postgresql", "postgres", `${POOL}:5432/postgres?ssl=require`) },
    variables: { DATABASE_URL: SESSION },
    others: [{}],
  },
  { rule: "port/agreement", group: { PORT: "10000" }, others: [{ variables: { PORT: null } }] },
  { rule: "database/transaction-mode-statements", group: { DATABASE_URL: TRANSACTION } },
  {
    rule: "database/local-host",
    group: { PGHOST: "localhost", PGUSER: "app" },
    others: [{ variables: { PGHOST: POOL, PGUSER: tenant } }],
  },
  {
    rule: "service/loopback-bind",
    command: "gunicorn main:app",
    group: { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:8000" },
  },
  {
    ...ruby,
    rule: "environment/placeholder",
    command: "bundle exec puma -p $PORT",
    group: { SECRET_KEY_BASE: "<generate with rails secret>" },
  },
];

export const SECOND_SOUND: readonly SealedCase[] = [
  // Django.
  {
    command: "python manage.py migrate --noinput && gunicorn config.wsgi --workers ${WEB_CONCURRENCY:-2}",
    driver: "psycopg",
  },
  { command: "daphne -b 0.0.0.0 config.asgi:application" },
  {
    command:
      "python manage.py collectstatic --noinput; python manage.py migrate; exec gunicorn config.wsgi -b :$PORT --log-level=info",
  },
  {
    driver: "psycopg",
    variables: {
      DB_ENGINE: "django.db.backends.postgresql",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_NAME: "postgres",
      DB_USER: tenant,
      DB_PASSWORD: "k3JqL9vX",
      DJANGO_SETTINGS_MODULE: "config.settings.production",
      DJANGO_ALLOWED_HOSTS: "api.acme.com,api.onrender.com",
    },
  },
  { driver: "psycopg2", variables: { DATABASE_URL: TRANSACTION, CONN_MAX_AGE: "0" } },
  { command: "uvicorn config.asgi:application --host 0.0.0.0 --port $PORT --workers 2 --lifespan off" },
  // Rails.
  { ...ruby, command: "bundle exec rails server -p $PORT -e production" },
  { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT -e ${RACK_ENV:-production}" },
  { ...ruby, command: "bundle exec rails db:migrate && bundle exec puma -C config/puma.rb" },
  { ...ruby, command: "bin/rails db:prepare && bin/rails server -b 0.0.0.0" },
  {
    ...ruby,
    command: "bundle exec puma -p $PORT",
    variables: {
      RAILS_ENV: "production",
      RAILS_LOG_TO_STDOUT: "enabled",
      RAILS_MASTER_KEY: "0f3a9c1be47d2258a6c09d71e5b3f482",
      DATABASE_URL: SESSION,
    },
  },
  { ...ruby, command: "bundle exec sidekiq & bundle exec puma -p $PORT" },
  // Node.
  { ...node, command: "npx next start -p $PORT -H 0.0.0.0" },
  { ...node, command: "pm2-runtime start ecosystem.config.js --env production" },
  {
    ...node,
    command: "node --import ./dist/instrument.js dist/main.js",
    variables: { NODE_OPTIONS: "--max-old-space-size=460" },
  },
  { ...node, command: "npx vite preview --host 0.0.0.0 --port $PORT" },
  { ...node, command: "HOST=0.0.0.0 node ./dist/server/entry.mjs" },
  {
    ...prisma,
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: `${TRANSACTION}&pgbouncer=true&connection_limit=1`, DIRECT_URL: SESSION },
  },
  {
    ...node,
    variables: { DATABASE_URL: SESSION.replace("sslmode=require", "sslmode=no-verify") },
    command: "node server.js",
  },
  { ...node, command: "npx remix-serve ./build/server/index.js", variables: { DATABASE_URL: TRANSACTION } },
  // Go, Java and Elixir.
  { ...go, command: "./server -addr :8000" },
  {
    ...go,
    command: "./app --port=$PORT",
    variables: { DATABASE_URL: `${TRANSACTION}&default_query_exec_mode=simple_protocol` },
  },
  {
    ...go,
    command: "./bin/migrate up && ./bin/api",
    variables: { DATABASE_URL: `${SESSION}&pool_max_conns=5` },
  },
  {
    driver: "none",
    command: "java -Dserver.port=$PORT -jar target/app.jar",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=${tenant}&password=k3JqL9vX`,
    },
  },
  {
    driver: "none",
    runtime: "elixir",
    command: "_build/prod/rel/app/bin/app start",
    variables: { PHX_HOST: "api.acme.com", SECRET_KEY_BASE: "c2Vs9/fk3JqL9vXw0tYb7Qm1Zr6Hn4Ps8Ud5Ga2Ke" },
  },
  // Supabase's ways.
  {
    driver: "sqlalchemy-asyncpg",
    variables: {
      DATABASE_URL: SESSION.replace("sslmode=require", "ssl=require").replace(":", "+asyncpg:"),
    },
  },
  {
    variables: {
      DATABASE_URL: SESSION,
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_ANON_KEY: "sb_publishable_k3JqL9vXw0tYb7Qm1Zr6Hn",
    },
  },
  {
    ...node,
    variables: {
      POSTGRES_URL: TRANSACTION,
      POSTGRES_URL_NON_POOLING: SESSION,
      POSTGRES_PRISMA_URL: `${TRANSACTION}&pgbouncer=true`,
    },
    command: "node server.js",
  },
  // Private hosts.
  {
    variables: {
      DATABASE_URL: url("postgresql", "app", "pgbouncer-x1y2:6432/app"),
      DATABASE_STATEMENT_CACHE_SIZE: "0",
    },
  },
  {
    variables: {
      DATABASE_URL: url("postgresql", "acme", "dpg-cabc123def-a:5432/acme"),
      REDIS_URL: "redis://red-cabc123:6379",
    },
  },
  {
    variables: {
      DATABASE_URL: url(
        "postgresql",
        "app",
        "acme.cluster-cx1.eu-central-1.rds.amazonaws.com:5432/app?sslmode=require",
      ),
    },
  },
  {
    variables: {
      DATABASE_URL: SESSION,
      ELASTICSEARCH_URL: "http://elasticsearch-2j3e:9200",
      API_HOST: "internal-api:3000",
    },
  },
  // Several services and their groups.
  {
    group: { DATABASE_URL: LOCAL, LOG_LEVEL: "info" },
    variables: { DATABASE_URL: SESSION },
    others: [{ variables: { DATABASE_URL: SESSION } }],
  },
  {
    group: { PGHOST: "localhost", PGUSER: "app" },
    variables: { PGHOST: POOL, PGUSER: tenant, PGDATABASE: "postgres" },
  },
  { group: { SECRET_KEY: "change-me" }, variables: { SECRET_KEY: "k3JqL9vXw0tYb7Qm1Zr6Hn" } },
  { group: { PORT: "3000" }, others: [{ variables: { PORT: "8000" } }] },
  { group: { DATABASE_URL: TRANSACTION, DATABASE_STATEMENT_CACHE_SIZE: "0" } },
  { group: { DATABASE_URL: TRANSACTION }, driver: "psycopg2" },
  {
    group: {
      WEB_CONCURRENCY: "2",
      SENTRY_DSN: "https://3a9c1be4@o1.ingest.sentry.io/42",
      TZ: "Europe/Berlin",
    },
    others: [{ ...node, command: "node worker-api.js" }],
  },
  {
    ...ruby,
    command: "bundle exec puma -p $PORT",
    group: { SECRET_KEY_BASE: "0f3a9c1be47d2258a6c09d71e5b3f4820f3a9c1be47d2258" },
  },
];
