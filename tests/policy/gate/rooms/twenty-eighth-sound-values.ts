import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import { API, bareNode, holds, key, runs, SESSION, STORE, UNICORN } from "./twenty-eighth-form";

const django = { command: "gunicorn fen.wsgi:application --bind 0.0.0.0:$PORT", driver: "psycopg2" } as const;

/** Keys, hosts and settings that their readers take. */
export const SOUND_VALUES_OF_TWENTY_EIGHTH: readonly ExplainedCase[] = [
  holds(
    "each key in its variable (Supabase's page on API keys)",
    {
      SUPABASE_URL: API,
      SUPABASE_ANON_KEY: key("anon"),
      SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
    },
    bare,
  ),
  holds(
    "keys of the newer form (Supabase's page on API keys)",
    {
      SUPABASE_URL: API,
      SUPABASE_PUBLISHABLE_KEY: "sb_publishable_7curlewFen2marsh9Reed_Ab12Cd",
      SUPABASE_SECRET_KEY: "sb_secret_4curlewFen8marsh1Reed_Xy98Zw",
    },
    bare,
  ),
  holds(
    "the public key is for browsers (Supabase's page on API keys)",
    { NEXT_PUBLIC_SUPABASE_URL: API, NEXT_PUBLIC_SUPABASE_ANON_KEY: key("anon") },
    { command: "npx next start -p $PORT", ...bareNode },
  ),
  holds(
    "the project of the keys is the database's (Supabase's page on connecting)",
    { SUPABASE_URL: API, SUPABASE_SERVICE_ROLE_KEY: key("service_role"), DATABASE_URL: SESSION },
    { command: "node dist/server.js", ...node },
  ),
  holds(
    "a dot is every name below (Django's page on ALLOWED_HOSTS)",
    { ALLOWED_HOSTS: ".onrender.com" },
    django,
  ),
  holds(
    "Render's name, and the own one (Render's tutorial on runtime errors)",
    { DJANGO_ALLOWED_HOSTS: "fen-api.onrender.com,.onrender.com,api.fenworks.io" },
    django,
  ),
  holds("any name (Django's page on ALLOWED_HOSTS)", { ALLOWED_HOSTS: "*" }, django),
  holds(
    "a module with dots (Django's page on settings)",
    { DJANGO_SETTINGS_MODULE: "fen.settings.production" },
    django,
  ),
  holds("a number of workers (gunicorn's list of settings)", { WEB_CONCURRENCY: "3" }, django),
  holds(
    "options of gunicorn's (gunicorn's list of settings)",
    { GUNICORN_CMD_ARGS: "--timeout 120 --workers 2" },
    django,
  ),
  holds(
    "an option that Node knows (Node's page on NODE_OPTIONS)",
    { NODE_OPTIONS: "--max-old-space-size=460" },
    { command: "node dist/main.js", ...node },
  ),
  holds("a level of the log is no mode (Python's page on logging)", {
    LOG_LEVEL: "debug",
    APP_ENV: "production",
  }),
  holds("the store's address without TLS is Render's own (Render's page on Key Value)", { REDIS_URL: STORE }),
  holds("the store's database in the path (redis-py's page on connections)", { REDIS_URL: `${STORE}/1` }),
  holds("origins of the pages (FastAPI's page on CORS)", {
    CORS_ORIGINS: "https://app.fenworks.io,http://localhost:5173",
  }),
  holds("a list as JSON (pydantic's page on settings)", {
    BACKEND_CORS_ORIGINS: '["https://app.fenworks.io","https://fenworks.io"]',
  }),
  {
    why: "the port is the group's, and the standard one (Render's page on env groups)",
    command: UNICORN,
    variables: { PORT: null },
    group: { PORT: "8000", LOG_LEVEL: "info" },
  },
  {
    why: "the service's own value wins over its group's (Render's page on env groups)",
    command: UNICORN,
    variables: { PORT: "8000" },
    group: { PORT: "3000" },
  },
  {
    why: "the .env file is a secret file of the service (Render's page on secret files)",
    command: UNICORN,
    secretFiles: { ".env": `DATABASE_URL=${SESSION}\nLOG_LEVEL=info\n` },
  },
  runs(
    "the code of the pages asks the site's own path (hadryan89/Fullstack_e-commerce, issue 14)",
    "node server.js",
    {
      ...node,
      variables: { VITE_API_URL: "/api" },
    },
  ),
];
