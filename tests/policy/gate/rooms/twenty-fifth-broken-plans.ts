import { type BrokenProgram, privateService, worker } from "../eighteenth-form";
import {
  CELERY,
  GUNICORN,
  job,
  NODE,
  open,
  PYTHON,
  pulled,
  SESSION,
  STORE,
  service,
  store,
} from "./twenty-fifth-form";

const LIMITS = "plan/limits";
const UNKNOWN = "blueprint/unknown-value";
const disk = { name: "lantern-data", sizeGb: 1, mountPath: "/var/data" };

/** Broken programs that ask for what Render does not have, or for a disk where there is none. */
export const REJECTED_PLANS_OF_TWENTY_FIFTH: readonly BrokenProgram[] = [
  {
    name: "twenty-fifth-worker-on-the-free-plan",
    rules: [LIMITS],
    at: ["jobs", "plan"],
    why: "No background worker is free: Render refuses the service (hostedgpt pull request 59).",
    source: "Render's page on free instances",
    resources: {
      store: store(),
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, { CELERY_BROKER_URL: STORE }, { plan: "free" }),
    },
  },
  {
    name: "twenty-fifth-job-on-the-free-plan",
    rules: [LIMITS],
    at: ["checker", "plan"],
    why: "A cron job has no free plan.",
    source: "Render's page on free instances",
    resources: {
      checker: job(PYTHON, "lantern-checker", "*/5 * * * *", "python src/run_check.py", {}, { plan: "free" }),
    },
  },
  {
    name: "twenty-fifth-disk-on-the-free-plan",
    rules: [LIMITS],
    at: ["api", "disk"],
    alsoAt: [["api", "plan"]],
    why: "A free service has no disk, and the template of SQLite attaches one (cedar pull request 2404).",
    source: "Render's page on disks",
    resources: {
      api: open(
        NODE,
        "lantern-api",
        "npx prisma migrate deploy && node api/dist/server.js",
        { DATABASE_URL: "file:/var/data/lantern.db" },
        { plan: "free", disk },
      ),
    },
  },
  {
    name: "twenty-fifth-database-service-on-the-free-plan",
    rules: [LIMITS],
    at: ["postgres", "plan"],
    alsoAt: [["postgres", "disk"]],
    why: "A private service has no free plan, and a free one no disk.",
    source: "Render's page on free instances",
    resources: {
      postgres: privateService({
        name: "lantern-postgres",
        plan: "free",
        region: "singapore",
        runtimeSource: pulled("docker.io/library/postgres", "16"),
        envVars: { POSTGRES_PASSWORD: { generateValue: true }, PGDATA: { value: "/var/data/pgdata" } },
        disk,
      }),
    },
  },
  {
    name: "twenty-fifth-disk-of-two-instances",
    rules: [LIMITS],
    at: ["web", "numInstances"],
    alsoAt: [["web", "disk"]],
    why: "A service with a disk has one instance.",
    source: "Render's page on disks",
    resources: {
      web: open(
        PYTHON,
        "lantern-web",
        GUNICORN,
        { DATABASE_URL: SESSION, MEDIA_ROOT: "/var/data/media" },
        { disk, numInstances: 2 },
      ),
    },
  },
  {
    name: "twenty-fifth-pre-deploy-on-the-free-plan",
    rules: [LIMITS],
    at: ["web", "preDeployCommand"],
    alsoAt: [["web", "plan"]],
    why: "The pre-deploy command is of paid services alone (cedar pull request 2401).",
    source: "Render's page on deploys",
    resources: {
      web: open(
        PYTHON,
        "lantern-web",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "free", preDeployCommand: "python manage.py migrate" },
      ),
    },
  },
  {
    name: "twenty-fifth-plan-that-is-no-more",
    rules: [UNKNOWN, LIMITS],
    at: ["web", "plan"],
    why: "Render has removed the plan starter plus: no such plan (baserow issue 2369).",
    source: "baserow issue 2369",
    resources: {
      web: open(
        NODE,
        "lantern-web",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        { plan: "starter_plus" },
      ),
    },
  },
  {
    name: "twenty-fifth-region-of-another-cloud",
    rules: [UNKNOWN],
    at: ["web", "region"],
    why: "Render has Singapore, and no ap-southeast-1, which is of AWS.",
    source: "Render's page on regions",
    resources: {
      web: open(
        NODE,
        "lantern-web",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        { region: "ap-southeast-1" },
      ),
    },
  },
];
