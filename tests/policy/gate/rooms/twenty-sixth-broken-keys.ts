import { prisma, soundBy } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { bare, node } from "../written";
import {
  CANARY,
  HOSTS,
  hosted,
  key,
  n8n,
  OTHER,
  POOL,
  pooled,
  REF,
  REFUSED,
  SESSION,
  USER,
  url,
} from "./twenty-sixth-form";

const BROWSER = "secret/in-browser";
const ROLE = "database/key-role";

/** Hosts, versions and ports of mail, and keys in the wrong variables. */
export const REJECTED_KEYS_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    rule: HOSTS,
    why: "Django answers any other host with 400 (galexrt/container-healthchecks, issue 31; railwayapp/docs, pull request 616)",
    ...hosted("docker.io/healthchecks/healthchecks", "v3.6", {
      ALLOWED_HOSTS: "localhost,127.0.0.1",
      DB: "postgres",
      DB_HOST: POOL,
      DB_PORT: "5432",
      DB_NAME: "postgres",
      DB_USER: USER,
      DB_PASSWORD: CANARY,
      SECRET_KEY: "t4Ringed8Plover0Sanderling",
      SITE_ROOT: "https://checks.marsh.example.org",
    }),
  },
  {
    rule: "service/python-version",
    why: "Render takes PYTHON_VERSION in full, and finds no 3.11 (Render's page on Python's version)",
    ...soundBy({ PYTHON_VERSION: "3.11", DATABASE_URL: SESSION }, { driver: "psycopg2" }),
  },
  {
    rule: "service/blocked-port",
    why: "a free service's mail to port 587 times out (Render's page on free instances)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({
        N8N_EMAIL_MODE: "smtp",
        N8N_SMTP_HOST: "smtp.eu.mailgun.org",
        N8N_SMTP_PORT: "587",
        N8N_SMTP_USER: "post@marsh.example.org",
        N8N_SMTP_PASS: CANARY,
      }),
      { properties: { plan: "free", healthCheckPath: "/healthz" } },
    ),
  },
  {
    rule: `${BROWSER}|${ROLE}`,
    why: "Vite writes the service key into the pages, and it opens every row (Supabase's page on API keys)",
    kind: "static",
    driver: "none",
    variables: {
      VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
      VITE_SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
    },
    properties: { buildCommand: "npm ci && npx vite build", publishPath: "dist" },
  },
  {
    rule: `${ROLE}|${BROWSER}`,
    why: "the variable for browsers has the secret key (Supabase's page on API keys)",
    command: "npx next start -p $PORT",
    ...soundBy(
      {
        NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
        NEXT_PUBLIC_SUPABASE_ANON_KEY: "sb_secret_Zq7heronMarsh4canaryRd_Tz1mQ0xB",
      },
      { ...node, ...bare },
    ),
  },
  {
    rule: ROLE,
    why: "with the key anon row level security hides every row from the server (Supabase's page on API keys)",
    ...soundBy(
      { SUPABASE_URL: `https://${REF}.supabase.co`, SUPABASE_SERVICE_ROLE_KEY: key("anon") },
      { ...node, ...bare, command: "node dist/main.js" },
    ),
  },
  {
    rule: "database/one-project|database/other-environment",
    why: "the key and the API's address are of one project, the migrations' URL of another (Supabase's page on environments)",
    ...soundBy(
      {
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
        DATABASE_URL: pooled("6543/postgres?pgbouncer=true"),
        DIRECT_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres`),
      },
      prisma,
    ),
  },
  {
    rule: `database/url-malformed|${REFUSED}`,
    why: "this version of Open WebUI knows the schemes postgres and postgresql alone (open-webui/open-webui, issue 14081)",
    ...hosted("ghcr.io/open-webui/open-webui", "v0.6.9", {
      WEBUI_SECRET_KEY: "w2Stilt5Dunlin9Knot",
      DATABASE_URL: pooled("5432/postgres", "postgresql+psycopg2"),
    }),
  },
];
