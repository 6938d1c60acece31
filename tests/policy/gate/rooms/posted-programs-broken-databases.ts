import { type BrokenProgram, cron, envGroup, envGroupLink, native, PIP, values } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import {
  CANARY,
  CELERY,
  DIRECT,
  GUNICORN,
  nodeQueue,
  POOL,
  pooled,
  SESSION,
  STORE,
  store,
  UNICORN,
  url,
} from "./posted-programs-form";

const linked = (of: Readonly<Record<string, string>>) => ({
  shared: envGroup({ name: "tern-shared", envVars: values(of) }),
  api: python("tern-api", UNICORN),
  jobs: queue("tern-jobs", "arq app.worker.WorkerSettings", {}),
  link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${jobs.id}"] }),
});

/** Broken programs whose services share a database at Supabase. */
export const POSTED_PROGRAMS_BROKEN_DATABASES: readonly BrokenProgram[] = [
  {
    name: "tern-dump-by-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["dump", "envVars.SUPABASE_DB_URL"],
    why: "The direct host has an IPv6 address alone: Network is unreachable.",
    source: "slowfound/supabase-database-backup, issue 4; supabase/cli, issue 1944",
    resources: {
      dump: cron({
        name: "tern-dump",
        plan: "starter",
        region: "frankfurt",
        schedule: "30 3 * * *",
        startCommand: 'pg_dump "$SUPABASE_DB_URL" --no-owner -Fc -f /tmp/tern.dump && python upload.py',
        runtimeSource: native("python", PIP, "jobs"),
        envVars: values({ SUPABASE_DB_URL: url("postgres", `${DIRECT}:5432/postgres`) }),
      }),
    },
  },
  {
    name: "tern-group-with-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["jobs", "envVars.DATABASE_URL"],
    ],
    why: "Both services get an address that has IPv6 alone.",
    source: "stripe/sync-engine, issue 106; dbcodeio/public, issue 386",
    resources: linked({ DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`) }),
  },
  {
    name: "tern-group-of-a-template",
    rules: ["environment/placeholder"],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["jobs", "envVars.DATABASE_URL"],
    ],
    why: "The password is the dashboard's placeholder.",
    source: "prisma/orm, issue 11643",
    resources: linked({ DATABASE_URL: SESSION.replace(CANARY, "[YOUR-PASSWORD]") }),
  },
  {
    name: "tern-migration-by-transaction-mode",
    rules: ["database/direct-for-migrations"],
    at: ["api", "envVars.DATABASE_URL"],
    alsoAt: [["api", "preDeployCommand"]],
    why: "prisma migrate takes an advisory lock, which transaction mode loses: P1002.",
    source: "BerriAI/litellm, pull request 26712; palhinhax/TheBate, issue 48",
    resources: {
      api: nodeApp(
        "tern-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
      jobs: nodeQueue("node dist/worker.js", { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") }),
    },
  },
  {
    name: "tern-worker-whose-user-names-no-project",
    rules: ["database/pooler-tenant"],
    at: ["jobs", "envVars.DATABASE_URL"],
    why: "The pooler finds no tenant by postgres alone.",
    source: "Supabase's page on connecting; prisma/orm, issue 14942",
    resources: {
      store: store(),
      web: python("tern-web", GUNICORN, { DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE }),
      jobs: queue("tern-jobs", CELERY, {
        DATABASE_URL: url("postgres", `${POOL}:5432/postgres`),
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "tern-results-by-a-scheme-of-heroku",
    rules: ["database/url-malformed"],
    at: ["jobs", "envVars.CELERY_RESULT_BACKEND"],
    why: "SQLAlchemy 1.4 and later know no dialect postgres.",
    source: "Celery's page on its database backend; SQLAlchemy's changes in 1.4",
    resources: {
      store: store(),
      jobs: queue("tern-jobs", CELERY, {
        CELERY_BROKER_URL: STORE,
        CELERY_RESULT_BACKEND: `db+postgres://${SESSION.slice("postgresql://".length)}`,
      }),
    },
  },
  {
    name: "tern-worker-by-the-database-of-compose",
    rules: ["database/local-host"],
    at: ["jobs", "envVars.DATABASE_URL"],
    why: "db is the compose file's name.",
    source: "fastapi/full-stack-fastapi-template's compose file, as copied to workers",
    resources: {
      store: store(),
      web: python("tern-web", UNICORN, { DATABASE_URL: SESSION }),
      jobs: queue("tern-jobs", CELERY, {
        DATABASE_URL: `postgresql://postgres:${CANARY}@db:5432/app`,
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "tern-parameter-of-libpq-for-asyncpg",
    rules: ["database/url-parameters"],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["jobs", "envVars.DATABASE_URL"],
    ],
    why: "SQLAlchemy gives sslmode to asyncpg as a keyword, which it does not have.",
    source: "SQLAlchemy's page on asyncpg; asyncpg's issues on sslmode",
    resources: linked({ DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+asyncpg") }),
  },
];
