import { PORT, STANDARD, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { go, node, ruby } from "../written";
import { APPLICATION, container, fails, NEED } from "./posted-services-form";

const LOADS = `${START}|${APPLICATION}`;
const NO_PORT = `${START}|${PORT}|${NEED}`;

/** Start commands that the shell or the server ends at once, or that open no port. */
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
  fails(
    START,
    "--daemon leaves gunicorn in the background, and the command ends (gunicorn's page on its settings)",
    "gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT --daemon",
    { driver: "psycopg2" },
  ),
  fails(
    START,
    "nohup and & leave the server in the background, and the command ends (AeonOrg/Aeon-MLTB, pull request 42's kind)",
    "nohup node server.js &",
    node,
  ),
  fails(
    START,
    "supervisord goes into the background without -n (Supervisor's page on running it)",
    "supervisord -c supervisord.conf",
    container,
  ),
  fails(
    START,
    "the build ends, and no server is started (vercel/next.js's questions)",
    "npm run build",
    node,
  ),
  fails(
    START,
    "migrations end, and no server is started (swyxio/swyxdotio, issue 114's kind)",
    "python manage.py migrate --noinput && python manage.py collectstatic --noinput",
    { driver: "psycopg2" },
  ),
  fails(
    `${START}|${NEED}`,
    "Render's services have no Docker daemon (Render's page on Docker)",
    "docker run -p $PORT:8000 plum-terrace/api",
    container,
  ),
  fails(
    NO_PORT,
    "a worker opens no port, and the web service times out (tecladocode/rest-apis-flask-python, pull request 85's kind)",
    "rq worker emails --url $REDIS_URL",
    { driver: "psycopg2", variables: { REDIS_URL: "redis://red-d1plum0terrace0canary:6379" } },
  ),
  fails(
    NO_PORT,
    "arq opens no port (polarsource/polar, pull request 5596's kind)",
    "arq app.worker.WorkerSettings",
  ),
  fails(
    NO_PORT,
    "dramatiq opens no port (polarsource/polar, pull request 5596)",
    "dramatiq app.tasks --processes 2",
  ),
  fails(
    NO_PORT,
    "Solid Queue's process opens no port (AllYourBot/hostedgpt, pull request 47's kind)",
    "bundle exec bin/jobs",
    ruby,
  ),
  fails(
    NO_PORT,
    "a queue's worker opens no port (Laravel's page on queues)",
    "php artisan queue:work --tries=3",
    container,
  ),
  fails(
    START,
    "one run of the schedule ends within a minute, and the worker is started again for ever (Laravel's page on scheduling)",
    "php artisan schedule:run",
    { kind: "worker", ...container },
  ),
  fails(
    START,
    "--detach leaves the worker in the background, and the command ends (Celery's page on its command line)",
    "celery -A shop worker --beat --loglevel=info --detach",
    { kind: "worker", driver: "psycopg2" },
  ),
  fails(
    `${START}|${NEED}`,
    "Deno asks nobody at a service, and denies the network: requires net access (Deno's page on permissions)",
    "deno run src/main.ts",
    container,
  ),
  fails(
    `${START}|${PORT}|${STANDARD}`,
    "the option follows the jar without --, so it is an argument, and Spring listens on 8080 (spring-projects/spring-boot, issue 12690)",
    "java -jar target/shop.jar -Dserver.port=$PORT",
    container,
  ),
  fails(
    START,
    "go build writes a program and ends (render-examples/go-gin-web-server's page)",
    "go build -tags netgo -o app .",
    go,
  ),
];
