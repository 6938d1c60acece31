import { docker } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { APP_KEY, acceptedBy, FASTAPI, GUNICORN, REF } from "./twenty-second-form";

const django = { command: GUNICORN, driver: "psycopg2" } as const;
const main = { ...node, command: "node dist/index.js" } as const;

/** Values that look like faulty ones, and are those that their reader takes. */
export const SOUND_VALUES_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  acceptedBy(
    "a dot at the beginning means each name below onrender.com (Django's page on settings)",
    { ALLOWED_HOSTS: ".onrender.com,localhost", DJANGO_SETTINGS_MODULE: "quay.settings" },
    django,
  ),
  acceptedBy(
    "the internal address of a store, written out (Render's page on Key Value)",
    { CELERY_BROKER_URL: "redis://red-d1c0harbor7s73b2k9g0:6379/0" },
    { ...django, properties: { region: "oregon" } },
  ),
  acceptedBy(
    "a store of Upstash by TLS (Upstash's page on connecting)",
    { REDIS_URL: "rediss://default:Vd7nHarbor2KxQm81@keen-heron-41873.upstash.io:6379" },
    main,
  ),
  acceptedBy(
    "three numbers, as Render asks for them (Render's page on Python's version)",
    { PYTHON_VERSION: "3.11.9", POETRY_VERSION: "1.8.3" },
    { command: FASTAPI },
  ),
  acceptedBy(
    "Node's version may be a range (Render's page on Node's version)",
    { NODE_VERSION: "20", NODE_OPTIONS: "--max-old-space-size=460" },
    main,
  ),
  acceptedBy(
    "the file is one that the service has (Render's page on secret files)",
    { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google.json" },
    { ...node, secretFiles: { "google.json": '{"type":"service_account","project_id":"quay-prod"}' } },
  ),
  acceptedBy(
    "the content is in a variable of another name, which the code reads (Firebase's page on its admin SDK)",
    { FIREBASE_SERVICE_ACCOUNT_JSON: '{"type":"service_account","project_id":"quay-prod"}' },
    main,
  ),
  acceptedBy("gunicorn takes a whole number (gunicorn's page on settings)", { WEB_CONCURRENCY: "2" }, django),
  acceptedBy(
    "the name of a module (Django's page on settings)",
    { DJANGO_SETTINGS_MODULE: "config.settings.production" },
    django,
  ),
  acceptedBy(
    "a secret that was drawn by chance",
    { NODE_ENV: "production", JWT_SECRET: "9f4b1c7e2ad8460bb35f0e6d1c92a7845e3f", JWT_EXPIRES_IN: "7d" },
    main,
  ),
  acceptedBy(
    "a paid service reaches port 587 (Render's page on free instances)",
    { EMAIL_HOST: "smtp-relay.brevo.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
    django,
  ),
  acceptedBy(
    "a free service reaches port 2525 (Render's page on free instances)",
    { SMTP_HOST: "smtp-relay.brevo.com", SMTP_PORT: "2525" },
    { ...main, properties: { plan: "free" } },
  ),
  acceptedBy(
    "a publishable key is made for pages (Supabase's page on API keys)",
    {
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_ANON_KEY: "sb_publishable_t8QmHarbor55vLkD2nXw9z_4bRyKc7e",
    },
    { ...node, command: "npx next start -p $PORT" },
  ),
  acceptedBy(
    "the server alone has the secret key (Supabase's page on API keys)",
    {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_SERVICE_ROLE_KEY: "sb_secret_k2VdHarbor81xNqT7mLz4w_9cYpRt3a",
    },
    main,
  ),
  acceptedBy(
    "base64: and the text of 32 bytes (Laravel's page on encryption)",
    {
      APP_ENV: "production",
      APP_DEBUG: "false",
      APP_KEY,
    },
    { ...docker, ...bare, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
];
