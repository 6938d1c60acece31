import { type ProgramCase, site, values } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { other } from "../twenty-first-form";
import { key, pooled, REF, SESSION } from "./twenty-sixth-form";

/** Sound programs of keys, frameworks and migrations. */
export const SOUND_PROGRAM_KEYS_OF_TWENTY_SIXTH: readonly ProgramCase[] = [
  {
    name: "twenty-sixth-sound-runserver-of-all-interfaces",
    why: "runserver is given its address, as small projects do.",
    source: "Django's page on django-admin",
    resources: {
      api: python(
        "marsh-api",
        "python manage.py migrate && python manage.py runserver 0.0.0.0:$PORT --noreload",
        {
          DATABASE_URL: SESSION,
          ALLOWED_HOSTS: ".onrender.com",
        },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-rails-in-production",
    why: "Rails listens on all interfaces, with a generated key base.",
    source: "Render's page on Rails",
    resources: {
      shop: other(
        "ruby",
        "bundle install && bundle exec rails assets:precompile",
        "marsh-shop",
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
    name: "twenty-sixth-sound-public-key-in-pages",
    why: "The key anon and the API's address are for browsers.",
    source: "Supabase's page on API keys",
    resources: {
      pages: site({
        name: "marsh-pages",
        repoUrl: "https://github.com/marsh-works/pages",
        branch: "main",
        buildCommand: "npm ci && npx vite build",
        publishPath: "dist",
        envVars: values({
          VITE_SUPABASE_ANON_KEY: key("anon"),
          VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
          VITE_API_URL: "https://marsh-api.onrender.com",
        }),
      }),
    },
  },
  {
    name: "twenty-sixth-sound-migrations-before-a-deploy",
    why: "Queries by transaction mode, and the migration by DIRECT_URL's session mode.",
    source: "Supabase's page on Prisma",
    resources: {
      api: nodeApp(
        "marsh-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"), DIRECT_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
];
