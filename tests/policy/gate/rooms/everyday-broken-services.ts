import { brokenWeb, LOOPBACK, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { bare, DOCKER, node, ruby } from "../written";

const LIMITS = "plan/limits";
const CRON = "service/cron-schedule";
const BUILDS = "service/start-builds";
const NEED = "service/unmet-need";
const PUBLISH = "service/publish-path";

const one = (rule: string, why: string, command: string, more: SealedCase = {}): ExplainedCase => ({
  why,
  ...brokenWeb(rule, command, more),
});
const cron = (schedule: string): SealedCase => ({ kind: "cron", properties: { schedule } });
const site = (buildCommand: string, publishPath: string, more: object = {}): SealedCase => ({
  kind: "static",
  properties: { buildCommand, publishPath, ...more },
});
const image = { ...bare, properties: DOCKER };

/** Services of every day that end, are not reached, or ask for what Render rules out. */
export const EVERYDAY_BROKEN_SERVICES: readonly ExplainedCase[] = [
  one(
    `${START}|${LOOPBACK}|${PORT}`,
    "a development server of Angular",
    "ng serve --host 0.0.0.0 --port 4200",
    node,
  ),
  one(`${START}|unknown`, "a watcher of a developer's package", "npx nodemon src/index.ts", node),
  one(`${START}|unknown`, "what the script starts is not known", "npm run start:dev", node),
  one(START, "the container's daemon is not there", "docker compose -f docker-compose.prod.yml up", node),
  one(START, "pm2 goes to the background", "pm2 start dist/main.js --name api", node),
  one(START, "forever goes to the background", "forever start dist/main.js", node),
  one(START, "the tests end", "npm test", node),
  one(START, "the seeds end", "npx prisma db seed", { ...node, driver: "prisma" }),
  one(START, "migrations end", "alembic upgrade head"),
  one(START, "collecting files ends", "python manage.py collectstatic --noinput", { driver: "psycopg" }),
  one(`${START}|${NEED}|${PORT}`, "Celery's workers open no port", "celery -A shop worker -l info", {}),
  one(`${START}|${NEED}|${PORT}`, "a worker of BullMQ opens no port", "bundle exec sidekiq", ruby),
  one(LOOPBACK, "Django's server of developers", "python manage.py runserver $PORT", { driver: "psycopg" }),
  one(LOOPBACK, "php's server at localhost", "php -S localhost:$PORT -t public", image),
  one(LOOPBACK, "json-server listens at localhost", "npx json-server db.json --port $PORT --host localhost", {
    ...node,
    ...bare,
  }),
  one(
    LOOPBACK,
    "Rails binds localhost by its option",
    "bundle exec rails server -b localhost -p $PORT",
    ruby,
  ),
  one(PORT, "http-server opens 8080", "npx http-server dist", { ...node, ...bare }),
  one(PORT, "the port in the command is another one", "npx serve -s build -l 3000", { ...node, ...bare }),
  one(PORT, "Rails opens 3000 by its option", "bundle exec rails server -b 0.0.0.0 -p 3000", ruby),
  one(PORT, "gunicorn's bind is another port", "gunicorn shop.wsgi -b 0.0.0.0:5000", { driver: "psycopg" }),
  one(PORT, "Django's server of developers at 8080", "python manage.py runserver 0.0.0.0:8080", {
    driver: "psycopg",
  }),
  one(`${START}|${BUILDS}`, "the build is in the start, and ends it", "npm run start && npm run build", node),
  one(START, "uvicorn is asked for its version", "uvicorn --version"),
  one(START, "the option of the port has no value", "uvicorn main:app --host 0.0.0.0 --port"),
  one(START, "one option is misspelt", "uvicorn main:app --hots 0.0.0.0 --port $PORT"),
  one(START, "the application is missing", "uvicorn --host 0.0.0.0 --port $PORT"),
  one(START, "a file's name for python -m", "python -m main.py"),
  one(START, "a folder that is none of Linux", "C:\\Python312\\python.exe main.py"),
  one(
    START,
    "the command of the dashboard's hint",
    "Start Command: uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  one(START, "backquotes of Markdown", "`uvicorn main:app --host 0.0.0.0 --port $PORT`"),
  one(CRON, "the week has seven days", "python -m jobs", cron("0 0 * * 9")),
  one(CRON, "the month has twelve", "python -m jobs", cron("0 0 1 13 *")),
  one(CRON, "four fields", "python -m jobs", cron("0 3 * *")),
  one(CRON, "a time of day", "python -m jobs", cron("03:00")),
  one(LIMITS, "a worker has no free plan", "celery -A shop worker", {
    kind: "worker",
    properties: { plan: "free" },
  }),
  one(LIMITS, "a private service has no free plan", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
    kind: "private",
    properties: { plan: "free" },
  }),
  one(LIMITS, "a cron job has no free plan", "python -m jobs", {
    kind: "cron",
    properties: { plan: "free", schedule: "0 3 * * *" },
  }),
  one(PUBLISH, "Astro writes dist", "", site("npm ci && npx astro build", "build")),
  one(PUBLISH, "Angular writes dist and the project's name", "", site("npm ci && npx ng build", "build")),
  one(PUBLISH, "Hugo writes public", "", site("hugo --minify", "dist")),
  one(PUBLISH, "Jekyll writes _site", "", site("bundle exec jekyll build", "public")),
  one(PUBLISH, "MkDocs writes site", "", site("pip install mkdocs && mkdocs build", "docs")),
  one(PUBLISH, "Gatsby writes public", "", site("npm ci && npx gatsby build", "dist")),
  one(
    PUBLISH,
    "SvelteKit's static adapter writes build, and vite's own dist is not made",
    "",
    site("npm ci && npx svelte-kit sync && npx vite build --outDir build", "dist"),
  ),
  one(
    `${PUBLISH}|${START}`,
    "a site's build that serves never ends",
    "",
    site("npm ci && npm start", "build"),
  ),
  one(`${PUBLISH}|${START}`, "a site's build that serves never ends", "", site("npm ci && npx vite", "dist")),
];
