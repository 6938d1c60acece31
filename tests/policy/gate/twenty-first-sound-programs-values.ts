import { cron, docker, envGroup, envGroupLink, type ProgramCase, site, values, web } from "./eighteenth-form";
import { image, nodeApp, python } from "./twentieth-form";
import { CANARY, GUNICORN, OTHER, other, POOL, pooled, REF, SESSION, url } from "./twenty-first-form";

/** Sound programs with groups, domains and values that look suspicious. */
export const SOUND_PROGRAM_VALUES_OF_TWENTY_FIRST: readonly ProgramCase[] = [
  {
    name: "key-base-of-rails-by-the-platform",
    why: "The key base may be any text, and a generated one is as good as another, unlike the master key.",
    source: "Rails's guide on security; Render's page on Rails",
    resources: {
      shop: other(
        "ruby",
        "bundle install && bundle exec rails assets:precompile",
        "tide-shop",
        "bundle exec rails server -b 0.0.0.0 -p $PORT",
        {},
        {
          healthCheckPath: "/up",
          envVars: {
            ...values({ PORT: "8000", RAILS_ENV: "production", DATABASE_URL: SESSION }),
            SECRET_KEY_BASE: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "key-of-laravel-in-its-form",
    why: "base64: and the text of 32 bytes is what Laravel's own command writes.",
    source: "Laravel's page on encryption",
    resources: {
      shop: web({
        name: "tide-shop",
        plan: "starter",
        region: "frankfurt",
        startCommand: "php artisan serve --host=0.0.0.0 --port=8000",
        runtimeSource: docker(),
        healthCheckPath: "/up",
        envVars: values({
          PORT: "8000",
          APP_ENV: "production",
          APP_DEBUG: "false",
          APP_KEY: "base64:dGlkZXdhdGVyLWNhbmFyeS1rZXktb2YtMzItYnl0ZXM=",
          DB_CONNECTION: "pgsql",
          DB_URL: SESSION,
        }),
      }),
    },
  },
  {
    name: "service-goes-before-its-group",
    why: "The group's port and log level are for others; a service's own variable goes before one of its group.",
    source: "Render's page on environment variables",
    resources: {
      shared: envGroup({
        name: "defaults",
        envVars: values({ PORT: "10000", LOG_LEVEL: "debug", TZ: "UTC" }),
      }),
      api: python("tide-api", GUNICORN, { DATABASE_URL: SESSION, LOG_LEVEL: "info" }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "keys-that-are-meant-for-browsers",
    why: "Each of them is public by its maker's word: the browser sends them in clear anyway.",
    source: "Sentry's page on DSNs; PostHog's page on its project key; Stripe's page on keys",
    resources: {
      app: site({
        name: "tide-app",
        repoUrl: "https://github.com/tidewater-coop/app",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        envVars: values({
          VITE_SENTRY_DSN: "https://5f0c3d7e91ab4862b7d0e4f19a63c852@o418273.ingest.de.sentry.io/4508216374",
          VITE_POSTHOG_KEY: `phc_${CANARY.repeat(3)}`,
          VITE_STRIPE_PUBLISHABLE_KEY: `pk_live_${CANARY.repeat(2)}`,
          VITE_TOKEN_REFRESH_SECONDS: "540",
        }),
      }),
    },
  },
  {
    name: "every-name-below-a-domain",
    why: "A service may have a wildcard and the apex, and another service a name of another domain.",
    source: "Render's page on custom domains",
    resources: {
      app: nodeApp(
        "tide-app",
        "npx next start -p $PORT",
        { DATABASE_URL: SESSION },
        { customDomains: [{ name: "tidewater.coop" }, { name: "*.tidewater.coop" }] },
      ),
      docs: site({
        name: "tide-docs",
        repoUrl: "https://github.com/tidewater-coop/docs",
        branch: "main",
        buildCommand: "npm ci && npx vitepress build docs",
        publishPath: "docs/.vitepress/dist",
        customDomains: [{ name: "docs.tidewater.dev" }],
      }),
    },
  },
  {
    name: "directus-by-parts",
    why: "Directus listens on every address at PORT, and two underscores part the words of a nested setting.",
    source: "Directus's page on configuration",
    resources: {
      cms: web({
        name: "tide-cms",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/directus/directus", "11.3.5"),
        healthCheckPath: "/server/ping",
        envVars: {
          ...values({
            PORT: "8000",
            PUBLIC_URL: "https://cms.tidewater.coop",
            DB_CLIENT: "pg",
            DB_HOST: POOL,
            DB_PORT: "5432",
            DB_DATABASE: "postgres",
            DB_USER: `ledger.${REF}`,
            DB_PASSWORD: CANARY,
            DB_SSL__REJECT_UNAUTHORIZED: "false",
          }),
          SECRET: { generateValue: true },
        },
      }),
    },
  },
  {
    name: "two-roles-of-one-database",
    why: "The readers' role and the writers' are of one project; reports may go by the transaction mode with psycopg2.",
    source: "Supabase's page on roles; psycopg's page on prepared statements",
    resources: {
      api: python("tide-api", GUNICORN, {
        DATABASE_URL: SESSION,
        SUPABASE_URL: `https://${REF}.supabase.co`,
      }),
      report: python("tide-report", "gunicorn report.wsgi -b 0.0.0.0:$PORT", {
        DATABASE_URL: url(`reader.${REF}`, `${POOL}:6543/postgres?sslmode=require`, "postgresql+psycopg2"),
      }),
    },
  },
  {
    name: "importer-that-knows-two-projects",
    why: "The job copies rows from an old project into this one, and each name says which is which.",
    source: "Supabase's page on migrating between projects",
    resources: {
      move: cron({
        name: "tide-move",
        plan: "starter",
        region: "frankfurt",
        schedule: "0 2 * * *",
        startCommand: "python -m jobs.move --from LEGACY_DATABASE_URL --to DATABASE_URL",
        ...image("ghcr.io/tidewater-coop/jobs", "2.8.0"),
        envVars: values({
          DATABASE_URL: pooled("5432/postgres?sslmode=require"),
          LEGACY_DATABASE_URL: url(`ledger.${OTHER}`, `${POOL}:5432/postgres?sslmode=require`),
        }),
      }),
    },
  },
];
