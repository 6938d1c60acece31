import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });

/**
 * Sound services of the thirteenth batch. Each looks like something broken and works; the comment says why, and after
 * the dash what decides it (R, S, P and V are entries of docs/facts; "tried" is the real program, on 29 November 2026).
 */
export const SOUND_SERVICES: readonly SealedCase[] = [
  // --- Ports and addresses ---------------------------------------------------------------------------------------------

  // serve takes its port from PORT, and listens on all interfaces. - serve's readme and source (main.ts).
  { ...node, command: "npx serve dist --single --no-clipboard" },
  // Flask's options in their short form, with a factory. - Flask's page on its command line.
  { ...python, command: 'python -m flask --app "shop:create_app()" run -h 0.0.0.0 -p $PORT' },
  // No host before the colon is 0.0.0.0. - tried: gunicorn, Listening at: http://0.0.0.0.
  { ...python, command: "gunicorn shop.wsgi -b :$PORT --workers 2" },
  // The default of the expansion does not count: PORT is set. - POSIX, parameter expansion.
  {
    ...python,
    command: "gunicorn --chdir backend config.wsgi:application --bind=0.0.0.0:${PORT:-10000} --timeout 120",
  },
  // * is all interfaces, and the quotes keep it from the shell. - tried: waitress, Serving on http://0.0.0.0.
  { ...python, command: "waitress-serve --listen='*:8000' --threads=8 shop.wsgi:application" },
  // PHP's own server on all interfaces, with a router. - PHP's page on its built-in server.
  { ...docker, command: "php -S 0.0.0.0:8000 -t public public/router.php" },
  // A system property comes before the environment. - Spring Boot's externalised configuration (order).
  {
    ...docker,
    command: "java -Xmx384m -Dserver.port=8000 -jar /app/harbor.jar",
    variables: { SERVER_PORT: "8080" },
  },
  // The ports of others, and one of its own beside the public one. - R31 (75 ports), R32.
  {
    ...node,
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: {
      METRICS_PORT: "9464",
      SMTP_HOST: "smtp.eu.mailgun.org",
      SMTP_PORT: "587",
      AMQP_URL: "amqps://harbor:vD2mQx8sKt@sparrow.rmq.cloudamqp.com:5671/harbor",
      ELASTICSEARCH_URL: "https://harbor-7c1d2e.es.eu-central-1.aws.cloud.es.io:9243",
    },
  },
  // fastapi run, unlike fastapi dev, listens on 0.0.0.0. - FastAPI's page on its command line.
  { command: "uv run --frozen fastapi run app/main.py --port $PORT" },
  // What is in front fetches secrets, and starts what follows. - Infisical's page on its command line (run).
  { command: "infisical run --env=prod -- uvicorn app.main:app --host 0.0.0.0 --port $PORT" },
  // HOST in the environment is all interfaces, PORT is read. - react-router-serve's cli.ts.
  {
    ...node,
    command: "npx react-router-serve ./build/server/index.js",
    variables: { HOST: "0.0.0.0" },
  },
  // A workspace's own Next. - pnpm's pages on filtering and on exec.
  { ...node, command: "pnpm --filter @harbor/web exec next start --hostname 0.0.0.0 --port $PORT" },
  // cmd's assignment sets the shell's positional parameters in bash, and the server starts; NODE_ENV is Render's own.
  // - tried: bash; R40.
  { ...node, command: "set NODE_ENV=production && node dist/server.js" },
  // nginx' template gets the port; the backslash keeps $PORT from the shell. - envsubst's manual; nginx' image.
  {
    ...docker,
    command:
      'sh -c \'envsubst "\\$PORT" < /etc/nginx/app.conf.template > /etc/nginx/conf.d/default.conf && exec nginx -g "daemon off;"\'',
  },
  // One command for both processes; this one is the web server. - POSIX, if.
  {
    ...python,
    command:
      'if [ "$PROCESS" = "worker" ]; then exec celery -A shop worker --loglevel=info; else exec gunicorn shop.wsgi --bind 0.0.0.0:$PORT; fi',
    variables: { PROCESS: "web" },
  },
  // A release with its endpoint turned on. - Phoenix' page on releases (PHX_SERVER).
  {
    runtime: "elixir",
    driver: "none",
    command: "_build/prod/rel/harbor/bin/harbor start",
    variables: { PHX_SERVER: "true", PHX_HOST: "harbor.onrender.com" },
  },
  // Redis on all interfaces, asked by the private network alone. - R45; Redis' page on security (bind).
  {
    driver: "none",
    kind: "private",
    command: "redis-server --bind 0.0.0.0 --port 6379 --requirepass wB7nXc25rL --appendonly yes",
    variables: { PORT: "6379" },
    properties: image("docker.io/library/redis", "7.4"),
  },

  // --- Workers that go on, jobs that end ---------------------------------------------------------------------------------

  // -B runs the scheduler within the worker. - Celery's page on periodic tasks.
  { ...python, kind: "worker", command: "celery -A shop worker -B -l info --without-gossip -c 2" },
  // start is no one-off command: it waits for jobs in the foreground. - GoodJob's readme (good_job start).
  { ...ruby, kind: "worker", command: "bundle exec good_job start --max-threads=5" },
  // Horizon stays in the foreground. - Laravel's page on Horizon.
  { ...docker, kind: "worker", command: "php artisan horizon" },
  // Each round ends, the loop does not. - POSIX, while.
  {
    ...python,
    kind: "worker",
    command: "bash -c 'trap \"exit 0\" TERM; while true; do python sync.py; sleep 300 & wait $!; done'",
  },
  // Two commands that end. - R46; Django's page on django-admin.
  {
    ...python,
    kind: "cron",
    command: "python manage.py clearsessions && python manage.py send_digest --days 7",
    properties: { schedule: "0 6 * * MON" },
  },
  // One request to the service's own task. - R46; curl's manual.
  {
    ...node,
    kind: "cron",
    command:
      'curl -fsS -X POST https://harbor.onrender.com/tasks/expire -H "Authorization: Bearer $CRON_TOKEN"',
    variables: { CRON_TOKEN: "b7f0c2d94e1a48d3a5c6e8f1907d23ba" },
    properties: { schedule: "5,35 8-18 * * 1-5" },
  },
  // A backup by a pipe ends with its input. - pg_dump's page.
  {
    ...docker,
    kind: "cron",
    command:
      "bash -c 'set -o pipefail; pg_dump \"$DATABASE_URL\" | gzip | aws s3 cp - s3://harbor-backups/$(date +%F).sql.gz'",
    variables: {
      DATABASE_URL:
        "postgresql://backup:vD2mQx8sKt@harbor.c9akciq32rgk.eu-central-1.rds.amazonaws.com:5432/harbor?sslmode=require",
    },
    properties: { ...DOCKER, schedule: "30 1 * * *" },
  },
  // A rake task with an argument; four times a year. - rake's manual; R46.
  {
    ...ruby,
    kind: "cron",
    command: 'bundle exec rake "reports:quarterly[eu]"',
    properties: { schedule: "0 4 1 1,4,7,10 *" },
  },
  // The release's eval ends, and start goes on. - Phoenix' page on releases; R22.
  {
    runtime: "elixir",
    driver: "none",
    command: "_build/prod/rel/harbor/bin/server",
    variables: { PHX_HOST: "harbor.onrender.com" },
    properties: {
      plan: "starter",
      preDeployCommand: '_build/prod/rel/harbor/bin/harbor eval "Harbor.Release.migrate"',
    },
  },

  // --- Plans, health checks, services that name each other -------------------------------------------------------------

  // One of the plans that are named by size. - R50.
  { ...python, command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT", properties: { plan: "1c-2g" } },
  // A free web service that asks for nothing more. - R14, R47.
  { ...node, command: "npx next start -H 0.0.0.0 -p $PORT", properties: { plan: "free" } },
  // Three instances without a disk, and a path of marks. - R33; Render's page on scaling.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    properties: { plan: "standard", numInstances: 3, healthCheckPath: "/-/ready" },
  },
  // gRPC's target has no scheme, and the port is that of Inventory. - R45; gRPC's page on naming.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: { INVENTORY_GRPC_TARGET: "inventory:50051" },
    others: [
      {
        ...python,
        kind: "private",
        command: "python -m inventory.server",
        variables: { PORT: "50051" },
        properties: { name: "inventory" },
      },
    ],
  },
  // Meilisearch listens where MEILI_HTTP_ADDR says, with a disk of its own. - Meilisearch's page on its settings; R45.
  {
    ...node,
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: { MEILI_URL: "http://search:7700" },
    others: [
      {
        driver: "none",
        kind: "private",
        command: null,
        variables: {
          PORT: "7700",
          MEILI_HTTP_ADDR: "0.0.0.0:7700",
          MEILI_ENV: "production",
          MEILI_MASTER_KEY: "b7f0c2d94e1a48d3a5c6e8f1907d23ba",
        },
        properties: {
          ...image("docker.io/getmeili/meilisearch", "v1.12"),
          name: "search",
          disk: { name: "search", sizeGb: 10, mountPath: "/meili_data" },
        },
      },
    ],
  },
  // A site has neither command nor port, and its search key is a public one. - R45, R47; Algolia's page on API keys.
  {
    ...node,
    kind: "static",
    command: null,
    variables: {
      SITE_URL: "https://docs.harbor-freight.io",
      ALGOLIA_APP_ID: "K7Q2M9XW4T",
      ALGOLIA_SEARCH_KEY: "4c1f0b9d27e84a63b5d8e0a7c2916f3d",
    },
  },

  // --- Values that look like a template's ------------------------------------------------------------------------------

  // Texts with marks, names of headers and of secrets. - V1.
  {
    ...node,
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: {
      RECEIPT_SUBJECT_TEMPLATE: "Your receipt from {{store}}",
      API_KEY_HEADER: "X-Api-Key",
      PASSWORD_RESET_PATH: "/reset-password",
      LOG_MASK: "****",
      INVITE_URL_TEMPLATE: "https://app.harbor-freight.io/invite/{code}",
      ALLOWED_ORIGIN_PATTERN: "^https://([a-z0-9-]+\\.)?harbor-freight\\.io$",
    },
  },
  // Settings of secrets that are none, beside one that is. - V1, V2.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: {
      JWT_ALGORITHM: "HS256",
      JWT_SECRET: "9f2c7be1d04a6835c1e7f9b20d8a46e35b7c90f1e2d38a64",
      PASSWORD_MIN_LENGTH: "12",
      TOKEN_TTL_SECONDS: "3600",
      API_KEY_PREFIX: "hb_",
      SIGNING_KEY_PATH: "/etc/secrets/signing.pem",
    },
  },
  // A demo account and a sample's rate are this product's own. - V1, V6.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: {
      DEMO_ACCOUNT_EMAIL: "demo@harbor-freight.io",
      DEMO_TENANT: "sample",
      TRACES_SAMPLE_RATE: "0.1",
      DEFAULT_STATUS: "todo",
      UPLOADS_BUCKET: "example-harbor-uploads",
    },
  },
];
