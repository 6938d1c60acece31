import { type BrokenProgram, cron, envGroup, envGroupLink, NPM, site, values } from "./eighteenth-form";
import { PASSWORD } from "./nineteenth-form";
import {
  DIRECT,
  GUNICORN,
  image,
  nodeApp,
  OTHER,
  POOL,
  pooled,
  python,
  queue,
  REF,
  SESSION,
  url,
} from "./twentieth-form";

const PLACEHOLDER = "environment/placeholder";

/** Broken programs whose fault is a value, a group or a file. */
export const REJECTED_PROGRAM_VALUES_OF_TWENTIETH: readonly BrokenProgram[] = [
  {
    name: "key-of-the-service-role-in-pages",
    rules: ["secret/in-browser"],
    at: ["app", "envVars.VITE_SUPABASE_SERVICE_ROLE_KEY"],
    why: "Vite writes VITE_ variables into the pages, and this key passes every policy of the database.",
    source: "Vite's page on environment variables; Supabase's page on API keys",
    resources: {
      app: site({
        name: "orchard-app",
        repoUrl: "https://github.com/orchard-press/app",
        branch: "main",
        buildCommand: NPM,
        publishPath: "dist",
        envVars: values({
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_SUPABASE_SERVICE_ROLE_KEY: `sb_secret_${PASSWORD}t4WcBm1YdFa6HsJ_Zq8mRx2v`,
        }),
      }),
    },
  },
  {
    name: "backup-from-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["backup", "envVars.SUPABASE_DB_URL"],
    why: "pg_dump in a cron job reaches no host that has IPv6 alone.",
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
        envVars: values({ SUPABASE_DB_URL: url("postgres", `${DIRECT}:5432/postgres`) }),
      }),
    },
  },
  {
    name: "group-of-two-projects",
    rules: ["database/one-project"],
    at: ["shared", "envVars.SUPABASE_URL"],
    alsoAt: [["shared", "envVars.DATABASE_URL"]],
    why: "The API's URL is of another project than the database's user.",
    source: "Supabase's page on connections",
    resources: {
      shared: envGroup({
        name: "supabase",
        envVars: values({ DATABASE_URL: SESSION, SUPABASE_URL: `https://${OTHER}.supabase.co` }),
      }),
      api: nodeApp("orchard-api", "node dist/server.js"),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "file-of-a-group-under-another-name",
    rules: ["environment/missing-file"],
    at: ["work", "startCommand"],
    alsoAt: [["shared", "secretFiles"]],
    why: "The group has workers.env, and the command sources worker.env: the shell ends there.",
    source: "Render's page on secret files",
    resources: {
      shared: envGroup({
        name: "worker-files",
        secretFiles: { "workers.env": { content: "QUEUE=default\n" } },
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
    name: "key-of-a-page-in-the-group",
    rules: [PLACEHOLDER],
    at: ["shared", "envVars.RESEND_API_KEY"],
    why: "The key is what the provider's first page has in its place: each mail is refused.",
    source: "Resend's page on sending with Node",
    resources: {
      shared: envGroup({
        name: "mail",
        envVars: values({ RESEND_API_KEY: "re_xxxxxxxxx", MAIL_FROM: "post@orchard.press" }),
      }),
      api: nodeApp("orchard-api", "node dist/server.js", { DATABASE_URL: SESSION }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "pooler-in-no-region",
    rules: ["database/supabase-endpoint", "database/pooler-tenant", "database/project-reference"],
    at: ["api", "envVars.DATABASE_URL"],
    why: "eu-frankfurt-1 is a guess after Render's name of its region; Supabase's are eu-central-1 and its like.",
    source: "Supabase's page on regions",
    resources: {
      api: python("orchard-api", GUNICORN, {
        DATABASE_URL: url(`app.${REF}`, "aws-0-eu-frankfurt-1.pooler.supabase.com:5432/postgres"),
      }),
    },
  },
  {
    name: "project-by-its-title",
    rules: ["database/pooler-tenant", "database/project-reference", PLACEHOLDER],
    at: ["api", "envVars.DATABASE_URL"],
    why: "The pooler asks for the project's reference of twenty letters, and not for its title.",
    source: "Supabase's page on connections; Supavisor's page on connecting",
    resources: {
      api: python("orchard-api", GUNICORN, {
        DATABASE_URL: url("postgres.orchard-press-prod", `${POOL}:5432/postgres`),
      }),
    },
  },
  {
    name: "scheme-of-heroku-in-flask",
    rules: ["database/url-malformed"],
    at: ["api", "envVars.SQLALCHEMY_DATABASE_URI"],
    why: "SQLAlchemy has no dialect postgres since 1.4: NoSuchModuleError.",
    source: "SQLAlchemy's changelog of 1.4",
    resources: {
      api: python("orchard-api", "gunicorn 'orchard:create_app()' -b 0.0.0.0:$PORT", {
        SQLALCHEMY_DATABASE_URI: pooled("5432/postgres", "postgres"),
      }),
    },
  },
  {
    name: "scheme-typed-twice",
    rules: ["database/url-malformed"],
    at: ["work", "envVars.DATABASE_URL"],
    why: "The scheme is there twice, so the user is postgresql and the host what follows.",
    source: "PostgreSQL's page on connection URIs",
    resources: {
      work: queue("orchard-worker", "python -m orchard.worker", { DATABASE_URL: `postgresql://${SESSION}` }),
    },
  },
  {
    name: "expression-of-a-workflow",
    rules: [
      PLACEHOLDER,
      "database/url-malformed",
      "database/interpolated-url",
      "environment/interpolated-value",
    ],
    at: ["api", "envVars.DATABASE_URL"],
    why: "The expression is GitHub's, and neither Render nor Pulumi fills it in.",
    source: "GitHub's page on contexts; Render's page on environment variables",
    resources: {
      api: python("orchard-api", GUNICORN, { DATABASE_URL: "${{ secrets.DATABASE_URL }}" }),
    },
  },
];
