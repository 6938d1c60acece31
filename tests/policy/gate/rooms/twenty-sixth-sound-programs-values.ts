import { envGroup, envGroupLink, native, type ProgramCase, values } from "../eighteenth-form";
import { CERTIFICATE, nodeApp, python, queue } from "../twentieth-form";
import { hostedWeb, key, OTHER, POOL, pooled, REF, SESSION, url } from "./twenty-sixth-form";

const GUNICORN = "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT";
const link = (group: string, ...services: string[]) =>
  envGroupLink({ envGroupId: `\${${group}.id}`, serviceIds: services.map((name) => `\${${name}.id}`) });
const STORE = "redis://red-d0heron0marsh0canary:6379";

/** Sound programs with groups, secret files, keys and addresses that look suspicious. */
export const SOUND_PROGRAM_VALUES_OF_TWENTY_SIXTH: readonly ProgramCase[] = [
  {
    name: "twenty-sixth-sound-port-of-a-group",
    why: "The group gives the port on which the command listens.",
    source: "agno-agi/agentos-railway-template, pull request 8",
    resources: {
      common: envGroup({ name: "common", envVars: values({ PORT: "8000", LOG_LEVEL: "info" }) }),
      api: python(
        "marsh-api",
        "uvicorn marsh.main:app --host 0.0.0.0 --port 8000",
        {},
        { envVars: values({ DATABASE_URL: SESSION }) },
      ),
      linked: link("common", "api"),
    },
  },
  {
    name: "twenty-sixth-sound-database-of-a-group",
    why: "Both services take the session pooler from the group.",
    source: "Supabase's page on connecting; Render's page on environment groups",
    resources: {
      database: envGroup({ name: "database", envVars: values({ DATABASE_URL: SESSION }) }),
      api: python("marsh-api", GUNICORN),
      worker: queue("marsh-worker", "celery -A marsh worker", { CELERY_BROKER_URL: STORE }),
      linked: link("database", "api", "worker"),
    },
  },
  {
    name: "twenty-sixth-sound-own-value-beside-a-group",
    why: "The group's local address is for others: the worker's own variable goes before it.",
    source: "Render's page on environment variables",
    resources: {
      queues: envGroup({ name: "queues", envVars: values({ REDIS_URL: "redis://localhost:6379/" }) }),
      worker: queue(
        "marsh-worker",
        "bundle exec sidekiq -c 5",
        { RAILS_ENV: "production", DATABASE_URL: SESSION, REDIS_URL: STORE },
        { runtimeSource: native("ruby", "bundle install", "shop") },
      ),
      linked: link("queues", "worker"),
    },
  },
  {
    name: "twenty-sixth-sound-secrets-of-a-group",
    why: "The secret is generated, and the server's address its own.",
    source: "Twenty's page on self-hosting",
    resources: {
      secrets: envGroup({ name: "secrets", envVars: { APP_SECRET: { generateValue: true } } }),
      server: hostedWeb(
        "marsh-crm",
        "docker.io/twentycrm/twenty",
        "v0.33.0",
        {
          NODE_PORT: "8000",
          PG_DATABASE_URL: SESSION,
          REDIS_URL: STORE,
          SERVER_URL: "https://marsh-crm.onrender.com",
        },
        { healthCheckPath: "/healthz" },
      ),
      linked: link("secrets", "server"),
    },
  },
  {
    name: "twenty-sixth-sound-development-of-a-developer",
    why: "A file of a developer's values has the name .env.development, which no production loads.",
    source: "Vite's page on env variables; Render's page on secret files",
    resources: {
      api: nodeApp(
        "marsh-api",
        "node dist/main.js",
        { DATABASE_URL: SESSION, NODE_ENV: "production" },
        {
          secretFiles: {
            ".env.development": {
              content: "DATABASE_URL=postgresql://postgres:postgres@localhost:5432/dev\n",
            },
          },
        },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-certificate-by-its-name",
    why: "PGSSLROOTCERT names the secret file that is there.",
    source: "Supabase's page on SSL; Render's page on secret files",
    resources: {
      api: python(
        "marsh-api",
        GUNICORN,
        {
          DATABASE_URL: pooled("5432/postgres?sslmode=verify-full"),
          PGSSLROOTCERT: "/etc/secrets/prod-ca-2021.crt",
        },
        { secretFiles: { "prod-ca-2021.crt": { content: CERTIFICATE } } },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-settings-of-gunicorn",
    why: "The settings' file is there, and the command names the address.",
    source: "Gunicorn's page on its settings",
    resources: {
      api: python(
        "marsh-api",
        "gunicorn -c /etc/secrets/gunicorn.conf.py --bind 0.0.0.0:$PORT marsh.wsgi",
        { DATABASE_URL: SESSION },
        { secretFiles: { "gunicorn.conf.py": { content: "workers = 2\ntimeout = 60\n" } } },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-two-projects-of-two-services",
    why: "Each service has one project: the shop's and the blog's are different on purpose.",
    source: "Supabase's page on projects",
    resources: {
      shop: nodeApp("marsh-shop", "node dist/main.js", {
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: key("service_role"),
        DATABASE_URL: SESSION,
      }),
      blog: nodeApp("marsh-blog", "node dist/main.js", {
        SUPABASE_URL: `https://${OTHER}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: key("service_role", OTHER),
        DATABASE_URL: url(`postgres.${OTHER}`, `${POOL}:5432/postgres`),
      }),
    },
  },
];
