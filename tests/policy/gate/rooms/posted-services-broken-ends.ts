import { PORT, STANDARD, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { go, node, ruby } from "../written";
import { container, fails, NEED } from "./posted-services-form";

const NO_PORT = `${START}|${PORT}|${NEED}`;

/** Commands that end, that leave their server in the background, or that open no port. */
export const POSTED_ENDS: readonly ExplainedCase[] = [
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
