import { type BrokenProgram, envGroup, envGroupLink, values } from "../eighteenth-form";
import {
  app,
  DIRECT_URL,
  GUNICORN,
  jobs,
  key,
  NODE,
  OTHER,
  POOL,
  PYTHON,
  pages,
  pooled,
  REF,
  RUBY,
  SESSION,
  UNICORN,
  url,
} from "./twenty-seventh-form";

const PORTS = ["port/agreement", "port/standard"];

/** Broken programs: groups, keys, databases and plans that do not fit each other. */
export const REJECTED_PROGRAM_VALUES_OF_TWENTY_SEVENTH: readonly BrokenProgram[] = [
  {
    name: "twenty-seventh-group-sets-the-port",
    rules: PORTS,
    at: ["group", "envVars.PORT"],
    alsoAt: [["web", "startCommand"]],
    why: "The group's PORT is 3000, and gunicorn is at 8000.",
    source: "Render's page on environment groups",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        "gunicorn brook.wsgi:application --bind 0.0.0.0:8000",
        {},
        {
          envVars: values({ DATABASE_URL: SESSION }),
        },
      ),
      group: envGroup({ name: "brook-shared", envVars: values({ PORT: "3000", LOG_LEVEL: "info" }) }),
      link: envGroupLink({ envGroupId: "${group.id}", serviceIds: ["${web.id}"] }),
    },
  },
  {
    name: "twenty-seventh-group-names-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["group", "envVars.DATABASE_URL"],
    why: "Both services get the direct host, which has IPv6 alone.",
    source: "stripe/sync-engine, issue 106; Supabase's page on IPv4",
    resources: {
      web: app("brook-web", PYTHON, GUNICORN),
      worker: jobs("brook-worker", PYTHON, "python manage.py qcluster", { DJANGO_ENV: "production" }),
      group: envGroup({ name: "brook-shared", envVars: values({ DATABASE_URL: DIRECT_URL }) }),
      link: envGroupLink({ envGroupId: "${group.id}", serviceIds: ["${web.id}", "${worker.id}"] }),
    },
  },
  {
    name: "twenty-seventh-group-of-nothing",
    rules: [],
    at: ["group", "envVars"],
    why: "Render refuses a group without a variable.",
    source: "Render's API: create an environment group",
    resources: {
      web: app("brook-web", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      group: envGroup({ name: "brook-empty", envVars: {} }),
      link: envGroupLink({ envGroupId: "${group.id}", serviceIds: ["${web.id}"] }),
    },
  },
  {
    name: "twenty-seventh-auth-of-another-project",
    rules: ["database/one-project"],
    at: ["web", "envVars.SUPABASE_URL"],
    alsoAt: [["web", "envVars.DATABASE_URL"]],
    why: "Users sign in at one project, and their rows are looked for in another's database.",
    source: "supabase/supabase, discussions: two projects after a migration",
    resources: {
      web: app("brook-web", NODE, "node dist/main.js", {
        DATABASE_URL: SESSION,
        SUPABASE_URL: `https://${OTHER}.supabase.co`,
        SUPABASE_ANON_KEY: key("anon", OTHER),
      }),
    },
  },
  {
    name: "twenty-seventh-key-of-another-project",
    rules: ["database/one-project", "database/key-role"],
    at: ["front", "envVars.VITE_SUPABASE_ANON_KEY"],
    why: "The key is another project's, so the address answers 401.",
    source: "supabase/supabase-js, issues: Invalid API key",
    resources: {
      front: pages("brook-front", "npm ci && npx vite build", "dist", {
        envVars: values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_ANON_KEY: key("anon", OTHER),
        }),
      }),
    },
  },
  {
    name: "twenty-seventh-secret-key-in-a-page",
    rules: ["secret/in-browser", "database/key-role"],
    at: ["front", "envVars.VITE_SUPABASE_KEY"],
    why: "A secret key is refused in a browser, and each reader of the page has it.",
    source: "Supabase's page on API keys",
    resources: {
      front: pages("brook-front", "npm ci && npx vite build", "dist", {
        envVars: values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_KEY: "sb_secret_dQ3brookDipper7Weir0_k9Lm",
        }),
      }),
    },
  },
  {
    name: "twenty-seventh-worker-has-no-tenant",
    rules: ["database/pooler-tenant"],
    at: ["worker", "envVars.DATABASE_URL"],
    why: "The worker's user names no project: no tenant identifier.",
    source: "prisma/orm, issue 21740",
    resources: {
      web: app("brook-web", NODE, "node dist/main.js", { DATABASE_URL: SESSION }),
      worker: jobs("brook-worker", NODE, "node dist/worker.js", {
        DATABASE_URL: url("postgres", `${POOL}:5432/postgres`),
      }),
    },
  },
  {
    name: "twenty-seventh-migration-in-transaction-mode",
    rules: ["database/direct-for-migrations"],
    at: ["web", "preDeployCommand"],
    alsoAt: [["web", "envVars.DATABASE_URL"]],
    why: "Prisma's migration wants its lock in one session.",
    source: "prisma/orm, issue 17338",
    resources: {
      web: app(
        "brook-web",
        NODE,
        "npx next start -H 0.0.0.0 -p $PORT",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "twenty-seventh-quotes-from-dotenv",
    rules: ["database/url-malformed"],
    at: ["web", "envVars.DATABASE_URL"],
    why: "The quotes are part of the value, and Rails finds no adapter in it.",
    source: "StackOverflow: quotes in Render's environment",
    resources: {
      web: app("brook-web", RUBY, "bundle exec puma -b tcp://0.0.0.0:$PORT", {
        DATABASE_URL: `'${SESSION}'`,
      }),
    },
  },
];
