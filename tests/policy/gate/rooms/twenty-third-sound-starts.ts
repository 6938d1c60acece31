import { docker, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, ruby } from "../written";
import {
  BROKER,
  because,
  CANARY,
  django,
  KEY_BASE,
  N8N,
  node,
  POOL,
  product,
  SESSION,
  UPSTASH,
  USER,
} from "./twenty-third-form";

/** Services of public guides whose commands look unusual, and start a server or a worker that stays up. */
export const STARTED_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  because(
    "proxies are trusted for headers alone, and the port is Render's",
    soundWeb("uvicorn app.main:app --host 0.0.0.0 --port $PORT --proxy-headers --forwarded-allow-ips='*'"),
  ),
  because(
    "Waitress opens 0.0.0.0 by itself, at the port of --port",
    soundWeb("waitress-serve --port=$PORT --call 'flaskr:create_app'", django),
  ),
  because("the PORT of the command is the declared one", soundWeb("PORT=8000 node index.js", node)),
  because(
    "NITRO_PORT and PORT name one port",
    soundWeb("node .output/server/index.mjs", {
      ...node,
      variables: { NITRO_PORT: "8000", NITRO_HOST: "0.0.0.0" },
    }),
  ),
  because(
    "Boot's port on the command line is the declared one",
    soundWeb("java -Xmx300m -jar target/shop.jar --server.port=8000", { ...docker, driver: "pgjdbc" }),
  ),
  because(
    "n8n listens on N8N_PORT, which is the declared port, and its user names the project",
    product(
      N8N,
      {
        N8N_PORT: "8000",
        N8N_PROTOCOL: "https",
        N8N_HOST: "flows.fen-and-lark.shop",
        WEBHOOK_URL: "https://flows.fen-and-lark.shop/",
        N8N_ENCRYPTION_KEY: "c81f6a0d27e94b53a6f2d8c4719be035",
        GENERIC_TIMEZONE: "America/Sao_Paulo",
        DB_TYPE: "postgresdb",
        DB_POSTGRESDB_HOST: POOL,
        DB_POSTGRESDB_PORT: "5432",
        DB_POSTGRESDB_USER: USER,
        DB_POSTGRESDB_PASSWORD: CANARY,
        DB_POSTGRESDB_DATABASE: "postgres",
        DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false",
      },
      "node-postgres",
    ),
  ),
  because(
    "the migration ends before gunicorn starts, and gunicorn stays",
    soundWeb("flask db upgrade && gunicorn app:app --bind 0.0.0.0:$PORT --timeout 120", {
      driver: "sqlalchemy-psycopg2",
      variables: { DATABASE_URL: SESSION },
    }),
  ),
  because(
    "pm2-runtime stays in the foreground (PM2's page on containers)",
    soundWeb("npx pm2-runtime start ecosystem.config.js --env production", node),
  ),
  because(
    "a single & leaves the worker in the background of the same instance, and gunicorn stays in front",
    soundWeb("celery -A shop worker -l info & gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT", {
      ...django,
      variables: BROKER,
    }),
  ),
  because(
    "release and web are two lines of a Procfile, of which this is the second without its name",
    soundWeb("gunicorn shop.wsgi --bind 0.0.0.0:$PORT --log-file -", {
      ...django,
      properties: { preDeployCommand: "python manage.py migrate --noinput" },
    }),
  ),
  because(
    "bash runs the two commands in turn, and uvicorn stays",
    soundWeb('bash -c "alembic upgrade head && exec uvicorn main:app --host 0.0.0.0 --port 8000"', {
      driver: "sqlalchemy-asyncpg",
    }),
  ),
  because(
    "the check may end with a slash",
    soundWeb("gunicorn shop.wsgi --bind 0.0.0.0:$PORT", {
      ...django,
      properties: { healthCheckPath: "/healthz/" },
    }),
  ),
  because("a worker of Celery is a background worker, and opens no port", {
    kind: "worker",
    command: "celery -A proj worker --loglevel=info --concurrency 2",
    variables: BROKER,
    ...django,
  }),
  because("a worker of Sidekiq with a file of its own", {
    kind: "worker",
    command: "bundle exec sidekiq -C config/sidekiq.yml",
    variables: { REDIS_URL: UPSTASH, RAILS_ENV: "production", SECRET_KEY_BASE: KEY_BASE },
    ...ruby,
  }),
  because("a private service may choose its port", {
    kind: "private",
    command: "uvicorn inner.main:app --host 0.0.0.0 --port 9000",
    driver: "none",
    variables: { PORT: "9000" },
  }),
  because(
    "a program without a component at the standard port",
    soundWeb("node build/index.js", {
      ...bare,
      runtime: "node",
      variables: { ORIGIN: "https://fen-and-lark.shop" },
    }),
  ),
];
