import type { ExplainedCase } from "../nineteenth-form";
import { DOCKER, node } from "../written";
import { accepted, built, FASTAPI, GUNICORN } from "./twenty-second-form";

/** Start and build commands that look like those that end, and do what they have to. */
export const SOUND_STARTS_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  accepted(
    "pm2-runtime stays in the foreground (PM2's page on containers)",
    "npx pm2-runtime start dist/main.js --name api",
    node,
  ),
  accepted(
    "the worker is in the background and the server in the foreground, as teams with one service have it",
    "celery -A config worker --loglevel=info --concurrency=1 & gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  accepted(
    "the shell is replaced by the server when the migrations are done (bash's manual)",
    'bash -c "alembic upgrade head && exec uvicorn main:app --host 0.0.0.0 --port $PORT"',
  ),
  accepted(
    "the migrations end before the server starts (Render's guide of Django)",
    "python manage.py migrate --noinput && gunicorn config.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  {
    why: "an image's own command is run where none is declared (Render's page on Docker)",
    command: null,
    driver: "psycopg2",
    properties: DOCKER,
  },
  accepted("the scripts of package.json are run by yarn (Render's guide of Express)", "yarn start", node),
  accepted("the build collects files and migrates, and ends (Render's guide of Django)", GUNICORN, {
    driver: "psycopg2",
    ...built(
      "python",
      "pip install -r requirements.txt && python manage.py collectstatic --no-input && python manage.py migrate",
    ),
  }),
  accepted(
    "a browser is a package of npm here, and needs no rights (Puppeteer's page)",
    "node dist/main.js",
    {
      driver: "node-postgres",
      ...built("node", "npm ci && npx puppeteer browsers install chrome && npm run build"),
    },
  ),
  accepted("ffmpeg comes with a package of Python (imageio-ffmpeg's README)", FASTAPI, {
    ...built("python", "pip install --upgrade pip && pip install -r requirements.txt imageio-ffmpeg"),
  }),
];
