import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });

/**
 * Broken services of the fourteenth batch that a preview can decide: each has to be rejected by its rule. The comment
 * says what happens, and after the dash what decides it (R, S, P and V are entries of docs/facts; "tried" is the real
 * program, on 30 November 2026).
 */
export const REJECTED_SERVICES_OF_FOURTEENTH: readonly SealedCase[] = [
  // --- Ports -----------------------------------------------------------------------------------------------------------

  // Flask's own server reads no PORT: 5000 on all interfaces. - tried: flask, 0.0.0.0:5000.
  { ...python, rule: "port/agreement", command: "python -m flask --app orchard run --host=0.0.0.0" },
  // Rack's port, written down. - Rack's page on rackup (-p).
  { ...ruby, rule: "port/agreement", command: "bundle exec rackup -o 0.0.0.0 -p 9292 config.ru" },
  // Caddy's old port, from a tutorial. - Caddy's command line (file-server --listen).
  { ...docker, rule: "port/agreement", command: "caddy file-server --root /srv --listen :2015" },
  // .NET's variable of ports opens 5001, and PORT is 8000. - Microsoft's page on endpoints (HTTP ports).
  {
    ...docker,
    rule: "port/agreement",
    command: "dotnet Orchard.Web.dll",
    variables: { ASPNETCORE_HTTP_PORTS: "5001" },
  },
  // A colon as Go's listeners have it. - tried: uvicorn, ':8000' is not a valid integer.
  {
    rule: "port/agreement|port/standard",
    command: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT",
    variables: { PORT: ":8000" },
  },
  // The secret file is read by no one before the shell has filled in WEB_PORT. - tried: gunicorn, '' is not a valid port.
  {
    ...python,
    rule: "port/agreement|environment/missing-variable",
    command: "gunicorn orchard.wsgi --bind 0.0.0.0:$WEB_PORT",
    secretFiles: { ".env": "WEB_PORT=8000\nLOG_LEVEL=info\n" },
  },
  // A space where the colon belongs. - tried: gunicorn, unrecognized arguments: 8000.
  {
    ...python,
    rule: "port/agreement|service/start-command",
    command: "gunicorn orchard.wsgi:application --bind 0.0.0.0 $PORT --workers 2",
  },
  // Remix' own 3000, on which all agree, and the standard port is 8000. - docs/configuration.md (standardPort).
  {
    ...node,
    rule: "port/standard",
    command: "npx remix-serve ./build/index.js",
    variables: { PORT: "3000" },
  },
  // Typesense listens on 8108, and the variables say 8180. - Typesense's page on its settings (--api-port); R45.
  {
    ...node,
    rule: "port/peer-mismatch",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: { TYPESENSE_HOST: "typesense", TYPESENSE_PORT: "8180", TYPESENSE_PROTOCOL: "http" },
    others: [
      {
        driver: "none",
        kind: "private",
        command: "/opt/typesense-server --data-dir /data --api-port 8108 --api-key=b41f09c2d7e8a635",
        variables: { PORT: "8108" },
        properties: {
          ...image("docker.io/typesense/typesense", "27.1"),
          name: "typesense",
          disk: { name: "typesense", sizeGb: 10, mountPath: "/data" },
        },
      },
    ],
  },

  // --- Servers that no request reaches ---------------------------------------------------------------------------------

  // granian's host is 127.0.0.1 by default. - tried: granian, 127.0.0.1:8000.
  {
    ...python,
    rule: "service/loopback-bind",
    command: "granian --interface wsgi --port $PORT --workers 2 orchard.wsgi:application",
  },
  // Sanic's too. - tried: sanic, 127.0.0.1:8000.
  { ...python, rule: "service/loopback-bind", command: "sanic orchard.server:app -p $PORT" },
  // aiohttp's command line, with the developer's host. - tried: aiohttp, 127.0.0.1:8000.
  {
    ...python,
    rule: "service/loopback-bind",
    command: "python -m aiohttp.web -H localhost -P $PORT orchard.app:init",
  },
  // Falcon's bind is a URL, of which the host is localhost. - Falcon's page on its command line (--bind).
  { ...ruby, rule: "service/loopback-bind", command: "bundle exec falcon serve -b http://localhost:$PORT" },
  // Rocket's own variable of its address. - Rocket's page on configuration; R40 (ROCKET_PORT).
  {
    rule: "service/loopback-bind",
    runtime: "rust",
    driver: "none",
    command: "./target/release/orchard",
    variables: { ROCKET_ADDRESS: "127.0.0.1", ROCKET_PORT: "8000" },
  },
  // Kestrel's endpoints come before ASPNETCORE_URLS. - Microsoft's page on Kestrel's endpoints.
  {
    ...docker,
    rule: "service/loopback-bind",
    command: "dotnet Orchard.Web.dll",
    variables: { Kestrel__Endpoints__Http__Url: "http://localhost:8000" },
  },
  // Debian's memcached.conf, written as options: other services ask this one. - memcached's manual (-l); R45.
  {
    driver: "none",
    rule: "service/loopback-bind",
    kind: "private",
    command: "memcached -u memcache -m 128 -l 127.0.0.1 -p 11211",
    variables: { PORT: "11211" },
    properties: image("docker.io/library/memcached", "1.6"),
  },

  // --- Commands that end, that never begin, or that do not end ---------------------------------------------------------

  // bash -c takes one word: uvicorn gets no argument at all. - tried: uvicorn, Missing argument 'APP'.
  {
    rule: "service/start-command|port/agreement|service/loopback-bind",
    command: "bash -c uvicorn orchard.main:app --host 0.0.0.0 --port 8000",
  },
  // The attribute is missing. - tried: uvicorn, must be in format "<module>:<attribute>".
  { rule: "service/start-command", command: "uvicorn orchard.main --host 0.0.0.0 --port $PORT" },
  // A virtual machine's line: nothing is root in a native runtime. - R57.
  {
    ...python,
    rule: "service/start-command",
    command: "sudo -E gunicorn orchard.wsgi --bind 0.0.0.0:$PORT",
  },
  // No daemon of Docker runs in a service. - R57.
  { ...node, rule: "service/start-command", command: "docker compose up web" },
  // --detach leaves a daemon behind and returns. - tried: celery ends with 0.
  {
    ...python,
    rule: "service/start-command",
    kind: "worker",
    command: "celery -A orchard beat --loglevel=info --detach",
  },
  // jobs:workoff ends once the queue is empty; jobs:work would go on. - Delayed Job's readme.
  { ...ruby, rule: "service/start-command", kind: "worker", command: "bundle exec rake jobs:workoff" },
  // The scheduler never ends: a run that Render ends after 12 hours. - R46; Celery's page on periodic tasks.
  {
    ...python,
    rule: "service/start-command",
    kind: "cron",
    command: "celery -A orchard beat --loglevel=info",
    properties: { schedule: "0 * * * *" },
  },
  // A worker's loop as a cron job: it never ends. - R46; tried: bash.
  {
    ...python,
    rule: "service/start-command",
    kind: "cron",
    command: "bash -c 'while :; do python -m orchard.sync; sleep 60; done'",
    properties: { schedule: "*/10 * * * *" },
  },
  // A native runtime reads no Procfile, for a worker neither. - Render's page on Blueprints; RENDER.md, 3.
  { ...ruby, rule: "service/native-without-start", kind: "worker", command: null },

  // --- Schedules, plans, health checks -----------------------------------------------------------------------------------

  // Midnight is 0: there is no hour 24. - R46; crontab(5).
  {
    ...node,
    rule: "service/cron-schedule",
    kind: "cron",
    command: "node dist/jobs/close-day.js",
    properties: { schedule: "0 24 * * *" },
  },
  // No free cron job exists. - R47.
  {
    ...node,
    rule: "plan/limits",
    kind: "cron",
    command: "node dist/jobs/close-day.js",
    properties: { plan: "free", schedule: "30 1 * * *" },
  },
  // A target is 90 percent at most. - R53.
  {
    ...node,
    rule: "plan/limits",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    properties: {
      plan: "standard",
      autoscaling: {
        enabled: true,
        min: 1,
        max: 4,
        criteria: { cpu: { enabled: true, percentage: 95 }, memory: { enabled: false, percentage: 70 } },
      },
    },
  },
  // Free has no pre-deploy command. - R14.
  {
    ...node,
    rule: "plan/limits",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    properties: { plan: "free", preDeployCommand: "npx knex migrate:latest" },
  },
  // An address without a scheme where a path belongs. - RENDER.md, 4; Render's page on health checks.
  {
    ...node,
    rule: "service/health-check-path",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    properties: { healthCheckPath: "localhost:8000/health" },
  },
];

/** Broken services for which `undecided` by the right rule is a right answer too. */
export const UNDECIDED_SERVICES_OF_FOURTEENTH: readonly SealedCase[] = [
  // A system property comes before the environment at Quarkus: 9000. Undecided will do: its row may be missing. -
  // Quarkus' page on configuration (order of sources).
  {
    ...docker,
    rule: "port/agreement",
    command: "java -Dquarkus.http.port=9000 -jar /deployments/quarkus-app/quarkus-run.jar",
    variables: { QUARKUS_HTTP_PORT: "8000" },
  },
  // Django answers 400 to Render's health check, whose host is the service's. Undecided will do: which variable
  // ALLOWED_HOSTS is made of is in the code. - R33; RENDER.md, 4 (Host); Django's page on ALLOWED_HOSTS.
  {
    ...python,
    rule: "service/allowed-hosts",
    command: "gunicorn config.wsgi --bind 0.0.0.0:$PORT",
    variables: {
      DJANGO_SETTINGS_MODULE: "config.settings.production",
      DJANGO_ALLOWED_HOSTS: "localhost,127.0.0.1",
    },
  },
];
