import { envGroup, envGroupLink, type ProgramCase, values } from "../eighteenth-form";
import {
  app,
  dockerfile,
  GUNICORN,
  jobs,
  key,
  laravel,
  NODE,
  PYTHON,
  pooled,
  REF,
  RUBY,
  SESSION,
  UNICORN,
} from "./twenty-seventh-form";

/** Sound programs: groups, keys, databases and plans that fit each other. */
export const SOUND_PROGRAM_VALUES_OF_TWENTY_SEVENTH: readonly ProgramCase[] = [
  {
    name: "twenty-seventh-group-sets-the-right-port",
    why: "The group's PORT is the one that gunicorn is bound to.",
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
      group: envGroup({ name: "brook-shared", envVars: values({ PORT: "8000", LOG_LEVEL: "info" }) }),
      link: envGroupLink({ envGroupId: "${group.id}", serviceIds: ["${web.id}"] }),
    },
  },
  {
    name: "twenty-seventh-own-value-before-the-group",
    why: "A service's own PORT comes before its group's.",
    source: "Render's page on environment variables",
    resources: {
      web: app("brook-web", PYTHON, UNICORN, { DATABASE_URL: SESSION }),
      group: envGroup({ name: "brook-shared", envVars: values({ PORT: "3000", TZ: "UTC" }) }),
      link: envGroupLink({ envGroupId: "${group.id}", serviceIds: ["${web.id}"] }),
    },
  },
  {
    name: "twenty-seventh-group-with-the-pooler",
    why: "Both services get the session pooler.",
    source: "Supabase's page on connecting",
    resources: {
      web: app("brook-web", PYTHON, GUNICORN),
      worker: jobs("brook-worker", PYTHON, "python manage.py qcluster", { DJANGO_ENV: "production" }),
      group: envGroup({ name: "brook-shared", envVars: values({ DATABASE_URL: SESSION }) }),
      link: envGroupLink({ envGroupId: "${group.id}", serviceIds: ["${web.id}", "${worker.id}"] }),
    },
  },
  {
    name: "twenty-seventh-auth-and-rows-of-one-project",
    why: "Address, keys and database are one project's.",
    source: "Supabase's page on API keys",
    resources: {
      web: app("brook-web", NODE, "node dist/main.js", {
        DATABASE_URL: SESSION,
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_ANON_KEY: key("anon"),
        SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
      }),
    },
  },
  {
    name: "twenty-seventh-alembic-in-session-mode",
    why: "asyncpg and Alembic's psycopg2 have one database by the session pooler, each in its own form.",
    source: "Alembic's cookbook; FastAPI's full-stack template",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        UNICORN,
        {
          DATABASE_URL: pooled("5432/postgres?ssl=require", "postgresql+asyncpg"),
          ALEMBIC_DATABASE_URL: pooled("5432/postgres?sslmode=require", "postgresql+psycopg2"),
        },
        { preDeployCommand: "alembic upgrade head" },
      ),
    },
  },
  {
    name: "twenty-seventh-rails-with-its-key",
    why: "Rails has its master key, and migrates before the deploy.",
    source: "Render's page on Rails",
    resources: {
      web: app(
        "brook-web",
        RUBY,
        "bundle exec puma -b tcp://0.0.0.0:$PORT -e production",
        {
          DATABASE_URL: pooled("5432/postgres?sslmode=require"),
          RAILS_MASTER_KEY: "9c4e17a0b35d82f6419e0c7ad86b2f53",
          WEB_CONCURRENCY: "2",
        },
        { preDeployCommand: "bundle exec rails db:migrate", healthCheckPath: "/up" },
      ),
    },
  },
  {
    name: "twenty-seventh-laravel-with-its-queue",
    why: "Web service and worker are built by one Dockerfile, and have one key and one database.",
    source: "Render's page on Laravel; Laravel's page on queues",
    resources: {
      web: app(
        "brook-shop",
        ["node", ""],
        "php artisan serve --host=0.0.0.0 --port=$PORT",
        laravel({ QUEUE_CONNECTION: "database" }),
        { ...dockerfile("shop"), healthCheckPath: "/up" },
      ),
      worker: jobs(
        "brook-queue",
        ["node", ""],
        "php artisan queue:work --tries=3",
        laravel({ QUEUE_CONNECTION: "database" }),
        dockerfile("shop"),
      ),
    },
  },
  {
    name: "twenty-seventh-generated-secret",
    why: "Render makes the value, which is written in no file.",
    source: "Render's page on environment variables: generateValue",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        GUNICORN,
        {},
        {
          envVars: {
            ...values({ PORT: "8000", DATABASE_URL: SESSION, ALLOWED_HOSTS: ".onrender.com" }),
            SECRET_KEY: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "twenty-seventh-free-service-sends-by-an-api",
    why: "Mail goes by HTTPS, which a free service may use.",
    source: "Render's page on free instances; Resend's page on its API",
    resources: {
      web: app(
        "brook-web",
        NODE,
        "node dist/server.js",
        { DATABASE_URL: SESSION, RESEND_API_KEY: "re_Lk8brookDipper_4ReedWeir7Canary" },
        { plan: "free" },
      ),
    },
  },
  {
    name: "twenty-seventh-paid-service-sends-by-smtp",
    why: "A paid service may use port 587.",
    source: "Render's page on free instances",
    resources: {
      web: app("brook-web", PYTHON, GUNICORN, {
        DATABASE_URL: SESSION,
        EMAIL_HOST: "smtp.mailgun.org",
        EMAIL_PORT: "587",
        EMAIL_USE_TLS: "True",
        EMAIL_HOST_USER: "post@mg.dipper-brook.com",
        EMAIL_HOST_PASSWORD: "w9Reed3DipperWeir",
      }),
    },
  },
];
