import { type ProgramCase, privateService, values, worker } from "../eighteenth-form";
import {
  CANARY,
  CELERY,
  contained,
  dockerfile,
  GUNICORN,
  NODE,
  open,
  PYTHON,
  pooled,
  pulled,
  SESSION,
  STORE,
  service,
  store,
} from "./twenty-fifth-form";

const disk = { name: "lantern-data", sizeGb: 1, mountPath: "/var/data" };
const SQLITE = "sqlite:////var/data/db.sqlite3";

/** Sound programs with plans, disks, images and jobs. */
export const SOUND_PLANS_OF_TWENTY_FIFTH: readonly ProgramCase[] = [
  {
    name: "twenty-fifth-free-web-service",
    why: "A web service may be free, and migrates in its start command.",
    source: "Render's page on free instances",
    resources: {
      web: open(
        PYTHON,
        "lantern-web",
        `python manage.py migrate && ${GUNICORN}`,
        { DATABASE_URL: SESSION },
        { plan: "free" },
      ),
    },
  },
  {
    name: "twenty-fifth-plan-by-its-size",
    why: "Plans have been named by their size since August 2026.",
    source: "Render's CLI",
    resources: {
      jobs: service(worker, PYTHON, "lantern-jobs", CELERY, { CELERY_BROKER_URL: STORE }, { plan: "1c-2g" }),
      store: store(),
    },
  },
  {
    name: "twenty-fifth-migration-before-the-deploy",
    why: "The database is a server, which the pre-deploy command reaches.",
    source: "Render's page on deploys",
    resources: {
      web: open(
        NODE,
        "lantern-web",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true"), DIRECT_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "twenty-fifth-file-on-the-disk-migrated-at-the-start",
    why: "The start command has the disk, and one instance has it.",
    source: "yonderbook pull request 1323; Render's page on disks",
    resources: {
      web: open(
        PYTHON,
        "lantern-web",
        `python manage.py migrate && ${GUNICORN}`,
        { DATABASE_URL: SQLITE },
        { disk, numInstances: 1 },
      ),
    },
  },
  {
    name: "twenty-fifth-data-on-the-disk",
    why: "PocketBase keeps its data in the folder where the disk is.",
    source: "tinycld pull request 94; PocketBase's page on production",
    resources: {
      base: contained(
        "lantern-base",
        dockerfile(),
        { PORT: "8000" },
        {
          startCommand: "/pb/pocketbase serve --http=0.0.0.0:8000 --dir=/pb/pb_data",
          healthCheckPath: "/api/health",
          disk: { name: "pb-data", sizeGb: 1, mountPath: "/pb/pb_data" },
        },
      ),
    },
  },
  {
    name: "twenty-fifth-instances-by-load",
    why: "Without a disk a paid service scales by itself.",
    source: "Render's page on scaling",
    resources: {
      api: open(
        NODE,
        "lantern-api",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        {
          plan: "standard",
          autoscaling: {
            enabled: true,
            min: 1,
            max: 3,
            criteria: { cpu: { enabled: true, percentage: 80 }, memory: { enabled: true, percentage: 85 } },
          },
        },
      ),
    },
  },
  {
    name: "twenty-fifth-cache-that-takes-keys-away",
    why: "The store is a cache alone, whose oldest keys may go.",
    source: "Render's page on Key Value",
    resources: {
      store: store({ maxMemoryPolicy: "allkeys_lru" }),
      web: open(PYTHON, "lantern-web", GUNICORN, { DATABASE_URL: SESSION, CACHE_URL: STORE }),
    },
  },
  {
    name: "twenty-fifth-database-service-with-its-password",
    why: "PostgreSQL's image has its password, and its data are in a folder of the disk.",
    source: "the image's page at Docker Hub",
    resources: {
      postgres: privateService({
        name: "lantern-postgres",
        plan: "standard",
        region: "singapore",
        runtimeSource: pulled("docker.io/library/postgres", "16"),
        envVars: values({
          POSTGRES_USER: "lantern",
          POSTGRES_PASSWORD: CANARY,
          PGDATA: "/var/lib/postgresql/data/pgdata",
        }),
        disk: { name: "postgres-data", sizeGb: 10, mountPath: "/var/lib/postgresql/data" },
      }),
    },
  },
];
