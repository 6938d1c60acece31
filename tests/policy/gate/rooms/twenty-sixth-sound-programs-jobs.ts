import {
  cron,
  docker,
  envGroup,
  envGroupLink,
  native,
  PIP,
  type ProgramCase,
  values,
  web,
} from "../eighteenth-form";
import { nodeApp, python, queue } from "../twentieth-form";
import { CANARY, hostedWeb, n8n, pooled, SESSION } from "./twenty-sixth-form";

const UNICORN = "uvicorn marsh.main:app --host 0.0.0.0 --port $PORT";
const STORE = "redis://red-d0heron0marsh0canary:6379";
const link = (group: string, ...services: string[]) =>
  envGroupLink({ envGroupId: `\${${group}.id}`, serviceIds: services.map((name) => `\${${name}.id}`) });
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

const { N8N_ENCRYPTION_KEY: _, ...WITHOUT_KEY } = n8n();

/** Sound programs of workers, queues, schedules and disks. */
export const SOUND_PROGRAM_JOBS_OF_TWENTY_SIXTH: readonly ProgramCase[] = [
  {
    name: "twenty-sixth-sound-one-key-by-a-group",
    why: "The group's key is generated once, and both services have it.",
    source: "n8n's page on queue mode; Render's page on environment groups",
    resources: {
      secrets: envGroup({
        name: "n8n-secrets",
        envVars: {
          N8N_ENCRYPTION_KEY: { generateValue: true },
          ...values({ EXECUTIONS_MODE: "queue", QUEUE_BULL_REDIS_HOST: "red-d0heron0marsh0canary" }),
        },
      }),
      main: nodeApp("marsh-n8n", "npx n8n start", WITHOUT_KEY, {
        runtimeSource: native("node", "npm ci", "flows"),
        healthCheckPath: "/healthz",
      }),
      worker: queue("marsh-n8n-worker", "npx n8n worker", WITHOUT_KEY, {
        runtimeSource: native("node", "npm ci", "flows"),
      }),
      linked: link("secrets", "main", "worker"),
    },
  },
  {
    name: "twenty-sixth-sound-generated-secret-of-any-length",
    why: "A session's secret may be any text.",
    source: "Render's page on Blueprints; Langfuse's page on its configuration",
    resources: {
      traces: hostedWeb(
        "marsh-traces",
        "docker.io/langfuse/langfuse",
        "2",
        {},
        {
          healthCheckPath: "/api/public/health",
          envVars: {
            ...values({
              PORT: "8000",
              HOSTNAME: "0.0.0.0",
              DATABASE_URL: SESSION,
              NEXTAUTH_URL: "https://traces.marsh.example.org",
            }),
            NEXTAUTH_SECRET: { generateValue: true },
            SALT: { generateValue: true },
          },
        },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-backup-to-a-bucket",
    why: "The job dumps by session mode into its own folder for a while, and sends the file away.",
    source: "slowfound/supabase-database-backup, issue 4, as it ends",
    resources: {
      backup: job(
        "marsh-dump",
        "15 3 * * *",
        'pg_dump "$SUPABASE_DB_URL" --no-owner -Fc -f /tmp/dump && python upload.py /tmp/dump',
        { SUPABASE_DB_URL: SESSION, S3_BUCKET: "marsh-dumps" },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-report-by-psql",
    why: "The job has its own DATABASE_URL, and psql reads it.",
    source: "PostgreSQL's page on psql",
    resources: {
      report: job("marsh-report", "0 6 * * 1", 'psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f sql/report.sql', {
        DATABASE_URL: pooled("5432/postgres?sslmode=require"),
      }),
    },
  },
  {
    name: "twenty-sixth-sound-backup-by-the-service-with-the-disk",
    why: "The service with the disk backs it up, and the cron job asks it to.",
    source: "Render's page on disks",
    resources: {
      app: python(
        "marsh-app",
        UNICORN,
        { DATABASE_PATH: "/var/data/app.db" },
        { disk: { name: "data", mountPath: "/var/data", sizeGb: 1 } },
      ),
      backup: job("marsh-backup", "30 1 * * *", "curl -fsS -X POST http://marsh-app:8000/internal/backup"),
    },
  },
  {
    name: "twenty-sixth-sound-uploads-in-a-bucket",
    why: "Web service and worker keep files in Supabase's storage, and neither needs the other's disk.",
    source: "Supabase's page on storage by S3",
    resources: {
      web: python("marsh-web", "gunicorn marsh.wsgi --bind 0.0.0.0:$PORT", {
        AWS_STORAGE_BUCKET_NAME: "media",
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
      worker: queue("marsh-worker", "celery -A marsh worker --loglevel=info", {
        AWS_STORAGE_BUCKET_NAME: "media",
        DATABASE_URL: SESSION,
        CELERY_BROKER_URL: STORE,
      }),
    },
  },
  {
    name: "twenty-sixth-sound-worker-with-a-disk",
    why: "A paid worker may have a disk of its own.",
    source: "Render's page on disks",
    resources: {
      worker: queue(
        "marsh-index",
        "python -m marsh.indexer",
        { INDEX_PATH: "/var/index", DATABASE_URL: SESSION },
        { disk: { name: "index", mountPath: "/var/index", sizeGb: 10 } },
      ),
    },
  },
  {
    name: "twenty-sixth-sound-rq-with-its-queue",
    why: "REDIS_URL is the worker's own variable.",
    source: "RQ's page on workers",
    resources: {
      web: python("marsh-web", UNICORN, { REDIS_URL: STORE, DATABASE_URL: SESSION }),
      worker: queue("marsh-worker", "rq worker --url $REDIS_URL default", {
        REDIS_URL: STORE,
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-sixth-sound-base-on-its-disk",
    why: "The disk is at the folder that is served.",
    source: "tinycld/tinycld, pull request 94, as it ends",
    resources: {
      base: web({
        name: "marsh-base",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: docker(),
        startCommand: "/pb/pocketbase serve --http=0.0.0.0:8000 --dir=/pb/pb_data",
        healthCheckPath: "/api/health",
        disk: { name: "pb-data", mountPath: "/pb/pb_data", sizeGb: 5 },
        envVars: values({ PORT: "8000" }),
      }),
    },
  },
  {
    name: "twenty-sixth-sound-bot-as-a-worker",
    why: "A bot that opens no port is a background worker.",
    source: "rdavydov/Twitch-Channel-Points-Miner-v2, issue 692: Render's own advice",
    resources: {
      app: nodeApp("marsh-app", "npx next start -p $PORT", { REDIS_URL: STORE, DATABASE_URL: SESSION }),
      bot: queue("marsh-bot", "arq marsh.worker.WorkerSettings", { REDIS_URL: STORE, BOT_TOKEN: CANARY }),
    },
  },
];
