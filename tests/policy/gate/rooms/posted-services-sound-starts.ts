import type { ExplainedCase } from "../nineteenth-form";

import { runs, SESSION, sound } from "./posted-services-form";

const database = { DATABASE_URL: SESSION };

/** Commands, ports, addresses and versions that look like those that were reported, and work. */
export const POSTED_SOUND_STARTS: readonly ExplainedCase[] = [
  runs(
    "the directory is entered first (param20h/PDF-Assistant-RAG, pull request 655)",
    "cd backend && gunicorn app.main:app --bind 0.0.0.0:$PORT --workers 2 -k uvicorn.workers.UvicornWorker",
  ),
  runs(
    "fastapi run listens on every address (FastAPI's page on its command line)",
    "fastapi run app/main.py --port $PORT",
  ),
  runs(
    "the module is in a package, and uvicorn is a module too",
    "python -m uvicorn backend.main:app --host 0.0.0.0 --port $PORT",
  ),
  runs(
    "--factory calls create_app (uvicorn's page on its settings)",
    "uvicorn shop.main:create_app --factory --host 0.0.0.0 --port $PORT",
  ),
  runs(
    "gunicorn without an object takes application (gunicorn's page on running it)",
    "gunicorn shop.wsgi --bind 0.0.0.0:$PORT --log-file -",
    {
      driver: "psycopg2",
    },
  ),
  runs(
    "an ASGI application with uvicorn's worker (Django's page on uvicorn)",
    "gunicorn config.asgi:application -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT",
    {
      driver: "psycopg2",
    },
  ),
  runs(
    "the worker's own package (Kludex/uvicorn-worker, issue 8)",
    "gunicorn main:app -k uvicorn_worker.UvicornWorker -b 0.0.0.0:$PORT",
  ),
  runs(
    "gunicorn calls a factory in quotes (jeff1evesque/machine-learning, pull request 2825)",
    "gunicorn -b 0.0.0.0:$PORT 'app:create_app()'",
    {
      driver: "psycopg2",
    },
  ),
  runs("daphne takes an ASGI application", "daphne -b 0.0.0.0 -p $PORT config.asgi:application", {
    driver: "psycopg2",
  }),
  runs(
    "gunicorn listens on every address and PORT where PORT is set (gunicorn's page on bind)",
    "gunicorn app:app",
    {
      driver: "psycopg2",
    },
  ),
  sound("the options are in gunicorn's variable (gunicorn's page on its settings)", {
    command: "gunicorn shop.wsgi:application",
    driver: "psycopg2",
    variables: { GUNICORN_CMD_ARGS: "--bind=0.0.0.0:8000 --workers=2" },
  }),
  sound("uvicorn's host and port are in its variables (uvicorn's page on its settings)", {
    command: "uvicorn main:app",
    variables: { UVICORN_HOST: "0.0.0.0", UVICORN_PORT: "8000" },
  }),
  sound("Flask's host and port are in its variables (Flask's page on its command line)", {
    command: "flask run",
    driver: "psycopg2",
    variables: { FLASK_APP: "shop", FLASK_RUN_HOST: "0.0.0.0", FLASK_RUN_PORT: "8000" },
  }),
  runs(
    "the migration ends, and the server stays (swyxio/swyxdotio, issue 114's kind)",
    "python manage.py migrate --noinput && python manage.py collectstatic --noinput && gunicorn shop.wsgi:application -b 0.0.0.0:$PORT",
    {
      driver: "psycopg2",
      variables: database,
    },
  ),
  runs(
    "the worker is in the background, and the small server stays (LVTD-LLC/TuxSEO, pull request 74)",
    "python manage.py qcluster & python -m http.server $PORT",
    {
      driver: "psycopg2",
    },
  ),
  runs(
    "runserver has address and port (Django's page on django-admin)",
    "python manage.py runserver 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
];
