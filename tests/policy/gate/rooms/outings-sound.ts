import { soundBy, soundWeb } from "../batch";
import type { SealedCase } from "../sealed";
import { bare, DOCKER, go, node, POOL, REF, ruby, rust, SESSION } from "../written";

const image = { ...bare, properties: DOCKER };
const dotnet = { ...image, command: "dotnet Shop.dll" };
const django = { driver: "psycopg", command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT" };
const built = (runtime: string, buildCommand: string): SealedCase => ({
  properties: {
    runtimeSource: {
      nativeRuntime: { repoUrl: "https://github.com/acme/api", branch: "main", runtime, buildCommand },
    },
  },
});
const started = (command: string, ...more: readonly SealedCase[]): SealedCase =>
  soundWeb(command, Object.assign({}, ...more));

/** What looks like a value, a build or a command that leads elsewhere, and works. */
export const OUTINGS_SOUND: readonly SealedCase[] = [
  started("npx next start -p $PORT", built("node", "npm ci && npx next build"), node),
  started("npx next start -p $PORT", built("node", "npm ci && npm run build"), node),
  started("./bin/server", built("go", "go build -o bin/server ./cmd/server"), go),
  started("./app", built("go", "go build -tags netgo -ldflags '-s -w' -o app"), go),
  started("./target/release/api", built("rust", "cargo build --release"), rust),
  started("node .output/server/index.mjs", built("node", "npm ci && npx nuxt build"), node),
  started("node build/index.js", built("node", "npm ci && npm run build"), node),
  started("uvicorn main:app --host 0.0.0.0 --port $PORT", built("python", "pip install -e .")),
  started(
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    built("python", "poetry install --no-root --only main"),
  ),
  started("uvicorn main:app --host 0.0.0.0 --port ${PORT}"),
  started("uvicorn main:app --host 0.0.0.0 --port $(printenv PORT)"),
  started(
    "gunicorn main:app -k uvicorn.workers.UvicornWorker --timeout 120 --workers $WEB_CONCURRENCY --bind 0.0.0.0:$PORT",
    { variables: { WEB_CONCURRENCY: "2" } },
  ),
  started("waitress-serve --host 0.0.0.0 --port $PORT shop.wsgi:application", { driver: "psycopg" }),
  started("daphne -b 0.0.0.0 -p $PORT shop.asgi:application"),
  started("hypercorn main:app --bind 0.0.0.0:$PORT --workers 2"),
  { kind: "worker", command: "celery -A shop worker --pool=threads --concurrency=4 --loglevel=WARNING" },
  { kind: "worker", command: "celery -A shop worker -P prefork -c 2 -Q high,low" },
  { kind: "worker", command: "rq worker --url redis://red-cq0outing0canary:6379 default" },
  soundBy({ SUPABASE_URL: `https://${REF}.supabase.co/`, DATABASE_URL: SESSION }),
  soundBy({ SUPABASE_REST_URL: `https://${REF}.supabase.co/rest/v1`, DATABASE_URL: SESSION }),
  soundBy({ REDIS_URL: "rediss://default:k3JqL9vX@calm-heron-12345.upstash.io:6379" }, node),
  soundBy(
    {
      UPSTASH_REDIS_REST_URL: "https://calm-heron-12345.upstash.io",
      UPSTASH_REDIS_REST_TOKEN: "AXk3JqL9vXm2TnR8yWq4ZbC6H7pKd2Q",
    },
    node,
  ),
  soundBy({ RABBITMQ_URL: "amqps://shop:k3JqL9vX@moose.rmq.cloudamqp.com/shop" }),
  soundBy(
    {
      DATABASE_URL:
        "postgresql://shop:k3JqL9vX@ep-calm-heron-123456.eu-central-1.aws.neon.tech/shop?sslmode=require",
    },
    node,
  ),
  soundBy({
    DATABASE_URL: "postgresql://shop:k3JqL9vX@ep-calm-heron-123456.eu-central-1.aws.neon.tech/shop",
  }),
  soundBy({ DATABASE_URL: "postgresql://shop:k3JqL9vX@dpg-cq0habit0canary0-a/shop" }, node),
  soundBy({ SMTP_HOST: "smtp.postmarkapp.com", SMTP_PORT: "587", SMTP_SECURE: "false" }, node),
  soundBy({ SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "465", SMTP_SECURE: "true" }, node),
  soundBy({ EMAIL_HOST: "smtp.postmarkapp.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" }, django),
  soundBy({ EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "465", EMAIL_USE_SSL: "True" }, django),
  soundBy({ OPENAI_BASE_URL: "https://api.openai.com/v1" }),
  soundBy({
    OPENAI_BASE_URL: "https://openrouter.ai/api/v1",
    OPENAI_API_KEY: "sk-or-v1-k3JqL9vXm2TnR8yWq4ZbC6H7pKd2Q",
  }),
  soundBy({ ANTHROPIC_API_KEY: "sk-ant-api03-k3JqL9vXm2TnR8yWq4ZbC6H7pKd2Q" }),
  soundBy({ S3_BUCKET: "shop-uploads" }),
  soundBy({ S3_URI: "s3://shop-uploads/media" }),
  soundBy({ JWT_ALGORITHM: "HS256" }),
  soundBy({ RAILS_ENV: "staging" }, ruby),
  soundBy({ APP_ENV: "production", APP_KEY: "base64:aGFiaXQtY2FuYXJ5LW9mLXRoaXJ0eS10d28tYnl0ZXM=" }, image),
  soundBy({ APP_ENV: "staging" }),
  soundBy({ ASPNETCORE_ENVIRONMENT: "Production", ASPNETCORE_URLS: "http://+:8000" }, dotnet),
  soundBy({ ASPNETCORE_HTTP_PORTS: "8000" }, dotnet),
  soundBy({ UVICORN_PORT: "8000" }, { command: "uvicorn main:app --host 0.0.0.0" }),
  soundBy({ UVICORN_WORKERS: "2" }),
  soundBy({ "app.feature.beta": "on" }),
  soundBy({ JWT_SECRET: "k3JqL9<vXm2>TnR8yW" }),
  soundBy({ PASSWORD_HINT: "see 1Password" }),
  soundBy({ CURRENCY_MASK: "****" }),
  soundBy({ DATABASE_URL: `postgresql://app.${REF}:k3*qL9v*@${POOL}:5432/postgres` }),
  soundBy({ WEBHOOK_URL: "https://api.acme.io/webhook" }, node),
  soundBy({ WEBHOOK_PATH: "/webhook" }, node),
  soundBy({ NEXTAUTH_URL: "https://shop.acme.io" }, node),
  { kind: "static", variables: { VITE_STRIPE_KEY: "pk_live_51OutingCanaryx7Kq2x7Kq2" } },
  { kind: "static", variables: { VITE_GOOGLE_MAPS_API_KEY: "AIzaSyOutingCanaryk3JqL9vXm2TnR8yWq4Zb" } },
];

/** What looks like a mask, a word before a key, brackets, a tunnel, and an address alone. */
export const SOUND_NEXT_TO_OUTINGS: readonly SealedCase[] = [
  soundBy({ SMTP_PASSWORD: "blue...heron7" }),
  soundBy({ SMTP_PASSWORD: "k3**JqL9vXm2" }),
  soundBy({ SSH_KEY: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIk3JqL9vXm2TnR8yWq4" }),
  soundBy({ BASIC_AUTH_TOKEN: "user:k3JqL9vXm2TnR8yWq4" }),
  soundBy({ ENCRYPTION_KEY: "k3JqL9vXm2TnR8yWq4ZbC6H7pKd2Qk3JqL9vXm2TnR8=" }),
  soundBy({ S3_BUCKET_URL: "https://acme-media.s3.amazonaws.com" }),
  soundBy({ HASH_ALGORITHM: "sha256", PASSWORD_ALGORITHM: "argon2id" }),
  soundBy({ OPENAI_API_BASE: "https://acme.openai.azure.com/" }),
  soundBy({ CELERY_BROKER_URL: "amqps://shop:k3JqL9vX@b-1.mq.eu-central-1.amazonaws.com:5671" }),
  soundBy({ DOCS_URL: "https://example.com/docs" }),
  soundBy({ METRICS_SERVER: "http://localhost:8000" }),
  soundBy({ SERVICE_NAME: "your-music-api" }),
  started(
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    built("python", "pip install . && python -m build"),
  ),
];
