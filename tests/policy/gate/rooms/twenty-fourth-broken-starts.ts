import { PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, flask, node, prisma, rejected, SESSION } from "./twenty-fourth-form";

/** Services that end before they answer, or answer nothing. */
export const REJECTED_STARTS_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  rejected(
    START,
    "a line of a Procfile is no command: the shell finds no program web: (Render's page on Heroku)",
    {
      command: "web: gunicorn quarry.wsgi --bind 0.0.0.0:$PORT --log-file -",
      ...django,
    },
  ),
  rejected(
    START,
    "the prompt was copied with the command, and the shell finds no program of its name (bash)",
    {
      command: "$ npm start",
      ...node,
    },
  ),
  rejected(START, "pm2 start leaves the process to its daemon and ends (PM2's page on Docker: pm2-runtime)", {
    command: "npx pm2 start dist/index.js --name quarry-api",
    ...node,
  }),
  rejected(START, "the server is left in the background, and the command ends (Render's page on deploys)", {
    command: "nohup uvicorn main:app --host 0.0.0.0 --port $PORT > app.log 2>&1 &",
  }),
  rejected(
    `${START}|service/start-builds`,
    "the build's command is the start command too, and it ends (Render's page on troubleshooting deploys)",
    { command: "npm install && npm run build", ...prisma },
  ),
  rejected(
    "service/native-without-start",
    "Render wants a start command for a native runtime (its page on Blueprints)",
    {
      command: null,
      ...flask,
      variables: { DATABASE_URL: SESSION },
    },
  ),
  rejected(
    `${START}|${PORT}|service/unmet-need`,
    "a worker of Celery's opens no port, and the port scan times out (Render's page on web services)",
    {
      command: "celery -A quarry worker --loglevel=info --concurrency 2",
      ...django,
      variables: { CELERY_BROKER_URL: "redis://red-d41k8tqli9vc73f0q2mg:6379/0" },
    },
  ),
  rejected(
    "service/health-check-path",
    "a health check is a path of the service, and no URL (Render's page on health checks)",
    {
      command: "gunicorn app:app --bind 0.0.0.0:$PORT",
      ...flask,
      properties: { healthCheckPath: "https://quarry-api.onrender.com/health" },
    },
  ),
  rejected("service/python-version", "Render takes a version alone, 3.11.9 (its page on Python's version)", {
    variables: { PYTHON_VERSION: "python-3.11.9" },
  }),
];
