import { START } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { container, fails } from "./reported-services-form";

/** Commands that end, or that start something else. */
export const REPORTED_STARTS: readonly ExplainedCase[] = [
  fails(
    START,
    "pm2 start leaves its processes in the background and ends (pm2's page on containers)",
    "npx pm2 start dist/main.js --name heron -i 1",
    node,
  ),
  fails(
    START,
    "nohup leaves the server in the background, and the shell ends",
    "nohup gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT > app.log 2>&1 &",
    { driver: "psycopg2" },
  ),
  fails(START, "a native service has no Docker, and -d ends at once", "docker compose up -d", bare),
  fails(
    START,
    "web: is a Procfile's word; the shell finds no command of that name",
    "web: gunicorn heron.wsgi:application --bind 0.0.0.0:$PORT",
    { driver: "psycopg2" },
  ),
  fails(
    `service/unmet-need|port/agreement|${START}`,
    "a worker opens no port: a web service without one times out (Render's page on ports)",
    "php artisan queue:work --tries=3 --timeout=90",
    container,
  ),
];
