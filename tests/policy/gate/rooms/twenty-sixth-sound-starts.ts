import { docker, soundBy, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, elixir, node, ruby } from "../written";
import { CANARY, key, laravel, pooled, REF, SESSION } from "./twenty-sixth-form";

const STORE = "redis://red-d0heron0marsh0canary:6379";

/** Commands and values that look like those that were reported, and are right. */
export const SOUND_STARTS_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    why: "a queue's worker is a background worker (LVTD-LLC/TuxSEO, pull request 74)",
    kind: "worker",
    command: "python manage.py qcluster",
    driver: "psycopg2",
    variables: { DATABASE_URL: SESSION, REDIS_URL: STORE },
  },
  {
    why: "Sidekiq as a worker, with its store's address (heroku/ruby-getting-started, issue 26)",
    kind: "worker",
    command: "bundle exec sidekiq -c 5 -v",
    ...ruby,
    variables: { DATABASE_URL: SESSION, REDIS_URL: STORE, RAILS_ENV: "production" },
  },
  {
    why: "Celery's beat is a worker that goes on (Celery's page on periodic tasks)",
    kind: "worker",
    command: "celery -A marsh beat --loglevel=info",
    driver: "none",
    variables: { CELERY_BROKER_URL: `${STORE}/0` },
  },
  {
    why: "Artisan's worker goes on (Laravel's page on queues)",
    kind: "worker",
    command: "php artisan queue:work --tries=3 --max-time=3600",
    driver: "none",
    variables: laravel({ QUEUE_CONNECTION: "database" }),
    properties: {
      runtimeSource: { docker: { repoUrl: "https://github.com/marsh-works/shop", branch: "main" } },
    },
  },
  {
    why: "pm2-runtime stays in the foreground (PM2's page on Docker)",
    ...soundWeb("npx pm2-runtime start ecosystem.config.js --env production", node),
  },
  {
    why: "PHP's processes are in the background, and nginx stays (nginx's image)",
    ...soundWeb("php-fpm -D && nginx -g 'daemon off;'", { ...docker, ...bare }),
  },
  {
    why: "the migration ends, and the server stays",
    ...soundWeb("npx prisma migrate deploy && npx next start -p $PORT", {
      runtime: "node",
      driver: "prisma",
      variables: { DATABASE_URL: SESSION },
    }),
  },
  {
    why: "exec leaves the server in the shell's place (Alembic's tutorial)",
    ...soundWeb("alembic upgrade head && exec uvicorn marsh.main:app --host 0.0.0.0 --port $PORT", {
      driver: "psycopg2",
      variables: { DATABASE_URL: SESSION },
    }),
  },
  {
    why: "db:prepare ends, and Puma stays (Render's page on Rails)",
    ...soundWeb("bundle exec rails db:prepare && bundle exec puma -b tcp://0.0.0.0:$PORT", {
      ...ruby,
      variables: { DATABASE_URL: SESSION, RAILS_ENV: "production", SECRET_KEY_BASE: CANARY.repeat(5) },
    }),
  },
  {
    why: "bin/server sets PHX_SERVER, and the key base is long enough (Phoenix's page on releases)",
    ...soundWeb("_build/prod/rel/live_view_todo/bin/server", {
      ...elixir,
      variables: {
        DATABASE_URL: pooled("5432/postgres", "ecto"),
        PHX_HOST: "todo.marsh-heron.org",
        SECRET_KEY_BASE: "a9Kq2sedgeLm0warblerReedBunting4coot7Teal5wigeon1SmewGrebe2Plover8Kn",
      },
    }),
  },
  {
    why: "the job deletes old sessions and ends (Django's page on sessions)",
    kind: "cron",
    command: "python manage.py clearsessions",
    driver: "psycopg2",
    variables: { DATABASE_URL: SESSION },
    properties: { schedule: "0 1 * * 1-5" },
  },
  {
    why: "the job sends what is due and ends, every 15 minutes (humanprotocol/human-protocol, pull request 2025)",
    kind: "cron",
    command: "npx tsx scripts/digest.ts",
    runtime: "node",
    driver: "node-postgres",
    variables: { DATABASE_URL: SESSION },
    properties: { schedule: "*/15 * * * *" },
  },
  {
    why: "on the first and the fifteenth, each at half past four (Render's page on cron jobs)",
    kind: "cron",
    command: "bundle exec rake invoices:send",
    ...ruby,
    variables: { DATABASE_URL: SESSION, RAILS_ENV: "production" },
    properties: { schedule: "30 4 1,15 * *" },
  },
  {
    why: "the migration is in the start command, which has the disk (stephaniewilkinson/yonderbook, pull request 1323)",
    ...soundWeb("bundle exec rake db:migrate && bundle exec puma -b tcp://0.0.0.0:$PORT config.ru", {
      ...ruby,
      ...bare,
      variables: { DATABASE_URL: "sqlite:///var/data/yonder.db" },
      properties: { disk: { name: "disk", mountPath: "/var/data", sizeGb: 1 } },
    }),
  },
  {
    why: "a paid service has a disk (cedarjs/cedar, pull request 2404)",
    ...soundWeb("node api/dist/server.js", {
      ...node,
      ...bare,
      variables: { DATABASE_URL: "file:/opt/render/project/src/api/db/prod.db" },
      properties: {
        disk: { name: "sqlite-data", mountPath: "/opt/render/project/src/api/db", sizeGb: 1 },
      },
    }),
  },
  {
    why: "a leading dot allows every name of Render's (Django's page on settings)",
    ...soundWeb("gunicorn marsh.wsgi --bind 0.0.0.0:$PORT", {
      driver: "psycopg2",
      variables: { ALLOWED_HOSTS: ".onrender.com,marsh.example.org", DATABASE_URL: SESSION },
    }),
  },
  {
    why: "the version is in full (Render's page on Python's version)",
    ...soundBy({ PYTHON_VERSION: "3.11.9", DATABASE_URL: SESSION }, { driver: "psycopg2" }),
  },
  {
    why: "Upstash's address with TLS (Upstash's page on BullMQ)",
    kind: "worker",
    command: "node dist/worker.js",
    ...node,
    variables: {
      REDIS_URL: "rediss://default:Zq7heronUp@gentle-heron-41234.upstash.io:6379",
      DATABASE_URL: SESSION,
    },
  },
  {
    why: "the publishable key is for pages, and the secret one has a server's name (Supabase's page on API keys)",
    ...soundWeb("npx next start -p $PORT", {
      ...node,
      ...bare,
      variables: {
        NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
        NEXT_PUBLIC_SUPABASE_ANON_KEY: "sb_publishable_Zq7heronMarsh4canaryRd_Tz1mQ0xB",
        SUPABASE_SERVICE_ROLE_KEY: "sb_secret_Zq7heronMarsh4canaryRd_Tz1mQ0xB",
      },
    }),
  },
  {
    why: "the key anon is made for pages (Supabase's page on API keys)",
    kind: "static",
    driver: "none",
    variables: { VITE_SUPABASE_URL: `https://${REF}.supabase.co`, VITE_SUPABASE_ANON_KEY: key("anon") },
    properties: { buildCommand: "npm ci && npx vite build", publishPath: "dist" },
  },
  {
    why: "keys, address and database are of one project",
    ...soundBy(
      {
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_ANON_KEY: key("anon"),
        SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: SESSION,
      },
      { runtime: "node", driver: "prisma", command: "node dist/main.js" },
    ),
  },
];
