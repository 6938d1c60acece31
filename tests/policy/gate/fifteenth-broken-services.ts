import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT --workers 2";

/**
 * Broken services of the fifteenth batch: each has to be rejected by its rule. The comment says what happens, and after
 * the dash what decides it ("tried" is the real program, on 30 November 2026).
 */
export const REJECTED_SERVICES_OF_FIFTEENTH: readonly SealedCase[] = [
  // --- Servers that no request reaches ---------------------------------------------------------------------------------

  // Django's own server at this machine alone. - Django's page on runserver; Render's page on port binding.
  {
    ...python,
    rule: "service/loopback-bind",
    command: "python manage.py migrate --noinput && python manage.py runserver localhost:$PORT",
  },
  // fastapi run takes 0.0.0.0 by itself, and its option says otherwise. - FastAPI's page on its command line.
  { rule: "service/loopback-bind", command: "fastapi run app/main.py --host 127.0.0.1 --port $PORT" },
  // fastapi dev is at 127.0.0.1. - FastAPI's page on its command line.
  { rule: "service/loopback-bind", command: "fastapi dev app/main.py --port $PORT" },
  // Flask's host is 127.0.0.1 unless an option says another. - tried: flask.
  { ...python, rule: "service/loopback-bind", command: "flask --app lantern:create_app run --port $PORT" },
  // Hypercorn's default is 127.0.0.1:8000. - tried: hypercorn.
  { rule: "service/loopback-bind", command: "hypercorn lantern.asgi:app --workers 2" },
  // Next at localhost. - Next's page on its command line (-H).
  { ...node, rule: "service/loopback-bind", command: "npx next start -H localhost -p $PORT" },
  // Astro's preview is at localhost unless it is given --host. - Astro's page on its command line.
  { ...node, rule: "service/loopback-bind", command: "npx astro preview --port $PORT" },
  // Nitro's own variable. - Nitro's page on the Node preset (NITRO_HOST).
  {
    ...node,
    rule: "service/loopback-bind",
    command: "node .output/server/index.mjs",
    variables: { NITRO_HOST: "127.0.0.1", NITRO_PORT: "8000" },
  },
  // Puma's bind. - Puma's readme (-b).
  {
    ...ruby,
    rule: "service/loopback-bind",
    command: "bundle exec puma -e production -b tcp://127.0.0.1:$PORT -t 5:5",
  },
  // .NET's addresses, as launchSettings.json has them. - Microsoft's page on Kestrel's endpoints.
  {
    ...docker,
    rule: "service/loopback-bind",
    command: "dotnet Lantern.Api.dll",
    variables: { ASPNETCORE_URLS: "http://localhost:8000" },
  },
  // Spring's address. - Spring Boot's common properties (server.address).
  {
    ...docker,
    rule: "service/loopback-bind",
    command: "java -jar /app/lantern.jar --server.port=8000 --server.address=127.0.0.1",
  },
  // Laravel's development server is at 127.0.0.1. - Laravel's ServeCommand (--host).
  { ...docker, rule: "service/loopback-bind", command: "php artisan serve --port=8000" },
  // Deno's server at this machine alone. - Deno's page on deno serve (--host, 0.0.0.0 by default).
  {
    ...docker,
    rule: "service/loopback-bind",
    command: "deno serve --allow-net --allow-env --host 127.0.0.1 --port 8000 main.ts",
  },
  // Streamlit's address. - Streamlit's page on its settings (server.address).
  {
    ...python,
    rule: "service/loopback-bind",
    command:
      "streamlit run dashboard.py --server.port $PORT --server.address localhost --server.headless true",
  },
  // MLflow's server is at 127.0.0.1 by default. - MLflow's page on its command line (mlflow server --host).
  { ...python, rule: "service/loopback-bind", command: "mlflow server --port $PORT --workers 1" },
  // A socket for an nginx that is not there. - gunicorn's page on its settings (bind).
  {
    ...python,
    rule: "service/loopback-bind|port/agreement|service/start-command",
    command: "gunicorn lantern.wsgi:application --bind unix:/tmp/gunicorn.sock --workers 3",
  },

  // --- Ports -----------------------------------------------------------------------------------------------------------

  // 8080 is typed, 8000 is PORT and declared. - docs/configuration.md (port).
  { rule: "port/agreement", command: "uvicorn lantern.main:app --host 0.0.0.0 --port 8080 --workers 2" },
  // Next's own 3000, typed. - Next's page on its command line (-p before PORT).
  { ...node, rule: "port/agreement", command: "npx next start -p 3000" },
  // Puma's 3000, typed. - Puma's readme (-p).
  { ...ruby, rule: "port/agreement", command: "bundle exec puma -p 3000 -e production" },
  // Spring's 8080, typed. - Spring Boot's common properties (server.port).
  { ...docker, rule: "port/agreement", command: "java -jar /app/lantern.jar --server.port=8080" },
  // The word in place of the variable. - tried: uvicorn, 'PORT' is not a valid integer.
  {
    rule: "port/agreement|service/start-command",
    command: "uvicorn lantern.main:app --host 0.0.0.0 --port PORT",
  },
  // Another variable of the shell, which is not set. - tried: gunicorn, '' is not a valid port number.
  {
    ...python,
    rule: "port/agreement|environment/missing-variable|service/start-command",
    command: "gunicorn lantern.wsgi:application -b 0.0.0.0:$port",
  },
  // Windows' notation. - bash leaves %PORT% as it is, and Next wants a number.
  {
    ...node,
    rule: "port/agreement|service/start-command",
    command: "npx next start -H 0.0.0.0 -p %PORT%",
  },
  // A zero too many. - TCP: a port is at most 65535; tried: uvicorn ends.
  {
    ...python,
    rule: "port/agreement|port/standard|port/reserved|port/privileged",
    command: GUNICORN,
    variables: { PORT: "80000" },
  },
  // Render keeps this one for itself. - Render's page on web services (reserved ports).
  {
    ...python,
    rule: "port/agreement|port/standard|port/reserved",
    command: GUNICORN,
    variables: { PORT: "18012" },
  },
  // The web service calls 9000, and the private one listens on 8000. - Render's page on the private network.
  {
    ...node,
    rule: "port/peer-mismatch",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: { INVENTORY_API_URL: "http://inventory:9000" },
    others: [
      {
        ...python,
        kind: "private",
        command: "uvicorn inventory.main:app --host 0.0.0.0 --port 8000",
        variables: { PORT: "8000" },
        properties: { name: "inventory" },
      },
    ],
  },
  // The private service listens for its own container alone. - Render's page on the private network.
  {
    ...python,
    rule: "service/loopback-bind",
    command: GUNICORN,
    variables: { PRICING_URL: "http://pricing:8000" },
    others: [
      {
        ...python,
        kind: "private",
        command: "uvicorn pricing.main:app --host 127.0.0.1 --port 8000",
        variables: { PORT: "8000" },
        properties: { name: "pricing" },
      },
    ],
  },

  // --- Start commands --------------------------------------------------------------------------------------------------

  // Celery 5 takes -A before the subcommand. - tried: celery, No such option '-A'.
  {
    ...python,
    rule: "service/start-command",
    kind: "worker",
    command: "celery worker -A lantern -l info",
  },
  // No such option: it is --loglevel. - tried: celery.
  {
    ...python,
    rule: "service/start-command",
    kind: "worker",
    command: "celery -A lantern worker --log-level=info --concurrency=2",
  },
  // The worker goes into the background, and the command ends. - tried: celery's --detach; Render restarts what ends.
  {
    ...python,
    rule: "service/start-command",
    kind: "worker",
    command: "celery -A lantern worker --loglevel=info --detach",
  },
  // No such option: it is --workers. - tried: uvicorn.
  {
    rule: "service/start-command",
    command: "uvicorn lantern.main:app --host 0.0.0.0 --port $PORT --worker 2",
  },
  // A file's name where a module and its attribute belong. - tried: uvicorn, must be in format "<module>:<attribute>".
  { rule: "service/start-command", command: "uvicorn main.py --host 0.0.0.0 --port $PORT" },
  // pm2 starts its daemon and ends. - PM2's page on containers (pm2-runtime).
  { ...node, rule: "service/start-command", command: "npx pm2 start dist/main.js --name lantern" },
  // There is no Docker in a native runtime, and compose ends. - Render's page on native runtimes.
  { ...node, rule: "service/start-command", command: "docker compose up -d" },
  // The build where the start belongs: it ends, and nothing listens. - Next's page on its command line.
  { ...node, rule: "service/start-command|service/start-builds", command: "npx next build" },
  // A quote that does not end. - tried: bash, unexpected EOF while looking for matching `"'.
  {
    ...python,
    rule: "service/start-command|port/agreement",
    command: 'gunicorn lantern.wsgi:application --bind "0.0.0.0:$PORT',
  },
  // Node's own reader of such files: no secret file has this name. - Node's page on --env-file: not found.
  {
    ...node,
    rule: "environment/missing-file|service/start-command",
    command: "node --env-file=/etc/secrets/.env.production dist/main.js",
    secretFiles: { ".env": "LOG_LEVEL=info\nSESSION_TTL=3600\n" },
  },

  // --- Plans, disks, paths ---------------------------------------------------------------------------------------------

  // Free services have no disk. - Render's page on free instances.
  {
    ...python,
    rule: "plan/limits",
    command: GUNICORN,
    properties: { plan: "free", disk: { name: "media", sizeGb: 1, mountPath: "/var/media" } },
  },
  // Free services do not scale. - Render's page on free instances.
  {
    ...node,
    rule: "plan/limits",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    properties: { plan: "free", numInstances: 2 },
  },
  // A worker has no free plan. - Render's page on free instances.
  {
    ...ruby,
    rule: "plan/limits",
    kind: "worker",
    command: "bundle exec sidekiq -C config/sidekiq.yml",
    properties: { plan: "free" },
  },
  // A disk belongs to one instance. - Render's page on disks.
  {
    ...ruby,
    rule: "plan/limits",
    command: "bundle exec puma -e production -b tcp://0.0.0.0:$PORT",
    properties: {
      plan: "standard",
      numInstances: 3,
      disk: { name: "storage", sizeGb: 20, mountPath: "/opt/render/project/src/storage" },
    },
  },
  // A path begins with a slash. - Render's provider and page on health checks.
  {
    ...python,
    rule: "service/health-check-path",
    command: GUNICORN,
    properties: { healthCheckPath: "healthz/" },
  },
  // A plan of another provider. - render-openapi.json (plan).
  {
    ...node,
    rule: "plan/limits|blueprint/unknown-value",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    properties: { plan: "hobby" },
  },
  // A region of AWS. - render-openapi.json (region).
  {
    ...python,
    rule: "plan/limits|blueprint/unknown-value",
    command: GUNICORN,
    properties: { region: "eu-central-1" },
  },
  // Hour 24 is none. - cron's five fields; Render's page on cron jobs.
  {
    ...python,
    rule: "service/cron-schedule",
    kind: "cron",
    command: "python manage.py clearsessions",
    properties: { schedule: "0 24 * * *" },
  },
  // Six fields, seconds first, as node-cron and Spring have them. - Render's page on cron jobs.
  {
    ...node,
    rule: "service/cron-schedule",
    kind: "cron",
    command: "node dist/jobs/digest.js",
    properties: { schedule: "0 30 6 * * *" },
  },
  // Render waits 300 seconds at most. - render-openapi.json (maxShutdownDelaySeconds).
  {
    ...python,
    rule: "plan/limits|blueprint/unknown-value",
    kind: "worker",
    command: "celery -A lantern worker --loglevel=info",
    properties: { maxShutdownDelaySeconds: 900 },
  },
];
