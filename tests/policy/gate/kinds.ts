/**
 * Private services, workers, cron jobs and static sites. Each was written with its verdict before it was judged for the
 * first time; each is judged alone and in a component that declares a driver.
 */
export interface KindCase {
  readonly type: "private" | "worker" | "cron" | "static";
  /** The rule that must reject it; none where it is sound. */
  readonly rule?: string;
  /** Null leaves the start command away. @default a command that is sound for the type */
  readonly command?: string | null;
  readonly variables?: Readonly<Record<string, string>>;
  readonly secretFiles?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** What the component around it declares, where it has to be one and not any. */
  readonly declared?: Readonly<Record<string, unknown>>;
}

const REF = "abcdefghijklmnopqrst";
const POOL = "aws-1-eu-central-1.pooler.supabase.com";
const session = `postgresql://app.${REF}:k3JqL9vX@${POOL}:5432/postgres?sslmode=require`;
const direct = `postgresql://postgres:k3JqL9vX@db.${REF}.supabase.co:5432/postgres?sslmode=require`;
const template = `postgresql://postgres.your-staging-project:k3JqL9vX@${POOL}:5432/postgres?sslmode=require`;
const transaction = `postgresql://app.${REF}:k3JqL9vX@${POOL}:6543/postgres?sslmode=require`;
const other = `postgresql://app.qrstabcdefghijklmnop:k3JqL9vX@${POOL}:5432/postgres?sslmode=require`;
const image = { runtimeSource: { image: { imageUrl: "docker.io/acme/tool", tag: "1.2.0" } } };
const docker = { runtimeSource: { docker: { repoUrl: "https://github.com/acme/api", branch: "main" } } };
const disk = { name: "data", sizeGb: 1, mountPath: "/data" };
const measure = { enabled: true, percentage: 60 };

export const BROKEN_KINDS: readonly KindCase[] = [
  { type: "private", rule: "port/reserved", variables: { PORT: "18012" } },
  {
    type: "private",
    rule: "port/reserved",
    command: "node grpc.js --port 19099",
    variables: { PORT: "19099" },
  },
  {
    type: "private",
    rule: "port/agreement",
    variables: { PORT: "8000" },
    declared: { port: 9000, driver: "asyncpg" },
  },
  {
    type: "private",
    rule: "port/agreement",
    command: "uvicorn main:app --host 0.0.0.0 --port 9000",
    variables: { PORT: "8000" },
  },
  { type: "private", rule: "service/loopback-bind", command: "uvicorn main:app --port $PORT" },
  { type: "private", rule: "service/loopback-bind", command: "gunicorn main:app -b 127.0.0.1:9000" },
  { type: "private", rule: "plan/limits", properties: { plan: "free" } },
  { type: "private", rule: "plan/limits", properties: { disk, numInstances: 2 } },
  { type: "private", rule: "database/ipv6-only-host", variables: { DATABASE_URL: direct } },
  { type: "private", rule: "environment/placeholder", variables: { DATABASE_URL: template } },
  { type: "private", rule: "service/native-without-start", command: null },
  { type: "private", rule: "service/start-command", command: "alembic upgrade head" },
  { type: "worker", rule: "plan/limits", properties: { plan: "free" } },
  { type: "worker", rule: "plan/limits", properties: { maxShutdownDelaySeconds: 600 } },
  { type: "worker", rule: "environment/placeholder", variables: { STRIPE_SECRET_KEY: "changeme" } },
  {
    type: "worker",
    rule: "database/local-host",
    variables: { DATABASE_URL: "postgresql://app:k3JqL9vX@localhost:5432/app" },
  },
  {
    type: "worker",
    rule: "database/local-host",
    secretFiles: { ".env": "DATABASE_URL=postgresql://app:k3JqL9vX@127.0.0.1:5432/app\n" },
  },
  {
    type: "worker",
    rule: "database/transaction-mode-statements",
    variables: { DATABASE_URL: transaction },
    declared: { driver: "asyncpg", driverSettings: {} },
  },
  {
    type: "worker",
    rule: "database/other-environment",
    variables: { DATABASE_URL: other },
    declared: {
      driver: "asyncpg",
      otherEnvironments: {
        staging: { host: POOL, port: 5432, user: "app.qrstabcdefghijklmnop", database: "postgres" },
      },
    },
  },
  { type: "worker", rule: "service/native-without-start", command: null },
  { type: "worker", rule: "service/start-command", command: "celery -A app worker --loglevel=info &" },
  { type: "worker", rule: "service/start-command", command: "alembic upgrade head" },
  { type: "worker", rule: "service/start-command", command: "npm ci && npm run build" },
  {
    type: "worker",
    rule: "database/password-encoding",
    variables: { DATABASE_URL: `postgresql://app.${REF}:k3#qL9vX@${POOL}:5432/postgres` },
  },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "61 * * * *" } },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "0 3 * *" } },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "0 25 * * *" } },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "0 3 * * FUN" } },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "every day at 3 am" } },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "0 3 0 * *" } },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "0 3 * 13 *" } },
  { type: "cron", rule: "service/cron-schedule", properties: { schedule: "*/0 * * * *" } },
  { type: "cron", rule: "plan/limits", properties: { plan: "free" } },
  {
    type: "cron",
    rule: "service/start-command",
    command: "uvicorn main:app --host 0.0.0.0 --port $PORT",
  },
  { type: "cron", rule: "service/start-command", command: "alembic upgrade head && gunicorn main:app" },
  { type: "cron", rule: "service/native-without-start", command: null },
  { type: "cron", rule: "database/ipv6-only-host", variables: { DATABASE_URL: direct } },
  {
    type: "static",
    rule: "environment/placeholder",
    variables: { NEXT_PUBLIC_SUPABASE_URL: "https://your-project-ref.supabase.co" },
  },
  {
    type: "static",
    rule: "database/local-host",
    variables: { DATABASE_URL: "postgresql://app:k3JqL9vX@localhost:5432/app" },
  },
];

