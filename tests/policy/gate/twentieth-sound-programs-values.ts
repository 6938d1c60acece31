import {
  cron,
  envGroup,
  envGroupLink,
  NPM,
  native,
  type ProgramCase,
  site,
  values,
  web,
} from "./eighteenth-form";
import { PASSWORD } from "./nineteenth-form";
import { GUNICORN, image, nodeApp, POOL, pooled, python, queue, REF, SESSION } from "./twentieth-form";

/** Sound programs with groups, files and values that look suspicious. */
export const SOUND_PROGRAM_VALUES_OF_TWENTIETH: readonly ProgramCase[] = [
  {
    name: "publishable-key-in-pages",
    why: "The publishable key is meant for pages; the database's policies guard the rows.",
    source: "Supabase's page on API keys",
    resources: {
      app: site({
        name: "orchard-app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: NPM,
        publishPath: "dist",
        routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
        envVars: values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_Q7mZr2xKd9LwVt4cBn8yHs_f3GjPa1e",
        }),
      }),
    },
  },
  {
    name: "file-of-a-group-under-its-name",
    why: "The command sources the file that the linked group brings.",
    source: "Render's page on secret files",
    resources: {
      shared: envGroup({
        name: "worker-files",
        secretFiles: { "worker.env": { content: "QUEUE=default\n" } },
      }),
      work: queue(
        "orchard-worker",
        "set -a && . /etc/secrets/worker.env && set +a && exec rq worker $QUEUE",
        { DATABASE_URL: SESSION },
      ),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${work.id}"] }),
    },
  },
  {
    name: "one-group-for-server-and-worker",
    why: "URL and database are of one project, and the port is the server's alone.",
    source: "Render's page on env groups",
    resources: {
      shared: envGroup({
        name: "supabase",
        envVars: {
          ...values({ DATABASE_URL: SESSION, SUPABASE_URL: `https://${REF}.supabase.co` }),
          SESSION_SECRET: { generateValue: true },
        },
      }),
      api: nodeApp("orchard-api", "node dist/server.js"),
      work: queue("orchard-worker", "python -m orchard.worker", { LOG_LEVEL: "info" }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${work.id}"] }),
    },
  },
  {
    name: "backup-through-the-session-mode",
    why: "pg_dump works in session mode, which has IPv4.",
    source: "Supabase's page on connections",
    resources: {
      backup: cron({
        name: "backup",
        plan: "starter",
        region: "frankfurt",
        schedule: "30 2 * * *",
        startCommand:
          'sh -c "pg_dump $SUPABASE_DB_URL | gzip > /tmp/db.gz && rclone copy /tmp/db.gz r2:backups"',
        ...image("ghcr.io/orchard-press/pg-backup", "17.2"),
        envVars: values({ SUPABASE_DB_URL: SESSION }),
      }),
    },
  },
  {
    name: "flask-with-a-named-driver",
    why: "SQLAlchemy's URL names dialect and driver; the parentheses are a call of the factory.",
    source: "SQLAlchemy's page on engines; gunicorn's page on running",
    resources: {
      api: python("orchard-api", "gunicorn 'orchard:create_app()' -b 0.0.0.0:$PORT", {
        SQLALCHEMY_DATABASE_URI: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2"),
      }),
    },
  },
  {
    name: "hosts-in-a-group",
    why: "The leading dot lets every name below onrender.com pass, and the service's own domain is beside it.",
    source: "Django's page on ALLOWED_HOSTS",
    resources: {
      shared: envGroup({
        name: "django",
        envVars: {
          ...values({ DJANGO_ALLOWED_HOSTS: ".onrender.com,api.orchard.press", DEBUG: "False" }),
          DJANGO_SECRET_KEY: { generateValue: true },
        },
      }),
      api: python(
        "orchard-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        {
          customDomains: [{ name: "api.orchard.press" }],
        },
      ),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "two-ways-to-one-database",
    why: "Prisma's queries go by the transaction mode with pgbouncer=true, its migrations by the session mode.",
    source: "Supabase's page on Prisma",
    resources: {
      api: nodeApp(
        "orchard-api",
        "node dist/main.js",
        {
          DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=5"),
          DIRECT_URL: pooled("5432/postgres"),
        },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "password-with-encoded-signs",
    why: "Each sign is encoded once, so the percent signs are right.",
    source: "PostgreSQL's page on connection URIs",
    resources: {
      work: queue("orchard-worker", "python -m orchard.worker", {
        DATABASE_URL: SESSION.replace(PASSWORD, "pe%2Far%25Tr%40ee"),
      }),
    },
  },
  {
    name: "rails-with-its-master-key",
    why: "The key is 32 hexadecimal digits; Rails listens on every address in production.",
    source: "Rails's guide on its command line and on security",
    resources: {
      shop: web({
        name: "shop",
        plan: "starter",
        region: "frankfurt",
        startCommand: "bundle exec rails server -p $PORT",
        preDeployCommand: "bundle exec rails db:migrate",
        runtimeSource: native("ruby", "bundle install && bundle exec rails assets:precompile", "shop"),
        healthCheckPath: "/up",
        envVars: values({
          PORT: "8000",
          RAILS_ENV: "production",
          RAILS_MASTER_KEY: "5b0e97c1d2f84a63b7e0c9d815fa3264",
          DATABASE_URL: SESSION,
        }),
      }),
    },
  },
  {
    name: "parts-and-a-group-beside-them",
    why: "Host and port are the group's and user and password the service's own: together they name one project.",
    source: "Supabase's page on connections",
    resources: {
      shared: envGroup({
        name: "database",
        envVars: values({ PGHOST: POOL, PGPORT: "5432", PGDATABASE: "postgres", PGSSLMODE: "require" }),
      }),
      work: queue("imports", "python -m orchard.imports", { PGUSER: `app.${REF}`, PGPASSWORD: PASSWORD }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${work.id}"] }),
    },
  },
];
