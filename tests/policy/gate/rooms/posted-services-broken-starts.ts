import { PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";

import { APPLICATION, fails } from "./posted-services-form";

const LOADS = `${START}|${APPLICATION}`;

/** Start commands that the shell or the server ends at once. */
export const POSTED_STARTS: readonly ExplainedCase[] = [
  fails(
    START,
    "the process type of a Procfile is in the command: web:: command not found (Render's page on migrating from Heroku)",
    "web: uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  fails(
    START,
    "the dashboard's $ before the command was copied: $: command not found (vasusen-code/SaveRestrictedContentBot, issue 83's kind)",
    "$ gunicorn app:app --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  fails(
    START,
    "without && cd gets three arguments too many (param20h/PDF-Assistant-RAG, pull request 655)",
    "cd backend uvicorn app.main:app --host 0.0.0.0 --port $PORT",
  ),
  fails(
    LOADS,
    "the file's suffix is taken for a submodule: Could not import module main.py (uvicorn's page on its command line)",
    "uvicorn main.py:app --host 0.0.0.0 --port $PORT",
  ),
  fails(
    LOADS,
    "a module's name has dots, and no slash (param20h/PDF-Assistant-RAG, issue 636; uvicorn's page on its command line)",
    "uvicorn backend/main:app --host 0.0.0.0 --port $PORT",
  ),
  fails(
    LOADS,
    "uvicorn asks for module and object: must be in format module:attribute (uvicorn's importer)",
    "uvicorn main --host 0.0.0.0 --port $PORT",
  ),
  fails(
    LOADS,
    "the object follows a colon, and a module shop.wsgi.application is not there (Django's page on gunicorn)",
    "gunicorn shop.wsgi.application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  fails(
    LOADS,
    "gunicorn looks for the module app.py within app (realpython/flask-boilerplate, issue 53's kind)",
    "gunicorn app.py --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  fails(
    `${START}|service/missing-requirement`,
    "the class has no s at its end: class uri invalid or not found (windson/fastapi, issue 3)",
    "gunicorn -w 4 -k uvicorn.workers.UvicornWorkers main:app --bind 0.0.0.0:$PORT",
  ),
  fails(
    LOADS,
    "gunicorn's own workers call an ASGI application with two arguments, and each request ends in 500 (benoitc/gunicorn, issue 2154)",
    "gunicorn --bind 0.0.0.0:$PORT --workers 2 config.asgi:application",
    { driver: "psycopg2" },
  ),
  fails(
    LOADS,
    "uvicorn calls a WSGI application with three arguments: missing start_response (Kludex/uvicorn, issue 483)",
    "uvicorn config.wsgi:application --host 0.0.0.0 --port $PORT",
    { driver: "psycopg2" },
  ),
  fails(
    START,
    "uvicorn takes a number of workers, and no word (uvicorn's page on its settings)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT --workers auto",
  ),
  fails(
    START,
    "uvicorn has no option --bind: no such option (uvicorn's page on its settings)",
    "uvicorn main:app --bind 0.0.0.0:$PORT",
  ),
  fails(
    START,
    "gunicorn has no --host and no --port: unrecognized arguments (equinor/acidwatch, pull request 540)",
    "gunicorn main:app -k uvicorn.workers.UvicornWorker --host 0.0.0.0 --port $PORT",
  ),
  fails(
    START,
    "a dash of a blog's typesetting is none of the shell's, and uvicorn gets a second argument (Kludex/uvicorn's questions)",
    "uvicorn main:app –-host 0.0.0.0 –-port $PORT",
  ),
  fails(
    `${PORT}|${START}`,
    "variables are in capitals: $port is empty, and --port takes the next word (npm/npm, issue 16112)",
    "uvicorn main:app --host 0.0.0.0 --port $port",
  ),
  fails(
    `${PORT}|${START}`,
    "%PORT% is how Windows writes it, and bash leaves it: not a valid integer (benoitc/gunicorn's questions)",
    "uvicorn main:app --host 0.0.0.0 --port %PORT%",
  ),
  fails(
    `${PORT}|${START}`,
    "the backslash keeps the dollar: '$PORT' is not a valid port number (ddollar/foreman, issue 112's kind)",
    "gunicorn shop.wsgi --bind 0.0.0.0:\\$PORT",
    { driver: "psycopg2" },
  ),
];
