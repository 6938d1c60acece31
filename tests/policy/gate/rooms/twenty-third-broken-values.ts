import { LOCAL, MALFORMED, PLACEHOLDER, soundBy, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, ruby } from "../written";
import {
  API,
  DEBUG,
  django,
  ENDPOINT,
  fails,
  keyOf,
  N8N,
  NETWORK,
  nextBuild,
  node,
  OTHER,
  pooled,
  product,
  REFUSED,
  SESSION,
  UPSTASH,
} from "./twenty-third-form";

/** Services of reports with a value that its reader refuses, or that is another one's. */
export const WRONG_VALUES_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  fails(
    "service/python-version",
    "the text of Heroku's runtime.txt is no version: Render finds none of that name (Render's page on Python's version)",
    soundBy({ PYTHON_VERSION: "python-3.11.9" }),
  ),
  fails(
    PLACEHOLDER,
    "the public blueprint of n8n leaves the key to be filled in, and credentials are encrypted by a text that all know",
    product(N8N, {
      N8N_PORT: "8000",
      N8N_ENCRYPTION_KEY: "YOUR_ENCRYPTION_KEY_HERE",
      GENERIC_TIMEZONE: "America/Sao_Paulo",
    }),
  ),
  fails(
    DEBUG,
    "RAILS_ENV replaces Render's own production: error pages show code, and gems of development are loaded",
    soundWeb("bundle exec puma -p $PORT", { ...ruby, variables: { RAILS_ENV: "development" } }),
  ),
  fails(
    REFUSED,
    "DJANGO_SETTINGS_MODULE is imported, and no module's name has a slash (Django's page on settings)",
    soundWeb("gunicorn shop.wsgi --bind 0.0.0.0:$PORT", {
      ...django,
      variables: { DJANGO_SETTINGS_MODULE: "shop/settings/production" },
    }),
  ),
  fails(
    `${LOCAL}|${NETWORK}|${REFUSED}`,
    "no Redis runs in the instance: connect ECONNREFUSED 127.0.0.1:6379 (OptimalBits/bull#928)",
    soundWeb("node dist/main.js", { ...node, variables: { REDIS_HOST: "127.0.0.1", REDIS_PORT: "6379" } }),
  ),
  fails(
    REFUSED,
    "Celery's result store refuses rediss:// without ssl_cert_reqs (celery/backends/redis.py)",
    soundWeb("gunicorn shop.wsgi --bind 0.0.0.0:$PORT", {
      ...django,
      variables: { CELERY_RESULT_BACKEND: UPSTASH },
    }),
  ),
  fails(
    "service/blocked-port",
    "a free service reaches no port 587: nodemailer's connection times out (Render's page on free instances)",
    soundWeb("node server.js", {
      ...node,
      variables: { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "587", SMTP_USER: "post@fen-and-lark.shop" },
      properties: { plan: "free" },
    }),
  ),
  fails(
    "secret/in-browser|database/key-role",
    "Next writes each NEXT_PUBLIC_ variable into the pages, and this key passes row level security (whoiskatrin/chart-gpt#86)",
    soundWeb("npx next start -p $PORT", {
      ...nextBuild(),
      variables: {
        NEXT_PUBLIC_SUPABASE_URL: API,
        NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      },
    }),
  ),
  fails(
    `${REFUSED}|${MALFORMED}|${ENDPOINT}`,
    "the client of Supabase asks the API by https, and takes no connection string (supabase/supabase#8680)",
    soundWeb("node dist/index.js", {
      ...node,
      variables: { SUPABASE_URL: SESSION, SUPABASE_ANON_KEY: keyOf("anon") },
    }),
  ),
  fails(
    "database/key-role",
    "the key under this name is the one of anon: row level security hides every row from the server",
    soundWeb("node dist/index.js", {
      ...node,
      variables: { SUPABASE_URL: API, SUPABASE_SERVICE_ROLE_KEY: keyOf("anon") },
    }),
  ),
  fails(
    "database/one-project|database/key-role",
    "the key was signed by another project than the one that is asked: Invalid API key",
    soundWeb("gunicorn app:app --bind 0.0.0.0:$PORT", {
      ...bare,
      variables: {
        DATABASE_URL: pooled("5432/postgres?sslmode=require"),
        SUPABASE_URL: API,
        SUPABASE_KEY: keyOf("anon", OTHER),
      },
    }),
  ),
];