export const SOUND_KINDS: readonly KindCase[] = [
  { type: "private", variables: { PORT: "9000" } },
  { type: "private", variables: { PORT: "9000" }, declared: { port: 9000, driver: "asyncpg" } },
  { type: "private", command: "python grpc_server.py --port 50051" },
  { type: "private", command: "uvicorn main:app --host 0.0.0.0 --port 50051" },
  { type: "private", command: null, properties: image },
  { type: "private", command: null, properties: docker, variables: { PORT: "3000" } },
  { type: "private", command: "node server.js", variables: { PORT: "4000" } },
  { type: "private", variables: { PORT: "10000" } },
  {
    type: "private",
    command: "gunicorn main:app --bind 0.0.0.0:$PORT",
    variables: { PORT: "8080" },
    properties: { numInstances: 3 },
  },
  { type: "private", command: "redis-server --save 60 1", properties: { disk } },
  { type: "private", variables: { PORT: "8000", DATABASE_URL: session } },
  { type: "worker" },
  { type: "worker", command: "python worker.py" },
  { type: "worker", command: "node dist/worker.js", variables: { PORT: "10000" } },
  { type: "worker", command: "uvicorn metrics:app" },
  { type: "worker", command: "python -m http.server 9102 & exec celery -A app worker" },
  { type: "worker", command: null, properties: image },
  { type: "worker", command: "bundle exec sidekiq -C config/sidekiq.yml" },
  { type: "worker", command: "celery -A app worker & exec celery -A app beat" },
  { type: "worker", command: "alembic upgrade head && celery -A app worker" },
  { type: "worker", command: "python -m rq.cli worker default", variables: { DATABASE_URL: session } },
  { type: "worker", command: "php artisan queue:work --sleep=3 --tries=3" },
  {
    type: "worker",
    properties: {
      plan: "standard",
      autoscaling: { enabled: true, min: 1, max: 4, criteria: { cpu: measure, memory: measure } },
    },
  },
  {
    type: "worker",
    variables: { DATABASE_URL: transaction },
    declared: { driver: "psycopg", driverSettings: { prepare_threshold: "None" } },
  },
  { type: "cron", command: "python manage.py clearsessions" },
  { type: "cron", command: "npm run job", properties: { schedule: "*/15 * * * *" } },
  { type: "cron", command: "alembic upgrade head", properties: { schedule: "0 0 1,15 * *" } },
  { type: "cron", command: "bash scripts/backup.sh", properties: { schedule: "30 4 * * MON-FRI" } },
  { type: "cron", command: "npm ci && npm run build", properties: { schedule: "0 */6 * jan-jun 1" } },
  {
    type: "cron",
    command: "pip install -r requirements.txt && python report.py",
    properties: { schedule: " 5  0 * * 7 " },
  },
  { type: "cron", command: null, properties: { ...docker, schedule: "0 22 * * 1-5" } },
  { type: "cron", command: "celery -A app call tasks.nightly", properties: { schedule: "0 0 29 2 *" } },
  { type: "cron", command: "curl -fsS https://api.acme.io/cron", variables: { PORT: "3000" } },
  { type: "cron", command: "sleep 5 & wait", properties: { schedule: "0-59/10 9-17 * * *" } },
  { type: "static" },
  { type: "static", variables: { NEXT_PUBLIC_API_URL: "https://api.acme.io", NODE_VERSION: "22" } },
  { type: "static", variables: { PORT: "3000" } },
  {
    type: "static",
    properties: {
      routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
      publishPath: "dist",
    },
  },
];
