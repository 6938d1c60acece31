import { LOOPBACK, PORT, STANDARD, START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, go, node } from "../written";
import { broken, brokenOf, dockerfile, HEALTH, IN_DOCKER, NEED, REFUSED } from "./twenty-seventh-form";

const SILENT = `${START}|${PORT}|${NEED}`;

/** What opens another port, none at all, or one that is not asked. */
export const REJECTED_PORTS_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  broken(
    SILENT,
    "a Telegram bot polls and opens no port (biisal/chatgpt-bot, issue 2)",
    "python bot.py",
    bare,
  ),
  broken(
    SILENT,
    "Celery's worker opens no port (Render's page on background workers)",
    "celery -A brook worker -l info --concurrency 2",
    { driver: "psycopg2" },
  ),
  broken(
    SILENT,
    "the queue's worker of Laravel opens no port (Laravel's page on queues)",
    "php artisan queue:work --tries=3",
    IN_DOCKER,
  ),
  broken(
    SILENT,
    "delayed_job's worker opens no port (collectiveidea/delayed_job's README)",
    "bundle exec rake jobs:work",
    { runtime: "ruby", driver: "active-record" },
  ),
  broken(
    PORT,
    "Spring's server has 8080 (Spring Boot's page on its embedded server)",
    "java -Dserver.port=8080 -jar target/brook-0.0.1-SNAPSHOT.jar",
    { driver: "none", properties: dockerfile("shop") },
  ),
  brokenOf(
    LOOPBACK,
    "Kestrel listens on what ASPNETCORE_URLS says (Microsoft's page on Kestrel's endpoints)",
    { ASPNETCORE_URLS: "http://localhost:8000" },
    { ...IN_DOCKER, command: "dotnet Brook.Api.dll" },
  ),
  brokenOf(
    PORT,
    "ASPNETCORE_HTTP_PORTS is 8080, as in Microsoft's image, and the service is at 8000 (dotnet/dotnet-docker)",
    { ASPNETCORE_HTTP_PORTS: "8080" },
    { ...IN_DOCKER, command: "dotnet Brook.Api.dll" },
  ),
  broken(
    `${LOOPBACK}|${PORT}`,
    "PocketBase's own address is 127.0.0.1:8090 (PocketBase's page on going to production)",
    "./pocketbase serve",
    { ...go, ...bare },
  ),
  brokenOf(
    `${PORT}|${STANDARD}|port/reserved`,
    "18012 is kept by Render (Render's page on port binding)",
    { PORT: "18012" },
    bare,
  ),
  brokenOf(
    `${PORT}|${REFUSED}|${STANDARD}`,
    "PORT is a reference of another platform's, which Render leaves as text (Railway's page on variables)",
    { PORT: "${{PORT}}" },
    bare,
  ),
  brokenOf(
    `${PORT}|${REFUSED}`,
    "the port that uvicorn is given is empty (StackOverflow: '' is not a valid integer)",
    { APP_PORT: "" },
    { command: "uvicorn main:app --host 0.0.0.0 --port $APP_PORT" },
  ),
  broken(
    PORT,
    "SERVER_PORT is not set, so its own value 5000 is opened (Render's page on port binding)",
    'uvicorn main:app --host 0.0.0.0 --port "${SERVER_PORT:-5000}"',
  ),
  broken(
    PORT,
    "the one process that listens is at 3000 (StackOverflow: concurrently on Render)",
    'npx concurrently "npx serve -s client/build -l 3000" "node worker.js"',
    { ...node, ...bare },
  ),
  brokenOf(
    `${PORT}|${LOOPBACK}`,
    "gunicorn takes the bind of GUNICORN_CMD_ARGS, at 5000 of the loopback (gunicorn's page on settings)",
    { GUNICORN_CMD_ARGS: "--bind=127.0.0.1:5000 --workers=2" },
    { command: "gunicorn app:app", driver: "psycopg2" },
  ),
  broken(
    HEALTH,
    "the path has no slash, which Render's API refuses (Render's page on health checks)",
    "uvicorn main:app --host 0.0.0.0 --port $PORT",
    { properties: { healthCheckPath: "health" } },
  ),
];
