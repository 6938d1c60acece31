import { PLACEHOLDER, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node, ruby } from "../written";
import {
  APPLICATION,
  broken,
  built,
  FILE,
  IN_DOCKER,
  NEED,
  REFUSED,
  REQUIREMENT,
  SCHEDULE,
} from "./twenty-seventh-form";

const django = { driver: "psycopg2" } as const;
const BUILDS = `${START}|service/start-builds`;

/** Commands that end, that are no commands, and that start what is not there. */
export const REJECTED_STARTS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  broken(BUILDS, "the build ends, and nothing serves (Render's tutorial on crashes)", "npm run build", node),
  broken(START, "yarn installs and ends (Render's page on troubleshooting deploys)", "yarn", node),
  broken(BUILDS, "next build ends (Next's page on deploying)", "npx next build", node),
  broken(
    START,
    "the migration ends (Alembic's tutorial; Render's page on pre-deploy commands)",
    "alembic upgrade head",
  ),
  broken(
    START,
    "migrate and collectstatic end, and no server follows (Render's page on Django)",
    "python manage.py migrate && python manage.py collectstatic --no-input",
    django,
  ),
  broken(
    START,
    "the migration of Rails ends (Render's page on Rails)",
    "bundle exec rails db:prepare db:seed",
    ruby,
  ),
  broken(
    START,
    "--daemon leaves the first process, and Render sees it end (gunicorn's page on settings)",
    "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT --daemon",
    django,
  ),
  broken(
    START,
    "the server is in the background, so the command ends (StackOverflow: application exited early)",
    "nohup uvicorn main:app --host 0.0.0.0 --port $PORT &",
  ),
  broken(
    START,
    "pm2 start leaves the server to a daemon (Unitech/pm2's page on Docker: pm2-runtime)",
    "npx pm2 start dist/server.js --name api",
    node,
  ),
  broken(
    START,
    "a line of a Procfile is no command: web: is not found (Heroku's page on the Procfile)",
    "web: gunicorn app:app --bind 0.0.0.0:$PORT",
    django,
  ),
  broken(
    `${PLACEHOLDER}|${APPLICATION}`,
    "the command that Render's dashboard proposes, as it is (Render's page on Python; StackOverflow)",
    "gunicorn your_application.wsgi --bind 0.0.0.0:$PORT",
    django,
  ),
  broken(
    APPLICATION,
    "a file's name is no module: gunicorn looks for py in the package app (StackOverflow: No module named app.py)",
    "gunicorn app.py --bind 0.0.0.0:$PORT",
    django,
  ),
  broken(
    APPLICATION,
    "uvicorn is given a file, and imports main.py (Kludex/uvicorn's page on its command; StackOverflow)",
    "uvicorn main.py:app --host 0.0.0.0 --port $PORT",
  ),
  broken(
    APPLICATION,
    "a path is no module: app/main is not found (StackOverflow: could not import module)",
    "uvicorn app/main:app --host 0.0.0.0 --port $PORT",
  ),
  broken(
    `${APPLICATION}|${START}|${NEED}`,
    "gunicorn has no application (gunicorn: no application module specified)",
    "gunicorn --bind 0.0.0.0:$PORT --workers 2",
    django,
  ),
  broken(
    REQUIREMENT,
    "gunicorn is not installed (StackOverflow: gunicorn: command not found on Render)",
    "gunicorn app:app --bind 0.0.0.0:$PORT",
    { ...django, properties: built("python", "pip install flask psycopg2-binary") },
  ),
  broken(
    REQUIREMENT,
    "FastAPI alone installs no uvicorn (FastAPI's page on installing; StackOverflow)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    { properties: built("python", "pip install fastapi asyncpg") },
  ),
  broken(
    `${FILE}|${NEED}`,
    "next start needs a build, and npm ci makes none (vercel/next.js: no production build in .next)",
    "npx next start -H 0.0.0.0 -p $PORT",
    { ...node, properties: built("node", "npm ci") },
  ),
  broken(
    `${FILE}|${START}|${NEED}`,
    "a virtual environment of a laptop is in no repository (StackOverflow: activate: No such file)",
    "source venv/bin/activate && uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  broken(
    `${FILE}|${START}|${NEED}`,
    "the root directory is backend already, and it has no backend (Render's page on monorepos)",
    "cd backend && uvicorn main:app --host 0.0.0.0 --port $PORT",
    { properties: { rootDirectory: "backend" } },
  ),
  broken(
    `${START}|${NEED}`,
    "a native service has no Docker daemon (Render's page on Docker)",
    "docker build -t brook . && docker run -p 8000:8000 brook",
    { ...go, ...bare },
  ),
  broken(
    `${START}|${REFUSED}|${NEED}`,
    "uvicorn's levels are in small letters, and it ends by INFO (Kludex/uvicorn: invalid choice)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --log-level INFO",
  ),
  broken(
    `${FILE}|${NEED}|${PORT}|${START}`,
    "Render speaks plain HTTP to the service, whose certificate no repository has (Render's page on TLS)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --ssl-keyfile key.pem --ssl-certfile cert.pem",
  ),
  {
    rule: "service/native-without-start",
    why: "a native service needs a start command (Render's API: create a service)",
    command: null,
    driver: "none",
  },
  broken(
    `${START}|${PORT}`,
    "the migration and the cache end, and no server follows (Laravel's page on migrations)",
    "php artisan migrate --force && php artisan config:cache",
    IN_DOCKER,
  ),
  broken(SCHEDULE, "four fields (Render's page on cron jobs)", "python manage.py clearsessions", {
    ...django,
    kind: "cron",
    properties: { schedule: "*/5 * * *" },
  }),
  broken(SCHEDULE, "60 is no minute (crontab's grammar)", "node dist/jobs/digest.js", {
    ...node,
    kind: "cron",
    properties: { schedule: "60 * * * *" },
  }),
  broken(SCHEDULE, "words of a rate, as EventBridge has them", "python -m brook.report", {
    kind: "cron",
    properties: { schedule: "rate(1 hour)" },
  }),
];
