import type { ExplainedCase } from "../nineteenth-form";
import { django, flask, GUNICORN, node, prisma, SESSION, taken } from "./twenty-fourth-form";

/** Services whose start looks like one that fails, and goes on running. */
export const SOUND_STARTS_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  taken("what is behind the Procfile's web: is the command (Render's page on Heroku)", {
    command: "gunicorn quarry.wsgi --bind 0.0.0.0:$PORT --log-file -",
    ...django,
  }),
  taken("pm2-runtime stays in the foreground (PM2's page on Docker)", {
    command: "npx pm2-runtime start dist/index.js --name quarry-api",
    ...node,
  }),
  taken("the worker is in the background, and the server in the foreground (Render's page on deploys)", {
    command:
      "celery -A quarry worker --loglevel=info --concurrency 1 & gunicorn quarry.wsgi -b 0.0.0.0:$PORT",
    ...django,
    variables: { CELERY_BROKER_URL: "redis://red-d41k8tqli9vc73f0q2mg:6379/0", DATABASE_URL: SESSION },
  }),
  taken("an image has a command of its own (Render's page on Docker)", {
    command: null,
    driver: "none",
    properties: {
      runtimeSource: {
        docker: {
          repoUrl: "https://github.com/quarry-labs/web",
          branch: "main",
          dockerfilePath: "./backend/Dockerfile",
          context: "./backend",
        },
      },
      healthCheckPath: "/healthz",
    },
  }),
  taken("Poetry runs the server in its environment (Render's page on Poetry)", {
    command: "poetry run gunicorn app.main:app -k uvicorn.workers.UvicornWorker --bind 0.0.0.0:$PORT",
    ...flask,
    variables: { POETRY_VERSION: "1.8.4", PYTHON_VERSION: "3.12.7" },
  }),
  taken("Render's page on Python asks for a version in full", {
    variables: { PYTHON_VERSION: "3.11.9" },
  }),
  taken("a workspace of npm is named in front of its script (npm's page on workspaces)", {
    command: "npm --workspace @quarry/api run start",
    ...prisma,
    variables: { DATABASE_URL: SESSION, NODE_VERSION: "22.12.0" },
  }),
  taken("Phoenix's release starts its server by PHX_SERVER (Phoenix's guide on releases)", {
    command:
      "_build/prod/rel/quarry/bin/quarry eval 'Quarry.Release.migrate' && _build/prod/rel/quarry/bin/quarry start",
    runtime: "elixir",
    driver: "postgrex",
    variables: {
      PHX_SERVER: "true",
      PHX_HOST: "quarry.onrender.com",
      POOL_SIZE: "5",
      DATABASE_URL: SESSION.replace("postgresql", "ecto"),
      SECRET_KEY_BASE: "Zq3vT8mLxW1cRk7YpB5nHs9GdJ2fAe6UoQ4iVtNwKzXySgMhPlCbDrEuFaIj0OTq",
    },
  }),
  taken("puma listens on all interfaces for -p (Puma's README)", {
    command: "bundle exec rails db:prepare && bundle exec puma -e production -p $PORT -t 3:3",
    runtime: "ruby",
    driver: "active-record",
    variables: { DATABASE_URL: SESSION, RAILS_LOG_TO_STDOUT: "1", WEB_CONCURRENCY: "2" },
    properties: { healthCheckPath: "/up" },
  }),
  taken(
    "static files are collected in the build, and the start is gunicorn alone (Render's page on Django)",
    {
      command: `${GUNICORN} --workers 2 --threads 4 --timeout 60 --access-logfile -`,
      ...django,
      variables: {
        DATABASE_URL: SESSION,
        DEBUG: "False",
        DJANGO_SETTINGS_MODULE: "quarry.settings.production",
      },
    },
  ),
];
