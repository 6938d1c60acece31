import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

/** Render's own image source, with the tag that a team would pin. */
const image = (imageUrl: string, tag: string) => ({ runtimeSource: { image: { imageUrl, tag } } });

/**
 * Broken services of the thirteenth batch that a preview can decide: each has to be rejected by its rule. The comment
 * says what happens, and after the dash what decides it (R, S, P and V are entries of docs/facts; "tried" is the real
 * program, on 29 November 2026).
 */
export const REJECTED_SERVICES: readonly SealedCase[] = [
  // --- Ports -----------------------------------------------------------------------------------------------------------

  // No one sets FRONTEND_PORT: Next listens on 3000, and PORT is 8000. - POSIX, parameter expansion; Next's command line.
  {
    ...node,
    rule: "port/agreement",
    command: "node_modules/.bin/next start -H 0.0.0.0 -p ${FRONTEND_PORT:-3000}",
  },
  // PowerShell's notation: bash reads $env, which is empty, and leaves `:PORT`. - tried: uvicorn, not a valid integer.
  {
    rule: "port/agreement",
    command: "uvicorn app.main:app --host 0.0.0.0 --port $env:PORT",
  },
  // Kubernetes' notation: bash runs a command called PORT, which is not there. - tried: gunicorn, '' is no valid port.
  {
    ...python,
    rule: "port/agreement|service/start-command",
    command: "gunicorn config.wsgi:application -b 0.0.0.0:$(PORT)",
  },
  // All agree on .NET's 8080, and the standard port is 8000. - docs/policy-pack.md (port/standard); containers since .NET 8.
  {
    ...docker,
    rule: "port/standard",
    command: "dotnet Harbor.Api.dll",
    variables: { PORT: "8080", ASPNETCORE_HTTP_PORTS: "8080" },
  },
  // 19099 is Render's own. - R31.
  {
    ...python,
    rule: "port/reserved",
    kind: "private",
    command: "gunicorn exporter.app:app --bind 0.0.0.0:$PORT",
    variables: { PORT: "19099" },
  },

  // --- Services that name each other -------------------------------------------------------------------------------------

  // Without a port, http is port 80, and Pricing listens on 9000. - R45; RFC 9110, 4.2.1.
  {
    ...python,
    rule: "port/peer-mismatch",
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    variables: { PRICING_URL: "http://pricing" },
    others: [
      {
        ...python,
        kind: "private",
        command: "uvicorn pricing.main:app --host 0.0.0.0 --port $PORT",
        variables: { PORT: "9000" },
        properties: { name: "pricing" },
      },
    ],
  },
  // Host and port in two variables, and the port is another one than that of Orders. - R45.
  {
    ...node,
    rule: "port/peer-mismatch",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    variables: { ORDERS_HOST: "orders", ORDERS_PORT: "8080" },
    others: [
      {
        ...python,
        kind: "private",
        command: "uvicorn orders.main:app --host 0.0.0.0 --port $PORT",
        variables: { PORT: "9000" },
        properties: { name: "orders" },
      },
    ],
  },
  // Redis listens on 6380, and the worker asks 6379. - R45; Redis' command line (--port).
  {
    ...python,
    rule: "port/peer-mismatch",
    kind: "worker",
    command: "celery -A shop worker --loglevel=info",
    variables: { CELERY_BROKER_URL: "redis://:wB7nXc25rL@cache:6379/0" },
    others: [
      {
        driver: "none",
        kind: "private",
        command: "redis-server --bind 0.0.0.0 --port 6380 --requirepass wB7nXc25rL",
        variables: { PORT: "6380" },
        properties: { ...image("docker.io/library/redis", "7.4"), name: "cache" },
      },
    ],
  },

  // --- Servers that no request reaches ---------------------------------------------------------------------------------

  // Spring binds the address of its option. - Spring Boot's server properties (server.address).
  {
    ...docker,
    rule: "service/loopback-bind",
    command: "java -Xmx384m -jar /app/harbor.jar --server.address=localhost --server.port=8000",
  },
  // The group of all developers' settings has flask's host; the command has only the port. - Flask's page on its command line.
  {
    ...python,
    rule: "service/loopback-bind",
    command: "python -m flask --app shop run --port $PORT",
    group: { FLASK_RUN_HOST: "127.0.0.1", LOG_LEVEL: "info" },
  },
  // No one sets BIND_HOST, so that it is localhost. - POSIX, parameter expansion; Hypercorn's page on binds.
  {
    ...python,
    rule: "service/loopback-bind",
    command: 'BIND_HOST=${BIND_HOST:-localhost}; exec hypercorn shop.main:app --bind "$BIND_HOST:$PORT"',
  },
  // A private service is asked from other machines too. - R45; uvicorn's page on settings (UVICORN_HOST).
  {
    rule: "service/loopback-bind",
    kind: "private",
    command: "uvicorn pricing.main:app --port $PORT",
    variables: { PORT: "9000", UVICORN_HOST: "localhost" },
    declared: { port: 9000 },
  },
  // Behind Render's proxy, as its options say, but uvicorn's host is 127.0.0.1 by default. - uvicorn's page on settings.
  {
    rule: "service/loopback-bind",
    command:
      "uvicorn --factory shop.app:create_app --port $PORT --proxy-headers --forwarded-allow-ips='*' --workers 2",
  },
  // The address of a set-up behind nginx on one machine. - tried: waitress, Serving on http://127.0.0.1.
  {
    ...python,
    rule: "service/loopback-bind",
    command: "waitress-serve --listen=127.0.0.1:$PORT --threads=8 shop.wsgi:application",
  },

  // --- Commands that end, that never begin, or that do not end ---------------------------------------------------------

  // A Procfile's line with its name. - tried: bash, `worker:: command not found`.
  {
    ...python,
    rule: "service/start-command",
    kind: "worker",
    command: "worker: celery -A shop worker --loglevel=info --concurrency=2",
  },
  // The whole command in quotes is one word. - tried: bash, command not found.
  {
    ...python,
    rule: "service/start-command|port/agreement",
    command: '"gunicorn shop.wsgi:application --bind 0.0.0.0:$PORT"',
  },
  // A path where a module belongs. - tried: uvicorn, Could not import module "src/api/main".
  {
    rule: "service/start-command",
    command: "uvicorn src/api/main:app --host 0.0.0.0 --port $PORT",
  },
  // A blog's typography: the dashes are en dashes. - tried: uvicorn, Got unexpected extra arguments.
  {
    rule: "service/start-command|service/loopback-bind|port/agreement",
    command: "uvicorn app.main:app –host 0.0.0.0 –port $PORT",
  },
  // -d sends the server to the background. - Rails' guide on its command line (--daemon).
  {
    ...ruby,
    rule: "service/start-command",
    command: "bundle exec rails server -d -b 0.0.0.0 -p $PORT -e production",
  },
  // Both init scripts return. - Debian's service(8), as in Dockerfiles of Laravel moved from a virtual machine.
  {
    ...docker,
    rule: "service/start-command",
    command: 'sh -c "service php8.3-fpm start && service nginx start"',
  },
  // The & is behind the server: the shell ends, and the instance with it. - POSIX, asynchronous lists.
  {
    ...node,
    rule: "service/start-command",
    command: "npx prisma migrate deploy && npx next start -H 0.0.0.0 -p $PORT &",
  },
  // Sidekiq waits for jobs until it is stopped: the run lasts 12 hours. - R46; Sidekiq's wiki (Deployment).
  {
    ...ruby,
    rule: "service/start-command",
    kind: "cron",
    command: "bundle exec sidekiq -q reports -c 2",
    properties: { schedule: "0 5 * * *" },
  },
  // The pre-deploy command starts the server, and never ends. - R22, R23.
  {
    ...python,
    rule: "service/start-command",
    command: "uvicorn app.main:app --host 0.0.0.0 --port $PORT",
    properties: {
      plan: "standard",
      preDeployCommand: "alembic upgrade head && uvicorn app.main:app --host 0.0.0.0 --port $PORT",
    },
  },
  // The build command starts the server, and never ends. - R23; docs/rules.md (a build command has to end too).
  {
    ...python,
    rule: "service/start-command",
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    properties: {
      runtimeSource: {
        nativeRuntime: {
          repoUrl: "https://github.com/acme/shop",
          branch: "main",
          runtime: "python",
          buildCommand: "pip install -r requirements.txt && gunicorn shop.wsgi --bind 0.0.0.0:8000",
        },
      },
    },
  },
  // --- Schedules, plans, health checks -----------------------------------------------------------------------------------

  // Four fields. - R46.
  {
    ...node,
    rule: "service/cron-schedule",
    kind: "cron",
    command: "node dist/jobs/sync-orders.js",
    properties: { schedule: "*/15 * * *" },
  },
  // EventBridge's notation. - R46; AWS' page on schedule expressions.
  {
    ...node,
    rule: "service/cron-schedule",
    kind: "cron",
    command: "node dist/jobs/send-digest.js",
    properties: { schedule: "rate(1 hour)" },
  },
  // A free service has no disk. - R14.
  {
    ...python,
    rule: "plan/limits",
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    properties: { plan: "free", disk: { name: "media", sizeGb: 1, mountPath: "/var/data" } },
  },
  // A disk belongs to one instance: it cannot be scaled. - R22; Render's pages on disks and on scaling.
  {
    ...python,
    rule: "plan/limits",
    command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
    properties: {
      plan: "standard",
      disk: { name: "media", sizeGb: 20, mountPath: "/opt/render/project/src/media" },
      autoscaling: {
        enabled: true,
        min: 2,
        max: 4,
        criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 70 } },
      },
    },
  },
  // A path begins with a slash. - RENDER.md, 4; Render's page on health checks.
  {
    ...node,
    rule: "service/health-check-path",
    command: "npx next start -H 0.0.0.0 -p $PORT",
    properties: { healthCheckPath: "api/v1/health" },
  },
];

/**
 * Broken services for which `undecided` by the right rule is a right answer too: what decides them is the default of one
 * program that the pack need not know.
 */
export const UNDECIDED_SERVICES: readonly SealedCase[] = [
  // n8n listens on N8N_PORT, and PORT is 8000. Undecided will do: what runs is in the image. - n8n's deployment variables.
  {
    driver: "none",
    rule: "port/agreement",
    command: null,
    variables: { N8N_PORT: "5678", N8N_PROTOCOL: "https", WEBHOOK_URL: "https://flows-harbor.onrender.com/" },
    properties: { ...image("docker.io/n8nio/n8n", "1.110.1"), healthCheckPath: "/healthz" },
  },
  // react-router-serve listens on HOST. Undecided will do: its row may be missing. - react-router-serve's cli.ts.
  {
    ...node,
    rule: "service/loopback-bind",
    command: "npx react-router-serve ./build/server/index.js",
    variables: { HOST: "127.0.0.1" },
  },
];
