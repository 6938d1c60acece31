import { soundBy, soundWeb } from "../batch";
import type { SealedCase } from "../sealed";
import { bare, DOCKER, node, POOL, REF, ruby, SESSION } from "../written";

const image = { ...bare, properties: DOCKER };
const django = { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" };
const spring = { driver: "pgjdbc", properties: DOCKER, command: "java -jar app.jar" };
const site = (buildCommand: string, publishPath: string): SealedCase => ({
  kind: "static",
  properties: { buildCommand, publishPath },
});

/** What looks like everyday's faults, and works. */
export const EVERYDAY_SOUND: readonly SealedCase[] = [
  soundBy({ DATABASE_URL: SESSION, SHADOW_DATABASE_URL: "file:./shadow.db" }, { ...node, driver: "prisma" }),
  soundBy(
    {
      MONGODB_URI: "mongodb+srv://shop:k3JqL9vX@cluster0.k3jql.mongodb.net/shop?retryWrites=true&w=majority",
    },
    { ...node, ...bare },
  ),
  soundBy({ MONGODB_URI: "mongodb://shop:k3JqL9vX@mongo.acme.io:27017/shop?tls=true" }, { ...node, ...bare }),
  soundBy({ SESSION_SECRET: "7f9c2ba4e88f827d616045507605853e" }, node),
  soundBy({ CLIENT_URL: "https://app.acme.io" }, node),
  soundBy({ FRONTEND_URL: "https://shop.onrender.com" }),
  soundBy({ CORS_ORIGIN: "https://app.acme.io,http://localhost:3000" }, node),
  soundBy({ ALLOWED_ORIGINS: "https://app.acme.io http://localhost:5173" }),
  soundBy({ GOOGLE_CALLBACK_URL: "https://api.acme.io/auth/google/callback" }, node),
  soundBy({ GOOGLE_CALLBACK_URL: "/auth/google/callback" }, node),
  soundBy({ COOKIE_DOMAIN: ".acme.io" }, node),
  soundBy({ SESSION_COOKIE_DOMAIN: "shop.onrender.com" }, django),
  soundBy(
    {
      ALLOWED_HOSTS: "api-web.onrender.com",
      CSRF_TRUSTED_ORIGINS: "https://api-web.onrender.com,http://localhost:8000",
    },
    django,
  ),
  soundBy({ ALLOWED_HOSTS: "localhost,127.0.0.1,.onrender.com" }, django),
  soundBy({ ALLOWED_HOSTS: "*" }, django),
  soundBy({ RAILS_ENV: "production", RAILS_LOG_TO_STDOUT: "1" }, ruby),
  soundBy({ DEBUG: "False" }, django),
  soundBy({ DEBUG: "express:*" }, node),
  soundBy(
    {
      APP_URL: "https://shop.acme.io",
      APP_ENV: "production",
      APP_KEY: "base64:aGFiaXQtY2FuYXJ5LW9mLXRoaXJ0eS10d28tYnl0ZXM=",
    },
    image,
  ),
  soundBy(
    {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${POOL}:5432/postgres?user=app.${REF}&password=k3JqL9vX&sslmode=require`,
    },
    spring,
  ),
  soundBy({ SERVER_PORT: "8000" }, spring),
  soundBy({ SERVER_PORT: "8000", SERVER_ADDRESS: "0.0.0.0" }, spring),
  soundBy({ LISTEN_ADDR: ":8000" }, { runtime: "go", driver: "pgx", command: "./app" }),
  soundBy({ HOST: "0.0.0.0" }, { command: "python main.py" }),
  soundBy(
    { STREAMLIT_SERVER_PORT: "8000", STREAMLIT_SERVER_ADDRESS: "0.0.0.0" },
    { command: "streamlit run app.py" },
  ),
  soundBy({ GRADIO_SERVER_NAME: "0.0.0.0", GRADIO_SERVER_PORT: "8000" }, { command: "python app.py" }),
  soundBy({ NODE_VERSION: "24.1.0" }, node),
  soundBy({ NODE_VERSION: "lts" }, node),
  soundBy({ PYTHON_VERSION: "3.14.0" }),
  soundBy({ REDIS_HOST: "red-cq0habit0canary0", REDIS_PORT: "6379" }, node),
  soundBy({
    CELERY_BROKER_URL: "redis://red-cq0habit0canary0:6379/1",
    CELERY_RESULT_BACKEND: "redis://red-cq0habit0canary0:6379/2",
  }),
  soundBy({ ELASTICSEARCH_URL: "https://elastic:k3JqL9vX@search.acme.io:9243" }),
  soundBy({ OLLAMA_BASE_URL: "https://ollama.acme.io" }),
  soundBy({ S3_ENDPOINT: "https://k3jql.r2.cloudflarestorage.com" }),
  soundBy({ SUPABASE_SERVICE_ROLE_KEY: "sb_secret_k3JqL9vXm2TnR8yWq4ZbC6_H7pKd2Q" }),
  soundBy({ VITE_SUPABASE_ANON_KEY: "sb_publishable_k3JqL9vXm2TnR8yWq4ZbC6_H7pKd2Q" }, { kind: "static" }),
  soundWeb("npx next start", node),
  soundWeb("pm2-runtime dist/main.js", node),
  soundWeb("npm run migrate && npm start", node),
  soundWeb("npx prisma migrate deploy && npx prisma db seed && node dist/main.js", {
    ...node,
    driver: "prisma",
  }),
  soundWeb("alembic upgrade head && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  soundWeb("python manage.py collectstatic --noinput && gunicorn shop.wsgi --bind 0.0.0.0:$PORT", {
    driver: "psycopg",
  }),
  soundWeb("php -S 0.0.0.0:$PORT -t public", image),
  soundWeb("npx http-server dist -p $PORT", { ...node, ...bare }),
  soundWeb("npx json-server db.json --port $PORT --host 0.0.0.0", { ...node, ...bare }),
  soundWeb("bundle exec rails server -b 0.0.0.0 -p $PORT", ruby),
  soundWeb("bundle exec rails db:migrate && bundle exec puma -C config/puma.rb", ruby),
  { kind: "cron", command: "python -m jobs", properties: { schedule: "0 0 * * 7" } },
  { kind: "cron", command: "python -m jobs", properties: { schedule: "0 0 1 1-12/3 *" } },
  {
    kind: "worker",
    command: "bundle exec sidekiq -C config/sidekiq.yml",
    runtime: "ruby",
    driver: "active-record",
  },
  { kind: "worker", command: "celery -A shop worker -l info --pool=gevent --concurrency=50" },
  { kind: "worker", command: "node dist/worker.js", ...node },
  site("npm ci && npx astro build", "dist"),
  site("npm ci && npx ng build", "dist/shop/browser"),
  site("hugo --minify", "public"),
  site("bundle exec jekyll build -d dist", "dist"),
  site("pip install mkdocs && mkdocs build", "site"),
  site("npm ci && npx gatsby build", "public"),
  site("npm ci && npm run build", "dist"),
  site("", "."),
];

const mongo = (uri: string): SealedCase => soundBy({ MONGODB_URI: uri }, { ...node, ...bare });

/** What looks like a delimiter in a password of MongoDB's, and like an address that visitors cannot reach. */
export const SOUND_NEXT_TO_EVERYDAY: readonly SealedCase[] = [
  mongo("mongodb://shop:k3JqL9vX@mongo.acme.io:27017/shop?appName=me@acme.io"),
  mongo("mongodb://mongo.acme.io:27017/shop?appName=me@acme.io"),
  mongo("mongodb://shop:k3JqL9vX@a.acme.io:27017,b.acme.io:27017,c.acme.io:27017/shop?replicaSet=rs0"),
  mongo("mongodb://a.acme.io:27017,b.acme.io:27017/shop?appName=me@acme.io"),
  mongo("mongodb+srv://shop:k3%40L9vX@cluster0.k3jql.mongodb.net/shop"),
  mongo("mongodb+srv://cluster0.k3jql.mongodb.net/?authSource=%24external&authMechanism=MONGODB-X509"),
  soundBy({ SELF_URL: "http://127.0.0.1:8000" }),
  soundBy({ API_URL: "http://127.0.0.1:8000" }),
  soundBy({ ALLOWED_HOSTS: "" }),
];
