import { type BrokenProgram, docker, site, values, web } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { other } from "../twenty-first-form";
import { key, OTHER, POOL, pooled, REF, SESSION, url } from "./twenty-sixth-form";

const GUNICORN = "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT";

/** Broken programs whose fault is a secret file, a key, or a command beside its values. */
export const REJECTED_PROGRAM_KEYS_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-certificate-of-another-name",
    rules: ["environment/missing-file", "database/tls-untrusted"],
    at: ["api", "envVars.PGSSLROOTCERT"],
    alsoAt: [["api", "secretFiles"]],
    why: "The secret file is prod-ca-2021.cer, so libpq finds no certificate and refuses each connection.",
    source: "n8n-io/n8n-docs, issue 2889; Render's page on secret files",
    resources: {
      api: python(
        "marsh-api",
        GUNICORN,
        {
          DATABASE_URL: pooled("5432/postgres?sslmode=verify-full"),
          PGSSLROOTCERT: "/etc/secrets/prod-ca-2021.crt",
        },
        {
          secretFiles: {
            "prod-ca-2021.cer": {
              content:
                "-----BEGIN CERTIFICATE-----\nMIIDxDCCAqygAwIBAgIUbLxMod62P2ktCiAk\n-----END CERTIFICATE-----\n",
            },
          },
        },
      ),
    },
  },
  {
    name: "twenty-sixth-settings-of-gunicorn-elsewhere",
    rules: ["environment/missing-file"],
    at: ["api", "startCommand"],
    alsoAt: [["api", "secretFiles"]],
    why: "gunicorn opens /etc/secrets/gunicorn.py, and the file is gunicorn.conf.py: doesn't exist.",
    source: "Gunicorn's page on its settings; Render's page on secret files",
    resources: {
      api: python(
        "marsh-api",
        "gunicorn -c /etc/secrets/gunicorn.py --bind 0.0.0.0:$PORT marsh.wsgi",
        { DATABASE_URL: SESSION },
        { secretFiles: { "gunicorn.conf.py": { content: "workers = 2\ntimeout = 60\n" } } },
      ),
    },
  },
  {
    name: "twenty-sixth-two-projects-in-one-service",
    rules: ["database/one-project"],
    at: ["api", "envVars.SUPABASE_SERVICE_ROLE_KEY"],
    alsoAt: [["api", "envVars.SUPABASE_URL"]],
    why: "The key is of another project than the address: Invalid API key.",
    source: "Supabase's page on API keys",
    resources: {
      api: nodeApp("marsh-api", "node dist/main.js", {
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: key("service_role", OTHER),
      }),
    },
  },
  {
    name: "twenty-sixth-runserver-by-a-port-alone",
    rules: ["service/loopback-bind"],
    at: ["api", "startCommand"],
    why: "runserver with a port alone listens on 127.0.0.1.",
    source: "Django's page on django-admin; superfly/flyctl, issue 1331",
    resources: {
      api: python("marsh-api", "python manage.py migrate && python manage.py runserver $PORT", {
        DATABASE_URL: SESSION,
        ALLOWED_HOSTS: ".onrender.com",
      }),
    },
  },
  {
    name: "twenty-sixth-rails-in-development",
    rules: ["environment/debug-in-production", "service/allowed-hosts"],
    at: ["shop", "envVars.RAILS_ENV"],
    why: "In development Rails answers a host that it does not know with 403: Blocked hosts.",
    source: "Rails's guide on configuring: hosts",
    resources: {
      shop: other(
        "ruby",
        "bundle install",
        "marsh-shop",
        "bundle exec rails server -b 0.0.0.0 -p $PORT",
        { RAILS_ENV: "development", DATABASE_URL: SESSION },
        { healthCheckPath: "/up" },
      ),
    },
  },
  {
    name: "twenty-sixth-connection-in-pages",
    rules: ["secret/in-browser"],
    at: ["pages", "envVars.VITE_DATABASE_URL"],
    why: "Vite writes the password into the pages.",
    source: "Vite's page on env variables",
    resources: {
      pages: site({
        name: "marsh-pages",
        repoUrl: "https://github.com/marsh-works/pages",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        envVars: values({ VITE_DATABASE_URL: SESSION, VITE_SUPABASE_URL: `https://${REF}.supabase.co` }),
      }),
    },
  },
  {
    name: "twenty-sixth-pre-deploy-by-transaction-mode",
    rules: ["database/direct-for-migrations", "database/transaction-mode-statements"],
    at: ["api", "envVars.DATABASE_URL"],
    alsoAt: [["api", "preDeployCommand"]],
    why: "Prisma's migration holds an advisory lock of a session, which transaction mode loses: the command hangs.",
    source: "prisma/orm, issue 17338; BerriAI/litellm, pull request 26712",
    resources: {
      api: nodeApp(
        "marsh-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1") },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "twenty-sixth-health-without-a-slash",
    rules: ["service/health-check-path"],
    at: ["api", "healthCheckPath"],
    why: "A path begins with a slash.",
    source: "calcom/cal.diy, issue 27978; Render's page on health checks",
    resources: {
      api: web({
        name: "marsh-api",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker(),
        startCommand: "uvicorn marsh.main:app --host 0.0.0.0 --port 8000",
        healthCheckPath: "api/health",
        envVars: values({ PORT: "8000", DATABASE_URL: url(`postgres.${REF}`, `${POOL}:5432/postgres`) }),
      }),
    },
  },
];
