import { type ProgramCase, privateService, worker } from "../eighteenth-form";
import {
  CELERY,
  GUNICORN,
  keyOf,
  NODE,
  ONE_PAGE,
  open,
  PYTHON,
  pages,
  pulled,
  REF,
  RUBY,
  SESSION,
  STORE,
  service,
  store,
} from "./twenty-fifth-form";

const NEXT = "npx next start -H 0.0.0.0 -p $PORT";
const RAILS = {
  RAILS_ENV: "production",
  SECRET_KEY_BASE: "5d1f0a9c7be2436890ad5c1e7f42b8369e0c4d7a1b5f8236",
  DATABASE_URL: SESSION,
  REDIS_URL: STORE,
};

/** Sound programs in which one service asks another one. */
export const SOUND_NETWORKS_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-django-with-worker-beat-and-store",
    why: "All are in one region, and the store's address is its own output.",
    source: "Render's guide on Celery; HackSoft's example of a Blueprint",
    resources: {
      store: store(),
      web: open(PYTHON, "lantern-web", `python manage.py migrate && ${GUNICORN}`, {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
      beat: service(worker, PYTHON, "lantern-beat", "celery -A lantern beat -l info", {
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "twenty-fifth-rails-with-sidekiq",
    why: "Sidekiq's store keeps its jobs, and both services have its address.",
    source: "Render's guide on Sidekiq",
    resources: {
      store: store(),
      web: open(RUBY, "lantern-web", "bundle exec puma -p $PORT -e production", RAILS, {
        healthCheckPath: "/up",
      }),
      jobs: service(
        worker,
        ["ruby", "bundle install"],
        "lantern-jobs",
        "bundle exec sidekiq -C config/sidekiq.yml",
        RAILS,
      ),
    },
  },
  {
    name: "twenty-fifth-nest-with-a-queue",
    why: "The worker and the API take the store's address by its output.",
    source: "BullMQ's page on connections",
    resources: {
      store: store(),
      api: open(NODE, "lantern-api", "node dist/main.js", { DATABASE_URL: SESSION, REDIS_URL: STORE }),
      jobs: service(worker, NODE, "lantern-jobs", "node dist/worker.js", {
        DATABASE_URL: SESSION,
        REDIS_URL: STORE,
      }),
    },
  },
  {
    name: "twenty-fifth-store-by-its-name",
    why: "A private service of the image of Valkey is found by its name and its port.",
    source: "Render's page on private services",
    resources: {
      cache: privateService({
        name: "lantern-cache",
        plan: "starter",
        region: "singapore",
        runtimeSource: pulled("docker.io/valkey/valkey", "8.0-alpine"),
        envVars: {},
      }),
      api: open(NODE, "lantern-api", "node dist/main.js", { REDIS_URL: "redis://lantern-cache:6379" }),
    },
  },
  {
    name: "twenty-fifth-private-service-at-its-port",
    why: "The variable has the port on which the private service listens.",
    source: "Render's page on the private network",
    resources: {
      engine: service(
        privateService,
        PYTHON,
        "lantern-engine",
        "uvicorn engine.main:app --host 0.0.0.0 --port 8080",
        {},
      ),
      web: open(NODE, "lantern-web", NEXT, { ENGINE_URL: "http://lantern-engine:8080" }),
    },
  },
  {
    name: "twenty-fifth-private-service-by-hostport",
    why: "The private service listens on its PORT, which its neighbour names without a scheme.",
    source: "a public Blueprint of a private API with hostport",
    resources: {
      api: service(
        privateService,
        PYTHON,
        "lantern-engine",
        "uvicorn engine.main:app --host 0.0.0.0 --port $PORT",
        { PORT: "9000", DATABASE_URL: SESSION },
      ),
      web: open(NODE, "lantern-web", NEXT, {
        API_SCHEME: "http",
        API_HOSTPORT: "lantern-engine:9000",
        SUPABASE_URL: `https://${REF}.supabase.co`,
        SUPABASE_SERVICE_ROLE_KEY: keyOf("service_role"),
      }),
    },
  },
  {
    name: "twenty-fifth-pages-that-ask-the-public-address",
    why: "Browsers ask the API by its address of onrender.com.",
    source: "Render's page on static sites",
    resources: {
      api: open(PYTHON, "lantern-api", "uvicorn main:app --host 0.0.0.0 --port $PORT", {
        DATABASE_URL: SESSION,
        CORS_ORIGINS: "https://lantern-pages.onrender.com,http://localhost:5173",
      }),
      pages: pages(
        "lantern-pages",
        "npm ci && npx vite build",
        "dist",
        { VITE_API_URL: "https://lantern-api.onrender.com" },
        ONE_PAGE,
      ),
    },
  },
];
