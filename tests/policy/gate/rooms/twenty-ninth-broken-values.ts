import type { ExplainedCase } from "../nineteenth-form";
import { BESIDE_STAGING, OTHER, POOL as STAGING_POOL } from "../written";
import {
  BROWSER,
  CANARY,
  DJANGO,
  given,
  HOSTS,
  key,
  LARAVEL,
  LOCAL,
  laravel,
  MALFORMED,
  NEED,
  NETWORK,
  NODE,
  PLACEHOLDER,
  RAILS,
  REF,
  REFUSED,
  SESSION,
} from "./twenty-ninth-form";

const staging = (rest: string) => `postgresql://app.${OTHER}:${CANARY}@${STAGING_POOL}:${rest}`;

/** Values that their readers refuse, placeholders, another environment's, and secrets that a browser gets. */
export const REJECTED_VALUES_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  {
    rule: PLACEHOLDER,
    ...given("the example file's secret was left (common)", { SECRET_KEY: "your-secret-key-here" }),
  },
  {
    rule: PLACEHOLDER,
    ...given("the example file's secret was left (common)", { JWT_SECRET: "changeme" }, NODE),
  },
  {
    rule: `${PLACEHOLDER}|database/project-reference`,
    ...given(
      "the example's project (common; Supabase's quick starts)",
      { SUPABASE_URL: "https://your-project-ref.supabase.co", SUPABASE_ANON_KEY: key("anon") },
      NODE,
    ),
  },
  {
    rule: `${PLACEHOLDER}|${MALFORMED}`,
    ...given(
      "the variable names itself, and nothing fills it in (common)",
      { DATABASE_URL: "${DATABASE_URL}" },
      NODE,
    ),
  },
  {
    rule: BROWSER,
    ...given(
      "the service role's key goes into the bundle (whoiskatrin/chart-gpt, issue 86)",
      {
        NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
        NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
      },
      NODE,
    ),
  },
  {
    rule: BROWSER,
    ...given(
      "the payment provider's secret key goes into the bundle (common)",
      { NEXT_PUBLIC_STRIPE_SECRET_KEY: ["sk", "live", "51WillowCreekCanary0000000000"].join("_") },
      NODE,
    ),
  },
  {
    rule: BROWSER,
    ...given("the database's URL goes into the bundle (common)", { NEXT_PUBLIC_DATABASE_URL: SESSION }, NODE),
  },
  {
    rule: "database/key-role",
    ...given(
      "the anon key under the service role's name, so writes are refused (The-Vibe-Company/quivr, issue 387)",
      { SUPABASE_URL: `https://${REF}.supabase.co`, SUPABASE_SERVICE_ROLE_KEY: key("anon") },
      NODE,
    ),
  },
  {
    rule: REFUSED,
    ...given(
      "Django 4 wants a scheme (0x4bs3nt/urlinks, issue 49; LDO-CERT/orochi, issue 976)",
      { CSRF_TRUSTED_ORIGINS: "willow-api.onrender.com" },
      DJANGO,
    ),
  },
  {
    rule: HOSTS,
    ...given(
      "Django answers 400 under the service's own name (Render's page on runtime errors; eitchtee/WYGIWYH, issue 399)",
      { ALLOWED_HOSTS: "localhost,127.0.0.1" },
      DJANGO,
    ),
  },
  {
    rule: `${HOSTS}|${REFUSED}`,
    ...given(
      "a host has no scheme (common)",
      { DJANGO_ALLOWED_HOSTS: "https://willow-api.onrender.com" },
      DJANGO,
    ),
  },
  {
    rule: REFUSED,
    ...given(
      "the settings' file is no module (common; Django's page on settings)",
      { DJANGO_SETTINGS_MODULE: "config/settings/production.py" },
      DJANGO,
    ),
  },
  {
    rule: REFUSED,
    ...given(
      "AES-256-CBC takes 32 bytes, and these are 16 (Bubka/2FAuth, issue 503, of its kind)",
      laravel({ APP_KEY: `base64:${Buffer.from("willow-canary-16").toString("base64")}` }),
      LARAVEL,
    ),
  },
  {
    rule: `${REFUSED}|${NEED}`,
    ...given("an empty key (cattr-app/server-application, issue 68)", laravel({ APP_KEY: "" }), LARAVEL),
  },
  {
    rule: REFUSED,
    ...given(
      "gunicorn reads WEB_CONCURRENCY as a number (common; gunicorn's settings)",
      { WEB_CONCURRENCY: "auto" },
      DJANGO,
    ),
  },
  {
    rule: REFUSED,
    ...given(
      "a master key has 32 hexadecimal digits (rails/rails, issue 31822, of its kind)",
      { DATABASE_URL: SESSION, RAILS_MASTER_KEY: "7f3a9c1e5b" },
      RAILS,
    ),
  },
  {
    rule: `${REFUSED}|${NETWORK}|${LOCAL}`,
    ...given(
      "sign-in comes back to the developer's machine (common; NextAuth's page on deployment)",
      { NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: "w5Kq2Reed8sallow9Tm4marsh7Vb" },
      NODE,
    ),
  },
  {
    rule: "database/other-environment",
    ...given(
      "staging's database in production (common)",
      { DATABASE_URL: staging("5432/postgres?sslmode=require") },
      { declared: BESIDE_STAGING },
    ),
  },
];
