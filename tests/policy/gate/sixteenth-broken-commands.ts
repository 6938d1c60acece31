import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;
const elixir = { runtime: "elixir", driver: "none" } as const;
const docker = { driver: "none", properties: DOCKER } as const;

/**
 * Broken start commands of the sixteenth batch: each has to be rejected by its rule. The comment says what happens, and
 * after the dash what decides it ("tried" is the real program, on 30 November 2026).
 */
export const REJECTED_COMMANDS_OF_SIXTEENTH: readonly SealedCase[] = [
  // --- Commands that end, so that Render restarts them again and again -------------------------------------------------

  // gunicorn goes to the background, and the start command ends. - gunicorn's page on its settings (daemon).
  {
    ...python,
    rule: "service/start-command",
    command: "gunicorn harbor.wsgi:application --bind 0.0.0.0:$PORT --daemon",
  },
  // pm2 start leaves its processes to a daemon and ends. - PM2's page on containers.
  { ...node, rule: "service/start-command", command: "npx pm2 start ecosystem.config.js --env production" },
  // The server is in the background, and the shell ends at once. - bash.
  { ...node, rule: "service/start-command", command: "nohup node dist/server.js > server.log 2>&1 &" },
  // The release's daemon command ends at once, its start command stays. - Elixir's page on mix release.
  { ...elixir, rule: "service/start-command", command: "_build/prod/rel/harbor/bin/harbor daemon" },
  // Rails goes to the background. - Rails' guide on its command line (-d).
  {
    ...ruby,
    rule: "service/start-command",
    command: "bin/rails server -b 0.0.0.0 -p $PORT -e production -d",
  },
  // caddy start ends when Caddy runs in the background; caddy run stays. - Caddy's page on its command line.
  { ...docker, rule: "service/start-command", command: "caddy start --config /etc/caddy/Caddyfile" },
  // Migrations alone serve no request. - Django's page on migrate.
  { ...python, rule: "service/start-command", command: "python manage.py migrate --noinput" },
  // A bundle alone serves no request; the process ends with status 0. - Next's page. Also right: service/start-builds.
  { ...node, rule: "service/start-command", command: "npx next build" },

  // --- Commands that serve something else than requests ----------------------------------------------------------------

  // A worker opens no port: the scan runs out. - Celery's guide on workers; Render's page on background workers.
  {
    ...python,
    rule: "service/start-command",
    command: "celery -A harbor worker --loglevel info --concurrency 2",
  },
  // Sidekiq opens no port. - Sidekiq's wiki; Render's page on background workers.
  { ...ruby, rule: "service/start-command", command: "bundle exec sidekiq -C config/sidekiq.yml" },
  // Laravel's queue opens no port. - Laravel's page on queues.
  { ...docker, rule: "service/start-command", command: "php artisan queue:work --tries=3" },

  // --- Command lines that the program refuses --------------------------------------------------------------------------

  // gunicorn has no --host and no --port. - tried: gunicorn (unrecognized arguments).
  {
    ...python,
    rule: "service/start-command",
    command: "gunicorn harbor.wsgi:application --host 0.0.0.0 --port $PORT",
  },
  // uvicorn has no --bind. - tried: uvicorn (no such option).
  { rule: "service/start-command", command: "uvicorn harbor.main:app --bind 0.0.0.0:$PORT" },
  // gunicorn imports "app.py" as the module py of a package app. - tried: gunicorn.
  { ...python, rule: "service/start-command", command: "gunicorn app.py --bind 0.0.0.0:$PORT" },
  // uvicorn needs module:attribute. - tried: uvicorn (must be in format).
  { rule: "service/start-command", command: "uvicorn main.py --host 0.0.0.0 --port $PORT" },
  // A path with a slash is no module. - tried: uvicorn (could not import module).
  { rule: "service/start-command", command: "uvicorn src/main:app --host 0.0.0.0 --port $PORT" },
  // There is no application to serve. - tried: gunicorn (no application module specified).
  { ...python, rule: "service/start-command", command: "gunicorn --bind 0.0.0.0:$PORT --workers 2" },
  // Docker's daemon does not run in a service. - Render's page on Docker. Also right: port/agreement.
  { ...docker, rule: "service/start-command", command: "docker compose up web" },
  // A native service has no default command. - Render's page on its native runtimes.
  { ...python, rule: "service/native-without-start", command: "" },
];
