import { envGroup, envGroupLink, type ProgramCase, site, values } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { GUNICORN } from "../twenty-first-form";
import {
  API,
  BROKER,
  CANARY,
  job,
  keyOf,
  POOL,
  pages,
  pooled,
  SESSION,
  USER,
  works,
} from "./twenty-third-form";

/** Sound programs of public guides whose services share a database, a group or a file. */
export const SHARED_OF_TWENTY_THIRD: readonly ProgramCase[] = [
  works(
    "worker-by-the-pooler-of-transactions",
    "psycopg 2 prepares nothing, so the worker may use transaction mode.",
    "Supabase's page on connecting",
    {
      shop: python("lark-shop", GUNICORN, { ...BROKER, DATABASE_URL: `${SESSION}?sslmode=require` }),
      jobs: queue("lark-jobs", "celery -A shop worker -l info", {
        ...BROKER,
        DATABASE_URL: pooled("6543/postgres?sslmode=require"),
      }),
    },
  ),
  works(
    "group-with-the-url-of-both",
    "The user names the project, and the group's link gives the URL to both services.",
    "Render's page on environment groups",
    {
      shared: envGroup({
        name: "lark-shared",
        envVars: {
          ...values({ ...BROKER, DATABASE_URL: `${SESSION}?sslmode=require` }),
          SECRET_KEY: { generateValue: true },
        },
      }),
      shop: python("lark-shop", GUNICORN),
      jobs: queue("lark-jobs", "celery -A shop worker -l info", {}),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${shop.id}", "${jobs.id}"] }),
    },
  ),
  works(
    "psql-with-a-session",
    "psql knows sslmode, and the session pooler has an IPv4 address.",
    "Supabase's page on psql",
    {
      refresh: job("lark-refresh", "15 * * * *", 'psql "$DATABASE_URL" -f sql/refresh.sql', {
        DATABASE_URL: `${SESSION}?sslmode=require`,
      }),
    },
  ),
  works(
    "prisma-s-two-urls-and-a-job",
    "Queries go by transactions, migrations and the job by a session.",
    "Supabase's page on Prisma",
    {
      api: nodeApp(
        "lark-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"), DIRECT_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
      refresh: job("lark-refresh", "*/30 * * * *", "python -m jobs.refresh", { DATABASE_URL: SESSION }),
    },
  ),
  works(
    "keycloak-with-a-url-of-jdbc",
    "The URL is JDBC's, the user names the project, and the port is the declared one.",
    "Keycloak's pages on databases and on all settings",
    {
      login: python(
        "lark-login",
        "/opt/keycloak/bin/kc.sh start",
        {
          KC_DB: "postgres",
          KC_DB_URL: `jdbc:postgresql://${POOL}:5432/postgres?sslmode=require`,
          KC_DB_USERNAME: USER,
          KC_DB_PASSWORD: CANARY,
          KC_HTTP_ENABLED: "true",
          KC_HTTP_PORT: "8000",
          KC_PROXY_HEADERS: "xforwarded",
          KC_HOSTNAME: "https://login.fen-and-lark.shop",
        },
        {
          plan: "standard",
          runtimeSource: { image: { imageUrl: "quay.io/keycloak/keycloak", tag: "26.0.7" } },
          healthCheckPath: "/realms/master",
        },
      ),
    },
  ),
  works(
    "pages-with-the-key-for-pages",
    "The key of anon is made for browsers, and row level security holds for it.",
    "Supabase's page on API keys",
    {
      pages: site(
        pages("lark-pages", "npm ci && npm run build", "dist", {
          VITE_SUPABASE_URL: API,
          VITE_SUPABASE_ANON_KEY: keyOf("anon"),
        }),
      ),
    },
  ),
  works(
    "credentials-under-their-name",
    "Google's library opens the file that the service has.",
    "Render's page on secret files",
    {
      api: nodeApp(
        "lark-api",
        "node dist/main.js",
        {
          DATABASE_URL: pooled("5432/postgres?sslmode=no-verify"),
          GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/google-credentials.json",
        },
        {
          secretFiles: {
            "google-credentials.json": {
              content: '{"type":"service_account","project_id":"lark-42","private_key_id":"h7TarnMoss4w"}',
            },
          },
        },
      ),
    },
  ),
];
