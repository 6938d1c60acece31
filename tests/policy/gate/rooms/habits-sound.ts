import { soundBy, soundWeb } from "../batch";
import type { SealedCase } from "../sealed";
import { bare, DOCKER, node, POOL, REF, ruby, SESSION, url } from "../written";

const image = { ...bare, properties: DOCKER };
const django = { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" };
const of = (properties: object): SealedCase => ({ properties });
const built = (runtime: string, buildCommand: string) =>
  of({
    runtimeSource: {
      nativeRuntime: { repoUrl: "https://github.com/acme/api", branch: "main", runtime, buildCommand },
    },
  });
const cron = (schedule: string, command = "python -m jobs.nightly"): SealedCase => ({
  kind: "cron",
  command,
  properties: { schedule },
});
const pages = (properties: object): SealedCase => ({ kind: "static", properties });

/** What looks like the habits that break a service, and works. */
export const HABITS_SOUND: readonly SealedCase[] = [
  soundWeb("uvicorn app.main:app --host 0.0.0.0 --port $PORT --log-level info"),
  soundWeb("uvicorn --app-dir src main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("uvicorn main:app --host 0.0.0.0 --port $PORT --forwarded-allow-ips '*' --proxy-headers"),
  soundWeb("uvicorn main:app --host=0.0.0.0 --port=${PORT:-8000} --workers 2"),
  soundWeb("uvicorn main:create_app --factory --host 0.0.0.0 --port $PORT"),
  soundWeb(
    "gunicorn main:app -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT --forwarded-allow-ips='*'",
  ),
  soundWeb("gunicorn main:app -w 4 -k uvicorn_worker.UvicornWorker -b 0.0.0.0:$PORT --log-level INFO"),
  soundWeb("gunicorn main:app -w ${WEB_CONCURRENCY:-2} -k uvicorn.workers.UvicornWorker"),
  soundWeb("gunicorn 'main:create_app()' --bind 0.0.0.0:$PORT", { driver: "psycopg" }),
  soundWeb("gunicorn --chdir src shop.wsgi --bind :$PORT", django),
  soundWeb("gunicorn shop.wsgi", django),
  soundWeb(
    "python manage.py migrate --noinput && gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT",
    django,
  ),
  soundWeb("python manage.py createsuperuser --noinput || true; gunicorn shop.wsgi --bind 0.0.0.0:$PORT", {
    ...django,
  }),
  soundWeb("alembic upgrade head; exec uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("cd backend && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("PYTHONPATH=src python -m uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("poetry run uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("uv run --no-dev uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("pipenv run uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("hypercorn main:app --bind 0.0.0.0:$PORT"),
  soundWeb("granian --interface asgi --host 0.0.0.0 --port $PORT main:app"),
  soundWeb("fastapi run main.py --port $PORT"),
  soundWeb("daphne -b 0.0.0.0 -p $PORT shop.asgi:application"),
  soundWeb("waitress-serve --listen=*:$PORT shop.wsgi:application", { driver: "psycopg" }),
  soundWeb("uwsgi --http 0.0.0.0:$PORT --module shop.wsgi --master", { driver: "psycopg" }),
  soundWeb("streamlit run app.py --server.port $PORT --server.address 0.0.0.0 --server.headless true"),
  soundWeb("chainlit run app.py --host 0.0.0.0 --port $PORT"),
  soundWeb("flask --app app run --host=0.0.0.0 --port=$PORT", { driver: "psycopg" }),
  soundWeb("npx next start -p $PORT", node),
  soundWeb("npx serve -s dist -l $PORT", node),
  soundWeb("npx vite preview --host 0.0.0.0 --port $PORT", node),
  soundWeb("NODE_ENV=production node dist/main.js", node),
  soundWeb("npx prisma migrate deploy && node dist/main.js", { ...node, driver: "prisma" }),
  soundWeb("pm2-runtime start ecosystem.config.js", node),
  soundWeb("bundle exec puma -C config/puma.rb", ruby),
  soundWeb("bundle exec rails server -b 0.0.0.0 -p $PORT -e production", ruby),
  soundWeb("java -jar target/app.jar --server.port=$PORT", image),
  soundWeb("php artisan serve --host=0.0.0.0 --port=$PORT", image),
  { kind: "worker", command: "celery -A tasks worker --loglevel=INFO --concurrency=2" },
  { kind: "worker", command: "celery --app tasks worker -l info -B" },
  { kind: "worker", command: "python -m arq worker.WorkerSettings" },
  {
    kind: "worker",
    command: "rq worker --url $REDIS_URL high default",
    variables: { REDIS_URL: "redis://red-cq0habit0canary0:6379" },
  },
  soundBy({ DJANGO_SETTINGS_MODULE: "shop.settings.production" }, django),
  soundBy({ UVICORN_LOG_LEVEL: "info" }),
  soundBy({ UVICORN_HOST: "0.0.0.0" }, { command: "uvicorn main:app --port $PORT" }),
  soundBy(
    { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:8000 --timeout 120" },
    { command: "gunicorn main:app -k uvicorn.workers.UvicornWorker" },
  ),
  soundBy({ WEB_CONCURRENCY: "4" }),
  soundBy({ HOSTNAME: "0.0.0.0" }, { ...node, command: "node .next/standalone/server.js" }),
  soundBy({ SUPABASE_URL: `https://${REF}.supabase.co`, DATABASE_URL: SESSION }),
  soundBy({ SUPABASE_URL: "https://api.habit.io", DATABASE_URL: SESSION }),
  soundBy(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?ssl=require`, "postgresql+asyncpg") },
    { driver: "sqlalchemy-asyncpg" },
  ),
  soundBy(
    { DATABASE_URL: url(`app.${REF}`, `${POOL}:5432/postgres?sslmode=require`, "postgresql+psycopg") },
    { driver: "sqlalchemy-psycopg" },
  ),
  soundBy({ DATABASE_URL: url("app", "dpg-cq0habit0canary0-a:5432/app") }),
  soundBy({ REDIS_URL: "redis://red-cq0habit0canary0:6379/0" }),
  soundBy({ REDIS_URL: "rediss://default:habitCanary9@oregon-keyvalue.render.com:6379" }),
  soundBy({ CELERY_BROKER_URL: "amqps://habit:canary9Kq@moose.rmq.cloudamqp.com/habit" }),
  soundBy({ LOG_LEVEL: "INFO" }),
  soundBy(
    { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google.json" },
    { secretFiles: { "google.json": "{}" } },
  ),
  soundBy({ PYTHON_VERSION: "3.12.4" }),
  soundBy({ NODE_VERSION: "22" }, node),
  soundBy({ NODE_VERSION: ">=20 <23" }, node),
  soundBy({ NODE_OPTIONS: "--max-old-space-size=400 --enable-source-maps" }, node),
  soundBy({ ALLOWED_HOSTS: "api-web.onrender.com,api.habit.io" }, django),
  soundBy({ ALLOWED_HOSTS: ".onrender.com", CSRF_TRUSTED_ORIGINS: "https://*.onrender.com" }, django),
  soundBy({ CORS_ORIGINS: '["https://app.habit.io"]' }),
  soundBy({ CORS_ORIGINS: "https://app.habit.io,https://www.habit.io" }),
  soundBy({ SMTP_HOST: "smtp.postmarkapp.com", SMTP_PORT: "587" }),
  soundBy({ SMTP_HOST: "smtp.sendgrid.net", SMTP_PORT: "2525" }, of({ plan: "free" })),
  soundBy({ APP_KEY: "base64:aGFiaXQtY2FuYXJ5LW9mLXRoaXJ0eS10d28tYnl0ZXM=", APP_ENV: "production" }, image),
  { kind: "static", variables: { VITE_API_URL: "https://api.habit.io" } },
  { kind: "static", variables: { VITE_API_URL: "/api" } },
  { kind: "static", variables: { VITE_SUPABASE_URL: `https://${REF}.supabase.co` } },
  of({ healthCheckPath: "/health/" }),
  of({ healthCheckPath: "/health?full=1" }),
  of({ numInstances: 3 }),
  of({ disk: { name: "data", mountPath: "/opt/render/project/src/uploads", sizeGb: 10 } }),
  of({ maxShutdownDelaySeconds: 300 }),
  of({ preDeployCommand: "alembic upgrade head" }),
  of({ customDomains: [{ name: "api.habit.io" }, { name: "*.habit.io" }] }),
  of({
    runtimeSource: {
      nativeRuntime: {
        repoUrl: "https://gitlab.com/acme/group/api.git",
        branch: "main",
        runtime: "python",
        buildCommand: "make install",
      },
    },
  }),
  { ...bare, ...of({ runtimeSource: { image: { imageUrl: "docker.io/acme/api", tag: "1.2.0" } } }) },
  built("python", "pip install --upgrade pip && pip install -r requirements.txt"),
  built("python", "pip install -r requirements.txt && python -m playwright install chromium"),
  built("python", "./build.sh"),
  built("python", "npm ci && npm run build && pip install -r requirements.txt"),
  { ...built("node", "npm ci --include=dev && npm run build"), ...node, command: "node dist/main.js" },
  cron("0 3 * * *"),
  cron("*/15 8-18 * * 1-5"),
  cron("0 3 * * MON", "python manage.py send_reports"),
  pages({ buildCommand: "npm ci && npx vite build", publishPath: "dist" }),
  pages({ buildCommand: "npm ci && npx vite build --outDir build", publishPath: "build" }),
  pages({ buildCommand: "npm ci && npx react-scripts build", publishPath: "./build" }),
  pages({
    buildCommand: "npm ci && npx vite build",
    publishPath: "dist",
    routes: [
      { type: "redirect", source: "/old", destination: "/new" },
      { type: "rewrite", source: "/*", destination: "/index.html" },
    ],
  }),
];

const vite = (name: string, value: string): SealedCase => ({ kind: "static", variables: { [name]: value } });

/** What looks like the names, programs and options that a browser or a native runtime does not find. */
export const SOUND_NEXT_TO_HABITS: readonly SealedCase[] = [
  vite("VITE_APP_SCHEME", "habit://callback"),
  vite("VITE_DEEP_LINK", "habitapp://home"),
  vite("VITE_SOCKET_URL", "wss://habit.onrender.com/ws"),
  soundBy({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" }),
  soundWeb("sh -c 'playwright install --with-deps && uvicorn main:app --host 0.0.0.0 --port $PORT'", image),
  built("python", "pip install conda-lock && pip install -r requirements.txt"),
  built("python", "pip install -r requirements.txt && playwright install-deps || true"),
  soundWeb("bundle exec unicorn -p $PORT -c config/unicorn.rb", ruby),
  of({ rootDirectory: "home/api" }),
];
