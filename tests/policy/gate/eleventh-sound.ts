import { docker, dotnet, java, jdbc, soundBy as named, prisma, soundWeb as web, withPassword } from "./batch";
import type { SealedCase } from "./sealed";
import {
  BESIDE_STAGING,
  bare,
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
  url,
} from "./written";

/**
 * The sound half of the eleventh batch, an open one, written on 29 November 2026 before it was run. In the first run 58 of
 * 60 passed. Puma with a second socket was refused wrongly; the other one was written wrong: sqlx names its statements
 * whatever its cache's capacity is.
 */
export const ELEVENTH_SOUND: readonly SealedCase[] = [
  web("bun --port=8000 server.ts", node),
  web("deno serve --host 0.0.0.0 --port $PORT main.ts", node),
  web("PORT=8000 remix-serve ./build/server/index.js", node),
  web("gunicorn main:app", { variables: { GUNICORN_CMD_ARGS: "--workers 2 --bind=0.0.0.0:8000" } }),
  web("export PORT=8000 && gunicorn main:app --workers 2"),
  web("uvicorn main:app --host 0.0.0.0 --port $WEB_PORT", { variables: { WEB_PORT: "8000" } }),
  web("bundle exec puma -b tcp://0.0.0.0:$PORT -b unix:///tmp/puma.sock", ruby),
  web("uvicorn main:app --host 0.0.0.0 --port ${PORT:-3000}"),
  web("dotnet Api.dll", { ...dotnet, variables: { ASPNETCORE_URLS: "http://*:8000" } }),
  web("java -jar app.jar", { ...java, variables: { SERVER_PORT: "8000" } }),
  web("gradio app.py", { variables: { GRADIO_SERVER_PORT: "8000", GRADIO_SERVER_NAME: "0.0.0.0" } }),
  web("python -m streamlit run app.py --server.address=0.0.0.0 --server.port=$PORT --server.headless true"),
  web("./server -addr :8000", go),
  web("celery -A app flower --port=$PORT"),
  web("npx next start -H 0.0.0.0 -p $PORT", node),
  web("yarn pm2-runtime start dist/server.js", node),
  web("node_modules/.bin/pm2 start dist/server.js --no-daemon", node),
  web("supervisord -n", docker),
  web("nginx -g 'daemon off;'", docker),
  web("uvicorn main:app --host 0.0.0.0 --port $PORT & echo started; wait"),
  web("python manage.py check --deploy && gunicorn acme.wsgi --bind 0.0.0.0:$PORT"),
  web("npx knex migrate:latest && node server.js", node),
  web("bundle install && bundle exec puma -p $PORT", ruby),
  web("if ! python wait.py; then exit 1; fi; exec uvicorn main:app --host 0.0.0.0 --port $PORT"),
  web("LOG_LEVEL=debug PYTHONUNBUFFERED=1 gunicorn -w ${WEB_CONCURRENCY:-2} -b :$PORT main:app"),
  web(
    "uvicorn main:app --host 0.0.0.0 --port $PORT --proxy-headers --forwarded-allow-ips='*' --log-config log.yaml",
  ),
  web("python -u -m gunicorn --bind=0.0.0.0:8000 --timeout 120 main:app"),
  { kind: "private", command: "uvicorn main:app --host 0.0.0.0 --port 9100", declared: { port: 9100 } },
  { kind: "worker", command: "python manage.py migrate && python manage.py rqworker default" },
  { kind: "worker", command: "node_modules/.bin/tsx src/worker.ts", runtime: "node" },
  { kind: "cron", command: "timeout 300 python report.py && curl -fsS https://hc-ping.com/7f2c" },
  { kind: "cron", properties: { schedule: "0 0 * * sun" } },
  { command: null, kind: "private", properties: IMAGE, driver: "none" },
  { properties: { healthCheckPath: "/health?deep=true" } },
  { properties: { healthCheckPath: "/" } },
  { properties: { plan: "starter", preDeployCommand: "alembic upgrade head" } },
  { properties: { numInstances: 1, disk: { name: "d", mountPath: "/data", sizeGb: 1 } } },
  {
    properties: { preDeployCommand: "npx prisma migrate deploy && npx prisma db seed" },
    driver: "prisma",
    runtime: "node",
    command: "node dist/main.js",
  },
  { properties: { preDeployCommand: `DATABASE_URL=${SESSION} alembic upgrade head` } },
  {
    variables: { SEARCH_URL: "http://api-0-web:8000", METRICS_URL: "https://metrics.acme.io:9443/push" },
    others: [{ kind: "private", variables: { PORT: "8000" } }],
  },
  web("gunicorn main:app --bind 0.0.0.0:$PORT", {
    ...bare,
    variables: { PORT: null },
    group: { PORT: "8000" },
  }),
  web("uvicorn main:app --host 0.0.0.0", { group: { UVICORN_PORT: "8000" } }),
  named({ POSTGRES_SERVER: "db.acme.io", POSTGRES_USER: "app", POSTGRES_DB: "app" }),
  named(
    { SPRING_DATASOURCE_URL: jdbc(`${POOL}:5432/postgres`), SPRING_DATASOURCE_USERNAME: `app.${REF}` },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  named(
    { SPRING_R2DBC_URL: `r2dbc:postgresql://app.${REF}:k3JqL9vX@${POOL}:5432/postgres` },
    { ...java, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  named(
    {
      ConnectionStrings__Main: `Host=${POOL};Port=5432;Username=app.${REF};Password=k3;Database=postgres;SSL Mode=Require`,
    },
    { ...dotnet, command: "dotnet Api.dll --urls http://0.0.0.0:8000" },
  ),
  named(
    { DSN: `host=${POOL} port=5432 user=app.${REF} password='k3 Jq#L/9' dbname=postgres sslmode=require` },
    { ...go, command: "./api" },
  ),
  named(
    {
      DATABASE_URL: url(
        "app",
        "ep-cool-dew-a1b2c3d4-pooler.eu-central-1.aws.neon.tech/app?sslmode=require&channel_binding=require",
      ),
    },
    { driver: "psycopg" },
  ),
  named(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?statement-cache-capacity=0`) },
    { ...rust, command: "./target/release/api" },
  ),
  named(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres`), POOL_SIZE: "5", ECTO_IPV6: "false" },
    { ...elixir, command: "mix phx.server" },
  ),
  named(
    {
      DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?pgbouncer=true&connection_limit=1`),
      DIRECT_URL: SESSION,
    },
    prisma,
  ),
  named({ DATABASE_URL: withPassword("k3%40Jq%2FL9vX") }, node),
  named({ DATABASE_URL: withPassword("k3$JqL9;vX!") }, node),
  named(
    {},
    {
      ...ruby,
      command: "bundle exec puma -p $PORT",
      secretFiles: {
        "database.yml": `development:\n  adapter: postgresql\n  host: localhost\nproduction:\n  adapter: postgresql\n  url: ${SESSION}\n`,
      },
    },
  ),
  { declared: BESIDE_STAGING, variables: { PGHOST: "DB.acme.io.", PGUSER: "app", PGDATABASE: "app" } },
  named({ SENTRY_DSN: "https://9f8a7c6d5e4b3a2f1e0d9c8b7a6f5e4d@o450.ingest.sentry.io/4507" }),
  named({
    REDIS_URL: "rediss://default:k3JqL9vX@eu1-cool-fox-31337.upstash.io:6379",
    CELERY_RESULT_BACKEND: OWN.replace("postgresql", "db+postgresql+psycopg2"),
  }),
  named({
    GOOGLE_CLIENT_ID: "407408718192-a1b2c3d4e5f6.apps.googleusercontent.com",
    AUTH_SECRET: "Zm9yIHRoZSByZWNvcmQsIHRoaXM",
  }),
  named({
    MAIL_FROM: "Your Team <team@acme.io>",
    INVITE_TEMPLATE: "Hello {name}, your password is set",
    ID_PATTERN: "xxxx-9999",
  }),
  named(
    { VITE_SUPABASE_URL: `https://${REF}.supabase.co`, VITE_TITLE: "Change me later" },
    { kind: "static", driver: "none" },
  ),
];
