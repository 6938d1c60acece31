import { soundBy } from "../batch";
import type { ExplainedCase } from "../nineteenth-form";
import { node } from "../written";
import { CANARY, hosted, laravel, n8n, SESSION } from "./twenty-sixth-form";

const STORE = "redis://red-d0heron0marsh0canary:6379";

/** Mail, TLS and frameworks, as their reports end. */
export const SOUND_SERVICES_OF_TWENTY_SIXTH: readonly ExplainedCase[] = [
  {
    why: "TLS without verification is what n8n needs at Supabase (n8n-io/n8n, issue 13517)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({ DB_POSTGRESDB_SSL_ENABLED: "true", DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED: "false" }),
      { properties: { healthCheckPath: "/healthz" } },
    ),
  },
  {
    why: "a paid service may send mail by port 587 (Render's page on free instances)",
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
      { properties: { healthCheckPath: "/healthz" } },
    ),
  },
  {
    why: "port 2525 is open for free services too (Render's page on free instances)",
    ...hosted(
      "docker.io/n8nio/n8n",
      "1.107.3",
      n8n({
        N8N_EMAIL_MODE: "smtp",
        N8N_SMTP_HOST: "smtp.eu.mailgun.org",
        N8N_SMTP_PORT: "2525",
        N8N_SMTP_USER: "post@marsh.example.org",
        N8N_SMTP_PASS: CANARY,
      }),
      { properties: { plan: "free", healthCheckPath: "/healthz" } },
    ),
  },
  {
    why: "base64: and 32 bytes is Laravel's own form, and the host has no port (Laravel's page on encryption)",
    command: "php artisan serve --host=0.0.0.0 --port=$PORT",
    ...soundBy(laravel(), {
      driver: "none",
      properties: {
        runtimeSource: { docker: { repoUrl: "https://github.com/marsh-works/shop", branch: "main" } },
        healthCheckPath: "/up",
      },
    }),
  },
  {
    why: "Medusa's server is given host and port, and its store is Render's (Medusa's page on deployment)",
    command: "npx medusa start --host 0.0.0.0 --port $PORT",
    ...soundBy(
      {
        DATABASE_URL: SESSION,
        REDIS_URL: STORE,
        JWT_SECRET: "medusa4Bittern9jwt",
        COOKIE_SECRET: "medusa4Bittern9cookie",
        STORE_CORS: "https://shop.marsh.example.org",
      },
      node,
    ),
  },
];
