import { type BrokenProgram, worker } from "../eighteenth-form";
import {
  CELERY,
  contained,
  dockerfile,
  ENCRYPTED,
  GUNICORN,
  job,
  open,
  PYTHON,
  STORE,
  service,
  store,
} from "./twenty-fifth-form";

const disk = { name: "lantern-data", sizeGb: 1, mountPath: "/var/data" };
const SQLITE = "sqlite:////var/data/db.sqlite3";

/** Broken programs whose data is not where it is looked for, or does not stay. */
export const REJECTED_DISKS_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-migration-of-a-file-on-the-disk",
    rules: ["service/disk-before-start"],
    at: ["web", "preDeployCommand"],
    alsoAt: [["web", "disk"]],
    why: "The pre-deploy command has no disk: it migrates a file that is lost (yonderbook pull request 1323).",
    source: "Render's pages on deploys and on disks",
    resources: {
      web: open(
        PYTHON,
        "lantern-web",
        GUNICORN,
        { DATABASE_URL: SQLITE },
        { disk, preDeployCommand: `DATABASE_URL=${SQLITE} python manage.py migrate --noinput` },
      ),
    },
  },
  {
    name: "twenty-fifth-backup-of-another-services-disk",
    rules: ["service/disk-of-another"],
    at: ["backup", "startCommand"],
    why: "A cron job has no disk: unable to open database file, for the folder is the web service's alone.",
    source: "Render's page on disks",
    resources: {
      web: open(
        PYTHON,
        "lantern-web",
        `python manage.py migrate && ${GUNICORN}`,
        { DATABASE_URL: SQLITE },
        { disk },
      ),
      backup: job(
        PYTHON,
        "lantern-backup",
        "30 1 * * *",
        "python scripts/upload.py /var/data/db.sqlite3 s3://lantern-backups/",
        {},
      ),
    },
  },
  {
    name: "twenty-fifth-data-beside-the-disk",
    rules: [],
    at: ["base", "disk.mountPath"],
    alsoAt: [
      ["base", "startCommand"],
      ["base", "disk"],
    ],
    why: "PocketBase keeps its data beside the disk: the first deploy after it loses all of it.",
    source: "tinycld pull request 94",
    resources: {
      base: contained(
        "lantern-base",
        dockerfile(),
        { PORT: "8000" },
        {
          startCommand: "/pb/pocketbase serve --http=0.0.0.0:8000 --dir=/pb/pb_data",
          healthCheckPath: "/api/health",
          disk: { name: "pb-data", sizeGb: 1, mountPath: "/workspace/pb_data" },
        },
      ),
    },
  },
  {
    name: "twenty-fifth-queue-in-a-cache",
    rules: ["service/queue-store"],
    at: ["store", "maxMemoryPolicy"],
    why: "A full store takes keys away, and jobs are such keys: Celery and BullMQ ask for a store that evicts none.",
    source: "Celery's page on Redis (key eviction); BullMQ's page on going to production",
    resources: {
      store: store({ maxMemoryPolicy: "allkeys_lru" }),
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, {
        CELERY_BROKER_URL: STORE,
        DATABASE_URL: ENCRYPTED,
      }),
    },
  },
];
