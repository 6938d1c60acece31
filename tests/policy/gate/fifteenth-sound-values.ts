import type { SealedCase } from "./sealed";
import { DOCKER } from "./written";

const python = { runtime: "python", driver: "none" } as const;
const node = { runtime: "node", driver: "none" } as const;
const ruby = { runtime: "ruby", driver: "none" } as const;

const NEXT = "npx next start -H 0.0.0.0 -p $PORT";
const GUNICORN = "gunicorn lantern.wsgi:application --bind 0.0.0.0:$PORT --workers 2";

/**
 * Sound values and settings of the fifteenth batch, half of them close neighbours of broken ones. The comment says why
 * each works, and after the dash what decides it.
 */
export const SOUND_VALUES_OF_FIFTEENTH: readonly SealedCase[] = [
  // A project's own address and key. - Supabase's page on API keys (sb_publishable_).
  {
    ...node,
    command: NEXT,
    variables: {
      NEXT_PUBLIC_SUPABASE_URL: "https://qxkvtzbnwfjmhrpdyocl.supabase.co",
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_7Hq2mWv9XcR4tKz8LbN3pd_Yf6JgS1a",
    },
  },
  // Words with "your", "example" and "test" in them that belong there. - each is a text that people read.
  {
    ...node,
    command: NEXT,
    variables: {
      SITE_TAGLINE: "Find your next book",
      MAIL_SUBJECT: "Your order {{ order.number }} is on its way",
      FEATURE_FLAGS: "todo-list,test-drive,example-tour",
      SUPPORT_EMAIL: "hello@lantern-books.eu",
    },
  },
  // A tenant's own domain. - Auth0's page on custom domains.
  {
    ...node,
    command: NEXT,
    variables: {
      AUTH0_DOMAIN: "lantern-books.eu.auth0.com",
      AUTH0_CLIENT_ID: "k7WcR2mXv9tLz4QpBn8sHd3yFj6gAe1u",
    },
  },
  // Addresses of this machine that a service rightly has: who may be trusted, and what is let through. - uvicorn's page on
  // its settings (forwarded-allow-ips), Django's page on INTERNAL_IPS.
  {
    ...python,
    command: GUNICORN,
    variables: {
      FORWARDED_ALLOW_IPS: "*",
      INTERNAL_IPS: "127.0.0.1",
      CORS_ALLOWED_ORIGINS: "https://lantern-books.eu",
    },
  },
  // The mail goes by 2525 or, on a paid plan, by 587. - Render's page on free instances.
  {
    ...ruby,
    command: "bundle exec puma -e production -b tcp://0.0.0.0:$PORT",
    variables: {
      SMTP_ADDRESS: "smtp.postmarkapp.com",
      SMTP_PORT: "587",
      SMTP_PASSWORD: "c71e9a40-5b2d-4f83-a6d9-08e1f3b7c254",
    },
  },
  // The file has the name that the variable says. - Render's page on secret files.
  {
    ...node,
    kind: "worker",
    command: "node dist/push.js",
    variables: { GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/firebase.json" },
    secretFiles: {
      "firebase.json":
        '{"type":"service_account","project_id":"lantern-81426","client_email":"push@lantern-81426.iam.gserviceaccount.com"}',
    },
  },
  // Node's own reader of such files. - Node's page on --env-file; Render's page on secret files.
  {
    ...node,
    command: "node --env-file=/etc/secrets/.env dist/main.js",
    secretFiles: { ".env": "LOG_LEVEL=info\nSESSION_TTL=3600\n" },
  },
  // Whole versions. - Render's pages on Python's and Node's version.
  { ...python, command: GUNICORN, variables: { PYTHON_VERSION: "3.12.7", WEB_CONCURRENCY: "2" } },
  {
    ...node,
    command: NEXT,
    variables: { NODE_VERSION: "22.11.0", NODE_OPTIONS: "--max-old-space-size=384" },
  },
  // .NET's variable of ports, which is on all interfaces. - Microsoft's page on Kestrel's endpoints.
  {
    driver: "none",
    command: "dotnet Lantern.Api.dll",
    variables: {
      ASPNETCORE_HTTP_PORTS: "8000",
      ASPNETCORE_ENVIRONMENT: "Production",
      Logging__LogLevel__Default: "Information",
    },
    properties: DOCKER,
  },
  // A group that has what both need, and the service's own over it. - Render's page on environment groups.
  {
    ...python,
    command: GUNICORN,
    group: { LOG_LEVEL: "info", TZ: "Europe/London", S3_BUCKET: "lantern-media" },
    variables: { LOG_LEVEL: "warning" },
    others: [{ ...python, kind: "worker", command: "celery -A lantern worker -l info -B" }],
  },
  // A key that Stripe draws for its test mode: staging takes it. - Stripe's page on keys.
  {
    ...node,
    command: NEXT,
    variables: { STRIPE_WEBHOOK_SECRET: "whsec_9hT2mWv4XcR7tKz1LbN8pdYf6JgS3aQe" },
  },
];
