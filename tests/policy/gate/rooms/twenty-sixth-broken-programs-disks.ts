import { type BrokenProgram, cron, docker, native, PIP, values, web } from "../eighteenth-form";
import { python, queue } from "../twentieth-form";
import { CANARY, DIRECT, hostedWeb, SESSION, url } from "./twenty-sixth-form";

const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";
const STORE = "redis://red-d0heron0marsh0canary:6379";
const job = (name: string, schedule: string, startCommand: string, of = {}, more = {}) =>
  cron({
    name,
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values(of),
    ...more,
  });

/** Broken programs of disks, schedules, and commands that do not fit their kind of service. */
export const REJECTED_PROGRAM_DISKS_OF_TWENTY_SIXTH: readonly BrokenProgram[] = [
  {
    name: "twenty-sixth-cron-with-a-disk",
    rules: ["plan/limits"],
    at: ["backup", "disk"],
    why: "A cron job has no disk.",
    source: "Render's page on cron jobs",
    resources: {
      backup: job(
        "marsh-backup",
        "0 2 * * *",
        "python backup.py --to /var/backups",
        { DATABASE_URL: SESSION },
        {
          disk: { name: "backups", mountPath: "/var/backups", sizeGb: 5 },
        },
      ),
    },
  },
  {
    name: "twenty-sixth-free-cron",
    rules: ["plan/limits"],
    at: ["digest", "plan"],
    why: "Free is a plan of web services, and a cron job has none.",
    source: "prof-rossetti/intro-to-python, issue 125; Render's page on free instances",
    resources: {
      digest: job(
        "marsh-digest",
        "*/5 * * * *",
        "python digest.py",
        { DATABASE_URL: SESSION },
        { plan: "free" },
      ),
    },
  },
  {
    name: "twenty-sixth-backup-of-another-disk",
    rules: ["service/disk-of-another"],
    at: ["backup", "startCommand"],
    alsoAt: [["backup", "envVars.DATABASE_PATH"]],
    why: "The database's file is on the web service's disk, and the cron job's folder of that name is empty.",
    source: "Render's page on disks; tinycld/tinycld, pull request 94",
    resources: {
      app: python(
        "marsh-app",
        UNICORN,
        { DATABASE_PATH: "/var/data/app.db" },
        { disk: { name: "data", mountPath: "/var/data", sizeGb: 1 } },
      ),
      backup: job("marsh-backup", "30 1 * * *", "python -m marsh.backup /var/data/app.db", {
        DATABASE_PATH: "/var/data/app.db",
      }),
    },
  },
  {
    name: "twenty-sixth-worker-reads-uploads-of-the-web",
    rules: ["service/disk-of-another"],
    at: ["worker", "envVars.MEDIA_ROOT"],
    alsoAt: [["worker", "startCommand"]],
    why: "Uploads are on the web service's disk alone, and the worker finds no file.",
    source: "Render's page on disks",
    resources: {
      web: python(
        "marsh-web",
        "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT",
        { MEDIA_ROOT: "/var/media", DATABASE_URL: SESSION, CELERY_BROKER_URL: STORE },
        { disk: { name: "media", mountPath: "/var/media", sizeGb: 10 } },
      ),
      worker: queue("marsh-worker", "celery -A marsh worker --loglevel=info", {
        MEDIA_ROOT: "/var/media",
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "twenty-sixth-disk-of-two-instances",
    rules: ["plan/limits"],
    at: ["app", "numInstances"],
    alsoAt: [["app", "disk"]],
    why: "A service with a disk has one instance.",
    source: "Render's page on disks",
    resources: {
      app: hostedWeb(
        "marsh-checks",
        "docker.io/louislam/uptime-kuma",
        "1.23.16",
        { UPTIME_KUMA_PORT: "8000" },
        { numInstances: 2, disk: { name: "kuma", mountPath: "/app/data", sizeGb: 1 }, healthCheckPath: "/" },
      ),
    },
  },
  {
    name: "twenty-sixth-worker-without-its-queue",
    rules: ["service/unmet-need"],
    at: ["worker", "startCommand"],
    alsoAt: [["worker", "envVars.REDIS_URL"]],
    why: "No variable REDIS_URL is there, so --url has no argument and rq ends.",
    source: "RQ's page on workers",
    resources: {
      web: python("marsh-web", UNICORN, { REDIS_URL: STORE, DATABASE_URL: SESSION }),
      worker: queue("marsh-worker", "rq worker --url $REDIS_URL default", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-sixth-report-without-a-database",
    rules: ["service/unmet-need", "database/local-host"],
    at: ["report", "startCommand"],
    alsoAt: [["report", "envVars.DATABASE_URL"]],
    why: "The job has no DATABASE_URL, so psql asks a socket of its own machine.",
    source: "PostgreSQL's page on psql",
    resources: {
      app: python("marsh-app", UNICORN, { DATABASE_URL: SESSION }),
      report: job("marsh-report", "0 6 * * 1", 'psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f sql/report.sql'),
    },
  },
  {
    name: "twenty-sixth-dump-by-the-direct-host",
    rules: ["database/ipv6-only-host"],
    at: ["backup", "envVars.SUPABASE_DB_URL"],
    why: "The direct host has no IPv4 address: Network is unreachable.",
    source: "slowfound/supabase-database-backup, issue 4; supabase/cli, issue 1944",
    resources: {
      backup: job(
        "marsh-dump",
        "15 3 * * *",
        'pg_dump "$SUPABASE_DB_URL" --no-owner -Fc -f /tmp/dump && python upload.py',
        {
          SUPABASE_DB_URL: url("postgres", `${DIRECT}:5432/postgres`),
          S3_BUCKET: "marsh-dumps",
        },
      ),
    },
  },
  {
    name: "twenty-sixth-cron-that-serves",
    rules: ["service/start-command"],
    at: ["digest", "startCommand"],
    why: "Next's server never ends, so each run is stopped after 12 hours and the next ones are skipped.",
    source: "Render's page on cron jobs",
    resources: {
      digest: job(
        "marsh-digest",
        "0 * * * *",
        "npx next start -p 3000",
        { DATABASE_URL: SESSION },
        { runtimeSource: native("node", "npm ci && npx next build", "digest") },
      ),
    },
  },
  {
    name: "twenty-sixth-database-beside-its-disk",
    rules: [],
    at: ["base", "disk"],
    alsoAt: [["base", "startCommand"]],
    why: "The disk is at another folder than the one that is served, so each deploy loses the data.",
    source: "tinycld/tinycld, pull request 94",
    resources: {
      base: web({
        name: "marsh-base",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker(),
        startCommand: "/pb/pocketbase serve --http=0.0.0.0:8000 --dir=/pb/pb_data",
        healthCheckPath: "/api/health",
        disk: { name: "pb-data", mountPath: "/pb/base/pb_data", sizeGb: 5 },
        envVars: values({ PORT: "8000" }),
      }),
    },
  },
  {
    name: "twenty-sixth-bot-as-a-web-service",
    rules: ["service/start-command", "port/agreement", "service/unmet-need"],
    at: ["bot", "startCommand"],
    why: "A worker of arq opens no port: port scan timeout reached.",
    source: "rdavydov/Twitch-Channel-Points-Miner-v2, issue 692; googlearchive/flashlight, issue 127",
    resources: {
      bot: python("marsh-jobs", "arq marsh.worker.WorkerSettings", { REDIS_URL: STORE, BOT_TOKEN: CANARY }),
    },
  },
];
