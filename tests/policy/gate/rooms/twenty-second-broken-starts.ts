import { PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { node } from "../written";
import { built, FASTAPI, rejected } from "./twenty-second-form";

/** Start and build commands that end, never end, or are not there. */
export const REJECTED_STARTS_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  rejected(
    START,
    "a line of a Procfile is no command: the shell looks for a program that is called web: (Render's page on start commands)",
    "web: gunicorn app:app --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  rejected(
    START,
    "the dashboard's prompt was copied too, and the shell finds no program of that name (bash's manual)",
    "$ yarn start",
    node,
  ),
  rejected(
    START,
    "pm2 start leaves the server in the background and ends (PM2's page on containers)",
    "npx pm2 start dist/main.js --name api",
    node,
  ),
  rejected(
    START,
    "the shell ends with its last command, which is in the background (bash's manual)",
    "alembic upgrade head; uvicorn main:app --host 0.0.0.0 --port $PORT &",
  ),
  rejected(
    `${START}|service/unmet-need`,
    "no daemon of Docker runs in a service (Render's page on Docker: one image for each service)",
    "docker compose up -d --build",
    { driver: "psycopg2" },
  ),
  rejected(
    "service/native-without-start",
    "Render reads no Procfile: a native runtime needs its start command (Render's page on Blueprints)",
    null,
    { driver: "psycopg2" },
  ),
  rejected(
    `${START}|${PORT}|service/unmet-need`,
    "a worker of Celery opens no port, and a web service without one is timed out (Render's page on port binding)",
    "celery -A config worker --loglevel=info --concurrency=2",
    { driver: "psycopg2" },
  ),
  rejected(
    `${START}|service/start-builds`,
    "next build ends when the pages are built, and serves nothing (Next's page on its command line)",
    "npx next build",
    node,
  ),
  rejected(
    START,
    "the build starts the server and never ends (Render's page on deploys: the build ends before the start)",
    FASTAPI,
    built("python", "pip install -r requirements.txt && gunicorn app:app -b 0.0.0.0:10000"),
  ),
  rejected(
    // The rule of commands says it, which the batch did not know.
    "service/unmet-need|service/start-builds|service/start-command",
    "apt-get has no rights in a native runtime: Read-only file system (Render's page on native runtimes' tools)",
    FASTAPI,
    built("python", "apt-get update && apt-get install -y ffmpeg && pip install -r requirements.txt"),
  ),
];
