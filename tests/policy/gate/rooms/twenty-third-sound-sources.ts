import { type ProgramCase, registryCredential, site, values, web } from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { GUNICORN, other } from "../twenty-first-form";
import { BROKER, CANARY, job, KEY_BASE, pages, pooled, SESSION, UPSTASH, works } from "./twenty-third-form";

/** Sound programs of public guides with sources, schedules and folders that Render takes. */
export const SOURCED_OF_TWENTY_THIRD: readonly ProgramCase[] = [
  works(
    "schedule-of-five-fields",
    "A range, a list and a step are fields of cron's.",
    "Render's page on cron jobs",
    {
      digest: job("lark-digest", "0 7 * * 1-5", "python -m jobs.digest"),
      poll: job("lark-poll", "*/15 6-20 * * 1,3,5", "python manage.py poll_prices --once"),
    },
  ),
  works(
    "beat-of-celery-as-a-worker",
    "Beat runs for ever, as a background worker may.",
    "Render's page on Celery",
    {
      jobs: queue("lark-jobs", "celery -A shop worker -l info", { ...BROKER, DATABASE_URL: SESSION }),
      beat: queue(
        "lark-beat",
        "celery -A shop beat -l info --scheduler django_celery_beat.schedulers:DatabaseScheduler",
        { ...BROKER, DATABASE_URL: SESSION },
      ),
    },
  ),
  works(
    "rails-with-the-lines-of-a-procfile",
    "Each line of the Procfile is a service or a command of its own.",
    "Render's page on moving from Heroku",
    {
      shop: other(
        "ruby",
        "bundle install && bundle exec rails assets:precompile",
        "lark-shop",
        "bundle exec puma -C config/puma.rb",
        { RAILS_ENV: "production", SECRET_KEY_BASE: KEY_BASE, REDIS_URL: UPSTASH, DATABASE_URL: SESSION },
        { preDeployCommand: "bundle exec rails db:migrate", healthCheckPath: "/up" },
      ),
      jobs: queue(
        "lark-jobs",
        "bundle exec sidekiq -C config/sidekiq.yml",
        { RAILS_ENV: "production", SECRET_KEY_BASE: KEY_BASE, REDIS_URL: UPSTASH, DATABASE_URL: SESSION },
        { runtimeSource: other("ruby", "bundle install", "lark-shop", "").properties.runtimeSource },
      ),
    },
  ),
  works(
    "image-of-a-private-registry",
    "The credential is of GitHub's registry, as the image is.",
    "Render's page on images",
    {
      github: registryCredential({
        name: "lark-github",
        registry: "GITHUB",
        username: "fen-and-lark",
        authToken: `${CANARY}Barrow2cKestrel9m`,
      }),
      api: web({
        name: "lark-api",
        plan: "starter",
        region: "frankfurt",
        startCommand: "gunicorn app:app --bind 0.0.0.0:8000",
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/fen-and-lark/api",
            tag: "2026.11.3",
            registryCredentialId: "${github.id}",
          },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  ),
  works(
    "pages-of-create-react-app",
    "react-scripts writes build, and the folder is published.",
    "Create React App's page on deployment",
    {
      pages: site(
        pages("lark-pages", "yarn install --frozen-lockfile && npx react-scripts build", "build", {
          REACT_APP_API_URL: "https://lark-api.onrender.com",
        }),
      ),
    },
  ),
  works(
    "pages-of-docusaurus-in-a-folder",
    "The build runs in the folder of the pages, and its own folder is published.",
    "Docusaurus's page on deployment; Render's page on monorepos",
    {
      manual: site(
        pages("lark-manual", "npm ci && npx docusaurus build", "build", {}, { rootDirectory: "manual" }),
      ),
    },
  ),
  works(
    "pages-and-api-of-one-domain",
    "Each domain leads to one service.",
    "Render's page on custom domains",
    {
      api: nodeApp(
        "lark-api",
        "node dist/main.js",
        {
          DATABASE_URL: pooled("5432/postgres?sslmode=no-verify"),
          SESSION_SECRET: `${CANARY}Sedge8kLedge2xHeron`,
        },
        { customDomains: [{ name: "api.fen-and-lark.shop" }] },
      ),
      pages: site(
        pages(
          "lark-pages",
          "npm ci && npm run build",
          "dist",
          { VITE_API_URL: "https://api.fen-and-lark.shop" },
          { customDomains: [{ name: "www.fen-and-lark.shop" }] },
        ),
      ),
    },
  ),
  works(
    "two-services-of-one-repository",
    "The two have names and folders of their own.",
    "Render's page on monorepos",
    {
      shop: python("lark-shop", GUNICORN, { DATABASE_URL: SESSION }, { rootDirectory: "shop" }),
      admin: python("lark-admin", GUNICORN, { DATABASE_URL: SESSION }, { rootDirectory: "admin" }),
    },
  ),
];
