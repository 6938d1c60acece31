import { LOCAL, PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { node, ruby } from "../written";
import {
  APPLICATION,
  brokenOf,
  HOSTS,
  IN_DOCKER,
  laravel,
  NEED,
  NETWORK,
  REFUSED,
} from "./twenty-seventh-form";

const django = {
  driver: "psycopg2",
  command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
} as const;
const artisan = { ...IN_DOCKER, command: "php artisan serve --host=0.0.0.0 --port=$PORT" } as const;
const rails = { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT" } as const;
const nodeServer = { ...node, command: "node dist/server.js" } as const;
const next = { ...node, command: "npx next start -H 0.0.0.0 -p $PORT" } as const;

/** Values that their reader refuses, or that leave the service without an answer. */
export const REJECTED_VALUES_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  brokenOf(
    HOSTS,
    "the service's own name is not among the hosts (Render's page on Django)",
    { ALLOWED_HOSTS: "localhost,127.0.0.1" },
    django,
  ),
  brokenOf(
    `${HOSTS}|${REFUSED}`,
    "a host has no scheme (Django's page on ALLOWED_HOSTS; StackOverflow)",
    { DJANGO_ALLOWED_HOSTS: "https://brook-api.onrender.com" },
    django,
  ),
  brokenOf(
    REFUSED,
    "Django 4 wants a scheme: 4_0.E001 (LDO-CERT/orochi, issue 976)",
    { CSRF_TRUSTED_ORIGINS: "brook-api.onrender.com" },
    {
      ...django,
      command: "python manage.py migrate && gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
    },
  ),
  brokenOf(
    REFUSED,
    "an origin has no path, not even a slash: corsheaders.E014 (adamchainz/django-cors-headers's README)",
    { CORS_ALLOWED_ORIGINS: "https://app.dipper-brook.com/" },
    {
      ...django,
      command: "python manage.py migrate && gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
    },
  ),
  brokenOf(
    REFUSED,
    "a list in single quotes is no JSON (run-llama/sec-insights, issue 11, on Render)",
    { BACKEND_CORS_ORIGINS: "['https://app.dipper-brook.com']" },
    {},
  ),
  brokenOf(
    REFUSED,
    "a slash has no place in a module's name (StackOverflow: DJANGO_SETTINGS_MODULE)",
    { DJANGO_SETTINGS_MODULE: "brook/settings.py" },
    django,
  ),
  brokenOf(
    `${REFUSED}|${APPLICATION}`,
    "a settings module has no .py (StackOverflow: No module named settings.py)",
    { DJANGO_SETTINGS_MODULE: "brook.settings.py" },
    django,
  ),
  brokenOf(
    "service/python-version",
    "two numbers are no full version (Render's page on the version of Python)",
    { PYTHON_VERSION: "3.11" },
  ),
  brokenOf(
    "service/python-version",
    "the form of Heroku's runtime.txt (Render's page on the version of Python)",
    { PYTHON_VERSION: "python-3.11.9" },
    django,
  ),
  brokenOf(
    "service/blocked-port",
    "a free service sends no mail by 587 (Render's page on free instances; nodemailer/nodemailer, issue 1513)",
    { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "587", SMTP_USER: "post@dipper-brook.com" },
    { ...nodeServer, properties: { plan: "free" } },
  ),
  brokenOf(
    "service/blocked-port",
    "a free service sends no mail by 465 (Render's page on free instances)",
    { MAIL_SERVER: "smtp.gmail.com", MAIL_PORT: "465", MAIL_USE_SSL: "true" },
    { ...django, properties: { plan: "free" } },
  ),
  brokenOf(
    `${REFUSED}|${PLACEHOLDER}`,
    "the text of an early .env.example is no key of 32 bytes (cachethq/Docker, issue 199)",
    laravel({ APP_KEY: "SomeRandomString" }),
    artisan,
  ),
  brokenOf(
    REFUSED,
    "32 bytes in base64 without base64: are 44 (investbrainapp/investbrain, issue 57)",
    laravel({ APP_KEY: "ZGlwcGVyLWJyb29rLWNhbmFyeS0zMi1ieXRlcy1rZXk=" }),
    artisan,
  ),
  brokenOf(
    `${REFUSED}|${NEED}`,
    "no key at all: MissingAppKeyException (Bubka/2FAuth, issue 503, on Render)",
    laravel({ APP_KEY: "" }),
    artisan,
  ),
  brokenOf(
    REFUSED,
    "rails secret makes no master key, which has 32 digits (superfly/docs, pull request 254)",
    { RAILS_MASTER_KEY: "4f1d9b27c0a8e365".repeat(8) },
    rails,
  ),
  brokenOf(
    `${REFUSED}|${NEED}`,
    "an empty SECRET_KEY_BASE is none (rails/rails, pull request 13471)",
    { SECRET_KEY_BASE: "" },
    rails,
  ),
  brokenOf(
    `${LOCAL}|${NETWORK}|${REFUSED}|environment/debug-in-production`,
    "the sign-in sends the browser to its own machine (nextauthjs/next-auth: NEXTAUTH_URL)",
    { NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: "u7Reed2Weir9Dipper4" },
    next,
  ),
  brokenOf(
    REFUSED,
    "auto is no number of workers (gunicorn's page on WEB_CONCURRENCY)",
    { WEB_CONCURRENCY: "auto" },
    django,
  ),
  brokenOf(
    REFUSED,
    "node refuses an option without dashes in NODE_OPTIONS (Node's page on NODE_OPTIONS)",
    { NODE_OPTIONS: "max-old-space-size=460" },
    nodeServer,
  ),
  brokenOf(
    REFUSED,
    "Node 14 does not know the option (StackOverflow 69692842: not allowed in NODE_OPTIONS)",
    { NODE_VERSION: "14.21.3", NODE_OPTIONS: "--openssl-legacy-provider" },
    nodeServer,
  ),
];
