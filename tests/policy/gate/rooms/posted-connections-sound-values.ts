import type { ExplainedCase } from "../nineteenth-form";
import { CERTIFICATE } from "../twentieth-form";
import { django, key, laravelApp, laravelBy, nest, parts, prismaApi } from "./posted-connections-form";
import { CANARY, pooled, REF, SESSION, sound } from "./posted-services-form";

const API = `https://${REF}.supabase.co`;

/** The same of values, keys and files. */
export const POSTED_SOUND_VALUES: readonly ExplainedCase[] = [
  sound("a list in JSON (Oh-Sheet-Team/oh-sheet, pull request 16)", {
    variables: {
      DATABASE_URL: SESSION,
      BACKEND_CORS_ORIGINS: '["https://plum.coop", "https://www.plum.coop"]',
    },
  }),
  sound("a star alone may be a text (Oh-Sheet-Team/oh-sheet, pull request 16)", {
    ...nest,
    variables: { DATABASE_URL: SESSION, CORS_ORIGIN: "*" },
  }),
  sound("Laravel's parts", { ...laravelApp, variables: laravelBy() }),
  sound("Laravel's sessions in its database", {
    ...laravelApp,
    variables: laravelBy({ SESSION_DRIVER: "database", CACHE_STORE: "file", QUEUE_CONNECTION: "sync" }),
  }),
  sound("Laravel's Redis at Render (Laravel's page on Redis)", {
    ...laravelApp,
    variables: laravelBy({
      CACHE_STORE: "redis",
      REDIS_HOST: "red-d1plum0terrace0canary",
      REDIS_PORT: "6379",
    }),
  }),
  sound("Laravel's password as it is, with @ and #", {
    ...laravelApp,
    variables: laravelBy({ DB_PASSWORD: "Plum@Terr#ace8" }),
  }),
  sound("Django's backend by its name", {
    ...django,
    variables: parts({
      DB_ENGINE: "django.db.backends.postgresql",
      SECRET_KEY: "k5Rowan2Quince9Medlar4Damson7Sloe1Bullace6Hazel3",
    }),
  }),
  sound("debugging is off", {
    ...django,
    variables: { DATABASE_URL: SESSION, DJANGO_DEBUG: "False", ALLOWED_HOSTS: ".onrender.com" },
  }),
  sound("keys in their variables (Supabase's page on API keys)", {
    driver: "none",
    variables: {
      SUPABASE_URL: API,
      SUPABASE_ANON_KEY: key("anon"),
      SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
    },
  }),
  sound("the public key is for pages", {
    ...nest,
    command: "npx next start -p $PORT",
    variables: {
      NEXT_PUBLIC_SUPABASE_URL: API,
      NEXT_PUBLIC_SUPABASE_ANON_KEY: key("anon"),
      DATABASE_URL: SESSION,
    },
  }),
  sound("API and database are of one project", {
    ...django,
    variables: { SUPABASE_URL: API, DATABASE_URL: SESSION },
  }),
  sound("Upstash with TLS, by BullMQ", {
    kind: "worker",
    ...nest,
    command: "node dist/worker.js",
    variables: { REDIS_URL: `rediss://default:${CANARY}@calm-plum-30211.upstash.io:6379` },
  }),
  sound("Celery with what it asks of rediss://", {
    kind: "worker",
    driver: "psycopg2",
    command: "celery -A shop worker --loglevel=info",
    variables: {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: `rediss://default:${CANARY}@calm-plum-30211.upstash.io:6379?ssl_cert_reqs=CERT_REQUIRED`,
    },
  }),
  sound("a key value store of Render's (wearrrrr/HaiKei, issue 22)", {
    ...nest,
    variables: { DATABASE_URL: SESSION, REDIS_URL: "redis://red-d1plum0terrace0canary:6379" },
  }),
  sound("the secret file is where Render puts it", {
    variables: { DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/service-account.json" },
    secretFiles: { "service-account.json": '{"type":"service_account","project_id":"plum-terrace"}' },
  }),
  sound("the authority's certificate is a secret file (Supabase's page on SSL)", {
    ...django,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt"),
    },
    secretFiles: { "prod-ca-2021.crt": CERTIFICATE },
  }),
  sound("Node reads a secret file", {
    ...nest,
    command: "node --env-file=/etc/secrets/.env dist/main.js",
    secretFiles: { ".env": `DATABASE_URL=${SESSION}\n` },
  }),
  sound("Node knows the authority by a secret file (Node's page on NODE_EXTRA_CA_CERTS)", {
    ...nest,
    variables: {
      DATABASE_URL: pooled("5432/postgres?sslmode=verify-full"),
      NODE_EXTRA_CA_CERTS: "/etc/secrets/supabase-ca.pem",
    },
    secretFiles: { "supabase-ca.pem": CERTIFICATE },
  }),
  sound("a phrase that was drawn, of words", {
    ...nest,
    variables: { DATABASE_URL: SESSION, JWT_SECRET: "quince-medlar-damson-rowan-94-sloe" },
  }),
  sound("migrations by session mode, queries by transaction mode", {
    ...prismaApi,
    variables: { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL: SESSION },
    properties: { preDeployCommand: "npx prisma migrate deploy" },
  }),
  sound("NEXTAUTH_URL with its scheme", {
    ...nest,
    command: "npx next start -p $PORT",
    variables: {
      DATABASE_URL: SESSION,
      NEXTAUTH_URL: "https://shop.plum.coop",
      NEXTAUTH_SECRET: "k5Rowan2Quince9Medlar4Damson7",
    },
  }),
  sound("the page asks the service's own name", {
    kind: "static",
    driver: "none",
    variables: { VITE_API_URL: "https://plum-api.onrender.com/api" },
    properties: { buildCommand: "npm ci && npm run build", publishPath: "dist" },
  }),
];
