import { type BrokenProgram, cron, native, values, web } from "../eighteenth-form";
import { GUNICORN, NODE, open, PYTHON, RUBY, SESSION, service } from "./twenty-fourth-form";

/** Broken programs that ask a plan, a disk, a job or a build for what it does not have. */
export const REJECTED_PLANS_OF_TWENTY_FOURTH: readonly BrokenProgram[] = [
  {
    name: "disk-of-a-free-service",
    rules: ["plan/limits"],
    at: ["api", "disk"],
    alsoAt: [["api", "plan"]],
    why: "A free service has no disk, and Render refuses it.",
    source: "Render's pages on disks and free instances; cedarjs/cedar 2404",
    resources: {
      api: open(
        NODE,
        "quarry-api",
        "npx prisma migrate deploy && node dist/server.js",
        { DATABASE_URL: "file:/opt/render/project/src/data/prod.db" },
        { plan: "free", disk: { name: "sqlite", sizeGb: 1, mountPath: "/opt/render/project/src/data" } },
      ),
    },
  },
  {
    name: "pre-deploy-of-a-free-service",
    rules: ["plan/limits"],
    at: ["shop", "preDeployCommand"],
    alsoAt: [["shop", "plan"]],
    why: "The command before a deploy is one of paid services.",
    source: "Render's page on deploys; cedarjs/cedar 2401",
    resources: {
      shop: open(
        PYTHON,
        "quarry-shop",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "free", preDeployCommand: "python manage.py migrate --noinput" },
      ),
    },
  },
  {
    name: "migration-of-a-file-before-the-disk",
    rules: ["service/disk-before-start"],
    at: ["books", "preDeployCommand"],
    alsoAt: [
      ["books", "disk"],
      ["books", "envVars.DATABASE_URL"],
    ],
    why: "The command before a deploy runs in another instance, which has no disk: the service's file is never migrated.",
    source: "Render's page on deploys; stephaniewilkinson/yonderbook 1323",
    resources: {
      books: open(
        RUBY,
        "quarry-books",
        "bundle exec puma -e production -b tcp://0.0.0.0:$PORT",
        { DATABASE_URL: "sqlite3:/var/data/production.sqlite3", RAILS_LOG_TO_STDOUT: "1" },
        {
          healthCheckPath: "/up",
          preDeployCommand: "bundle exec rails db:migrate",
          disk: { name: "books", sizeGb: 1, mountPath: "/var/data" },
        },
      ),
    },
  },
  {
    name: "backup-of-another-disk",
    rules: ["service/disk-of-another"],
    at: ["backup", "startCommand"],
    why: "A disk is attached to one service alone, and a cron job has none: the file is not there.",
    source: "Render's pages on disks and cron jobs",
    resources: {
      notes: open(
        PYTHON,
        "quarry-notes",
        "uvicorn main:app --host 0.0.0.0 --port $PORT",
        { DB_PATH: "/var/data/notes.db" },
        { disk: { name: "notes", sizeGb: 1, mountPath: "/var/data" } },
      ),
      backup: service(
        cron,
        PYTHON,
        "quarry-backup",
        "python backup.py /var/data/notes.db",
        {},
        {
          schedule: "0 4 * * *",
        },
      ),
    },
  },
  {
    name: "beat-as-a-cron-job",
    rules: ["service/start-command"],
    at: ["beat", "startCommand"],
    why: "Celery's beat never ends: each run goes on until Render stops it after 12 hours.",
    source: "Celery's page on periodic tasks; Render's page on cron jobs",
    resources: {
      beat: service(
        cron,
        PYTHON,
        "quarry-beat",
        "celery -A quarry beat --loglevel=info",
        { DATABASE_URL: SESSION, CELERY_BROKER_URL: "redis://red-d41k8tqli9vc73f0q2mg:6379/0" },
        { schedule: "*/5 * * * *" },
      ),
    },
  },
  {
    name: "schedule-with-seconds",
    rules: ["service/cron-schedule"],
    at: ["digest", "schedule"],
    why: "The expression has six fields, as node-cron takes it, and Render takes five.",
    source: "Render's page on cron jobs; node-cron's README",
    resources: {
      digest: service(
        cron,
        NODE,
        "quarry-digest",
        "node dist/jobs/digest.js",
        { DATABASE_URL: SESSION },
        {
          schedule: "0 */15 * * * *",
        },
      ),
    },
  },
  {
    name: "system-packages-in-a-native-build",
    rules: ["service/unmet-need", "service/start-command"],
    at: ["scan", "runtimeSource.nativeRuntime.buildCommand"],
    alsoAt: [["scan", "runtimeSource"]],
    why: "Nothing runs as root in a native runtime: apt-get ends with Read-only file system, and the build with it.",
    source: "Render's pages on native runtimes and Docker",
    resources: {
      scan: web({
        name: "quarry-scan",
        plan: "starter",
        region: "ohio",
        startCommand: "gunicorn app:app --bind 0.0.0.0:$PORT",
        runtimeSource: native(
          "python",
          "apt-get update && apt-get install -y tesseract-ocr poppler-utils && pip install -r requirements.txt",
          "scan",
        ),
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
];
