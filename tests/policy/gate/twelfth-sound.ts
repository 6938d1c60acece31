import type { SealedCase } from "./sealed";

/** Made-up project references, and hosts in the pooler's public form. */
const SHOP = "ihjrdqqzsgvtfgciyeak";
const DESK = "qhewzhxpdnhoxeqhizdg";
const FARM = "zjpvyopsuginpzttfwfu";
const FRANKFURT = "aws-0-eu-central-1.pooler.supabase.com";
const OHIO = "aws-1-us-east-2.pooler.supabase.com";
const MUMBAI = "aws-0-ap-south-1.pooler.supabase.com";

const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { runtime: "docker", driver: "none" } as const;
const python = { runtime: "python", driver: "none" } as const;

/**
 * The sound half of the twelfth batch, a sealed one, written on 29 November 2026 by an examiner who has read neither
 * the rules' code nor an earlier case, and has not run the tool. Each looks like something broken and works; its comment
 * says why, and after the dash where its kind was met and what decides it (R, S, P and V are entries of docs/facts).
 */
export const TWELFTH_SOUND: readonly SealedCase[] = [
  // --- Ports and addresses -----------------------------------------------------------------------------------------

  // No --bind: where PORT is set, gunicorn binds 0.0.0.0:$PORT. - Procfiles; gunicorn's config.py (Bind). An image has
  // no GUNICORN_CMD_ARGS of Render's (R41).
  { ...docker, command: "gunicorn config.wsgi:application --workers 3 --access-logfile -" },
  // The shell expands $PORT before the assignment in front of the command counts: it binds 8000. - start scripts;
  // POSIX, simple commands.
  { ...python, command: "PORT=5000 gunicorn shop.app:app --bind 0.0.0.0:$PORT" },
  // The command line replaces what GUNICORN_CMD_ARGS binds. - gunicorn's page on its settings (order).
  {
    ...python,
    command: "gunicorn shop.app:app --bind 0.0.0.0:8000",
    variables: { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:5000 --access-logfile=-" },
  },
  // waitress listens on 0.0.0.0 by default. - Flask tutorials; waitress' documentation (arguments).
  { ...python, command: "waitress-serve --port=$PORT --call shop:create_app" },
  // artisan serve takes address and port from the environment. - Laravel's ServeCommand.
  { ...docker, command: "php artisan serve", variables: { SERVER_HOST: "0.0.0.0", SERVER_PORT: "8000" } },
  // Outside development, rails server listens on 0.0.0.0 without -b. - railties' server_command.rb; R40.
  { ...ruby, command: "bundle exec rails server -p $PORT", variables: { RAILS_ENV: "production" } },
  // Thruster opens HTTP_PORT, and Puma behind it TARGET_PORT. - thread rails 53462; Thruster's readme.
  {
    ...ruby,
    command: "bundle exec thrust ./bin/rails server",
    variables: { HTTP_PORT: "8000", TARGET_PORT: "3000", RAILS_ENV: "production" },
  },
  // NITRO_HOST comes before HOST, NITRO_PORT before PORT. - Nitro's node-server entry.
  {
    ...node,
    command: "node .output/server/index.mjs",
    variables: { HOST: "127.0.0.1", NITRO_HOST: "0.0.0.0", NITRO_PORT: "8000" },
  },
  // serve takes an address as a URI. - single-page applications on Render; serve's readme (--listen).
  { ...node, command: "npx serve -s build -l tcp://0.0.0.0:$PORT" },
  // ASPNETCORE_URLS overrides ASPNETCORE_HTTP_PORTS, which the image sets to 8080. - Microsoft's page on endpoints.
  {
    ...docker,
    command: "dotnet Shop.Api.dll",
    variables: { ASPNETCORE_HTTP_PORTS: "8080", ASPNETCORE_URLS: "http://*:8000" },
  },
  // An option of the program comes before the environment. - Spring Boot's externalised configuration (order).
  {
    ...docker,
    command: "sh -c 'exec java -jar /app/desk.jar --server.port=${PORT:-8080}'",
    variables: { SERVER_PORT: "8080" },
  },
  // gunicorn on the loopback address is meant: Caddy before it opens 8000 to all. - containers with a proxy of their
  // own; Caddy's command line (reverse-proxy).
  {
    ...docker,
    command:
      "sh -c 'gunicorn shop.wsgi --bind 127.0.0.1:9001 --workers 2 & exec caddy reverse-proxy --from :8000 --to 127.0.0.1:9001'",
  },
  // Streamlit listens on all interfaces unless it gets an address. - thread streamlit 584.
  { ...python, command: "streamlit run dashboard.py --server.port $PORT --server.headless true" },
  // 0 is Django's short form of 0.0.0.0. - Django's page on runserver.
  { ...python, command: "python manage.py runserver 0:$PORT --noreload" },
  // The command line comes before UVICORN_HOST and UVICORN_PORT. - uvicorn's page on settings.
  {
    command: "uvicorn shop.main:app --host 0.0.0.0 --port 8000",
    variables: { UVICORN_HOST: "127.0.0.1", UVICORN_PORT: "9000" },
  },
  // Rocket's own variables name the same port and all interfaces. - Render's page on Rocket; R40.
  {
    runtime: "rust",
    driver: "none",
    command: "./target/release/farm",
    variables: { ROCKET_ADDRESS: "0.0.0.0", ROCKET_PORT: "8000" },
  },
  // The service's own HOST wins over the group's. - R10; SvelteKit's page on adapter-node.
  {
    ...node,
    command: "node build",
    variables: { HOST: "0.0.0.0" },
    group: { HOST: "127.0.0.1", LOG_LEVEL: "info" },
  },

  // --- Commands that seem to end, or not to ------------------------------------------------------------------------

  // The web server is in the background, and the worker holds the command. - start scripts with both in one service.
  {
    command:
      "uvicorn app.main:app --host 0.0.0.0 --port $PORT & celery -A app.tasks worker --loglevel=info --concurrency=1",
  },
  // Both in the background, and `wait` holds the command. - start scripts of monorepos; POSIX, wait.
  {
    ...node,
    command: `sh -c 'trap "kill 0" TERM; node dist/worker.js & npx next start -p $PORT -H 0.0.0.0 & wait'`,
  },
  // --no-daemon keeps pm2 in the foreground. - pm2's command line.
  { ...node, command: "npx pm2 start ecosystem.config.js --no-daemon --env production" },
  // php-fpm goes to the background, nginx stays. - Dockerfiles of Laravel.
  { ...docker, command: `sh -c "php-fpm -D && exec nginx -g 'daemon off;'"` },
  // A Redis of the container's own in the background, the worker in the foreground. - small Celery set-ups.
  {
    ...docker,
    kind: "worker",
    command: "sh -c 'redis-server --daemonize yes && exec celery -A shop worker --loglevel=info'",
    variables: { CELERY_BROKER_URL: "redis://localhost:6379/0" },
  },
  // jobs:work goes on (jobs:workoff would end). - Delayed Job's readme.
  { ...ruby, kind: "worker", command: "bundle exec rake jobs:work" },
  // The same command as a broken worker's: as a cron job it has to end, and does. - Laravel's page on queues; R46.
  {
    ...docker,
    kind: "cron",
    command: "php artisan queue:work --stop-when-empty --max-time=240",
    properties: { schedule: "*/5 * * * *" },
  },
  // In burst mode rq ends once the queues are empty; the schedule is one of Render's own examples. - rq's page on
  // workers; Render's page on cron jobs.
  {
    ...python,
    kind: "cron",
    command: "rq worker --burst --url $REDIS_URL default low",
    variables: { REDIS_URL: "redis://red-ct4m2k8p9u3c71d5f0vg:6379" },
    properties: { schedule: "*/60 * * * MON-FRI" },
  },
  // 29 February comes, every fourth year. - R46 asks for five fields that a date can meet.
  {
    ...python,
    kind: "cron",
    command: "python manage.py leap_day_report",
    properties: { schedule: "0 0 29 2 *" },
  },
  // --- Plans, health checks, neighbours ----------------------------------------------------------------------------

  // 18011 is next to Render's own ports and free. - R31.
  {
    kind: "private",
    command: "uvicorn ledger.main:app --host 0.0.0.0 --port $PORT",
    // The port that the component declares was not written down by who wrote the case.
    declared: { port: 18011 },
    variables: { PORT: "18011" },
  },
  // A disk with one instance, a pre-deploy command on a paid plan, and the longest shutdown delay. - R22, RENDER.md, 4.
  {
    properties: {
      plan: "starter",
      numInstances: 1,
      disk: { name: "uploads", sizeGb: 1, mountPath: "/var/lib/uploads" },
      maxShutdownDelaySeconds: 300,
      preDeployCommand: "alembic upgrade head",
    },
  },
  // Several instances without a disk; 90 percent is the highest target. - R53.
  {
    properties: {
      plan: "standard",
      autoscaling: {
        enabled: true,
        min: 1,
        max: 3,
        criteria: { cpu: { enabled: true, percentage: 90 }, memory: { enabled: false, percentage: 80 } },
      },
    },
  },
  // The variable's port is Billing's own, and not Render's default. - render.yaml of several services; R45.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: { BILLING_URL: "http://billing:9000" },
    others: [
      {
        ...python,
        kind: "private",
        command: "uvicorn billing.main:app --host 0.0.0.0 --port $PORT",
        variables: { PORT: "9000" },
        properties: { name: "billing" },
      },
    ],
  },
  // Billing is public and asked at its public address, by https: no port of the private network. - R45.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: { BILLING_URL: "https://billing.onrender.com" },
    others: [
      {
        ...python,
        command: "uvicorn billing.main:app --host 0.0.0.0 --port $PORT",
        properties: { name: "billing" },
      },
    ],
  },
  // Flower's port by its option, the same in PORT and in the variable. - Celery set-ups; Flower's page on options.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: { FLOWER_URL: "http://flower:5555" },
    others: [
      {
        ...python,
        kind: "private",
        command: "celery -A shop flower --address=0.0.0.0 --port=5555",
        variables: { PORT: "5555" },
        properties: { name: "flower" },
      },
    ],
  },
  // A static site has neither command nor port nor plan. - R45, R47.
  {
    ...node,
    kind: "static",
    command: null,
    variables: {
      PORT: null,
      VITE_SUPABASE_URL: `https://${SHOP}.supabase.co`,
      VITE_API_URL: "https://api-harvest.onrender.com",
    },
  },
  // Texts with marks in them, a passphrase of words, a bucket that begins with `your`, local origins of developers; and
  // `/` as a health check. - .env files of real set-ups; V1, V2, V6.
  {
    variables: {
      ORDER_SUBJECT_TEMPLATE: "Your order {{order_id}} has shipped",
      LOG_FORMAT: "%(asctime)s <%(name)s> %(message)s",
      SESSION_SECRET: "your-otter-velvet-quarry-nine",
      S3_BUCKET: "your-uploads-prod",
      CORS_ORIGINS: "http://localhost:5173,https://harvest.onrender.com",
    },
    properties: { healthCheckPath: "/" },
  },

  // --- Databases ---------------------------------------------------------------------------------------------------

  // The tenant comes by the startup options, so that the user needs none. - S10; DATABASE.md, sections 1 and 2.
  {
    variables: {
      DATABASE_URL: `postgresql://postgres:mV4kPz81tQ@${FRANKFURT}:5432/postgres?options=reference%3D${SHOP}&sslmode=require`,
    },
  },
  // asyncpg takes postgres://, and the password is in percent-encoding throughout. - P1, P2.
  {
    variables: {
      DATABASE_URL: `postgres://app.${SHOP}:p%40ss%23w%2Frd%3F50%25@${FRANKFURT}:5432/postgres?sslmode=require&application_name=shop-api`,
    },
  },
  // Verified, with the authority's file where Render puts it. - P4, S7, R43.
  {
    variables: {
      DATABASE_URL: `postgresql://app.${SHOP}:mV4kPz81tQ@${FRANKFURT}:5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt`,
    },
    secretFiles: {
      "prod-ca-2021.crt": `-----BEGIN CERTIFICATE-----
MIIBkDCCATegAwIBAgIUGYtgzDcSNiulEZswDnwHJOMw8sAwCgYIKoZIzj0EAwIw
HjEcMBoGA1UEAwwTU2VhbGVkIEV4YW0gUm9vdCBDQTAeFw0yNjExMjkxODA4NTBa
Fw0zNjExMjYxODA4NTBaMB4xHDAaBgNVBAMME1NlYWxlZCBFeGFtIFJvb3QgQ0Ew
WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARxsyrWivR2G0k0kt3m2uYLxQKyuyxy
yIpX75y3Of3Xj0+9jonHCRaCrN1qZHsRhAOS7nXyi95gy+ubR8yAUP2Xo1MwUTAd
BgNVHQ4EFgQUB7+whWq/IVZI1zYqjfpgwtj0OFUwHwYDVR0jBBgwFoAUB7+whWq/
IVZI1zYqjfpgwtj0OFUwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBE
AiBV7IetXASnkHqnoOMbxp14TT8nMgrrOQWrhCa263SB5gIgDwNlgAHfqz+WlhnV
WHqboPavnudQ2C7KpjlJ00IyeNg=
-----END CERTIFICATE-----
`,
    },
  },
  // The role's own name has a dot, the tenant follows the last one; no port is 5432. - S10, P5.
  {
    variables: {
      DATABASE_URL: `postgresql://svc.reader.${FARM}:mV4kPz81tQ@${MUMBAI}/postgres?sslmode=require`,
    },
  },
  // The URL's sslmode comes before PGSSLMODE. - libpq's and asyncpg's parameters: the environment fills in what is left out.
  {
    variables: {
      DATABASE_URL: `postgresql://app.${SHOP}:mV4kPz81tQ@${FRANKFURT}:5432/postgres?sslmode=require`,
      PGSSLMODE: "disable",
    },
  },
  // SQLAlchemy's own name of the parameter. - P3.
  {
    ...python,
    command: "uvicorn shop.main:app --host 0.0.0.0 --port $PORT",
    variables: {
      DATABASE_URL: `postgresql+asyncpg://app.${SHOP}:mV4kPz81tQ@${FRANKFURT}:5432/postgres?ssl=require`,
    },
  },
  // psycopg2 names no statements: transaction mode suits it. - P10; psycopg 911.
  {
    ...python,
    command: "gunicorn farm.wsgi --bind 0.0.0.0:$PORT",
    variables: {
      DATABASE_URL: `postgresql+psycopg2://app.${FARM}:mV4kPz81tQ@${MUMBAI}:6543/postgres?sslmode=require`,
    },
  },
  // Statements off by the URL; the password is no part of it, and raw. - P15; guides of Spring with Supabase.
  {
    ...docker,
    command: "java -Dserver.port=8000 -jar /app/desk.jar",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${OHIO}:6543/postgres?sslmode=require&prepareThreshold=0`,
      SPRING_DATASOURCE_USERNAME: `postgres.${DESK}`,
      SPRING_DATASOURCE_PASSWORD: "mV4k@Pz8#1t/Q%",
    },
  },
  // Npgsql names no statements by itself. - P15; Npgsql's page on prepared statements.
  {
    ...docker,
    command: "dotnet Farm.Api.dll",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__DefaultConnection: `Host=${MUMBAI};Port=6543;Database=postgres;Username=postgres.${FARM};Password=mV4kPz81tQ;SSL Mode=Require;Trust Server Certificate=true;No Reset On Close=true`,
    },
  },
  // Transaction mode with pgbouncer=true, migrations by the session pooler. - P11, P14; Supavisor's page on Prisma.
  {
    ...node,
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: {
      DATABASE_URL: `postgresql://postgres.${DESK}:mV4kPz81tQ@${OHIO}:6543/postgres?pgbouncer=true&connection_limit=1`,
      DIRECT_URL: `postgresql://postgres.${DESK}:mV4kPz81tQ@${OHIO}:5432/postgres`,
    },
  },
  // Active Record takes the parameter out of the URL and prepares nothing. - P15; heroku-buildpack-ruby 110.
  {
    ...ruby,
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    variables: {
      DATABASE_URL: `postgresql://postgres.${DESK}:mV4kPz81tQ@${OHIO}:6543/postgres?prepared_statements=false&sslmode=require`,
    },
  },
  // In parts, a password needs no encoding. - Laravel's .env; P1 speaks of URLs alone.
  {
    ...docker,
    command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000",
    variables: {
      DB_CONNECTION: "pgsql",
      DB_HOST: FRANKFURT,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: `postgres.${SHOP}`,
      DB_PASSWORD: "mV4k@Pz8#1t/Q?x",
      DB_SSLMODE: "require",
    },
  },
  // The group's local URL reaches no service: both services set their own. - R10; docs/policy-pack.md.
  {
    ...python,
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: {
      DATABASE_URL: `postgresql://app.${SHOP}:mV4kPz81tQ@${FRANKFURT}:5432/postgres?sslmode=require`,
    },
    group: { DATABASE_URL: "postgresql://shop:nT6yRb3e@localhost:5432/shop", LOG_LEVEL: "info" },
    others: [
      {
        ...python,
        kind: "worker",
        command: "celery -A shop worker --loglevel=info --concurrency=2",
        variables: {
          DATABASE_URL: `postgresql://jobs.${SHOP}:wB7nXc25rL@${FRANKFURT}:5432/postgres?sslmode=require`,
        },
        properties: { name: "shop-worker" },
      },
    ],
  },
  // By the URL pgx names no statements. - P11, P15; thread pgx 1561.
  {
    runtime: "go",
    driver: "none",
    command: "./bin/api",
    variables: {
      DATABASE_URL: `postgres://app.${FARM}:mV4kPz81tQ@${MUMBAI}:6543/postgres?sslmode=require&default_query_exec_mode=simple_protocol`,
    },
  },
  // With uselibpqcompat=true, node-postgres, whose parameter this is, encrypts and does not verify. - P4; threads
  // sync-engine 194 and n8n 13517 for the broken form.
  {
    ...node,
    command: "node dist/main.js",
    variables: {
      DATABASE_URL: `postgresql://app.${DESK}:mV4kPz81tQ@${OHIO}:5432/postgres?sslmode=require&uselibpqcompat=true`,
    },
  },
  // Ecto's scheme, and a Render database by its private name, which has no dot. - Phoenix' releases (bin/server sets
  // PHX_SERVER); Render's page on connecting; R48.
  {
    runtime: "elixir",
    driver: "none",
    command: "_build/prod/rel/desk/bin/server",
    variables: {
      DATABASE_URL: "ecto://desk:mV4kPz81tQ@dpg-ct3k9v2a1b4c73f0e8dg-a/desk",
      PHX_HOST: "desk.onrender.com",
    },
  },
];
