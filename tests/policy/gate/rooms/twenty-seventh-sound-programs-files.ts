import { type ProgramCase, registryCredential } from "../eighteenth-form";
import { CERTIFICATE, image } from "../twentieth-form";
import {
  app,
  DISK,
  GUNICORN,
  jobs,
  NODE,
  PYTHON,
  pooled,
  RUBY,
  SESSION,
  UNICORN,
} from "./twenty-seventh-form";

/** Sound programs: disks, files, images and builds. */
export const SOUND_PROGRAM_FILES_OF_TWENTY_SEVENTH: readonly ProgramCase[] = [
  {
    name: "twenty-seventh-sqlite-on-its-disk",
    why: "The file is on the disk, and is migrated when the service starts.",
    source: "Render's page on disks",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        "python manage.py migrate && gunicorn brook.wsgi:application --bind 0.0.0.0:$PORT",
        { DATABASE_URL: "sqlite:////var/data/db.sqlite3" },
        { disk: DISK },
      ),
    },
  },
  {
    name: "twenty-seventh-flows-on-a-disk",
    why: "Flowise keeps its flows where the disk is mounted.",
    source: "FlowiseAI/FlowiseDocs, issue 5",
    resources: {
      web: app(
        "brook-flows",
        NODE,
        "npx flowise start",
        {
          DATABASE_PATH: "/opt/render/.flowise",
          APIKEY_PATH: "/opt/render/.flowise",
          SECRETKEY_PATH: "/opt/render/.flowise",
          LOG_PATH: "/opt/render/.flowise/logs",
          BLOB_STORAGE_PATH: "/opt/render/.flowise/storage",
        },
        {
          plan: "standard",
          healthCheckPath: "/api/v1/ping",
          disk: { name: "flowise", mountPath: "/opt/render/.flowise", sizeGb: 1 },
        },
      ),
    },
  },
  {
    name: "twenty-seventh-media-on-the-disk",
    why: "Uploads go to a folder of the disk, and the rows to Supabase.",
    source: "Render's page on disks",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        GUNICORN,
        { DATABASE_URL: SESSION, MEDIA_ROOT: "/var/data/media" },
        { disk: DISK, preDeployCommand: "python manage.py migrate" },
      ),
    },
  },
  {
    name: "twenty-seventh-uploads-in-storage",
    why: "Web service and worker share uploads by Supabase's storage, and none needs a disk.",
    source: "Supabase's page on S3",
    resources: {
      web: app("brook-web", PYTHON, UNICORN, { DATABASE_URL: SESSION, UPLOAD_BUCKET: "uploads" }),
      worker: jobs("brook-worker", PYTHON, "python -m brook.worker", {
        DATABASE_URL: SESSION,
        UPLOAD_BUCKET: "uploads",
      }),
    },
  },
  {
    name: "twenty-seventh-three-instances-without-disk",
    why: "A service without a disk may have three instances.",
    source: "Render's page on scaling",
    resources: {
      web: app(
        "brook-web",
        RUBY,
        "bundle exec puma -b tcp://0.0.0.0:$PORT",
        { DATABASE_URL: SESSION, RAILS_MAX_THREADS: "3" },
        { plan: "standard", numInstances: 3 },
      ),
    },
  },
  {
    name: "twenty-seventh-dotenv-with-the-pooler",
    why: "The file has the session pooler's URL.",
    source: "Render's page on secret files",
    resources: {
      web: app(
        "brook-web",
        NODE,
        "node --env-file=/etc/secrets/.env dist/main.js",
        {},
        { secretFiles: { ".env": { content: `DATABASE_URL=${SESSION}\n` } } },
      ),
    },
  },
  {
    name: "twenty-seventh-authority-in-a-file",
    why: "libpq verifies by the certificate, which is a secret file of the service.",
    source: "Supabase's page on SSL",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        GUNICORN,
        {
          DATABASE_URL: pooled("5432/postgres?sslmode=verify-full&sslrootcert=/etc/secrets/prod-ca-2021.crt"),
        },
        { secretFiles: { "prod-ca-2021.crt": { content: CERTIFICATE } } },
      ),
    },
  },
  {
    name: "twenty-seventh-firebase-file-by-its-name",
    why: "The file that is opened is the one that the service has.",
    source: "Render's page on secret files",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        UNICORN,
        { DATABASE_URL: SESSION, GOOGLE_APPLICATION_CREDENTIALS: "/etc/secrets/firebase.json" },
        { secretFiles: { "firebase.json": { content: '{"type":"service_account"}' } } },
      ),
    },
  },
  {
    name: "twenty-seventh-image-of-a-private-registry",
    why: "The credential is GitHub's, where the image is.",
    source: "Render's page on images: credentials",
    resources: {
      credential: registryCredential({
        name: "ghcr",
        registry: "GITHUB",
        username: "dipperbrook",
        authToken: "ghp_brookCanary0dipperReed7Weir2Lmno",
      }),
      web: app(
        "brook-web",
        PYTHON,
        UNICORN,
        { DATABASE_URL: SESSION },
        {
          runtimeSource: {
            image: {
              imageUrl: "ghcr.io/dipper-brook/api",
              tag: "2.1.0",
              registryCredentialId: "${credential.id}",
            },
          },
        },
      ),
    },
  },
  {
    name: "twenty-seventh-n8n-with-its-disk",
    why: "A paid service has the disk at n8n's folder, and n8n listens on the given port.",
    source: "n8n's page on Docker",
    resources: {
      web: app(
        "brook-n8n",
        NODE,
        "n8n start",
        {
          N8N_PORT: "8000",
          N8N_ENCRYPTION_KEY: "t5Weir8Dipper2Reed6Brook",
          WEBHOOK_URL: "https://flows.dipper-brook.com",
        },
        {
          healthCheckPath: "/healthz",
          ...image("docker.io/n8nio/n8n", "1.107.3"),
          disk: { name: "n8n", mountPath: "/home/node/.n8n", sizeGb: 1 },
          customDomains: [{ name: "flows.dipper-brook.com" }],
        },
      ),
    },
  },
];
