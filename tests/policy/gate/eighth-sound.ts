import { docker, soundBy as named, prisma, UVICORN, soundWeb as web, withPassword } from "./batch";
import type { SealedCase } from "./sealed";
import { BESIDE_STAGING, bare, DOCKER, go, IMAGE, node, POOL, REF, ruby, rust, url } from "./written";

/** The sound half of the eighth batch, written before any run: 60 of 60 passed in the first. */
export const EIGHTH_SOUND: readonly SealedCase[] = [
  web("gunicorn --bind 0.0.0.0:$PORT --workers=1 --access-logfile access.log app:app"),
  web(`exec gunicorn --bind=0.0.0.0:${"$"}{PORT:-8000} --timeout 600 app:app`),
  web("gunicorn --workers 2 --bind 0.0.0.0:$PORT dashboard:app"),
  web(
    "celery -A worker.celery worker --loglevel=info & gunicorn -k uvicorn.workers.UvicornWorker app.main:app --bind 0.0.0.0:$PORT",
  ),
  web(
    `celery -A main.celery_app worker -c 1 & exec uvicorn main:app --host 0.0.0.0 --port ${"$"}{PORT:-10000}`,
  ),
  web('set -euo pipefail; python -V || true; exec uvicorn app.main:app --host 0.0.0.0 --port "$PORT"'),
  web(
    `exec gunicorn -k uvicorn.workers.UvicornWorker -w "${"$"}{WEB_CONCURRENCY:-4}" -b "0.0.0.0:${"$"}{PORT}" api.main:app`,
  ),
  web("python -m backend.main --serve --host 0.0.0.0 --port $PORT"),
  web("cd backend && npm start", node),
  web("cd server && uvicorn app.main:app --host 0.0.0.0 --port $PORT"),
  web("cd backend && gunicorn task_analyzer.wsgi:application --bind 0.0.0.0:$PORT"),
  web("npx prisma migrate deploy && node dist/app.js", node),
  web("npx prisma db push --accept-data-loss || echo skipped; npm run start:prod", node),
  web("npx turbo start", node),
  web("pnpm --filter @acme/api start", node),
  web("bundle exec puma -C config/puma.rb", ruby),
  web("bundle exec rails db:migrate && exec bundle exec puma -C config/puma.rb", ruby),
  web("bundle exec rails server -b 0.0.0.0", ruby),
  web("pm2-runtime start ecosystem.config.js", node),
  web("pm2-runtime server.js -i max", node),
  web("pm2 start server.js --no-daemon", node),
  web("serve -s build -l $PORT", node),
  web("cross-env NODE_ENV=production next start", node),
  web("python -m aragora.server --port $PORT"),
  web("streamlit run app.py --server.port $PORT --server.address 0.0.0.0"),
  web("supervisord -n -c /etc/supervisord.conf", docker),
  { command: null, properties: DOCKER },
  { command: null, properties: IMAGE },
  { kind: "worker", command: "bundle exec good_job start", runtime: "ruby" },
  { kind: "cron", command: "python -m app.scripts.run_recurring", properties: { schedule: "0 22 * * FRI" } },
  // Commands.
  web(`hypercorn main:app -b 0.0.0.0:${"$"}{PORT:-9000}`),
  web("daphne -b 0.0.0.0 -p $PORT config.asgi:application"),
  web("python manage.py migrate --noinput && python manage.py runserver 0.0.0.0:$PORT"),
  web("sleep 5 && exec gunicorn main:app --bind 0.0.0.0:$PORT"),
  web(`python seed.py && ${UVICORN}`),
  web(`echo starting; ${UVICORN}; echo ended`),
  web(`tail -F app.log & ${UVICORN}`),
  web("node worker.js & node server.js & wait -n", node),
  web(`service nginx start && ${UVICORN}`, docker),
  web("cron && gunicorn main:app --bind 0.0.0.0:$PORT", docker),
  web("php-fpm -D && nginx -g 'daemon off;'", { ...bare, ...docker }),
  web("redis-server --daemonize yes && uvicorn main:app --host 0.0.0.0 --port $PORT", docker),
  web("./target/release/api", rust),
  web("./bin/docker serve", go),
  { kind: "worker", command: "pm2-runtime worker.js", runtime: "node" },
  { kind: "cron", command: "docker-php-entrypoint php artisan schedule:run", properties: DOCKER },
  // Settings of the service.
  { kind: "cron", properties: { schedule: "*/5 * * * *" } },
  { properties: { healthCheckPath: "/api/health/ready" } },
  { properties: { plan: "starter", disk: { name: "d", mountPath: "/data", sizeGb: 1 } } },
  web("gunicorn main:app --bind 0.0.0.0:$PORT", { ...bare, variables: { PORT: "8000" } }),
  // Databases.
  named({ PGHOST: "db.acme.io", PGUSER: "app", PGDATABASE: "app" }, { driver: "psycopg" }),
  named({ DATABASE_URL: withPassword("100%25sure") }),
  named({ DATABASE_URL: withPassword("k3%23JqL9vX") }, node),
  named({ DATABASE_URL: withPassword("k3%2FJqL9vX") }),
  named(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:6543/postgres?pgbouncer=true&connection_limit=1`) },
    prisma,
  ),
  named({ DB_HOST: POOL, DB_PORT: "5432", DB_USER: `app.${REF}`, DB_NAME: "postgres" }),
  named(
    { SPRING_DATASOURCE_URL: "jdbc:postgresql://db.acme.io:5432/app?user=app&sslmode=require" },
    { driver: "pgjdbc", ...docker, command: "java -Dserver.port=$PORT -jar app.jar" },
  ),
  {
    declared: BESIDE_STAGING,
    secretFiles: { ".env": `DATABASE_URL=${url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=require`)}\n` },
  },
  named({
    SUPABASE_PROJECT_URL: `https://${REF}.supabase.co`,
    FEATURE_TELEGRAM: "off",
    DATABASE_URL: withPassword("Haslo9vXq"),
  }),
  named({ STRIPE_SECRET_KEY: "sk_live_51Hx0aK2eZvKYlo2C9s7dQwRt", WELCOME: "Replace me later" }),
];
