import type { ExplainedCase } from "../nineteenth-form";
import { DOCKER } from "../written";
import { CELERY, django, flask, laravel, node, prisma, rejected, repository } from "./twenty-fifth-form";

const START = "service/start-command";
const NEED = "service/unmet-need";
const BUILD = "service/start-builds";

const built = (runtime: string, buildCommand: string, more: object = {}) => ({
  runtimeSource: { nativeRuntime: { repoUrl: repository(), branch: "main", runtime, buildCommand } },
  ...more,
});

/** Commands that end, that leave nothing in the foreground, or that cannot be run where they are. */
export const REJECTED_STARTS_OF_TWENTY_FIFTH: readonly ExplainedCase[] = [
  rejected(`${START}|${BUILD}`, "a build ends, and nothing listens after it (Render's page on deploys)", {
    command: "npm install && npm run build",
    ...node,
  }),
  rejected(`${START}|${BUILD}`, "the requirements are installed, and the command ends with 0: exited early", {
    command: "pip install -r requirements.txt",
  }),
  rejected(START, "migrate and collectstatic end; the server of the former line of build.sh is missing", {
    command: "python manage.py collectstatic --no-input && python manage.py migrate --no-input",
    ...django,
  }),
  rejected(START, "migrating and seeding end, and no server is started", {
    command: "npx prisma migrate deploy && npx prisma db seed",
    ...prisma,
  }),
  rejected(
    START,
    "pm2 start leaves its processes to a daemon and ends; in a container that is pm2-runtime (PM2's page)",
    { command: "npx pm2 start dist/main.js --name lantern-api", ...node },
  ),
  rejected(START, "the server is left in the background, and the shell ends after it", {
    command: "nohup gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT > gunicorn.log 2>&1 &",
    ...django,
  }),
  rejected(START, "a line of a Procfile is no command: bash: line 1: web:: command not found", {
    command: "web: gunicorn app:app --bind 0.0.0.0:$PORT",
    ...flask,
  }),
  rejected(START, "the entrance of a compose file: no daemon of Docker runs in a service, and up -d ends", {
    command: "docker compose up -d --build",
    ...node,
  }),
  rejected(
    `${START}|${NEED}`,
    "a native runtime has no daemon of Docker: Cannot connect to the Docker daemon, or command not found",
    { command: "docker run --rm -p 8000:8000 lanternworks/api:latest", ...node },
  ),
  rejected(`${START}|${NEED}`, "the native runtime of Node has no php: php: command not found", {
    command: "php artisan serve --host=0.0.0.0 --port=$PORT",
    runtime: "node",
    driver: "none",
  }),
  rejected(`${START}|${NEED}`, "the native runtimes have no java: java: command not found", {
    command: "java -jar target/lantern.jar --server.port=$PORT",
    runtime: "node",
    driver: "pgjdbc",
  }),
  rejected(
    `${START}|${NEED}`,
    "nothing in a native runtime runs as root: sudo is not found, and apt-get finds a read-only system",
    {
      command:
        "sudo apt-get update && sudo apt-get install -y ffmpeg && uvicorn main:app --host 0.0.0.0 --port $PORT",
    },
  ),
  rejected(START, "apachectl start leaves Apache in the background and ends, and the container with it", {
    command: "apachectl start",
    ...laravel,
  }),
  rejected(
    START,
    "service nginx start ends, php-fpm -D goes to the background: nothing stays (php-fpm's manual)",
    {
      command: "service nginx start && php-fpm -D",
      ...laravel,
    },
  ),
  rejected(
    `${START}|port/agreement|${NEED}|service/loopback-bind`,
    "a worker opens no port: Port scan timeout reached, create a background worker instead",
    { command: CELERY, variables: { CELERY_BROKER_URL: "redis://red-cr8lantern2p7:6379/0" }, ...django },
  ),
  rejected(
    `${START}|port/agreement|${NEED}|service/loopback-bind`,
    "Sidekiq listens on nothing, and Render waits for a port of a web service",
    {
      command: "bundle exec sidekiq -C config/sidekiq.yml",
      variables: { REDIS_URL: "redis://red-cr8lantern2p7:6379" },
      runtime: "ruby",
      driver: "active-record",
    },
  ),
  rejected(
    `${START}|port/agreement|${NEED}|service/loopback-bind`,
    "queue:work listens on nothing: the service of the web is one of a queue",
    { command: "php artisan queue:work --tries=3 --sleep=3", ...laravel },
  ),
  rejected(
    START,
    "uvicorn's word is info in small letters: 'INFO' is not one of 'critical', 'error' (click)",
    {
      command: "uvicorn main:app --host 0.0.0.0 --port $PORT --log-level INFO",
    },
  ),
  rejected(START, "celery lacks its command worker: No such option: --loglevel, and the process ends", {
    kind: "worker",
    command: "celery -A lantern --loglevel=info",
    variables: { CELERY_BROKER_URL: "redis://red-cr8lantern2p7:6379/0" },
    ...django,
  }),
  rejected(START, "the worker of the queue is detached: celery multi start leaves it, and ends", {
    kind: "worker",
    command: "celery multi start w1 -A lantern -l INFO --pidfile=/tmp/w1.pid",
    variables: { CELERY_BROKER_URL: "redis://red-cr8lantern2p7:6379/0" },
    ...django,
  }),
  rejected(START, "the pre-deploy command starts the server, which never ends: timed out after 30 minutes", {
    command: "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT",
    properties: {
      preDeployCommand: "python manage.py migrate && gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT",
    },
    ...django,
  }),
  rejected(START, "the build command ends with the server, and the build with its 120 minutes", {
    command: "uvicorn app.main:app --host 0.0.0.0 --port $PORT",
    properties: built(
      "python",
      "pip install -r requirements.txt && uvicorn app.main:app --host 0.0.0.0 --port $PORT",
    ),
  }),
  rejected(
    "service/native-without-start",
    "Render reads no Procfile: a native service needs a start command",
    {
      command: null,
      ...flask,
    },
  ),
  rejected("blueprint/unknown-value|service/source", "Render has no native runtime for PHP (languages)", {
    command: "php artisan serve --host=0.0.0.0 --port=$PORT",
    driver: "none",
    properties: built("php", "composer install --no-dev"),
  }),
  rejected(
    "service/health-check-path",
    "the path is a whole address, which Render puts after the host and port",
    {
      command: "node dist/main.js",
      properties: { ...DOCKER, healthCheckPath: "https://lantern-api.onrender.com/health" },
      ...node,
    },
  ),
  rejected(START, "in one line a backslash makes the space after it an argument: unrecognized arguments", {
    command: "gunicorn app:app \\ --bind 0.0.0.0:$PORT \\ --workers 2 \\ --timeout 120",
    ...flask,
  }),
];
