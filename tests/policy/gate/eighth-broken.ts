import {
  docker,
  ELSEWHERE,
  ENCODING,
  IPV6,
  LOCAL,
  LOOPBACK,
  MODE,
  brokenBy as named,
  PLACEHOLDER,
  PORT,
  prisma,
  START,
  TENANT,
  TLS,
  brokenWeb as web,
  withPassword,
} from "./batch";
import type { SealedCase } from "./sealed";
import { BESIDE_STAGING, bare, DIRECT, go, node, OTHER, POOL, REF, ruby, url } from "./written";

/**
 * The broken half of the eighth batch (29 November 2026), written before any run. The first half has forms of public
 * repositories. In the first run 49 of 60 were rejected by the right rule, 5 undecided for it, 1 rejected by another
 * rule, and 5 passed without a word. One of these was sound: asyncpg reads `100%sure` as it is, and psycopg refuses it.
 */
export const EIGHTH_BROKEN: readonly SealedCase[] = [
  web(PORT, "gunicorn --bind 0.0.0.0:5000 --workers=1 --access-logfile access.log app:app"),
  web(LOOPBACK, "poetry run gunicorn --workers=4 --bind=127.0.0.1:8000 app:app"),
  web(START, "docker run -p $PORT:3000 acme-backend", node),
  web(START, "docker run --rm -p 8080:8080 -v /render/volume:/app/models sentiment-api", docker),
  web(
    PORT,
    "celery -A app.celery_app.celery worker --loglevel=info --concurrency=1 --pool=solo & sleep 5; exec uvicorn app.main:app --host 0.0.0.0 --port=8001",
  ),
  web(PORT, "python -m backend.main --serve --host 0.0.0.0 --port 10000"),
  web(PORT, "cd backend && npm start", { ...node, variables: { PORT: "10000" } }),
  web(START, "cd 02_Backend && java -jar target/*.jar", { driver: "pgjdbc" }),
  named(
    PLACEHOLDER,
    {
      DATABASE_URL:
        "postgresql://postgres:[YOUR-PASSWORD]@db.[PROJECT-REF].supabase.co:5432/postgres?pgbouncer=true&connection_limit=1",
    },
    prisma,
  ),
  named(PLACEHOLDER, {
    DATABASE_URL:
      "postgresql://postgres.xxxxx:YOUR_PASSWORD@aws-X-eu-west-1.pooler.supabase.com:5432/postgres",
  }),
  named(`${PLACEHOLDER}|database/url-malformed`, {
    DATABASE_URL: "postgresql://postgres.???:???@???.pooler.supabase.com:5432/postgres",
  }),
  named(PLACEHOLDER, { DATABASE_URL: withPassword("TWOJE_HASLO") }),
  named(
    IPV6,
    { DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres?pgbouncer=true&connection_limit=1`) },
    prisma,
  ),
  named("database/supabase-endpoint", {
    DATABASE_URL: url(`app.${REF}`, "aws-0-us-west-2.db.supabase.com:5432/postgres"),
  }),
  named(PLACEHOLDER, { SUPABASE_SERVICE_ROLE_KEY: "eyJhbGci???.eyJpc3M???.2b1mZf9???" }),
  web(LOOPBACK, "gunicorn --config gunicorn_config.py main:app", {
    secretFiles: { "gunicorn_config.py": 'workers = 2\nbind = "127.0.0.1:8000"\n' },
  }),
  web(PORT, "python3 prepare.py; gunicorn -w 5 -k uvicorn.workers.UvicornWorker main:app -b 0.0.0.0:5001"),
  web(START, "npx prisma migrate deploy && npx prisma db seed", node),
  web(PORT, "bundle exec puma -C config.ru -p 3000", ruby),
  web(LOOPBACK, "bundle exec rails db:migrate && exec bundle exec puma -b tcp://127.0.0.1:8000", ruby),
  web(START, "bundle exec good_job start", ruby),
  web(START, "npm run build && npm run migrate", node),
  web(PORT, "pnpm --filter @acme/api start", { ...node, variables: { PORT: "3000" } }),
  web(START, "pm2 start ecosystem.config.js --env production", node),
  web(PORT, "serve -s build -l 5000", node),
  web(PORT, "cross-env NODE_ENV=production PORT=5000 next start", node),
  web(LOOPBACK, "cd server && uvicorn app.main:app --reload"),
  web(LOOPBACK, "fastapi dev main.py --port $PORT"),
  web(LOOPBACK, "flask run --host=127.0.0.1 --port=$PORT"),
  web(PORT, "streamlit run app.py --server.port 8501 --server.address 0.0.0.0"),
  // Commands.
  web(PORT, `hypercorn main:app -b 0.0.0.0:${"$"}{PORT:+9000}`),
  web(PORT, "uvicorn main:app --host 0.0.0.0 --port $((PORT + 1))"),
  web(LOOPBACK, "daphne -b 127.0.0.1 -p $PORT config.asgi:application"),
  web(LOOPBACK, "python manage.py runserver"),
  web(START, "tmux new-session -d 'node server.js'", { ...node, ...docker }),
  web(START, "supervisord -c supervisord.conf", docker),
  web(START, "screen -dmS web python main.py"),
  web(START, "sudo -E gunicorn main:app --bind 0.0.0.0:$PORT"),
  web(START, "apt-get install -y libpq5 && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  web(START, "sleep 20 && echo ready"),
  web(START, "(uvicorn main:app --host 0.0.0.0 --port $PORT &) && tail requirements.txt"),
  { rule: START, kind: "worker", command: "pm2 start worker.js", runtime: "node" },
  { rule: START, kind: "cron", command: "python -m http.server 8000" },
  // Settings of the service.
  { rule: "service/cron-schedule", kind: "cron", properties: { schedule: "*/5 * * * * *" } },
  { rule: "service/health-check-path", properties: { healthCheckPath: "https://api.acme.io/health" } },
  { rule: "service/health-check-path", properties: { healthCheckPath: "health/" } },
  { rule: "plan/limits", properties: { plan: "free", disk: { name: "d", mountPath: "/data", sizeGb: 1 } } },
  web("port/standard", "gunicorn main:app --bind 0.0.0.0:$PORT", { ...bare, variables: { PORT: "10000" } }),
  // Databases.
  named(LOCAL, { PGHOST: "localhost", PGUSER: "app", PGDATABASE: "app" }, { driver: "psycopg" }),
  named(ENCODING, { DATABASE_URL: withPassword("100%sure") }, { driver: "psycopg" }),
  named(ENCODING, { DATABASE_URL: withPassword("k3#JqL9vX") }, node),
  named(ENCODING, { DATABASE_URL: withPassword("k3/JqL9vX") }),
  named(MODE, { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?connection_limit=1`) }, prisma),
  named(MODE, { DB_HOST: POOL, DB_PORT: "6543", DB_USER: `app.${REF}`, DB_NAME: "postgres" }),
  named(
    TLS,
    { SPRING_DATASOURCE_URL: "jdbc:postgresql://db.acme.io:5432/app?user=app&sslmode=disable" },
    { driver: "pgjdbc", ...docker, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  named(
    TLS,
    { ConnectionStrings__Default: "Host=db.acme.io;Username=app;Password=k3JqL9vX;SSL Mode=Disable" },
    { driver: "npgsql", ...docker, command: "./Api --urls http://0.0.0.0:8000" },
  ),
  {
    rule: ELSEWHERE,
    declared: BESIDE_STAGING,
    group: { DATABASE_URL: url(`app.${OTHER}`, `${POOL}:5432/postgres`) },
  },
  {
    rule: ELSEWHERE,
    declared: BESIDE_STAGING,
    secretFiles: { ".env": `DATABASE_URL=${url(`app.${OTHER}`, `${POOL}:5432/postgres`)}\n` },
  },
  named(TENANT, { PG_DSN: url("postgres", `${POOL}:5432/postgres`) }, { ...go, command: "./api" }),
  named(PLACEHOLDER, { STRIPE_SECRET_KEY: "sk_live_REPLACE_ME" }),
];
