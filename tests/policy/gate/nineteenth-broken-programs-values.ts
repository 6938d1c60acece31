import {
  type BrokenProgram,
  docker,
  envGroup,
  envGroupLink,
  NPM,
  native,
  PIP,
  PROJECT,
  registryCredential,
  SESSION,
  site,
  values,
  web,
  worker,
} from "./eighteenth-form";

const POOLER = "aws-0-us-west-1.pooler.supabase.com";

/** Broken programs whose fault is a value, a group, a file, a credential or a domain. */
export const REJECTED_PROGRAM_VALUES_OF_NINETEENTH: readonly BrokenProgram[] = [
  {
    name: "parts-of-a-database-in-two-places",
    rules: ["database/ipv6-only-host"],
    at: ["shared", "envVars.PGHOST"],
    alsoAt: [
      ["worker", "envVars.PGUSER"],
      ["link", "envGroupId"],
    ],
    why: "The group names Supabase's direct host, which has IPv6 alone; user and password are the worker's own.",
    source: "Supabase's page on connections",
    resources: {
      shared: envGroup({
        name: "database",
        envVars: values({ PGHOST: `db.${PROJECT}.supabase.co`, PGPORT: "5432", PGDATABASE: "postgres" }),
      }),
      worker: worker({
        name: "imports",
        plan: "starter",
        region: "oregon",
        startCommand: "node dist/imports.js",
        runtimeSource: native("node", NPM, "imports"),
        envVars: values({ PGUSER: "postgres", PGPASSWORD: "m3PearTree" }),
      }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${worker.id}"] }),
    },
  },
  {
    name: "env-file-of-a-group-names-localhost",
    rules: ["database/local-host"],
    at: ["shared", "secretFiles"],
    alsoAt: [["api", "startCommand"]],
    why: "The secret file is a developer's .env: its database is on the machine itself.",
    source: "Render's page on secret files",
    resources: {
      shared: envGroup({
        name: "orchard-env",
        secretFiles: {
          ".env": {
            content: "DATABASE_URL=postgresql://app:m3PearTree@localhost:5432/app\nLOG_LEVEL=info\n",
          },
        },
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "oregon",
        startCommand: "uvicorn orchard.main:app --host 0.0.0.0 --port $PORT --env-file /etc/secrets/.env",
        runtimeSource: native("python", PIP),
        envVars: values({ PORT: "8000" }),
      }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "token-of-a-template",
    rules: ["environment/placeholder"],
    at: ["ghcr", "authToken"],
    why: "The token of the registry is what a README has in its place, so no image is fetched.",
    source: "GitHub's page on personal access tokens",
    resources: {
      ghcr: registryCredential({
        name: "ghcr",
        registry: "GITHUB",
        username: "orchard-bot",
        authToken: "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      }),
      api: web({
        name: "orchard-api",
        plan: "starter",
        region: "oregon",
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/orchard-press/orchard",
            tag: "2.3.0",
            registryCredentialId: "${ghcr.id}",
          },
        },
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "certificate-that-no-file-has",
    rules: ["environment/missing-file", "database/tls-untrusted"],
    at: ["api", "envVars.DATABASE_URL"],
    alsoAt: [["api", "secretFiles"]],
    why: "The URL names a root certificate in /etc/secrets, and the secret file has another name.",
    source: "PostgreSQL's page on sslrootcert; Render's page on secret files",
    resources: {
      api: web({
        name: "ledger",
        plan: "standard",
        region: "singapore",
        startCommand: "gunicorn ledger.wsgi -b 0.0.0.0:$PORT",
        runtimeSource: native("python", PIP, "ledger"),
        envVars: values({
          PORT: "8000",
          DATABASE_URL: `${SESSION}?sslmode=verify-full&sslrootcert=/etc/secrets/supabase-ca.crt`,
        }),
        secretFiles: {
          "prod-ca-2021.crt": { content: "-----BEGIN CERTIFICATE-----\nMIID\n-----END CERTIFICATE-----" },
        },
      }),
    },
  },
  {
    name: "migration-through-the-transaction-mode",
    rules: ["database/direct-for-migrations", "database/transaction-mode-statements"],
    at: ["api", "envVars.DATABASE_URL"],
    alsoAt: [["api", "preDeployCommand"]],
    why: "Prisma Migrate takes a lock of the session, which the pooler's transaction mode does not keep; there is no other URL.",
    source: "Prisma's page on PgBouncer",
    resources: {
      api: web({
        name: "orders",
        plan: "starter",
        region: "oregon",
        preDeployCommand: "npx prisma migrate deploy",
        startCommand: "node dist/main.js",
        runtimeSource: native("node", NPM, "orders"),
        envVars: values({
          PORT: "8000",
          DATABASE_URL: `postgresql://app.${PROJECT}:m3PearTree@${POOLER}:6543/postgres?pgbouncer=true`,
        }),
      }),
    },
  },
  {
    name: "key-of-a-model-in-the-browser",
    rules: ["secret/in-browser"],
    at: ["app", "envVars.REACT_APP_OPENAI_API_KEY"],
    why: "Create React App puts every REACT_APP_ variable into the pages, so every visitor has the key.",
    source: "Create React App's page on environment variables",
    resources: {
      app: site({
        name: "assistant",
        repoUrl: "https://github.com/orchard-press/assistant",
        branch: "main",
        buildCommand: NPM,
        publishPath: "build",
        envVars: values({
          REACT_APP_API_URL: "https://api.orchard.press",
          REACT_APP_OPENAI_API_KEY: "sk-proj-Qm7vT2pXc9LrZk4WnB8sHgu3YdFa1E5oJtRiVbNe",
        }),
      }),
    },
  },
  {
    name: "hosts-of-a-developer",
    rules: ["service/allowed-hosts"],
    at: ["site", "envVars.DJANGO_ALLOWED_HOSTS"],
    why: "Django answers 400 to every host that it does not know, Render's health check among them.",
    source: "Django's page on settings (ALLOWED_HOSTS)",
    resources: {
      site: web({
        name: "orchard-site",
        plan: "starter",
        region: "frankfurt",
        preDeployCommand: "python manage.py migrate --noinput",
        startCommand: "gunicorn orchard.wsgi:application --bind 0.0.0.0:$PORT",
        healthCheckPath: "/healthz/",
        runtimeSource: native("python", PIP),
        envVars: values({
          PORT: "8000",
          DATABASE_URL: SESSION,
          DJANGO_SETTINGS_MODULE: "orchard.settings.production",
          DJANGO_ALLOWED_HOSTS: "localhost,127.0.0.1",
        }),
      }),
    },
  },
  {
    name: "domain-with-a-scheme",
    rules: [],
    at: ["shop", "customDomains"],
    why: "A custom domain is a name alone; Render refuses one with a scheme.",
    source: "Render's page on custom domains",
    resources: {
      shop: web({
        name: "shop",
        plan: "starter",
        region: "virginia",
        startCommand: "./bin/shop",
        runtimeSource: docker(),
        customDomains: [{ name: "https://shop.orchard.press" }],
        envVars: values({ PORT: "8000" }),
      }),
    },
  },
];
