import type { ExplainedCase } from "../nineteenth-form";
import { django, flask, GUNICORN, laravel, node, SESSION, taken } from "./twenty-fourth-form";

/** Services whose values look like ones that their readers refuse. */
export const SOUND_VALUES_OF_TWENTY_FOURTH: readonly ExplainedCase[] = [
  taken("trusted origins have their scheme since Django 4.0 (Django's page on CSRF_TRUSTED_ORIGINS)", {
    command: `python manage.py migrate --noinput && ${GUNICORN}`,
    ...django,
    variables: {
      DATABASE_URL: SESSION,
      CSRF_TRUSTED_ORIGINS: "https://quarry-web.onrender.com,https://www.quarry.dev",
    },
  }),
  taken("a host with a dot in front of it is any below it (Django's page on ALLOWED_HOSTS)", {
    command: GUNICORN,
    ...django,
    variables: { DATABASE_URL: SESSION, ALLOWED_HOSTS: "localhost,.onrender.com,.quarry.dev" },
  }),
  taken(
    "base64: and the text of 32 bytes is what artisan key:generate writes (Laravel's page on encryption)",
    {
      command: "php artisan serve --host=0.0.0.0 --port=$PORT",
      ...laravel,
      variables: {
        APP_ENV: "production",
        APP_DEBUG: "false",
        APP_KEY: "base64:CukM2s20kjBVOpxkE3wi0bYUGCoEP/3Gpq5lrzDJ7hc=",
        DB_CONNECTION: "pgsql",
        DB_URL: SESSION,
      },
      properties: { ...laravel.properties, healthCheckPath: "/up" },
    },
  ),
  taken("gunicorn takes the number of its workers from WEB_CONCURRENCY (gunicorn's page on settings)", {
    command: "gunicorn app:app --bind 0.0.0.0:$PORT --timeout 120",
    ...flask,
    variables: { DATABASE_URL: SESSION, WEB_CONCURRENCY: "4" },
  }),
  taken("Render closes 25, 465 and 587 to free services, and no other port (its page on free instances)", {
    command: "node server.js",
    ...node,
    variables: {
      SMTP_HOST: "smtp-relay.brevo.com",
      SMTP_PORT: "2525",
      SMTP_USER: "7d31c2001@smtp-brevo.com",
      SMTP_PASS: "Tn5kQz8rLw2vXb",
    },
    properties: { plan: "free" },
  }),
];
