import { docker } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { GUNICORN, starts, UVICORN } from "./frameworks-form";
import { built } from "./orchard";

const BROKER = "redis://red-d41k8tqli9vc73f0q2mg:6379/0";
const nodeBuilt = (buildCommand: string) => ({ ...node, ...bare, properties: built(buildCommand, "node") });

/** Frameworks' builds, starts and variables that work, though they look like ones that do not. */
export const FRAMEWORKS_ANSWERING: readonly ExplainedCase[] = [
  starts("gunicorn makes a number of WEB_CONCURRENCY", GUNICORN, {
    driver: "psycopg2",
    variables: { WEB_CONCURRENCY: "3" },
  }),
  starts(
    "a bot beside a server of health, which is the one that waits",
    "python -m kiln.bot & exec uvicorn health:app --host 0.0.0.0 --port $PORT",
    {
      variables: { DISCORD_TOKEN: "MTE4NzQ1OTk2NzA1.GkQ2xw.7dLq9vKzRt4mXb2Ws8YnPc3Jh6Fg1EuAo5IiN" },
    },
  ),
  starts("a bot that gets its updates by a webhook", UVICORN, {
    variables: {
      TELEGRAM_BOT_TOKEN: "7215348906:AAHk3vQm9Zx2Lr7TnWb4YcPs8JdGf1EuKoI",
      WEBHOOK_URL: "https://kiln.onrender.com/telegram",
    },
  }),
  starts(
    "flower is at the service's port, on all interfaces",
    "celery -A kiln flower --port=$PORT --basic_auth=kiln:Rk6potterGlaze3",
    {
      ...bare,
      variables: { CELERY_BROKER_URL: BROKER },
      properties: { healthCheckPath: "/healthcheck" },
    },
  ),
  starts(
    "the broker comes before the command",
    "celery --broker=$CELERY_BROKER_URL flower --address=0.0.0.0 --port=8000",
    {
      ...bare,
      variables: { CELERY_BROKER_URL: BROKER },
      properties: { healthCheckPath: "/healthcheck" },
    },
  ),
  starts(
    "a worker beside the server",
    "celery -A kiln worker --loglevel=info --concurrency=1 & gunicorn kiln.wsgi:application --bind 0.0.0.0:$PORT",
    {
      driver: "psycopg2",
      variables: { CELERY_BROKER_URL: BROKER },
    },
  ),
  starts(
    "the dashboard of RQ listens on all interfaces",
    "rq-dashboard --port $PORT --redis-url $REDIS_URL",
    { ...bare, variables: { REDIS_URL: BROKER } },
  ),
  starts("turbo runs the script that starts", "npx turbo run start --filter=@kiln/api", node),
  starts(
    "Nx's build is started by node",
    "node dist/apps/api/main.js",
    nodeBuilt("npm ci && npx nx build api --configuration=production"),
  ),
  starts(
    "yarn runs a workspace's script",
    "yarn workspace @kiln/api start",
    nodeBuilt("yarn install --immutable && yarn workspace @kiln/api build"),
  ),
  starts(
    "npm runs a workspace's script",
    "npm run start -w apps/api",
    nodeBuilt("npm ci && npm run build -w apps/api"),
  ),
  starts("bun runs a file", "bun run src/index.ts", nodeBuilt("bun install --frozen-lockfile")),
  starts(
    "corepack brings pnpm",
    "pnpm start",
    nodeBuilt("corepack enable && pnpm install --frozen-lockfile && pnpm build"),
  ),
  starts(
    "the build tests the program by a server that ends",
    "node dist/server.js",
    nodeBuilt("npm ci && npm run build && npm run start:smoke"),
  ),
  starts(
    "a script whose name begins with start may build",
    "node dist/server.js",
    nodeBuilt("npm ci && npm run start:build"),
  ),
  starts(
    "the build's server is in the background, and ends with the build",
    "node dist/server.js",
    nodeBuilt("npm ci && (npx serve public -l 4000 & npx react-snap; kill %1)"),
  ),
  starts(
    "time ends the server",
    "node dist/server.js",
    nodeBuilt("npm ci && npm run build && timeout 20 node dist/server.js --dry-run || true"),
  ),
  starts("development packages are installed by name", "node dist/server.js", {
    ...nodeBuilt("npm ci --include=dev && npm run build"),
    variables: { NODE_ENV: "production" },
  }),
  starts("development packages are installed where NODE_ENV is another", "node dist/server.js", {
    ...nodeBuilt("NODE_ENV=development yarn install && NODE_ENV=production yarn build"),
    variables: { NODE_ENV: "production" },
  }),
  starts("TypeScript may be among the packages of production", "node dist/server.js", {
    ...nodeBuilt("npm install && npm run build"),
    variables: { NODE_ENV: "production" },
  }),
  starts("collectstatic and migrate end", GUNICORN, {
    driver: "psycopg2",
    properties: built(
      "pip install -r requirements.txt && python manage.py collectstatic --noinput && python manage.py migrate",
    ),
  }),
  starts("a health check with a query", GUNICORN, {
    driver: "psycopg2",
    properties: { healthCheckPath: "/health/?format=json" },
  }),
  starts("INNGEST_DEV=0 sends events to Inngest", "node dist/server.js", {
    ...node,
    variables: { INNGEST_DEV: "0", INNGEST_SIGNING_KEY: "signkey-prod-8d41f6b2c07e95a3d1f84c6b2e7095ad" },
  }),
  starts("Temporal's cloud has a name of its own", "node dist/worker-and-health.js", {
    ...node,
    variables: { TEMPORAL_ADDRESS: "kiln.a2dd6.tmprl.cloud:7233", TEMPORAL_NAMESPACE: "kiln.a2dd6" },
  }),
  starts("foreman reads PORT", "bundle exec foreman start -f Procfile.render", ruby),
  starts("honcho reads PORT", "honcho start web", { driver: "psycopg2" }),
  starts("pm2-runtime stays", "npx pm2-runtime start ecosystem.config.js --env production", node),
  starts(
    "the last of the commands is exec's",
    "./bin/rails db:prepare && exec bundle exec puma -p $PORT -e production",
    ruby,
  ),
  starts(
    "Laravel's caches are made, and then the server starts",
    "php artisan config:cache && php artisan migrate --force && php artisan serve --host=0.0.0.0 --port=$PORT",
    {
      ...docker,
      ...bare,
    },
  ),
  starts("a worker of Laravel's", "php artisan queue:work --tries=3 --max-time=3600", {
    ...docker,
    ...bare,
    kind: "worker",
  }),
  starts("horizon is a worker", "php artisan horizon", { ...docker, ...bare, kind: "worker" }),
  starts("resque's worker has its queue", "QUEUE=mail,default bundle exec rake resque:work", {
    runtime: "ruby",
    ...bare,
    kind: "worker",
    variables: { RAILS_ENV: "production", REDIS_URL: BROKER },
  }),
  starts("resque's queues are in a variable of the service", "bundle exec rake resque:work", {
    runtime: "ruby",
    ...bare,
    kind: "worker",
    variables: { RAILS_ENV: "production", QUEUES: "mail,default", REDIS_URL: BROKER },
  }),
  starts("run keeps Delayed::Job in the foreground", "bin/delayed_job run", {
    runtime: "ruby",
    ...bare,
    kind: "worker",
    variables: { RAILS_ENV: "production" },
  }),
  starts("good_job is a worker", 'bundle exec good_job start --queues="mail:2;default:4"', {
    ...ruby,
    kind: "worker",
    variables: { RAILS_ENV: "production" },
  }),
  starts("arq is a worker", "arq kiln.worker.WorkerSettings", {
    ...bare,
    kind: "worker",
    variables: { REDIS_URL: BROKER },
  }),
  starts("huey is a worker", "huey_consumer.py kiln.huey --workers 2 --worker-type thread", {
    ...bare,
    kind: "worker",
  }),
  starts("Django Q is a worker", "python manage.py qcluster", { driver: "psycopg2", kind: "worker" }),
  starts("flask in the form of a job ends", "flask --app kiln digest send", { ...bare, kind: "cron" }),
  starts("a private service has its own port", "uvicorn model:app --host 0.0.0.0 --port 9100", {
    ...bare,
    kind: "private",
    variables: { PORT: "9100" },
  }),
];
