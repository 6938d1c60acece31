import { docker, PLACEHOLDER } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { FASTAPI, GUNICORN, REF, rejectedBy } from "./twenty-second-form";

const REFUSED = "environment/refused-value";
const django = { command: GUNICORN, driver: "psycopg2" } as const;
const PLANS = { plan: "free" };

/** Values that their reader does not take, or that make a secret public. */
export const REJECTED_VALUES_OF_TWENTY_SECOND: readonly ExplainedCase[] = [
  rejectedBy(
    "service/allowed-hosts",
    "Django answers 400 for each host that is not in the list, and onrender.com's is not (Django's page on settings)",
    { ALLOWED_HOSTS: "localhost,127.0.0.1", DJANGO_SETTINGS_MODULE: "quay.settings" },
    django,
  ),
  rejectedBy(
    `${PLACEHOLDER}|${REFUSED}|environment/interpolated-value`,
    "Render fills in nothing, and Celery knows no broker of that scheme (Render's page on Blueprints)",
    { REDIS_URL: "redis://red-d1c0harbor7s73b2k9g0:6379", CELERY_BROKER_URL: "$REDIS_URL" },
    django,
  ),
  rejectedBy(
    `database/local-host|service/private-network|service/unmet-need|${REFUSED}`,
    "no Redis runs on the instance: connection refused at 6379 (Render's page on Key Value)",
    { CELERY_BROKER_URL: "redis://localhost:6379/0", CELERY_RESULT_BACKEND: "redis://localhost:6379/0" },
    django,
  ),
  rejectedBy(
    "service/python-version",
    "PYTHON_VERSION has to have three numbers (Render's page on Python's version)",
    { PYTHON_VERSION: "3.11" },
    { command: FASTAPI },
  ),
  rejectedBy(
    `${REFUSED}|environment/missing-file`,
    "the variable has the path of a file, and the content is there (Google's page on default credentials)",
    {
      GOOGLE_APPLICATION_CREDENTIALS:
        '{"type":"service_account","project_id":"quay-prod","private_key_id":"7c1d9e0b"}',
    },
    node,
  ),
  rejectedBy(
    "environment/missing-file",
    "the secret file has another name than the one that is opened (Render's page on secret files)",
    { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/service-account.json" },
    { ...node, secretFiles: { "google.json": '{"type":"service_account","project_id":"quay-prod"}' } },
  ),
  rejectedBy(
    // The rule of commands says it at the variable, which the batch did not know.
    `${REFUSED}|service/start-command`,
    "gunicorn takes WEB_CONCURRENCY by int(), which ends at a word (gunicorn's page on settings)",
    { WEB_CONCURRENCY: "auto" },
    django,
  ),
  rejectedBy(
    REFUSED,
    "the name of a module is asked for, and a path of a file is there (Django's page on settings)",
    { DJANGO_SETTINGS_MODULE: "quay/settings.py" },
    django,
  ),
  rejectedBy(
    PLACEHOLDER,
    "each reader of the template signs tokens that the service takes (the template's own request to change it)",
    { NODE_ENV: "production", JWT_SECRET: "your_jwt_secret_key_change_this_in_production" },
    { ...node, command: "node dist/index.js" },
  ),
  rejectedBy(
    "service/blocked-port",
    "a free service reaches no port 587: sending ends in a timeout (Render's page on free instances)",
    { EMAIL_HOST: "smtp.gmail.com", EMAIL_PORT: "587", EMAIL_USE_TLS: "True" },
    { ...django, properties: PLANS },
  ),
  rejectedBy(
    "secret/in-browser",
    "Next writes each variable of that prefix into its pages (Next's page on environment variables)",
    {
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: "sb_secret_k2VdHarbor81xNqT7mLz4w_9cYpRt3a",
    },
    { ...node, command: "npx next start -p $PORT" },
  ),
  rejectedBy(
    "database/key-role",
    "a publishable key passes no row level security (Supabase's page on API keys)",
    {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_SERVICE_ROLE_KEY: "sb_publishable_t8QmHarbor55vLkD2nXw9z_4bRyKc7e",
    },
    { ...node, command: "node dist/index.js" },
  ),
  rejectedBy(
    REFUSED,
    "AES-256 takes 32 bytes, and eighteen letters are fewer (Laravel's page on encryption)",
    { APP_ENV: "production", APP_KEY: "k9XvTq2mZr7LwB4nHs" },
    { ...docker, ...bare, command: "php artisan serve --host=0.0.0.0 --port=$PORT" },
  ),
];
