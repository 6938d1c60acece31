import { PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { APPLICATION, bareDocker, bareNode, FILE, NEED, refused } from "./twenty-eighth-form";

const django = { driver: "psycopg2" } as const;
const NO_PORT = `${START}|${PORT}|${NEED}`;
const cron = (why: string, schedule: string, command = "python -m fen.digest"): ExplainedCase => ({
  rule: "service/cron-schedule",
  why,
  kind: "cron",
  command,
  properties: { schedule },
});

/** What opens no port, ends at once, never ends, or cannot be loaded. */
export const REJECTED_STARTS_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  refused(
    NO_PORT,
    "a Celery worker opens no port, and a web service without one times out (Render's page on port binding)",
    "celery -A fen worker --loglevel=info",
    { ...django, variables: { CELERY_BROKER_URL: "redis://red-d1curlew0fen0canary0:6379/0" } },
  ),
  refused(
    NO_PORT,
    "an rq worker opens no port (rq's page on workers; Render's page on background workers)",
    "rq worker high default --url redis://red-d1curlew0fen0canary0:6379",
    bare,
  ),
  refused(
    NO_PORT,
    "celery beat opens no port (Celery's page on periodic tasks)",
    "celery -A fen beat -l info",
    django,
  ),
  refused(
    NO_PORT,
    "Laravel's queue worker opens no port (Laravel's page on queues)",
    "php artisan queue:work --tries=3",
    bareDocker,
  ),
  refused(
    NO_PORT,
    "good_job's worker opens no port unless it is given one (good_job's README)",
    "bundle exec good_job start",
    ruby,
  ),
  refused(
    START,
    "the migration ends, and no server follows it (Render's page on deploys)",
    "python manage.py migrate --noinput",
    django,
  ),
  refused(
    START,
    "the server is a daemon, so the command ends (gunicorn's list of settings)",
    "gunicorn app:app --daemon --bind 0.0.0.0:$PORT",
    django,
  ),
  refused(
    START,
    "the server is in the background, and the command ends (mindfulchase's page on failed deploys at Render)",
    "uvicorn fen.main:app --host 0.0.0.0 --port $PORT &",
  ),
  refused(
    START,
    "nohup and & are for an own machine (mindfulchase's page on failed deploys at Render)",
    "nohup node dist/server.js > server.log 2>&1 &",
    node,
  ),
  refused(
    START,
    "forever start leaves the server to a daemon and ends (forever's README)",
    "npx forever start server.js",
    node,
  ),
  refused(
    `${START}|service/start-builds`,
    "the build ends, and nothing serves (Render's page on deploys)",
    "npm install && npm run build",
    bareNode,
  ),
  refused(
    `${START}|service/start-builds`,
    "yarn alone installs and ends (Render's page on deploys)",
    "yarn",
    bareNode,
  ),
  refused(
    `${FILE}|${START}|service/missing-script`,
    "node run start looks for a module named run (nodejs/help, issue 4528)",
    "node run start",
    node,
  ),
  refused(
    `${FILE}|${START}`,
    "the environment of an own machine is not in the repository, so source fails (Render's page on Python)",
    "source venv/bin/activate && gunicorn app:app --bind 0.0.0.0:$PORT",
    django,
  ),
  refused(
    `${APPLICATION}|${START}`,
    "a module has no .py, so uvicorn looks for main.py's attribute py (uvicorn's page on its settings)",
    "uvicorn main.py:app --host 0.0.0.0 --port $PORT",
  ),
  refused(
    `${APPLICATION}|${START}`,
    "uvicorn asks for module:attribute (uvicorn's page on its settings)",
    "uvicorn main --host 0.0.0.0 --port $PORT",
  ),
  refused(
    `${APPLICATION}|${START}`,
    "gunicorn takes a module, and a path is none (gunicorn's page on running)",
    "gunicorn app/main.py:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT",
  ),
  refused(
    START,
    "docker-compose needs a Docker daemon (WangShuXian6/blog, issue 260)",
    "docker-compose up --build",
    bareDocker,
  ),
  {
    rule: START,
    why: "a cron job that starts a server never ends (Render's page on cron jobs)",
    kind: "cron",
    command: "gunicorn fen.wsgi:application --bind 0.0.0.0:8000",
    driver: "psycopg2",
    properties: { schedule: "0 * * * *" },
  },
  {
    rule: `${START}|service/cron-schedule`,
    why: "a cron job that starts a worker never ends (Render's page on cron jobs)",
    kind: "cron",
    command: "celery -A fen worker -l info",
    variables: { CELERY_BROKER_URL: "redis://red-d1curlew0fen0canary0:6379/0" },
    properties: { schedule: "*/5 * * * *" },
  },
  {
    rule: START,
    why: "a worker whose command ends is started again and again (Render's page on background workers)",
    kind: "worker",
    command: "python manage.py check --deploy",
    driver: "psycopg2",
  },
  cron("four fields are one too few (render-oss/render-mcp-server, issue 31)", "*/5 * * *"),
  cron("no minute has the number 60 (crontab's manual)", "60 * * * *"),
  cron("no hour has the number 24 (crontab's manual)", "0 24 * * *"),
  cron("an English phrase is no expression (Render's page on cron jobs)", "every 5 minutes"),
  cron(
    "the first field here is seconds, as Spring has it (Spring's page on @Scheduled)",
    "0 0 9 * * MON-FRI",
  ),
];
