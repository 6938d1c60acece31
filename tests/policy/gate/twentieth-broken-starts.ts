import { docker, START, soundWeb } from "./batch";
import type { ExplainedCase } from "./nineteenth-form";
import { bare, elixir, node, ruby } from "./written";

const FILE = "environment/missing-file";

/** Services whose command ends, or whose settings refuse every request. */
export const REJECTED_STARTS_OF_TWENTIETH: readonly ExplainedCase[] = [
  {
    rule: `${START}|port/agreement`,
    why: "celery's worker goes on running, so what comes after && is never started",
    ...soundWeb("celery -A orchard worker -l info && uvicorn orchard.main:app --host 0.0.0.0 --port $PORT"),
  },
  {
    rule: START,
    why: "a release's daemon command puts it into the background and ends (mix release's page)",
    ...soundWeb("_build/prod/rel/orchard/bin/orchard daemon", elixir),
  },
  {
    rule: START,
    why: "the shell ends once node is in the background, and the instance with it",
    ...soundWeb("nohup node dist/main.js > /tmp/orchard.log 2>&1 &", node),
  },
  {
    rule: START,
    why: "php-fpm -D and the service script both go into the background, so the container ends",
    ...soundWeb('sh -c "php-fpm -D && service nginx start"', { ...docker, ...bare }),
  },
  {
    rule: START,
    why: "both tasks of rails end, and no server is started",
    ...soundWeb("bundle exec rails db:migrate db:seed", ruby),
  },
  {
    rule: FILE,
    why: "uvicorn ends where the file of --env-file is not there, and the service has no secret file",
    ...soundWeb("uvicorn orchard.main:app --host 0.0.0.0 --port $PORT --env-file /etc/secrets/prod.env"),
  },
  {
    rule: FILE,
    why: "the sourced secret file has another name than the service's (Render's page on secret files)",
    ...soundWeb(
      "set -a && . /etc/secrets/production.env && set +a && exec gunicorn orchard.wsgi -b 0.0.0.0:$PORT",
      {
        secretFiles: { "prod.env": "LOG_LEVEL=info\nFEATURE_EXPORT=on\n" },
      },
    ),
  },
  {
    rule: "service/allowed-hosts",
    why: "Django answers 400 to Render's health check: its host is neither of these (Django's ALLOWED_HOSTS)",
    ...soundWeb("gunicorn config.wsgi:application --bind 0.0.0.0:$PORT", {
      driver: "psycopg2",
      variables: {
        ALLOWED_HOSTS: "localhost,127.0.0.1",
        DJANGO_SETTINGS_MODULE: "config.settings.production",
      },
    }),
  },
  {
    rule: "service/health-check-path",
    why: "Render asks for a path that begins with / (Render's page on health checks)",
    ...soundWeb("npx fastify start -a 0.0.0.0 -p $PORT dist/app.js", {
      ...node,
      properties: { healthCheckPath: "healthz" },
    }),
  },
  {
    rule: "port/reserved|port/agreement",
    why: "Render keeps 19099 for itself (Render's page on the private network)",
    ...soundWeb("uvicorn orchard.main:app --host 0.0.0.0 --port $PORT", { variables: { PORT: "19099" } }),
  },
];
