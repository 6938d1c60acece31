import { docker, type ProgramCase } from "../eighteenth-form";
import {
  APP_KEY,
  CANARY,
  cronOf,
  innerOf,
  KEY_BASE,
  POOL,
  REF,
  SESSION,
  STORE,
  siteOf,
  store,
  USER,
  webOf,
  workerOf,
} from "./twenty-second-form";

const LARAVEL = {
  APP_ENV: "production",
  APP_KEY,
  DB_CONNECTION: "pgsql",
  DB_HOST: POOL,
  DB_PORT: "5432",
  DB_DATABASE: "postgres",
  DB_USERNAME: USER,
  DB_PASSWORD: CANARY,
};
const IMAGE = { runtimeSource: docker() };

/** Sound programs with workers that go on, jobs that end, and sites that publish their pages. */
export const SOUND_PROGRAM_COMMANDS_OF_TWENTY_SECOND: readonly ProgramCase[] = [
  {
    name: "cron-job-each-quarter-of-an-hour",
    why: "Five fields, and a command that ends.",
    source: "Render's page on cron jobs",
    resources: { sync: cronOf("python", "sync", "*/15 * * * *", "python manage.py sync") },
  },
  {
    name: "cron-job-on-workdays",
    why: "Days may have names.",
    source: "Render's page on cron jobs",
    resources: { digest: cronOf("node", "digest", "0 8 * * MON-FRI", "node dist/digest.js") },
  },
  {
    name: "cron-job-that-clears-sessions",
    why: "A management command ends when its work is done.",
    source: "Django's page on sessions",
    resources: { clear: cronOf("python", "clear", "0 4 * * 0", "python manage.py clearsessions") },
  },
  {
    name: "worker-with-its-scheduler",
    why: "With -B the scheduler is part of the one worker.",
    source: "Celery's page on periodic tasks",
    resources: {
      store: store(),
      worker: workerOf("python", "worker", "celery -A quay worker -B --loglevel=info", {
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "worker-of-sidekiq",
    why: "Sidekiq reads REDIS_URL, and stays in the foreground.",
    source: "Sidekiq's page on using Redis; Render's guide of Sidekiq",
    resources: {
      store: store(),
      worker: workerOf("ruby", "worker", "bundle exec sidekiq -e production", {
        SECRET_KEY_BASE: KEY_BASE,
        DATABASE_URL: SESSION,
        REDIS_URL: STORE,
      }),
    },
  },
  {
    name: "worker-of-rq-with-its-address",
    why: "The command gives the store's address to RQ.",
    source: "RQ's page on workers",
    resources: {
      store: store(),
      worker: workerOf("python", "worker", "rq worker --url $REDIS_URL high default", { REDIS_URL: STORE }),
    },
  },
  {
    name: "worker-that-migrates-before-its-deploy",
    why: "The pre-deploy command ends, and the worker goes on.",
    source: "Render's page on deploys",
    resources: {
      worker: workerOf(
        "node",
        "worker",
        "node dist/worker.js",
        { DATABASE_URL: SESSION },
        {
          preDeployCommand: "npx prisma migrate deploy",
        },
      ),
    },
  },
  {
    name: "laravel-with-its-queue",
    why: "queue:work goes on as a worker, and schedule:run ends as a cron job.",
    source: "Laravel's pages on queues and task scheduling",
    resources: {
      queue: workerOf("docker", "queue", "php artisan queue:work --tries=3 --max-time=3600", LARAVEL, IMAGE),
      schedule: cronOf("docker", "schedule", "* * * * *", "php artisan schedule:run", LARAVEL, IMAGE),
    },
  },
  {
    name: "private-service-with-a-command",
    why: "The private service has its command, and its port from a variable of its own.",
    source: "Render's page on private services",
    resources: {
      pdf: innerOf("node", "pdf", "npx http-server public -a 0.0.0.0 -p $PORT", { PORT: "3000" }),
      api: webOf("node", "api", "node dist/main.js", { PDF_URL: "http://${pdf.slug}:3000" }),
    },
  },
  {
    name: "folder-of-vite",
    why: "Vite writes dist, and the publishable key is made for pages.",
    source: "Vite's page on build options; Supabase's page on API keys",
    resources: {
      site: siteOf("npm install && npx vite build", "dist", {
        VITE_SUPABASE_URL: `https://${REF}.supabase.co`,
        VITE_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_t8QmHarbor55vLkD2nXw9z_4bRyKc7e",
      }),
    },
  },
  {
    name: "folder-of-create-react-app",
    why: "react-scripts writes build, also with a slash and a dot before it.",
    source: "Create React App's page on production builds",
    resources: { site: siteOf("yarn install && CI=false npx react-scripts build", "./build") },
  },
  {
    name: "folder-of-hugo",
    why: "Hugo writes public.",
    source: "Render's guide of Hugo",
    resources: { site: siteOf("hugo --gc --minify", "public", { HUGO_VERSION: "0.147.0" }) },
  },
];
