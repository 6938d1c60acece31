import type { BrokenProgram } from "../eighteenth-form";
import {
  cronOf,
  FASTAPI,
  GUNICORN,
  SESSION,
  STORE,
  STRAPI,
  siteOf,
  store,
  webOf,
  workerOf,
} from "./twenty-second-form";

const LIMITS = "plan/limits";
const FREE = { plan: "free" };
const disk = (mountPath: string) => ({ disk: { name: "data", sizeGb: 1, mountPath } });

/** Broken programs whose plan, disk, name or domain Render refuses, or whose data is lost. */
export const REJECTED_PROGRAM_PLANS_OF_TWENTY_SECOND: readonly BrokenProgram[] = [
  {
    name: "free-worker",
    rules: [LIMITS],
    at: ["worker", "plan"],
    why: "A background worker has no free plan, and Render refuses the service.",
    source: "Render's page on free instances",
    resources: {
      store: store(),
      worker: workerOf("python", "worker", "celery -A quay worker", { CELERY_BROKER_URL: STORE }, FREE),
    },
  },
  {
    name: "free-cron-job",
    rules: [LIMITS],
    at: ["nightly", "plan"],
    why: "A cron job has no free plan.",
    source: "Render's page on free instances",
    resources: { nightly: cronOf("python", "nightly", "0 3 * * *", "python -m jobs.nightly", {}, FREE) },
  },
  {
    name: "migrations-of-a-file-before-the-disk",
    rules: ["service/disk-before-start"],
    at: ["api", "preDeployCommand"],
    alsoAt: [
      ["api", "envVars.DATABASE_URL"],
      ["api", "disk"],
    ],
    why: "The pre-deploy command runs on an instance without the disk, so the tables are made in a file that is lost.",
    source: "Render's page on disks",
    resources: {
      api: webOf(
        "python",
        "api",
        GUNICORN,
        { DATABASE_URL: "sqlite:////var/data/db.sqlite3" },
        { ...disk("/var/data"), preDeployCommand: "python manage.py migrate --noinput" },
      ),
    },
  },
  {
    name: "file-beside-the-disk",
    rules: [],
    at: ["cms", "envVars.DATABASE_FILENAME"],
    alsoAt: [
      ["cms", "disk"],
      ["cms", "disk.mountPath"],
      ["cms", "envVars"],
    ],
    why: "The disk is at /data and the database at /opt/app/data: each deploy begins with an empty one.",
    source: "Render's page on disks; issues of Strapi's and PocketBase's templates for Render",
    resources: {
      cms: webOf(
        "node",
        "cms",
        "npm run start",
        { ...STRAPI, DATABASE_FILENAME: "/opt/app/data/strapi.db" },
        { healthCheckPath: "/_health", ...disk("/data") },
      ),
    },
  },
  {
    name: "worker-opens-the-disk-of-the-web-service",
    rules: ["service/disk-of-another"],
    at: ["worker", "envVars.UPLOAD_DIR"],
    alsoAt: [["worker", "startCommand"]],
    why: "A disk is at one service alone: the worker finds no folder with the uploads.",
    source: "Render's page on disks",
    resources: {
      api: webOf("node", "api", "node dist/main.js", { UPLOAD_DIR: "/var/data/uploads" }, disk("/var/data")),
      worker: workerOf("node", "worker", "node dist/worker.js", { UPLOAD_DIR: "/var/data/uploads" }),
    },
  },
  {
    name: "cron-job-saves-the-disk-of-another",
    rules: ["service/disk-of-another"],
    at: ["backup", "startCommand"],
    why: "A cron job has no disk: sqlite3 makes an empty file, or ends because the folder is not there.",
    source: "Render's page on disks",
    resources: {
      api: webOf("python", "api", FASTAPI, { DB_PATH: "/var/data/app.db" }, disk("/var/data")),
      backup: cronOf("python", "backup", "30 2 * * *", "sqlite3 /var/data/app.db .dump > /tmp/dump.sql"),
    },
  },
  {
    name: "two-services-of-one-name",
    rules: ["service/taken-name"],
    at: ["worker", "name"],
    alsoAt: [["api", "name"]],
    why: "Render takes a name once in a workspace.",
    source: "Render's API reference: create a service",
    resources: {
      store: store(),
      api: webOf("node", "app", "node dist/main.js", { REDIS_URL: STORE }),
      worker: workerOf("node", "app", "node dist/worker.js", { REDIS_URL: STORE }),
    },
  },
  {
    name: "one-domain-at-site-and-api",
    rules: ["service/custom-domain"],
    at: ["site", "customDomains"],
    alsoAt: [["api", "customDomains"]],
    why: "A domain leads to one service, and Render refuses it for the second one.",
    source: "Render's page on custom domains",
    resources: {
      api: webOf("node", "api", "node dist/main.js", {}, { customDomains: [{ name: "app.quay.dev" }] }),
      site: siteOf("npm ci && npx vite build", "dist", {}, { customDomains: [{ name: "app.quay.dev" }] }),
    },
  },
  {
    name: "queue-in-a-cache",
    rules: ["service/queue-store"],
    at: ["store", "maxMemoryPolicy"],
    why: "A full store with allkeys_lru takes jobs away, which BullMQ does not find again.",
    source: "BullMQ's page on going to production",
    resources: {
      store: store("allkeys_lru"),
      api: webOf("node", "api", "node dist/main.js", { DATABASE_URL: SESSION, BULLMQ_REDIS_URL: STORE }),
      worker: workerOf("node", "worker", "node dist/worker.js", { BULLMQ_REDIS_URL: STORE }),
    },
  },
];
