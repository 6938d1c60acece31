import { LOCAL, MALFORMED, PLACEHOLDER, TLS } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { BROWSER, key, nest, ONE_PROJECT, REFERENCE, ROLE } from "./posted-connections-form";
import {
  broken,
  CANARY,
  ENDPOINT,
  NEED,
  NETWORK,
  OTHER,
  REF,
  REFUSED,
  SESSION,
} from "./posted-services-form";

const INNER = `${LOCAL}|${NETWORK}|${NEED}`;
const API = `https://${REF}.supabase.co`;

/** Keys of Supabase, addresses of stores, and files. */
export const POSTED_KEYS: readonly ExplainedCase[] = [
  broken(PLACEHOLDER, "the secret of each local Supabase is public (supabase/cli's defaults)", {
    ...nest,
    variables: {
      DATABASE_URL: SESSION,
      SUPABASE_JWT_SECRET: "super-secret-jwt-token-with-at-least-32-characters-long",
    },
  }),
  broken(
    `${PLACEHOLDER}|${REFERENCE}`,
    "the example's texts are left (riteshbonthalakoti/HELPDESK.AI, pull request 2189)",
    {
      driver: "none",
      variables: {
        SUPABASE_URL: "https://your-project.supabase.co",
        SUPABASE_SERVICE_KEY: "your-service-key",
      },
    },
  ),
  broken(ROLE, "the key of the service bypasses each policy (KanishJebaMathewM/Truxify, issue 1044)", {
    ...nest,
    variables: { SUPABASE_URL: API, SUPABASE_ANON_KEY: key("service_role") },
  }),
  broken(ROLE, "with the public key each row is hidden from the server (finic-ai/rag-stack, issue 25)", {
    driver: "none",
    variables: { SUPABASE_URL: API, SUPABASE_SERVICE_ROLE_KEY: key("anon") },
  }),
  broken(`${BROWSER}|${ROLE}`, "each NEXT_PUBLIC_ variable is in the pages (Supabase's page on API keys)", {
    ...nest,
    command: "npx next start -p $PORT",
    variables: { NEXT_PUBLIC_SUPABASE_URL: API, NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: key("service_role") },
  }),
  broken(
    `${ENDPOINT}|${REFUSED}|${REFERENCE}`,
    "the dashboard's address is none of the API (open-sauced/api, issue 477)",
    {
      ...nest,
      variables: {
        SUPABASE_URL: `https://supabase.com/dashboard/project/${REF}`,
        SUPABASE_ANON_KEY: key("anon"),
      },
    },
  ),
  broken(
    `${INNER}|port/peer-mismatch`,
    "kong is a name of Supabase's own compose file (supabase/realtime, issue 713)",
    {
      driver: "none",
      variables: { SUPABASE_URL: "http://kong:8000", SUPABASE_SERVICE_ROLE_KEY: key("service_role") },
    },
  ),
  broken(LOCAL, "the local stack's address (alexander-zuev/supabase-mcp-server, issue 68)", {
    driver: "none",
    variables: { SUPABASE_URL: "http://127.0.0.1:54321", SUPABASE_ANON_KEY: key("anon") },
  }),
  broken(
    ONE_PROJECT,
    "the API is of one project, the database of another (Supabase's page on environments)",
    {
      driver: "psycopg2",
      command: "gunicorn shop.wsgi --bind 0.0.0.0:$PORT",
      variables: { SUPABASE_URL: `https://${OTHER}.supabase.co`, DATABASE_URL: SESSION },
    },
  ),
  broken(`${LOCAL}|${NEED}`, "no Redis runs beside the service (wearrrrr/HaiKei, issue 22)", {
    ...nest,
    variables: { DATABASE_URL: SESSION, REDIS_URL: "redis://127.0.0.1:6379" },
  }),
  broken(INNER, "redis is a name of the compose file's network (taskforcesh/bullmq, issue 2764)", {
    ...nest,
    kind: "worker",
    command: "node dist/worker.js",
    variables: { REDIS_HOST: "redis", REDIS_PORT: "6379" },
  }),
  broken(REFUSED, "Celery asks a rediss:// URL for ssl_cert_reqs (celery/celery's page on Redis)", {
    kind: "worker",
    driver: "psycopg2",
    command: "celery -A shop worker --loglevel=info",
    variables: {
      DATABASE_URL: SESSION,
      CELERY_BROKER_URL: `rediss://default:${CANARY}@calm-plum-30211.upstash.io:6379`,
    },
  }),
  broken(
    `${REFUSED}|${NETWORK}|${MALFORMED}|${TLS}`,
    "a key value store's inner address has no TLS (Render's page on key value stores)",
    {
      ...nest,
      variables: { DATABASE_URL: SESSION, REDIS_URL: "rediss://red-d1plum0terrace0canary:6379" },
    },
  ),
];
