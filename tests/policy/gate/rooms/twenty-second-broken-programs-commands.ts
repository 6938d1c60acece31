import type { BrokenProgram } from "../eighteenth-form";
import {
  cronOf,
  FASTAPI,
  innerOf,
  SESSION,
  STORE,
  siteOf,
  store,
  webOf,
  workerOf,
} from "./twenty-second-form";

const START = "service/start-command";
const SCHEDULE = "service/cron-schedule";
const PUBLISH = "service/publish-path";
const REDIS = { REDIS_URL: STORE };

/** Broken programs whose workers end, whose jobs never run or never end, and whose sites publish no pages or a secret. */
export const REJECTED_PROGRAM_COMMANDS_OF_TWENTY_SECOND: readonly BrokenProgram[] = [
  {
    name: "cron-job-with-six-fields",
    rules: [SCHEDULE],
    at: ["digest", "schedule"],
    why: "node-cron's notation begins with seconds, and Render takes five fields.",
    source: "Render's page on cron jobs",
    resources: { digest: cronOf("node", "digest", "0 0 8 * * *", "node dist/digest.js") },
  },
  {
    name: "cron-job-in-words",
    rules: [SCHEDULE],
    at: ["sync", "schedule"],
    why: "A schedule is a cron expression, and words are refused.",
    source: "Render's page on cron jobs",
    resources: { sync: cronOf("python", "sync", "every 15 minutes", "python manage.py sync") },
  },
  {
    name: "cron-job-that-serves",
    rules: [START],
    at: ["jobs", "startCommand"],
    why: "The command of the web service was kept: the run never ends until Render ends it after 12 hours.",
    source: "Render's page on cron jobs",
    resources: {
      jobs: cronOf("python", "jobs", "*/10 * * * *", "gunicorn quay.wsgi:application --bind 0.0.0.0:10000"),
    },
  },
  {
    name: "scheduler-of-celery-as-a-cron-job",
    rules: [START],
    at: ["beat", "startCommand"],
    why: "Beat is a process that goes on: as a cron job its run never ends, and the next one does not begin.",
    source: "Celery's page on periodic tasks; Render's page on cron jobs",
    resources: {
      store: store(),
      beat: cronOf("python", "beat", "* * * * *", "celery -A quay beat --loglevel=info", {
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "worker-that-only-migrates",
    rules: [START],
    at: ["worker", "startCommand"],
    why: "The migration ends, and the worker is started again and again.",
    source: "Render's page on background workers",
    resources: {
      worker: workerOf("python", "worker", "python manage.py migrate --noinput", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "worker-in-the-background",
    rules: [START],
    at: ["worker", "startCommand"],
    why: "With --detach the worker goes to the background and the command ends.",
    source: "Celery's page on daemons",
    resources: {
      store: store(),
      worker: workerOf("python", "worker", "celery -A quay worker --detach", { CELERY_BROKER_URL: STORE }),
    },
  },
  {
    name: "private-service-without-a-command",
    rules: ["service/native-without-start"],
    at: ["pdf", "startCommand"],
    alsoAt: [["pdf", "runtimeSource"]],
    why: "A native runtime needs a start command.",
    source: "Render's page on Blueprints",
    resources: {
      pdf: innerOf("node", "pdf", "", { PORT: "3000" }, { startCommand: undefined }),
      api: webOf("python", "api", FASTAPI, { PDF_URL: "http://${pdf.slug}:3000" }),
    },
  },
  {
    name: "worker-of-rq-without-its-variable",
    rules: [],
    at: ["worker", "startCommand"],
    alsoAt: [
      ["worker", "envVars"],
      ["worker", "envVars.REDIS_URL"],
    ],
    why: "rq worker reads --url or RQ_REDIS_URL and no REDIS_URL: it asks localhost:6379 and ends.",
    source: "RQ's page on workers",
    resources: { store: store(), worker: workerOf("python", "worker", "rq worker high default", REDIS) },
  },
  {
    name: "folder-of-create-react-app",
    rules: [PUBLISH],
    at: ["site", "publishPath"],
    why: "Vite writes dist, and build is the folder of Create React App.",
    source: "Vite's page on build options; Render's page on static sites",
    resources: { site: siteOf("npm install && npx vite build", "build") },
  },
  {
    name: "origin-of-a-developer",
    rules: [],
    at: ["api", "envVars.CORS_ORIGIN"],
    alsoAt: [["api", "envVars"]],
    why: "The API lets the pages of a developer's machine ask it, and browsers block those of the site.",
    source: "MDN's page on CORS; issues of teams with an API at Render",
    resources: {
      api: webOf("node", "api", "node dist/index.js", {
        NODE_ENV: "production",
        DATABASE_URL: SESSION,
        CORS_ORIGIN: "http://localhost:5173",
      }),
      site: siteOf("npm ci && npx vite build", "dist", { VITE_API_URL: "${api.url}" }),
    },
  },
  {
    name: "service-role-in-pages",
    rules: ["secret/in-browser"],
    at: ["site", "envVars.VITE_SUPABASE_SERVICE_ROLE_KEY"],
    why: "Vite writes each variable of its prefix into the pages, and the key passes every policy.",
    source: "Vite's page on environment variables; Supabase's page on API keys",
    resources: {
      site: siteOf("npm ci && npx vite build", "dist", {
        VITE_SUPABASE_URL: "https://hwtkzqmvbncxrjplsdgy.supabase.co",
        VITE_SUPABASE_SERVICE_ROLE_KEY: "sb_secret_k2VdHarbor81xNqT7mLz4w_9cYpRt3a",
      }),
    },
  },
  {
    name: "key-of-a-model-in-pages",
    rules: ["secret/in-browser"],
    at: ["site", "envVars.REACT_APP_OPENAI_API_KEY"],
    why: "Create React App writes each variable of its prefix into the pages, so every visitor has the key.",
    source: "Create React App's page on environment variables",
    resources: {
      site: siteOf("npm ci && npx react-scripts build", "build", {
        REACT_APP_OPENAI_API_KEY: "sk-proj-Vd7nHarbor2KxQm81TzLpW4c",
      }),
    },
  },
];
