import { type ProgramCase, privateService, registryCredential, values } from "../eighteenth-form";
import {
  cronOf,
  GUNICORN,
  SESSION,
  STORE,
  STRAPI,
  siteOf,
  store,
  webOf,
  workerOf,
} from "./twenty-second-form";

const disk = (mountPath: string) => ({ disk: { name: "data", sizeGb: 1, mountPath } });

/** Sound programs with disks, domains, stores and images. */
export const SOUND_PROGRAM_PLANS_OF_TWENTY_SECOND: readonly ProgramCase[] = [
  {
    name: "free-web-and-paid-worker",
    why: "The web service is free and the worker is not.",
    source: "Render's page on free instances",
    resources: {
      store: store(),
      api: webOf("python", "api", GUNICORN, { CELERY_BROKER_URL: STORE }, { plan: "free" }),
      worker: workerOf("python", "worker", "celery -A quay worker", { CELERY_BROKER_URL: STORE }),
    },
  },
  {
    name: "migrations-of-a-file-at-the-start",
    why: "The start command has the disk, and migrates the file that the server opens.",
    source: "Render's page on disks",
    resources: {
      api: webOf(
        "python",
        "api",
        `python manage.py migrate --noinput && ${GUNICORN}`,
        { DATABASE_URL: "sqlite:////var/data/db.sqlite3" },
        disk("/var/data"),
      ),
    },
  },
  {
    name: "file-on-the-disk",
    why: "Strapi's database is a file on the disk, as Render's example has it.",
    source: "Render's example of Strapi with SQLite",
    resources: {
      cms: webOf(
        "node",
        "cms",
        "npm run start",
        { ...STRAPI, DATABASE_FILENAME: "/data/strapi.db" },
        { healthCheckPath: "/_health", ...disk("/data") },
      ),
    },
  },
  {
    name: "uploads-in-a-bucket",
    why: "Web service and worker have the uploads in a bucket, and need no disk.",
    source: "Render's page on disks",
    resources: {
      store: store(),
      api: webOf("node", "api", "node dist/main.js", { S3_BUCKET: "quay-uploads-prod", REDIS_URL: STORE }),
      worker: workerOf("node", "worker", "node dist/worker.js", {
        S3_BUCKET: "quay-uploads-prod",
        REDIS_URL: STORE,
      }),
    },
  },
  {
    name: "folders-of-two-disks",
    why: "Each of the two services has a disk of its own at the same path.",
    source: "Render's page on disks",
    resources: {
      api: webOf("node", "api", "node dist/main.js", { CACHE_DIR: "/var/data/cache" }, disk("/var/data")),
      worker: workerOf(
        "node",
        "worker",
        "node dist/worker.js",
        { CACHE_DIR: "/var/data/cache" },
        disk("/var/data"),
      ),
    },
  },
  {
    name: "store-of-objects-inside",
    why: "MinIO listens on 9000 at all interfaces, with its folder on the disk, and is asked there.",
    source: "Render's example of MinIO",
    resources: {
      minio: privateService({
        name: "quay-minio",
        plan: "starter",
        region: "oregon",
        runtimeSource: { image: { imageUrl: "docker.io/minio/minio", tag: "RELEASE.2025-04-22T22-12-26Z" } },
        startCommand: "minio server /data --address :9000 --console-address :9001",
        envVars: { ...values({ MINIO_ROOT_USER: "quay" }), MINIO_ROOT_PASSWORD: { generateValue: true } },
        disk: { name: "objects", sizeGb: 10, mountPath: "/data" },
      }),
      api: webOf("node", "api", "node dist/main.js", { S3_ENDPOINT: "http://${minio.slug}:9000" }),
    },
  },
  {
    name: "domains-of-site-and-api",
    why: "Each domain leads to one service.",
    source: "Render's page on custom domains",
    resources: {
      api: webOf(
        "node",
        "api",
        "node dist/main.js",
        { DATABASE_URL: SESSION, CORS_ORIGIN: "https://app.quay.dev,http://localhost:5173" },
        { customDomains: [{ name: "api.quay.dev" }] },
      ),
      site: siteOf(
        "npm ci && npx vite build",
        "dist",
        { VITE_API_URL: "https://api.quay.dev" },
        {
          customDomains: [{ name: "app.quay.dev" }],
          routes: [{ type: "rewrite", source: "/*", destination: "/index.html" }],
          headers: [{ path: "/*", name: "X-Frame-Options", value: "DENY" }],
        },
      ),
    },
  },
  {
    name: "cache-beside-a-queue",
    why: "The queue's store keeps its keys, and the cache takes old ones away.",
    source: "BullMQ's page on going to production",
    resources: {
      store: store(),
      cache: {
        ...store("allkeys_lru"),
        properties: { ...store("allkeys_lru").properties, name: "quay-cache" },
      },
      api: webOf("node", "api", "node dist/main.js", {
        BULLMQ_REDIS_URL: STORE,
        CACHE_URL: "${cache.connectionInfo.internalConnectionString}",
      }),
      worker: workerOf("node", "worker", "node dist/worker.js", { BULLMQ_REDIS_URL: STORE }),
    },
  },
  {
    name: "image-with-its-credential",
    why: "The credential is of the image's registry.",
    source: "Render's page on deploying an image",
    resources: {
      github: registryCredential({
        name: "github",
        registry: "GITHUB",
        username: "quayteam",
        authToken: "Vd7nHarbor2KxQm81TzLpW4c",
      }),
      api: webOf(
        "node",
        "api",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        {
          runtimeSource: {
            image: { imageUrl: "ghcr.io/quayteam/api", tag: "3.2.0", registryCredentialId: "${github.id}" },
          },
        },
      ),
    },
  },
  {
    name: "copy-of-the-database-at-night",
    why: "The job reads by the session pooler, writes into a bucket and ends.",
    source: "Supabase's page on backups; Render's page on cron jobs",
    resources: {
      backup: cronOf(
        "python",
        "backup",
        "30 2 * * *",
        "python scripts/backup.py --bucket quay-backups-prod --keep 14",
        { AWS_REGION: "us-west-2" },
      ),
    },
  },
];
