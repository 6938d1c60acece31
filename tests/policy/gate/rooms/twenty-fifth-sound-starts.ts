import type { ExplainedCase } from "../nineteenth-form";
import { DOCKER } from "../written";
import { CELERY, django, flask, laravel, node, prisma, SESSION, taken } from "./twenty-fifth-form";

const key = `base64:${Buffer.from("thirty-two bytes of a lantern's!").toString("base64")}`;
const APPLICATION = { APP_KEY: key, APP_ENV: "production", DB_CONNECTION: "pgsql", DB_URL: SESSION };
const BROKER = { CELERY_BROKER_URL: "redis://red-cr8lantern2p7:6379/0", DATABASE_URL: SESSION };
const REDIS = { REDIS_URL: "redis://red-cr8lantern2p7:6379", DATABASE_URL: SESSION };
const RUBY = { runtime: "ruby", driver: "active-record" } as const;
const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT";

/** Commands that look as if they ended, and stay; and jobs that end. */
export const SOUND_STARTS_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  taken("what ends comes first, and the server last", {
    command: `python manage.py collectstatic --no-input && python manage.py migrate --no-input && ${GUNICORN}`,
    ...django,
  }),
  taken("the migrations, and then the server in the shell's place", {
    command: "alembic upgrade head && exec uvicorn app.main:app --host 0.0.0.0 --port $PORT",
    variables: { DATABASE_URL: SESSION },
    driver: "sqlalchemy-psycopg2",
  }),
  taken("a failed migration is reported, and the server starts nevertheless", {
    command: `flask db upgrade || echo 'no migration' ; gunicorn --bind 0.0.0.0:$PORT lantern:app`,
    ...flask,
  }),
  taken("pm2-runtime stays in the foreground", {
    command: "npx pm2-runtime start dist/main.js -i 1",
    ...node,
  }),
  taken("pm2 start with --no-daemon stays in the foreground", {
    command: "npx pm2 start dist/main.js --no-daemon",
    ...node,
  }),
  taken("a worker in the background of the server that stays", {
    command: `celery -A lantern worker -l info --concurrency 1 & ${GUNICORN}`,
    variables: BROKER,
    ...django,
  }),
  taken("a server beside a queue: wait -n ends with the first that ends", {
    command: `python manage.py qcluster & ${GUNICORN} & wait -n`,
    ...django,
  }),
  taken("nginx stays by daemon off, and PHP's processes are behind it", {
    command: "php-fpm -D && nginx -g 'daemon off;'",
    ...laravel,
    variables: APPLICATION,
  }),
  taken("supervisord with -n stays in the foreground", {
    command: "supervisord -n -c /etc/supervisor/supervisord.conf",
    ...laravel,
    variables: APPLICATION,
  }),
  taken("the workspace's own script, by its package manager", {
    command: "pnpm --filter @lantern/api start:prod",
    ...node,
  }),
  taken("the folder of a monorepo, and the compiled server in it", {
    command: "cd apps/api && node dist/src/main.js",
    ...node,
  }),
  taken("npm starts in another folder", { command: "npm start --prefix backend", ...node }),
  taken("migrations of a session, and the compiled server", {
    command: "npx prisma migrate deploy && node dist/main.js",
    variables: { DATABASE_URL: SESSION },
    ...prisma,
  }),
  taken("db:prepare ends, and the server stays", {
    command: "bundle exec rails db:prepare && bundle exec rails server -b 0.0.0.0 -p $PORT",
    variables: {
      RAILS_ENV: "production",
      SECRET_KEY_BASE: "5d1f0a9c7be2436890ad5c1e7f42b8369e0c4d7a1b5f8236",
      DATABASE_URL: SESSION,
    },
    ...RUBY,
  }),
  taken("the pre-deploy command migrates and ends", {
    command: GUNICORN,
    variables: { DATABASE_URL: SESSION },
    properties: {
      preDeployCommand: "python manage.py migrate --noinput && python manage.py createcachetable",
    },
    ...django,
  }),
  taken("the pre-deploy command of an image's service", {
    command: "php artisan serve --host=0.0.0.0 --port=8000",
    variables: APPLICATION,
    driver: "none",
    properties: { ...DOCKER, preDeployCommand: "php artisan migrate --force --no-interaction" },
  }),
  taken("the log level in small letters", {
    command: "uvicorn main:app --host 0.0.0.0 --port $PORT --log-level info --no-access-log",
  }),
  // Workers.
  taken("a worker with its pool", {
    kind: "worker",
    command:
      "celery -A lantern.celery_app worker --loglevel=INFO --pool=solo --concurrency=1 --without-gossip",
    variables: BROKER,
    ...django,
  }),
  taken("beat within the worker, as of one instance", {
    kind: "worker",
    command: `${CELERY} -B --schedule=/tmp/celerybeat-schedule`,
    variables: BROKER,
    ...django,
  }),
  taken("beat alone, with the schedule in the database", {
    kind: "worker",
    command: "celery -A lantern beat -l info --scheduler django_celery_beat.schedulers:DatabaseScheduler",
    variables: BROKER,
    ...django,
  }),
  taken("RQ takes the address of its store as an option", {
    kind: "worker",
    command: "rq worker --url $REDIS_URL --with-scheduler high default",
    variables: REDIS,
    ...flask,
  }),
  taken("Dramatiq's worker with its processes", {
    kind: "worker",
    command: "dramatiq lantern.tasks --processes 1 --threads 4",
    variables: REDIS,
    driver: "sqlalchemy-psycopg2",
  }),
  taken("Sidekiq with its store", {
    kind: "worker",
    command: "bundle exec sidekiq -e production -C config/sidekiq.yml",
    variables: {
      ...REDIS,
      RAILS_ENV: "production",
      SECRET_KEY_BASE: "5d1f0a9c7be2436890ad5c1e7f42b8369e0c4d7a1b5f8236",
    },
    ...RUBY,
  }),
  taken("Solid Queue's own command", {
    kind: "worker",
    command: "bundle exec bin/jobs start",
    variables: {
      DATABASE_URL: SESSION,
      RAILS_ENV: "production",
      SECRET_KEY_BASE: "5d1f0a9c7be2436890ad5c1e7f42b8369e0c4d7a1b5f8236",
    },
    ...RUBY,
  }),
  taken("the queue of Laravel, in the database", {
    kind: "worker",
    command: "php artisan queue:work --tries=3 --backoff=10",
    variables: { ...APPLICATION, QUEUE_CONNECTION: "database" },
    ...laravel,
  }),
  taken("the scheduler of Laravel that stays", {
    kind: "worker",
    command: "php artisan schedule:work",
    variables: APPLICATION,
    ...laravel,
  }),
  // Jobs.
  taken("a command of Django that ends", {
    kind: "cron",
    command: "python manage.py clearsessions",
    variables: { DATABASE_URL: SESSION },
    ...django,
  }),
  taken("the public address of the web service is asked, with a secret", {
    kind: "cron",
    command:
      'curl -fsS -X POST https://lantern-web.onrender.com/api/cron -H "Authorization: Bearer $CRON_SECRET"',
    variables: { CRON_SECRET: "q8Zr2LanternXc5Vb7NmKp0Wt6Yh3" },
    driver: "none",
  }),
  taken("schedule:run does what is due and ends", {
    kind: "cron",
    command: "php artisan schedule:run",
    variables: APPLICATION,
    driver: "none",
    properties: { ...DOCKER, schedule: "* * * * *" },
  }),
  taken("a dump goes through a pipe to a bucket", {
    kind: "cron",
    command:
      "bash -c 'set -o pipefail; pg_dump \"$DATABASE_URL\" | gzip | aws s3 cp - s3://lantern-backups/$(date +%F).sql.gz'",
    variables: { DATABASE_URL: SESSION, AWS_DEFAULT_REGION: "ap-southeast-2" },
    driver: "none",
    properties: DOCKER,
  }),
  taken("a script of TypeScript, on workdays", {
    kind: "cron",
    command: "npx tsx scripts/sync-prices.ts --since yesterday",
    variables: { DATABASE_URL: SESSION },
    properties: { schedule: "30 1 * * 1-5" },
    ...node,
  }),
];
