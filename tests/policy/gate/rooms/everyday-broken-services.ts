import { LOOPBACK, PORT, START } from "../batch";
import { explainedWeb } from "../explained";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { bare, DOCKER, node, ruby } from "../written";

const LIMITS = "plan/limits";
const CRON = "service/cron-schedule";
const BUILDS = "service/start-builds";
const NEED = "service/unmet-need";
const PUBLISH = "service/publish-path";

const cron = (schedule: string): SealedCase => ({ kind: "cron", properties: { schedule } });
const site = (buildCommand: string, publishPath: string, more: object = {}): SealedCase => ({
  kind: "static",
  properties: { buildCommand, publishPath, ...more },
});
const image = { ...bare, properties: DOCKER };

/** Services of every day that end, are not reached, or ask for what Render rules out. */
export const EVERYDAY_BROKEN_SERVICES: readonly ExplainedCase[] = [
  explainedWeb(
    `${START}|${LOOPBACK}|${PORT}`,
    "a development server of Angular",
    "ng serve --host 0.0.0.0 --port 4200",
    node,
  ),
  explainedWeb(`${START}|unknown`, "a watcher of a developer's package", "npx nodemon src/index.ts", node),
  explainedWeb(`${START}|unknown`, "what the script starts is not known", "npm run start:dev", node),
  explainedWeb(
    START,
    "the container's daemon is not there",
    "docker compose -f docker-compose.prod.yml up",
    node,
  ),
  explainedWeb(START, "pm2 goes to the background", "pm2 start dist/main.js --name api", node),
  explainedWeb(START, "forever goes to the background", "forever start dist/main.js", node),
  explainedWeb(START, "the tests end", "npm test", node),
  explainedWeb(START, "the seeds end", "npx prisma db seed", { ...node, driver: "prisma" }),
  explainedWeb(START, "migrations end", "alembic upgrade head"),
  explainedWeb(START, "collecting files ends", "python manage.py collectstatic --noinput", {
    driver: "psycopg",
  }),
  explainedWeb(
    `${START}|${NEED}|${PORT}`,
    "Celery's workers open no port",
    "celery -A shop worker -l info",
    {},
  ),
  explainedWeb(`${START}|${NEED}|${PORT}`, "a worker of BullMQ opens no port", "bundle exec sidekiq", ruby),
  explainedWeb(LOOPBACK, "Django's server of developers", "python manage.py runserver $PORT", {
    driver: "psycopg",
  }),
  explainedWeb(LOOPBACK, "php's server at localhost", "php -S localhost:$PORT -t public", image),
  explainedWeb(
    LOOPBACK,
    "json-server listens at localhost",
    "npx json-server db.json --port $PORT --host localhost",
    {
      ...node,
      ...bare,
    },
  ),
  explainedWeb(
    LOOPBACK,
    "Rails binds localhost by its option",
    "bundle exec rails server -b localhost -p $PORT",
    ruby,
  ),
  explainedWeb(PORT, "http-server opens 8080", "npx http-server dist", { ...node, ...bare }),
  explainedWeb(PORT, "the port in the command is another one", "npx serve -s build -l 3000", {
    ...node,
    ...bare,
  }),
  explainedWeb(PORT, "Rails opens 3000 by its option", "bundle exec rails server -b 0.0.0.0 -p 3000", ruby),
  explainedWeb(PORT, "gunicorn's bind is another port", "gunicorn shop.wsgi -b 0.0.0.0:5000", {
    driver: "psycopg",
  }),
  explainedWeb(PORT, "Django's server of developers at 8080", "python manage.py runserver 0.0.0.0:8080", {
    driver: "psycopg",
  }),
  explainedWeb(
    `${START}|${BUILDS}`,
    "the build is in the start, and ends it",
    "npm run start && npm run build",
    node,
  ),
  explainedWeb(START, "uvicorn is asked for its version", "uvicorn --version"),
  explainedWeb(START, "the option of the port has no value", "uvicorn main:app --host 0.0.0.0 --port"),
  explainedWeb(START, "one option is misspelt", "uvicorn main:app --hots 0.0.0.0 --port $PORT"),
  explainedWeb(START, "the application is missing", "uvicorn --host 0.0.0.0 --port $PORT"),
  explainedWeb(START, "a file's name for python -m", "python -m main.py"),
  explainedWeb(START, "a folder that is none of Linux", "C:\\Python312\\python.exe main.py"),
  explainedWeb(
    START,
    "the command of the dashboard's hint",
    "Start Command: uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  explainedWeb(START, "backquotes of Markdown", "`uvicorn main:app --host 0.0.0.0 --port $PORT`"),
  explainedWeb(CRON, "the week has seven days", "python -m jobs", cron("0 0 * * 9")),
  explainedWeb(CRON, "the month has twelve", "python -m jobs", cron("0 0 1 13 *")),
  explainedWeb(CRON, "four fields", "python -m jobs", cron("0 3 * *")),
  explainedWeb(CRON, "a time of day", "python -m jobs", cron("03:00")),
  explainedWeb(LIMITS, "a worker has no free plan", "celery -A shop worker", {
    kind: "worker",
    properties: { plan: "free" },
  }),
  explainedWeb(LIMITS, "a private service has no free plan", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
    kind: "private",
    properties: { plan: "free" },
  }),
  explainedWeb(LIMITS, "a cron job has no free plan", "python -m jobs", {
    kind: "cron",
    properties: { plan: "free", schedule: "0 3 * * *" },
  }),
  explainedWeb(PUBLISH, "Astro writes dist", "", site("npm ci && npx astro build", "build")),
  explainedWeb(
    PUBLISH,
    "Angular writes dist and the project's name",
    "",
    site("npm ci && npx ng build", "build"),
  ),
  explainedWeb(PUBLISH, "Hugo writes public", "", site("hugo --minify", "dist")),
  explainedWeb(PUBLISH, "Jekyll writes _site", "", site("bundle exec jekyll build", "public")),
  explainedWeb(PUBLISH, "MkDocs writes site", "", site("pip install mkdocs && mkdocs build", "docs")),
  explainedWeb(PUBLISH, "Gatsby writes public", "", site("npm ci && npx gatsby build", "dist")),
  explainedWeb(
    PUBLISH,
    "SvelteKit's static adapter writes build, and vite's own dist is not made",
    "",
    site("npm ci && npx svelte-kit sync && npx vite build --outDir build", "dist"),
  ),
  explainedWeb(
    `${PUBLISH}|${START}`,
    "a site's build that serves never ends",
    "",
    site("npm ci && npm start", "build"),
  ),
  explainedWeb(
    `${PUBLISH}|${START}`,
    "a site's build that serves never ends",
    "",
    site("npm ci && npx vite", "dist"),
  ),
];
