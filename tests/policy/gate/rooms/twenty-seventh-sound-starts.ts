import type { ExplainedCase } from "../nineteenth-form";
import { go, node, ruby } from "../written";
import { built, repository, SESSION, works, worksOf } from "./twenty-seventh-form";

const django = { driver: "psycopg2" } as const;
const STORE = "redis://red-d1dipper0brook0canary:6379";

/** Commands that go on running, or end where they have to. */
export const SOUND_STARTS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  works(
    "the server follows the migration (Render's page on Django)",
    "python manage.py migrate --no-input && gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
    django,
  ),
  works(
    "Alembic first, in session mode",
    "alembic upgrade head && exec uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  works("a shell with its own text", 'bash -c "exec uvicorn main:app --host 0.0.0.0 --port $PORT"'),
  works(
    "pm2-runtime stays in front (PM2's page on Docker)",
    "npx pm2-runtime start dist/server.js --name api",
    node,
  ),
  works("both processes stay", 'npx concurrently "node dist/server.js" "node dist/worker.js"', node),
  works(
    "an agent runs the server (New Relic's page on gunicorn)",
    "newrelic-admin run-program gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
    django,
  ),
  works(
    "OpenTelemetry runs the server",
    "opentelemetry-instrument uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  works("the API is in a folder", "cd backend && uvicorn main:app --host 0.0.0.0 --port $PORT"),
  works("levels in small letters", "uvicorn main:app --host 0.0.0.0 --port $PORT --log-level debug"),
  works("the script of Nest (Render's page on Nest)", "npm run start:prod", node),
  works(
    "node with a module before it (Sentry's page on Node)",
    "node --import ./instrument.mjs dist/main.js",
    node,
  ),
  works("a workspace of pnpm", "pnpm --filter @brook/api start", node),
  works("a binary of Go (Render's page on Go)", "./app", go),
  works("uvicorn was installed by the build", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
    properties: built("python", "pip install 'fastapi[standard]' asyncpg"),
  }),
  works("gunicorn was installed beside the list", "gunicorn app:app --bind 0.0.0.0:$PORT", {
    ...django,
    properties: built("python", "pip install -r requirements.txt gunicorn"),
  }),
  works("the build of Next is made", "npx next start -H 0.0.0.0 -p $PORT", {
    ...node,
    properties: built("node", "npm ci && npx next build"),
  }),
  works(
    "development dependencies for the build (CaviraOSS/LongMemory, pull request 159)",
    "node dist/server.js",
    { ...node, properties: built("node", "npm ci --include=dev && npm run build") },
  ),
  works("Nest's build beside Prisma's is in dist/src (prisma/orm, issue 13135)", "node dist/src/main.js", {
    runtime: "node",
    driver: "prisma",
    properties: built("node", "npm ci && npx prisma generate && npx nest build"),
  }),
  worksOf(
    "Celery's worker is a background worker (Render's page on Celery)",
    { CELERY_BROKER_URL: `${STORE}/0`, DATABASE_URL: SESSION },
    { ...django, kind: "worker", command: "celery -A brook worker -l info --concurrency 2" },
  ),
  worksOf(
    "beat is a worker of its own",
    { CELERY_BROKER_URL: `${STORE}/0`, DATABASE_URL: SESSION },
    { ...django, kind: "worker", command: "celery -A brook beat -l info" },
  ),
  worksOf(
    "Sidekiq has its store (Render's page on Sidekiq)",
    { REDIS_URL: STORE, DATABASE_URL: SESSION },
    { ...ruby, kind: "worker", command: "bundle exec sidekiq -c 5" },
  ),
  works("a bot polls as a worker, and needs no port (biisal/chatgpt-bot, issue 2)", "python bot.py", {
    kind: "worker",
  }),
  works("on weekdays at nine (Render's page on cron jobs)", "python manage.py clearsessions", {
    ...django,
    kind: "cron",
    properties: { schedule: "0 9 * * MON-FRI" },
  }),
  works("each quarter of an hour in the daytime", "node dist/jobs/digest.js", {
    ...node,
    kind: "cron",
    properties: { schedule: "*/15 8-18 * * 1-5" },
  }),
  works("on the first of the month", "bundle exec rails billing:close", {
    ...ruby,
    kind: "cron",
    properties: { schedule: "30 2 1 * *" },
  }),
  works("a private service in the private network", "uvicorn search.main:app --host 0.0.0.0 --port $PORT", {
    kind: "private",
    variables: { PORT: "8000" },
  }),
  works(
    "the repository is at GitLab (Render's page on GitLab)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    {
      properties: {
        runtimeSource: {
          nativeRuntime: {
            runtime: "python",
            buildCommand: "pip install -r requirements.txt",
            repoUrl: "https://gitlab.com/dipper-brook/api",
            branch: "main",
          },
        },
      },
    },
  ),
  works("a folder of the repository (Render's page on monorepos)", "gunicorn app:app --bind 0.0.0.0:$PORT", {
    ...django,
    properties: {
      rootDirectory: "services/api",
      runtimeSource: {
        nativeRuntime: {
          runtime: "python",
          buildCommand: "pip install -r requirements.txt",
          repoUrl: repository("mono"),
          branch: "main",
        },
      },
    },
  }),
];
