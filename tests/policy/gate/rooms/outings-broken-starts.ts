import { brokenWeb, LOOPBACK, PORT, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import type { SealedCase } from "../sealed";
import { bare, go, node, rust } from "../written";

const MISSING_FILE = "service/missing-file";
const MISSING_APP = "service/missing-application";
const NEED = "service/unmet-need";
const built = (runtime: string, buildCommand: string): SealedCase => ({
  properties: {
    runtimeSource: {
      nativeRuntime: { repoUrl: "https://github.com/acme/api", branch: "main", runtime, buildCommand },
    },
  },
});

const one = (rule: string, why: string, command: string, ...more: readonly SealedCase[]): ExplainedCase => ({
  why,
  ...brokenWeb(rule, command, Object.assign({}, ...more)),
});

/** Commands that start nothing, or what another port reaches. */
export const OUTINGS_BROKEN_STARTS: readonly ExplainedCase[] = [
  one(
    `${START}|${MISSING_FILE}|${NEED}`,
    "no build makes what `next start` serves",
    "npx next start -p $PORT",
    built("node", "npm ci"),
    node,
  ),
  one(
    `${START}|${MISSING_FILE}|${NEED}`,
    "the build writes another file",
    "./app",
    built("go", "go build -o bin/server ./cmd/server"),
    go,
  ),
  one(
    `${START}|${MISSING_FILE}|${NEED}`,
    "a build without --release writes to debug",
    "./target/release/api",
    built("rust", "cargo build"),
    rust,
  ),
  one(
    `${START}|${MISSING_FILE}|${NEED}`,
    "nuxt generate makes no server",
    "node .output/server/index.mjs",
    built("node", "npm ci && npx nuxt generate"),
    node,
  ),
  one(
    `${START}|${MISSING_FILE}|${NEED}`,
    "the build of pip has nothing to install",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    built("python", "pip install"),
  ),
  one(
    `${START}|${MISSING_FILE}|${NEED}`,
    "Maven is not there",
    "java -jar target/api.jar",
    built("node", "mvn -DskipTests package"),
    { driver: "pgjdbc" },
  ),
  one(
    `${START}|${NEED}`,
    "the build never ends",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    built("python", "pip install -r requirements.txt && uvicorn main:app"),
  ),
  one(
    `${START}|${NEED}`,
    "the build waits for an answer",
    "node dist/main.js",
    built("node", "npm init && npm install"),
    node,
  ),
  one(
    START,
    "the server is started in a screen",
    "screen -dmS api uvicorn main:app --host 0.0.0.0 --port $PORT",
  ),
  one(
    START,
    "the server is started in the background",
    "uvicorn main:app --host 0.0.0.0 --port $PORT & disown",
  ),
  one(START, "systemd is not there", "systemctl start gunicorn"),
  one(START, "supervisord is not there in a native runtime", "supervisord -c supervisord.conf"),
  one(START, "nginx is not there in a native runtime", "nginx -g 'daemon off;'", node, bare),
  one(`${START}|${PORT}`, "a space behind the colon", "gunicorn main:app --bind 0.0.0.0: $PORT"),
  one(`${START}|${PORT}`, "a space in the variable", "uvicorn main:app --host 0.0.0.0 --port $ PORT"),
  one(`${START}|${PORT}`, "parentheses run a command", "uvicorn main:app --host 0.0.0.0 --port $(PORT)"),
  one(`${START}|${PORT}`, "double braces of a template", "uvicorn main:app --host 0.0.0.0 --port ${{PORT}}"),
  one(`${START}|${LOOPBACK}`, "the address has a part too few", "uvicorn main:app --host 0.0.0 --port $PORT"),
  one(
    `${START}|${LOOPBACK}`,
    "an address that the machine has not",
    "uvicorn main:app --host 203.0.113.7 --port $PORT",
  ),
  one(LOOPBACK, "localhost by its number", "hypercorn main:app --bind 127.0.0.1:$PORT"),
  one(
    LOOPBACK,
    "waitress listens at localhost by its option",
    "waitress-serve --listen=localhost:$PORT shop.wsgi:application",
    { driver: "psycopg" },
  ),
  one(PORT, "waitress opens 8080", "waitress-serve shop.wsgi:application", { driver: "psycopg" }),
  one(PORT, "daphne opens another port", "daphne -b 0.0.0.0 -p 9000 shop.asgi:application"),
  one(`${PORT}|${LOOPBACK}`, "hypercorn listens at 127.0.0.1:8000", "hypercorn main:app --workers 2"),
  one(`${LOOPBACK}|${PORT}`, "daphne listens at 127.0.0.1:8000", "daphne shop.asgi:application"),
  one(LOOPBACK, "uvicorn listens at 127.0.0.1", "uvicorn main:app --port $PORT"),
  one(`${LOOPBACK}|${PORT}`, "uvicorn listens at 127.0.0.1:8000", "uvicorn main:app"),
  one(START, "workers as a word with a percent", "gunicorn main:app --workers 50% --bind 0.0.0.0:$PORT"),
  one(START, "the timeout has a unit", "gunicorn main:app --timeout 120s --bind 0.0.0.0:$PORT"),
  one(
    START,
    "gunicorn's class needs a package that has another name",
    "gunicorn main:app -k UvicornWorker --bind 0.0.0.0:$PORT",
  ),
  one(
    `${START}|${MISSING_APP}`,
    "uvicorn's application has no name",
    "uvicorn main --host 0.0.0.0 --port $PORT",
  ),
  one(
    `${START}|${MISSING_APP}`,
    "a dot in place of the colon",
    "uvicorn main.app --host 0.0.0.0 --port $PORT",
  ),
  one(
    `${START}|${MISSING_APP}`,
    "a Windows path of the module",
    "uvicorn app\\main:app --host 0.0.0.0 --port $PORT",
  ),
  one(START, "celery's pool has no such name", "celery -A shop worker --pool=threaded", { kind: "worker" }),
  one(START, "celery's concurrency is a number", "celery -A shop worker --concurrency=auto", {
    kind: "worker",
  }),
  one(START, "celery's level has no such name", "celery -A shop worker --loglevel=verbose", {
    kind: "worker",
  }),
  one(START, "a worker that ends at once", "celery -A shop inspect ping", { kind: "worker" }),
  one(START, "detached, and the worker ends", "celery -A shop worker --detach", { kind: "worker" }),
  one(`${START}|${NEED}`, "rq without a queue's address goes to localhost", "rq worker default", {
    kind: "worker",
  }),
];
