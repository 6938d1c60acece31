import type { ExplainedCase } from "../nineteenth-form";
import { CANARY, DJANGO, given, key, NODE, RAILS, REF, SESSION } from "./twenty-ninth-form";

/** Values, fields and versions near the faults. */
export const SOUND_VALUES_OF_TWENTY_NINTH: readonly ExplainedCase[] = [
  given(
    "Django's origins have a scheme (openedx/openedx-platform, issue 33228)",
    {
      ALLOWED_HOSTS: ".onrender.com,.willowcreek.dev",
      CSRF_TRUSTED_ORIGINS: "https://*.onrender.com,https://*.willowcreek.dev",
    },
    DJANGO,
  ),
  given(
    "a leading dot allows every subdomain (common; Django's settings)",
    { ALLOWED_HOSTS: ".onrender.com" },
    DJANGO,
  ),
  given(
    "the settings' module (common; Django's page on settings)",
    { DJANGO_SETTINGS_MODULE: "config.settings.production" },
    DJANGO,
  ),
  given(
    "the anon key is made for browsers (nuxt-modules/supabase, issue 276)",
    {
      NEXT_PUBLIC_SUPABASE_URL: `https://${REF}.supabase.co`,
      NEXT_PUBLIC_SUPABASE_ANON_KEY: key("anon"),
      SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
    },
    NODE,
  ),
  given(
    "a publishable key is made for browsers (common; Stripe's page on keys)",
    { NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: ["pk", "live", "51WillowCreekCanary0000000000"].join("_") },
    NODE,
  ),
  given(
    "sign-in comes back to the service (common; NextAuth's page on deployment)",
    { NEXTAUTH_URL: "https://app.willowcreek.dev", NEXTAUTH_SECRET: "w5Kq2Reed8sallow9Tm4marsh7Vb" },
    { ...NODE, properties: { customDomains: [{ name: "app.willowcreek.dev" }] } },
  ),
  given(
    "the API and the database are one project's (common)",
    {
      DATABASE_URL: SESSION,
      SUPABASE_URL: `https://${REF}.supabase.co`,
      SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
    },
    NODE,
  ),
  given(
    "a master key of 32 hexadecimal digits (common; Rails' page on credentials)",
    { DATABASE_URL: SESSION, RAILS_MASTER_KEY: "7f3a9c1e5b2d48067f3a9c1e5b2d4806" },
    RAILS,
  ),
  given("a number of workers (common; gunicorn's settings)", { WEB_CONCURRENCY: "3" }, DJANGO),
  given("Python's version in full (common; Render's page on Python's version)", { PYTHON_VERSION: "3.11.9" }),
  given(
    "Node's version in full (common; Render's page on Node's version)",
    { NODE_VERSION: "20.18.0" },
    NODE,
  ),
  given(
    "mail by a port that a paid service may use (Render's page on free instances)",
    {
      EMAIL_HOST: "smtp.postmarkapp.com",
      EMAIL_PORT: "587",
      EMAIL_HOST_USER: "post@willowcreek.dev",
      EMAIL_HOST_PASSWORD: CANARY,
    },
    { ...DJANGO, properties: { plan: "starter" } },
  ),
  given(
    "port 2525 is open for free services (nodemailer/nodemailer, issue 438)",
    {
      SMTP_HOST: "smtp.mailgun.org",
      SMTP_PORT: "2525",
      SMTP_USER: "post@willowcreek.dev",
      SMTP_PASS: CANARY,
    },
    { ...NODE, properties: { plan: "free" } },
  ),
  {
    ...DJANGO,
    why: "a paid service with a disk has one instance (Render's page on disks)",
    properties: { plan: "starter", disk: { name: "media", mountPath: "/var/media", sizeGb: 5 } },
  },
  {
    ...NODE,
    why: "a paid service of two instances without a disk (common; Render's page on scaling)",
    properties: { plan: "standard", numInstances: 2 },
  },
  {
    ...DJANGO,
    why: "the pre-deploy command of a paid service migrates (Render's page on deploys)",
    properties: { plan: "starter", preDeployCommand: "python manage.py migrate --noinput" },
  },
  {
    ...NODE,
    why: "an apex domain and a subdomain (common; Render's page on custom domains)",
    properties: { customDomains: [{ name: "willowcreek.dev" }, { name: "api.willowcreek.dev" }] },
  },
  { ...RAILS, why: "Rails' own health path (common)", properties: { healthCheckPath: "/up" } },
];
