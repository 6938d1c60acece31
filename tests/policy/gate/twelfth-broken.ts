import type { SealedCase } from "./sealed";

/** Made-up project references, and hosts in the pooler's public form. */
const SHOP = "ihjrdqqzsgvtfgciyeak";
const DESK = "qhewzhxpdnhoxeqhizdg";
const FARM = "ormizsnzpdjdjtzlmnll";
const FRANKFURT = "aws-0-eu-central-1.pooler.supabase.com";
const OHIO = "aws-1-us-east-2.pooler.supabase.com";
const MUMBAI = "aws-0-ap-south-1.pooler.supabase.com";

const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { runtime: "docker", driver: "none" } as const;
const python = { runtime: "python", driver: "none" } as const;

/**
 * The broken half of the twelfth batch, a sealed one, written on 29 November 2026 by an examiner who has read neither
 * the rules' code nor an earlier case, and has not run the tool. Each comment says why it cannot work, and after the
 * dash where its kind was met and what decides it (R, S, P and V are entries of docs/facts).
 */
export const TWELFTH_BROKEN: readonly SealedCase[] = [
  // --- Ports that differ -------------------------------------------------------------------------------------------

  // Spring reads SERVER_PORT from the environment, above application.properties: 8080, while PORT is 8000.
  // - pages and repositories of Spring on Render; Spring Boot's externalised configuration, relaxed binding.
  {
    ...docker,
    rule: "port/agreement",
    command: "java -XX:MaxRAMPercentage=75 -jar /app/app.jar",
    variables: { SERVER_PORT: "8080" },
  },
  // Nitro takes NITRO_PORT before PORT. - Nuxt repositories; Nitro's node-server entry (`NITRO_PORT || PORT`).
  {
    ...node,
    rule: "port/agreement",
    command: "node .output/server/index.mjs",
    variables: { NITRO_PORT: "3000", NITRO_HOST: "0.0.0.0" },
  },
  // The command line's --urls wins over ASPNETCORE_URLS, which is right and unread. - blog on the ways to set URLs.
  {
    ...docker,
    rule: "port/agreement",
    command: "dotnet Shop.Api.dll --urls http://0.0.0.0:5000",
    variables: { ASPNETCORE_URLS: "http://+:8000" },
  },
  // waitress reads no PORT: 8080 is its default. - Flask tutorials; waitress' documentation (arguments).
  { ...python, rule: "port/agreement", command: "waitress-serve --call shop:create_app" },
  // Thruster opens HTTP_PORT (80 by default) and gives its child a PORT of its own (3000): 8000 is not opened.
  // - issue thread rails 53462 (`./bin/thrust` eats PORT); Thruster's readme.
  { ...ruby, rule: "port/agreement", command: "bundle exec thrust ./bin/rails server" },
  // Streamlit's variable wins over its config file, and names 8501. - Streamlit repositories' start scripts.
  {
    ...python,
    rule: "port/agreement",
    command: "streamlit run dashboard.py --server.address 0.0.0.0 --server.headless true",
    variables: { STREAMLIT_SERVER_PORT: "8501" },
  },
  // The service sets no PORT, so that the group's counts: all agree on 3000, which is not the standard port.
  // - render.yaml with an env group for all services; R10, docs/policy-pack.md (standard port).
  {
    ...node,
    rule: "port/standard",
    command: "npx next start -p $PORT",
    variables: { PORT: null },
    group: { PORT: "3000", NEXT_TELEMETRY_DISABLED: "1" },
  },
  // 18012 is Render's own; a private service may choose any port but this and two more. - R31, R45.
  {
    rule: "port/reserved",
    kind: "private",
    command: "uvicorn ledger.main:app --host 0.0.0.0 --port $PORT",
    variables: { PORT: "18012" },
  },

  // --- Servers that no request reaches ---------------------------------------------------------------------------------

  // daphne binds 127.0.0.1 without -b. - Django Channels on Render; Django's page on daphne.
  { ...python, rule: "service/loopback-bind", command: "daphne -p $PORT shop.asgi:application" },
  // hypercorn's default is 127.0.0.1:8000: the right port by chance, on the wrong address. - hypercorn's documentation.
  { ...python, rule: "service/loopback-bind", command: "hypercorn shop.main:app --workers 2" },
  // artisan serve binds SERVER_HOST or 127.0.0.1. - Laravel's ServeCommand; Dockerfiles of Laravel on Render.
  { ...docker, rule: "service/loopback-bind", command: "sh -c 'php artisan serve --port=$PORT'" },
  // rails server reads BINDING, left over from a development container. - railties' server_command.rb.
  {
    ...ruby,
    rule: "service/loopback-bind",
    command: "bundle exec rails server -p $PORT -e production",
    variables: { BINDING: "127.0.0.1", RAILS_LOG_TO_STDOUT: "true" },
  },
  // Next's standalone server listens on HOSTNAME. - threads next.js 54342, 44627; supabase 19906.
  {
    ...node,
    rule: "service/loopback-bind",
    command: "node .next/standalone/server.js",
    variables: { HOSTNAME: "localhost" },
  },
  // `fastapi dev` listens on 127.0.0.1; `fastapi run` would be right. - FastAPI's page on its command line.
  { rule: "service/loopback-bind", command: "fastapi dev shop/main.py --port $PORT" },
  // localhost in ASPNETCORE_URLS is the loopback address alone. - launchSettings copied; blog on the ways to set URLs.
  {
    ...docker,
    rule: "service/loopback-bind",
    command: "dotnet Desk.Web.dll",
    variables: { ASPNETCORE_URLS: "http://localhost:8000" },
  },
  // adapter-node listens on HOST, which comes from the group here. - SvelteKit's page on adapter-node; R10.
  { ...node, rule: "service/loopback-bind", command: "node build", group: { HOST: "127.0.0.1" } },
  // Redis on its own loopback address cannot be asked by other services. - redis.conf's line, written as options; R45.
  {
    ...docker,
    rule: "service/loopback-bind",
    kind: "private",
    command: "redis-server --bind 127.0.0.1 --port 6379 --requirepass Qw8vT2xLm4",
    variables: { PORT: "6379" },
  },

  // --- Commands that end, or do not --------------------------------------------------------------------------------

  // pm2 starts its daemon and returns. - Express set-ups moved from a virtual machine; pm2's documentation (pm2-runtime).
  { ...node, rule: "service/start-command", command: "npx pm2 start ecosystem.config.js --env production" },
  // A worker that ends as soon as the queue is empty is taken for crashed. - Laravel's page on queues.
  {
    ...docker,
    rule: "service/start-command",
    kind: "worker",
    command: "php artisan queue:work --stop-when-empty --tries=3",
  },
  // `celery multi start` leaves daemons behind and returns. - Celery's page on daemonisation.
  {
    ...python,
    rule: "service/start-command",
    kind: "worker",
    command: "celery multi start w1 -A shop -l info --pidfile=/tmp/%n.pid --logfile=/tmp/%n.log",
  },
  // schedule:work stays in the foreground and calls the scheduler each minute: a run that Render ends after 12 hours.
  // - containers' page on Laravel's workers; R46.
  {
    ...docker,
    rule: "service/start-command",
    kind: "cron",
    command: "php artisan schedule:work",
    properties: { schedule: "* * * * *" },
  },
  // `caddy start` returns once the server runs in the background; `caddy run` stays. - Caddy's command line.
  {
    ...docker,
    rule: "service/start-command",
    command: "caddy start --config /etc/caddy/Caddyfile --adapter caddyfile",
  },
  // The worker never ends, so that gunicorn is never started and no port opens. - start scripts with both in one
  // service, where the & became &&.
  {
    ...python,
    rule: "service/start-command|port/agreement",
    command:
      "celery -A core worker --loglevel=info --concurrency=1 && gunicorn core.wsgi --bind 0.0.0.0:$PORT",
  },
  // The pre-deploy command ends with Sidekiq, which does not end: 30 minutes, then pre_deploy_failed. - R22, R23.
  {
    ...ruby,
    rule: "service/start-command",
    command: "bundle exec puma -b tcp://0.0.0.0:$PORT",
    properties: {
      plan: "starter",
      preDeployCommand: "bundle exec rails db:migrate && bundle exec sidekiq -C config/sidekiq.yml",
    },
  },
  // A native runtime reads no Procfile. - Go repositories moved from Heroku; Render's page on Blueprints.
  { rule: "service/native-without-start", runtime: "go", driver: "none", command: null },

  // --- Schedules, plans, health checks, neighbours -----------------------------------------------------------------

  // Six fields, as Spring's @Scheduled and Quartz have them. - R46.
  {
    ...python,
    rule: "service/cron-schedule",
    kind: "cron",
    command: "python manage.py clearsessions",
    properties: { schedule: "0 30 6 * * *" },
  },
  // None of these months has a 31st day. - "last day of the quarter" written by hand; R46.
  {
    ...python,
    rule: "service/cron-schedule",
    kind: "cron",
    command: "python -m reports.month_end",
    properties: { schedule: "0 3 31 4,6,9,11 *" },
  },
  // No free worker exists. - thread hostedgpt 59 (render.yaml with a free worker); R47.
  {
    ...python,
    rule: "plan/limits",
    kind: "worker",
    command: "celery -A shop worker --loglevel=info",
    properties: { plan: "free" },
  },
  // A disk belongs to one instance. - Render's page on disks; RENDER.md, section 4.
  {
    rule: "plan/limits",
    properties: {
      plan: "standard",
      numInstances: 2,
      disk: { name: "uploads", sizeGb: 10, mountPath: "/var/data/uploads" },
    },
  },
  // An address where a path belongs: it does not begin with a slash. - uptime monitors' field, copied; RENDER.md, 4.
  {
    rule: "service/health-check-path",
    properties: { healthCheckPath: "https://shop-api.onrender.com/health" },
  },
  // Billing listens on 9000; 5000 is refused, though both are healthy. - render.yaml of several services; R45.
  {
    ...python,
    rule: "port/peer-mismatch",
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: { BILLING_URL: "http://billing:5000" },
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

  // --- Databases ---------------------------------------------------------------------------------------------------

  // The brackets of [YOUR-PASSWORD] stayed around the password: urllib takes them for an IPv6 address.
  // - thread dialoqbase 30; DATABASE.md, section 5b.
  {
    rule: "database/password-encoding|database/url-malformed|environment/placeholder",
    variables: { DATABASE_URL: `postgresql://postgres.${SHOP}:[Rk7wQz2mTb9]@${FRANKFURT}:5432/postgres` },
  },
  // The pooler's host with the direct connection's user, in parts as Laravel has them. - S2, S10; Laravel's .env.
  {
    ...docker,
    rule: "database/pooler-tenant",
    command: "php artisan octane:start --server=frankenphp --host=0.0.0.0 --port=8000",
    variables: {
      DB_CONNECTION: "pgsql",
      DB_HOST: FRANKFURT,
      DB_PORT: "5432",
      DB_DATABASE: "postgres",
      DB_USERNAME: "postgres",
      DB_PASSWORD: "mV4kPz81tQ",
    },
  },
  // Hikari hands the text to pgJDBC, which takes `jdbc:postgresql:` alone. - thread spring-boot 2470 and many more.
  {
    ...docker,
    rule: "database/url-malformed",
    command: "java -jar /app/desk.jar",
    variables: {
      SERVER_PORT: "8000",
      SPRING_DATASOURCE_URL: `postgresql://postgres.${DESK}:mV4kPz81tQ@${OHIO}:5432/postgres?sslmode=require`,
    },
  },
  // pgJDBC reads no user and password before the host: it looks for a host of that name. - threads pgjdbc 1346, 1474,
  // HikariCP 1402.
  {
    ...docker,
    rule: "database/url-malformed",
    command: "java -jar /app/desk.jar",
    variables: {
      SERVER_PORT: "8000",
      SPRING_DATASOURCE_URL: `jdbc:postgresql://postgres.${DESK}:mV4kPz81tQ@${OHIO}:5432/postgres?sslmode=require`,
    },
  },
  // The direct host has an IPv6 address only, and Render has no IPv6 outbound. - S1, R34; an ADO.NET connection string.
  {
    ...docker,
    rule: "database/ipv6-only-host",
    command: "dotnet Farm.Api.dll",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ConnectionStrings__DefaultConnection: `Host=db.${FARM}.supabase.co;Port=5432;Database=postgres;Username=postgres;Password=mV4kPz81tQ;SSL Mode=Require;Trust Server Certificate=true`,
    },
  },
  // The same in a secret file that the command reads: none of it is in the variables. - R43, S1, R34.
  {
    ...python,
    rule: "database/ipv6-only-host",
    command:
      "bash -c 'set -a && . /etc/secrets/app.env && set +a && exec uvicorn farm.main:app --host 0.0.0.0 --port $PORT'",
    variables: { DATABASE_URL: null },
    secretFiles: {
      "app.env": `DATABASE_URL=postgresql://postgres:mV4kPz81tQ@db.${FARM}.supabase.co:5432/postgres\nLOG_LEVEL=info\n`,
    },
  },
  // By a rule that is younger than the batch; expected was database/tls-untrusted.
  // The certificate is /etc/secrets/prod-ca-2021.crt; the URL names another file. - P4, S7, R43; sync-engine 194.
  {
    rule: "environment/missing-file",
    variables: {
      DATABASE_URL: `postgresql://app.${SHOP}:mV4kPz81tQ@${FRANKFURT}:5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/supabase-ca.crt`,
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
  // Meant to turn statements off, but asyncpg's DSN has no such key: it goes to the server as a setting, which refuses
  // it. - advice of guides on poolers (bluenote's database set-up); P3, DATABASE.md, section 3.
  {
    rule: "database/url-parameters|database/transaction-mode-statements",
    variables: {
      DATABASE_URL: `postgresql://postgres.${SHOP}:mV4kPz81tQ@${FRANKFURT}:6543/postgres?statement_cache_size=0`,
    },
  },
  // pgJDBC names a statement after five uses; prepareThreshold=0 is missing in transaction mode. - P15; guides of Spring
  // with Supabase.
  {
    ...docker,
    rule: "database/transaction-mode-statements",
    command: "java -Dserver.port=8000 -jar /app/desk.jar",
    variables: {
      SPRING_DATASOURCE_URL: `jdbc:postgresql://${OHIO}:6543/postgres?sslmode=require`,
      SPRING_DATASOURCE_USERNAME: `postgres.${DESK}`,
      SPRING_DATASOURCE_PASSWORD: "mV4kPz81tQ",
    },
  },
  // libpq reads PGSSLMODE: the password's proof and all data in the clear. - libpq's environment variables; rules.md.
  {
    ...python,
    rule: "database/tls-off",
    command: "gunicorn farm.wsgi --bind 0.0.0.0:$PORT",
    variables: {
      DATABASE_URL: null,
      PGHOST: MUMBAI,
      PGPORT: "5432",
      PGUSER: `farm_rw.${FARM}`,
      PGPASSWORD: "mV4kPz81tQ",
      PGDATABASE: "postgres",
      PGSSLMODE: "disable",
    },
  },
  // The pooler's port and user at the direct host: none of the four forms. - S1, S2, S3; DATABASE.md, section 2.
  {
    rule: "database/supabase-endpoint|database/ipv6-only-host",
    variables: {
      DATABASE_URL: `postgresql://postgres.${SHOP}:mV4kPz81tQ@db.${SHOP}.supabase.co:6543/postgres`,
    },
  },
  // The project's name where its reference belongs. - S4, S12 (Tenant or user not found).
  {
    rule: "database/project-reference",
    variables: {
      DATABASE_URL: `postgresql://postgres.shop-production:mV4kPz81tQ@${FRANKFURT}:5432/postgres`,
    },
  },
  // The web service overrides the group's local URL; the worker does not. - R10; a development .env made a group.
  {
    ...python,
    rule: "database/local-host",
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
        variables: { DATABASE_URL: null },
        properties: { name: "shop-worker" },
      },
    ],
  },
  // The site is built with the template's address. - .env.example of Vite templates; V6, S4.
  {
    ...node,
    rule: "environment/placeholder|database/project-reference",
    kind: "static",
    command: null,
    variables: {
      PORT: null,
      VITE_SUPABASE_URL: "https://your-project-ref.supabase.co",
      VITE_APP_NAME: "Harvest",
    },
  },

  // --- What no preview can decide ----------------------------------------------------------------------------------

  // The script is in package.json, and main.ts listens on a fixed 3000. - Nest set-ups in issue threads.
  { ...node, rule: "unknown", command: "npm run start:prod" },
  // A release without PHX_SERVER starts no endpoint, unless its configuration says `server: true`: here it does not.
  // - threads distillery 37, phoenix 3374.
  {
    rule: "unknown",
    runtime: "elixir",
    driver: "none",
    command: "_build/prod/rel/desk/bin/desk start",
    variables: { PHX_HOST: "desk.onrender.com" },
  },
  // All in form; but the project lives at another region's pooler (Tenant or user not found). - S12; supabase-mcp 19.
  {
    rule: "unknown",
    variables: {
      DATABASE_URL: `postgresql://postgres.${SHOP}:mV4kPz81tQ@${MUMBAI}:5432/postgres?sslmode=require`,
    },
  },
  // supervisord goes to the background, unless its file says nodaemon=true: here it does not. - Supervisor's manual.
  { ...docker, rule: "unknown", command: "supervisord -c /etc/supervisor/supervisord.conf" },
  // The code makes its client by `postgres(url)`, without `prepare: false`: nothing here says which driver it has.
  // - threads postgres 547, drizzle-orm-docs 152, caddie 43; P10.
  {
    ...node,
    rule: "unknown",
    command: "node dist/index.js",
    variables: { DATABASE_URL: `postgresql://postgres.${DESK}:mV4kPz81tQ@${OHIO}:6543/postgres` },
  },
];
