import { soundBy, soundWeb } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, ruby } from "../written";
import {
  API,
  BROKER,
  because,
  django,
  KEY_BASE,
  keyOf,
  nextBuild,
  node,
  pooled,
  product,
  SESSION,
} from "./twenty-third-form";

/** Services of public guides with values that look suspicious and are right. */
export const RIGHT_VALUES_OF_TWENTY_THIRD: readonly ExplainedCase[] = [
  because("the version has its three numbers", soundBy({ PYTHON_VERSION: "3.11.9" })),
  because(
    "Node's version may be a range (Render's page on Node's version)",
    soundWeb("node server.js", { ...node, variables: { NODE_VERSION: "20" } }),
  ),
  because(
    "production is what Render sets by itself, and the key of the sessions is drawn by chance",
    soundWeb("bundle exec puma -p $PORT", {
      ...ruby,
      variables: {
        RAILS_ENV: "production",
        SECRET_KEY_BASE: KEY_BASE,
        RAILS_LOG_TO_STDOUT: "enabled",
        RAILS_MAX_THREADS: "5",
      },
    }),
  ),
  because(
    "the name of the settings' module has dots",
    soundWeb("gunicorn shop.wsgi --bind 0.0.0.0:$PORT", {
      ...django,
      variables: {
        DJANGO_SETTINGS_MODULE: "shop.settings.production",
        SECRET_KEY: "q8#v2m!x0w(d7r)t5k&p3z=b9n+c4j",
        DEBUG: "False",
        ALLOWED_HOSTS: ".onrender.com,fen-and-lark.shop",
      },
    }),
  ),
  because(
    "Redis is another provider's, by TLS",
    soundWeb("node dist/main.js", {
      ...node,
      variables: { REDIS_HOST: "fit-heron-41877.upstash.io", REDIS_PORT: "6379", REDIS_TLS: "true" },
    }),
  ),
  because(
    "the parameter says how Celery's result store verifies (celery/backends/redis.py)",
    soundWeb("gunicorn shop.wsgi --bind 0.0.0.0:$PORT", {
      ...django,
      variables: {
        ...BROKER,
        CELERY_RESULT_BACKEND: BROKER.CELERY_BROKER_URL,
      },
    }),
  ),
  because(
    "a paid service reaches port 587",
    soundWeb("node server.js", {
      ...node,
      variables: { SMTP_HOST: "smtp.gmail.com", SMTP_PORT: "587", SMTP_USER: "post@fen-and-lark.shop" },
    }),
  ),
  because(
    "a free service reaches port 2525",
    soundWeb("node server.js", {
      ...node,
      variables: { SMTP_HOST: "smtp.postmarkapp.com", SMTP_PORT: "2525" },
      properties: { plan: "free" },
    }),
  ),
  because(
    "the key of anon is made for pages, and the other one stays at the server",
    soundWeb("npx next start -p $PORT", {
      ...nextBuild(),
      variables: {
        NEXT_PUBLIC_SUPABASE_URL: API,
        NEXT_PUBLIC_SUPABASE_ANON_KEY: keyOf("anon"),
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      },
    }),
  ),
  because(
    "keys of the new kind have their places in their names",
    soundWeb("npx next start -p $PORT", {
      ...nextBuild("pnpm install --frozen-lockfile && pnpm build"),
      variables: {
        NEXT_PUBLIC_SUPABASE_URL: API,
        NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_Wm4vTarn8kLedge2xQfHeron_a91Lx0Tz",
        SUPABASE_SECRET_KEY: "sb_secret_Zp7cBarrow5nKestrel3wFenMoss_k20Vr8Yb",
      },
    }),
  ),
  because(
    "the API's address, its key and the database are of one project",
    soundWeb("gunicorn app:app --bind 0.0.0.0:$PORT", {
      ...bare,
      variables: {
        DATABASE_URL: pooled("5432/postgres?sslmode=require"),
        SUPABASE_URL: API,
        SUPABASE_KEY: keyOf("anon"),
      },
    }),
  ),
  because(
    "the server's key is under the server's name",
    soundWeb("node dist/index.js", {
      ...node,
      variables: {
        SUPABASE_URL: API,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
        DATABASE_URL: SESSION,
      },
    }),
  ),
  because(
    "Umami takes any text as the secret of its application",
    product(
      ["ghcr.io/umami-software/umami", "postgresql-v2.19.0", "/api/heartbeat"],
      {
        DATABASE_URL: `${SESSION}?connection_limit=5`,
        APP_SECRET: "e5b0c7d92a6f4183b8d1",
        DISABLE_TELEMETRY: "1",
      },
      "prisma",
    ),
  ),
  because(
    "a local address of a developer is in a list of origins that may ask",
    soundWeb("uvicorn main:app --host 0.0.0.0 --port $PORT", {
      variables: { CORS_ORIGINS: "http://localhost:3000,https://fen-and-lark.shop" },
    }),
  ),
];
