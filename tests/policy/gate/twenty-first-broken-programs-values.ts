import { type BrokenProgram, docker, privateService, site, values, web } from "./eighteenth-form";
import { image, nodeApp } from "./twentieth-form";
import { OTHER, other, POOL, SESSION, url } from "./twenty-first-form";

/** Broken programs whose fault is a value, a domain or a secret. */
export const REJECTED_PROGRAM_VALUES_OF_TWENTY_FIRST: readonly BrokenProgram[] = [
  {
    name: "key-of-laravel-by-the-platform",
    rules: [],
    at: ["shop", "envVars.APP_KEY"],
    why: "A generated value has 44 letters and no base64: in front, and AES-256 takes 32 bytes: incorrect key length.",
    source: "Laravel's page on encryption; Render's page on Blueprints",
    resources: {
      shop: web({
        name: "tide-shop",
        plan: "starter",
        region: "frankfurt",
        startCommand: "php artisan serve --host=0.0.0.0 --port=8000",
        runtimeSource: docker(),
        healthCheckPath: "/up",
        envVars: {
          ...values({ PORT: "8000", APP_ENV: "production", DB_CONNECTION: "pgsql", DB_URL: SESSION }),
          APP_KEY: { generateValue: true },
        },
      }),
    },
  },
  {
    name: "master-key-of-rails-by-the-platform",
    rules: [],
    at: ["shop", "envVars.RAILS_MASTER_KEY"],
    why: "The key decrypts a file of the repository and has 32 hexadecimal digits; a generated one has 44 letters.",
    source: "Rails's guide on security",
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
            RAILS_MASTER_KEY: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "database-image-without-a-password",
    rules: ["service/unmet-need"],
    at: ["geo", "envVars"],
    alsoAt: [
      ["geo", "runtimeSource"],
      ["geo", "envVars.POSTGRES_USER"],
    ],
    why: "The image of PostgreSQL ends where POSTGRES_PASSWORD is not set and the database is new.",
    source: "the image's page at Docker Hub",
    resources: {
      geo: privateService({
        name: "geo",
        plan: "standard",
        region: "frankfurt",
        ...image("docker.io/library/postgres", "16.6"),
        disk: { name: "geo", mountPath: "/var/lib/postgresql/data", sizeGb: 10 },
        envVars: values({
          POSTGRES_USER: "geo",
          POSTGRES_DB: "geo",
          PGDATA: "/var/lib/postgresql/data/pgdata",
        }),
      }),
    },
  },
  {
    name: "domain-of-two-services",
    rules: ["service/custom-domain"],
    at: ["docs", "customDomains"],
    alsoAt: [["app", "customDomains"]],
    why: "A domain leads to one service, so the second one is refused.",
    source: "Render's API: add a custom domain; Render's page on custom domains",
    resources: {
      app: nodeApp(
        "tide-app",
        "node dist/server.js",
        {},
        { customDomains: [{ name: "www.tidewater.coop" }] },
      ),
      docs: site({
        name: "tide-docs",
        repoUrl: "https://github.com/tidewater-coop/docs",
        branch: "main",
        buildCommand: "npm ci && npx vitepress build docs",
        publishPath: "docs/.vitepress/dist",
        customDomains: [{ name: "www.tidewater.coop" }],
      }),
    },
  },
  {
    name: "database-in-pages",
    rules: ["secret/in-browser"],
    at: ["app", "envVars.REACT_APP_DATABASE_URL"],
    why: "Create React App writes REACT_APP_ variables into the pages, and a browser has no use for the password but to tell it.",
    source: "Create React App's page on environment variables",
    resources: {
      app: site({
        name: "tide-app",
        repoUrl: "https://github.com/tidewater-coop/app",
        branch: "main",
        buildCommand: "npm ci && npx react-scripts build",
        publishPath: "build",
        envVars: values({ REACT_APP_DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "migrations-of-another-project",
    rules: ["database/one-project", "database/other-environment"],
    at: ["api", "envVars.DIRECT_URL"],
    alsoAt: [["api", "envVars.DATABASE_URL"]],
    why: "The migration changes one project's tables, and the queries go to another's that stays as it was.",
    source: "Supabase's page on Prisma",
    resources: {
      api: nodeApp(
        "tide-api",
        "node dist/main.js",
        { DATABASE_URL: SESSION, DIRECT_URL: url(`ledger.${OTHER}`, `${POOL}:5432/postgres`) },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
];
