import type { ExplainedCase } from "../nineteenth-form";
import { bare, node, ruby } from "../written";
import { IN_DOCKER, key, laravel, REF, SESSION, worksOf } from "./twenty-seventh-form";

const django = {
  driver: "psycopg2",
  command: "gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
} as const;
const nodeServer = { ...node, command: "node dist/server.js" } as const;
const next = { ...node, command: "npx next start -H 0.0.0.0 -p $PORT" } as const;
const rails = { ...ruby, command: "bundle exec puma -b tcp://0.0.0.0:$PORT" } as const;
const artisan = { ...IN_DOCKER, command: "php artisan serve --host=0.0.0.0 --port=$PORT" } as const;

/** Values that their readers take, near those that they refuse. */
export const SOUND_VALUES_OF_TWENTY_SEVENTH: readonly ExplainedCase[] = [
  worksOf(
    "each name below onrender.com, and the team's own (Django's page on ALLOWED_HOSTS)",
    { ALLOWED_HOSTS: ".onrender.com,app.dipper-brook.com", DEBUG: "False" },
    django,
  ),
  worksOf("each host (Render's page on Django)", { DJANGO_ALLOWED_HOSTS: "*" }, django),
  worksOf(
    "origins have their scheme (adamchainz/django-cors-headers, pull request 740)",
    {
      CSRF_TRUSTED_ORIGINS: "https://*.onrender.com,https://app.dipper-brook.com",
      CORS_ALLOWED_ORIGINS: "https://app.dipper-brook.com,http://localhost:3000",
    },
    django,
  ),
  worksOf("a list in JSON (Oh-Sheet-Team/oh-sheet, pull request 16)", {
    BACKEND_CORS_ORIGINS: '["https://app.dipper-brook.com","http://localhost:5173"]',
  }),
  worksOf(
    "a settings module with dots",
    { DJANGO_SETTINGS_MODULE: "brook.settings.production", DJANGO_DEBUG: "0" },
    django,
  ),
  worksOf("a version in full (Render's page on the version of Python)", { PYTHON_VERSION: "3.12.7" }),
  worksOf(
    "a major version of Node (Render's page on the version of Node)",
    { NODE_VERSION: "22" },
    nodeServer,
  ),
  worksOf(
    "a paid service may send by 587 (Render's page on free instances)",
    {
      EMAIL_HOST: "smtp.sendgrid.net",
      EMAIL_PORT: "587",
      EMAIL_USE_TLS: "True",
      EMAIL_HOST_USER: "apikey",
      EMAIL_HOST_PASSWORD: "SG.reedWeir4Dipper.7BrookCanary2",
    },
    { ...django, properties: { plan: "starter" } },
  ),
  worksOf(
    "2525 is open for free services (nodemailer/nodemailer, issue 438)",
    {
      SMTP_HOST: "smtp.mailgun.org",
      SMTP_PORT: "2525",
      SMTP_USER: "post@mg.dipper-brook.com",
      SMTP_PASS: "w9Reed3DipperWeir",
    },
    { ...nodeServer, properties: { plan: "free" } },
  ),
  worksOf("Laravel's own form of its key (Laravel's page on encryption)", laravel(), artisan),
  worksOf(
    "a master key of 32 digits (superfly/docs, pull request 254)",
    { RAILS_MASTER_KEY: "9c4e17a0b35d82f6419e0c7ad86b2f53", RAILS_LOG_TO_STDOUT: "true" },
    rails,
  ),
  worksOf(
    "what rails secret makes",
    { SECRET_KEY_BASE: "4f1d9b27c0a8e365".repeat(8), RAILS_SERVE_STATIC_FILES: "true" },
    rails,
  ),
  worksOf("a key by openssl rand -hex 32 (FastAPI's page on OAuth2 with JWT)", {
    SECRET_KEY: "7d20c9e41b6fa835".repeat(4),
    ALGORITHM: "HS256",
    ACCESS_TOKEN_EXPIRE_MINUTES: "30",
  }),
  worksOf(
    "each key has its role, and all are one project's",
    {
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_ANON_KEY: key("anon"),
      SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
      DATABASE_URL: SESSION,
    },
    nodeServer,
  ),
  worksOf(
    "a publishable key is for browsers (Supabase's page on API keys)",
    {
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_dQ3brookDipper7Weir0_k9Lm",
      SUPABASE_SECRET_KEY: "sb_secret_Hn5reedWeirDipper2Lk_q8Rt",
      DATABASE_URL: SESSION,
    },
    next,
  ),
  worksOf(
    "the sign-in has the public address (nextauthjs/next-auth: NEXTAUTH_URL)",
    { NEXTAUTH_URL: "https://app.dipper-brook.com", NEXTAUTH_SECRET: "u7Reed2Weir9Dipper4" },
    next,
  ),
  worksOf("two workers", { WEB_CONCURRENCY: "2" }, django),
  worksOf(
    "the heap of a small instance (Node's page on its options)",
    { NODE_OPTIONS: "--max-old-space-size=460" },
    nodeServer,
  ),
  worksOf(
    "the secret file is there, by its path (Render's page on secret files)",
    { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google.json" },
    { secretFiles: { "google.json": '{"type":"service_account","project_id":"dipper-brook"}' } },
  ),
  worksOf(
    "more arguments for gunicorn, without a bind (gunicorn's page on settings)",
    { GUNICORN_CMD_ARGS: "--workers=2 --access-logfile=-" },
    { command: "gunicorn app:app", driver: "psycopg2" },
  ),
  worksOf("what an observer wants (Sentry's page on Python)", {
    SENTRY_DSN: "https://5d1c0b7a9e2f4836@o450712.ingest.de.sentry.io/450799",
    SENTRY_ENVIRONMENT: "production",
    LOG_LEVEL: "INFO",
    TZ: "Europe/Berlin",
  }),
  worksOf("Python writes its lines at once", { PYTHONUNBUFFERED: "1", PYTHONDONTWRITEBYTECODE: "1" }),
  worksOf(
    "the build of a Node service wants its development dependencies (Render's page on Node)",
    { NODE_ENV: "production", NPM_CONFIG_PRODUCTION: "false" },
    nodeServer,
  ),
  worksOf(
    "sessions and cache in Render's store (Render's page on key value stores)",
    {
      REDIS_URL: "redis://red-d1dipper0brook0canary:6379",
      DATABASE_URL: SESSION,
      SESSION_SECRET: "m4Weir1Brook8Reed3",
    },
    nodeServer,
  ),
  worksOf(
    "the store of another provider, by TLS (Upstash's page on connecting)",
    {
      REDIS_URL: "rediss://default:Tp3reedBrook8Weir@calm-dipper-41872.upstash.io:6379",
      DATABASE_URL: SESSION,
    },
    nodeServer,
  ),
  worksOf(
    "a database of the tests is named beside the real one",
    { DATABASE_URL: SESSION },
    { secretFiles: { ".env.test": "DATABASE_URL=postgresql://postgres:postgres@localhost:5432/test\n" } },
  ),
  worksOf("no database at all, by an API (OpenAI's page on keys)", { OPENAI_MODEL: "gpt-4.1-mini" }, bare),
];
