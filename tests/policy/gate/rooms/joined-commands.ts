import { LOOPBACK, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { APPLICATION, fails, runs } from "./posted-services-form";

const SERVE = "uvicorn main:app --host 0.0.0.0 --port $PORT";
const DJANGO = { driver: "psycopg2" } as const;
const joined = (step: string, rest = SERVE, more = {}) =>
  fails(
    START,
    "no && is between two commands, so the first gets the second's words",
    `${step} ${rest}`,
    more,
  );

/** Next to commands that were posted: two without an operator between them, marks of typography, and jobs that watch. */
export const JOINED_COMMANDS_BROKEN: readonly ExplainedCase[] = [
  joined("alembic upgrade head"),
  joined("source venv/bin/activate"),
  joined("export PYTHONPATH=/opt/render/project/src"),
  joined("set -e"),
  joined("sleep 5"),
  joined("cd src", `python -m ${SERVE}`),
  joined("cd api && alembic upgrade head", `exec ${SERVE}`),
  joined("flask db upgrade", "gunicorn shop:app -b 0.0.0.0:$PORT", DJANGO),
  joined("python manage.py migrate --noinput", "gunicorn shop.wsgi -b 0.0.0.0:$PORT", DJANGO),
  joined("npx prisma generate", "npx next start -p $PORT", node),
  joined("bundle exec rails db:migrate", "bundle exec puma -b tcp://0.0.0.0:$PORT", ruby),
  fails(START, "“ is no quote of a shell's", "gunicorn “shop.wsgi:application” -b 0.0.0.0:$PORT", DJANGO),
  fails(START, "“ is no quote of a shell's", "uvicorn main:app --host “0.0.0.0” --port $PORT"),
  fails(START, "an en dash and a hyphen begin no option", "uvicorn main:app -–host 0.0.0.0 -–port $PORT"),
  fails(
    `${START}|${APPLICATION}`,
    "application is no module",
    "gunicorn shop.asgi.application -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT",
  ),
  fails(START, "nodemon waits for changes when the job has ended", "npx nodemon jobs/digest.js", {
    kind: "cron",
    ...node,
  }),
  fails(START, "tsx watch waits for changes when the job has ended", "npx tsx watch jobs/digest.ts", {
    kind: "cron",
    ...node,
  }),
  fails(START, "a script of developers' goes on", "pnpm dev", { kind: "cron", ...node }),
  fails(
    LOOPBACK,
    "FastMCP's server of HTTP is on 127.0.0.1 without --host",
    "fastmcp run server.py -t sse -p $PORT",
    bare,
  ),
];

export const JOINED_COMMANDS_SOUND: readonly ExplainedCase[] = [
  runs(
    "a folder named as a server is",
    "mkdir -p /tmp/gunicorn && gunicorn main:app -k uvicorn.workers.UvicornWorker -b 0.0.0.0:$PORT",
  ),
  runs("a folder named as a server is", `cd services/uvicorn && ${SERVE}`),
  runs("; is an operator too", `cd backend; ${SERVE}`),
  runs("a line's end is an operator too", `alembic upgrade head\n${SERVE}`),
  runs("source has one file, and && follows", `source venv/bin/activate && ${SERVE}`),
  runs("an assignment before a command is its own", `PYTHONPATH=src ${SERVE}`),
  runs("two variables of one export", `export PYTHONPATH=src APP_ENV=production && ${SERVE}`),
  runs("exec has its command behind it", `exec ${SERVE}`),
  runs("a wrapper has its command behind it", `poetry run python -m ${SERVE}`),
  runs("|| goes on behind a failure", `alembic upgrade head || echo failed; ${SERVE}`),
  runs(
    "a step of two words, and its own options",
    "python manage.py collectstatic --noinput --clear && gunicorn shop.wsgi -b 0.0.0.0:$PORT",
    DJANGO,
  ),
  runs("a message may have marks of typography", `echo “starting” – && ${SERVE}`),
  runs("a title in quotes may have them", "open-webui serve --host 0.0.0.0 --port $PORT", bare),
  runs(
    "a package may be called application",
    "gunicorn application.app:application -b 0.0.0.0:$PORT",
    DJANGO,
  ),
  runs("gunicorn takes a module of a package", "gunicorn shop.server.wsgi -b 0.0.0.0:$PORT", DJANGO),
  runs("a job by node, once", "node jobs/digest.js", { kind: "cron", ...node }),
  runs("a job by a script", "npm run digest", { kind: "cron", ...node }),
  runs("a job by tsx", "npx tsx jobs/watch-prices.ts", { kind: "cron", ...node }),
  runs(
    "FastMCP's server on every address",
    "fastmcp run server.py --transport http --host 0.0.0.0 --port $PORT",
    bare,
  ),
];
