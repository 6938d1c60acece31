import { PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { django, flask, GUNICORN, laravel, node, rejected, SESSION } from "./twenty-fourth-form";

/** Services with a value that its reader does not take. */
export const REJECTED_VALUES_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  rejected(
    "environment/refused-value",
    "since Django 4.0 a trusted origin without a scheme is the error 4_0.E001, and migrate ends (Django's checks)",
    {
      command: `python manage.py migrate --noinput && ${GUNICORN}`,
      ...django,
      variables: {
        DATABASE_URL: SESSION,
        CSRF_TRUSTED_ORIGINS: "quarry-web.onrender.com,www.quarry.dev",
      },
    },
  ),
  rejected(
    "service/allowed-hosts|environment/refused-value",
    "a host has no scheme: each request is answered with 400 (Django's page on ALLOWED_HOSTS)",
    {
      command: GUNICORN,
      ...django,
      variables: { DATABASE_URL: SESSION, ALLOWED_HOSTS: "https://quarry-web.onrender.com" },
    },
  ),
  rejected(
    `environment/refused-value|${PLACEHOLDER}`,
    "AES-256 takes 32 bytes, and this text has 16: incorrect key length (Laravel's page on encryption)",
    {
      command: "php artisan serve --host=0.0.0.0 --port=$PORT",
      ...laravel,
      variables: {
        APP_ENV: "production",
        APP_KEY: "SomeRandomString",
        DB_CONNECTION: "pgsql",
        DB_URL: SESSION,
      },
    },
  ),
  rejected(
    // The rule of commands says it at the variable, which the batch did not know.
    "environment/refused-value|service/start-command",
    "gunicorn makes a number of WEB_CONCURRENCY when it starts, and ends at a word (gunicorn's config.py)",
    {
      command: "gunicorn app:app --bind 0.0.0.0:$PORT --timeout 120",
      ...flask,
      variables: { DATABASE_URL: SESSION, WEB_CONCURRENCY: "auto" },
    },
  ),
  rejected(
    "service/blocked-port",
    "Render closes port 587 to free services: sendMail ends with ETIMEDOUT (Render's page on free instances)",
    {
      command: "node server.js",
      ...node,
      variables: {
        SMTP_HOST: "smtp.gmail.com",
        SMTP_PORT: "587",
        SMTP_USER: "hello@quarry.dev",
        SMTP_PASS: "fqzk wmtr ypla ncvd",
      },
      properties: { plan: "free" },
    },
  ),
];
