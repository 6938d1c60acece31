import type { BrokenProgram } from "../eighteenth-form";
import { image } from "../twentieth-form";
import {
  app,
  DISK,
  GUNICORN,
  jobs,
  LIMITS,
  NODE,
  PYTHON,
  RUBY,
  SESSION,
  UNICORN,
} from "./twenty-seventh-form";

/** Broken programs: disks, and data that is plainly meant to be kept. */
export const REJECTED_PROGRAM_FILES_OF_TWENTY_SEVENTH: readonly BrokenProgram[] = [
  {
    name: "twenty-seventh-sqlite-without-disk",
    rules: [],
    at: ["web", "envVars.DATABASE_URL"],
    why: "The file is in the service's own folder, which is new with each deploy, so that all rows are lost.",
    source: "Render's page on disks; FastAPI's tutorial on SQL databases",
    resources: { web: app("brook-web", PYTHON, UNICORN, { DATABASE_URL: "sqlite:///./sql_app.db" }) },
  },
  {
    name: "twenty-seventh-flows-without-disk",
    rules: [],
    at: ["web", "envVars.DATABASE_PATH"],
    why: "Flowise keeps its flows in a file under DATABASE_PATH, and no disk is mounted there.",
    source: "FlowiseAI/FlowiseDocs, issue 5",
    resources: {
      web: app(
        "brook-flows",
        NODE,
        "npx flowise start",
        { DATABASE_PATH: "/opt/render/.flowise", APIKEY_PATH: "/opt/render/.flowise" },
        { plan: "standard", healthCheckPath: "/api/v1/ping" },
      ),
    },
  },
  {
    name: "twenty-seventh-disk-beside-the-data",
    rules: [],
    at: ["web", "envVars.PB_DATA_DIR"],
    alsoAt: [["web", "disk"]],
    why: "The disk is at /workspace/app/pb_data, and the data is written to /workspace/pb_data.",
    source: "tinycld/tinycld, pull request 94",
    resources: {
      web: app(
        "brook-cloud",
        ["go", "go build -o server ."],
        "./server serve --http=0.0.0.0:8000 --dir=/workspace/pb_data",
        { PB_DATA_DIR: "/workspace/pb_data" },
        { disk: { name: "data", mountPath: "/workspace/app/pb_data", sizeGb: 1 } },
      ),
    },
  },
  {
    name: "twenty-seventh-strapi-beside-its-disk",
    rules: [],
    at: ["web", "envVars.DATABASE_FILENAME"],
    alsoAt: [["web", "disk"]],
    why: "Strapi's file is in .tmp, and the disk is at /data, so each deploy begins without a row.",
    source: "render-examples/strapi-sqlite, issue 26",
    resources: {
      web: app(
        "brook-cms",
        NODE,
        "npm run start",
        {
          NODE_ENV: "production",
          HOST: "0.0.0.0",
          DATABASE_CLIENT: "sqlite",
          DATABASE_FILENAME: ".tmp/data.db",
        },
        { disk: { name: "cms", mountPath: "/data", sizeGb: 2 }, healthCheckPath: "/_health" },
      ),
    },
  },
  {
    name: "twenty-seventh-media-beside-the-disk",
    rules: [],
    at: ["web", "envVars.MEDIA_ROOT"],
    alsoAt: [["web", "disk"]],
    why: "Uploads go to /opt/render/project/src/media, and the disk is elsewhere.",
    source: "Render's page on disks; StackOverflow: Django media files vanish",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        GUNICORN,
        { DATABASE_URL: SESSION, MEDIA_ROOT: "/opt/render/project/src/media" },
        { disk: DISK },
      ),
    },
  },
  {
    name: "twenty-seventh-worker-reads-the-web-disk",
    rules: ["service/disk-of-another"],
    at: ["worker", "envVars.UPLOAD_DIR"],
    alsoAt: [["web", "disk"]],
    why: "A disk belongs to one service, so the worker finds no upload.",
    source: "Render's page on disks",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        UNICORN,
        { DATABASE_URL: SESSION, UPLOAD_DIR: "/var/data/uploads" },
        { disk: DISK },
      ),
      worker: jobs("brook-worker", PYTHON, "python -m brook.worker", {
        DATABASE_URL: SESSION,
        UPLOAD_DIR: "/var/data/uploads",
      }),
    },
  },
  {
    name: "twenty-seventh-disk-of-three-instances",
    rules: [LIMITS],
    at: ["web", "numInstances"],
    alsoAt: [["web", "disk"]],
    why: "A service with a disk has one instance.",
    source: "Render's page on disks",
    resources: {
      web: app(
        "brook-web",
        RUBY,
        "bundle exec puma -b tcp://0.0.0.0:$PORT",
        { DATABASE_URL: SESSION },
        { disk: DISK, numInstances: 3 },
      ),
    },
  },
  {
    name: "twenty-seventh-n8n-on-free-with-disk",
    rules: [LIMITS],
    at: ["web", "disk"],
    alsoAt: [["web", "plan"]],
    why: "A free service has no disk.",
    source: "antoineDsh/n8n-render-lamachine, pull request 6",
    resources: {
      web: app(
        "brook-n8n",
        NODE,
        "n8n start",
        { N8N_PORT: "8000" },
        {
          plan: "free",
          startCommand: "n8n start",
          healthCheckPath: "/healthz",
          ...image("docker.io/n8nio/n8n", "1.107.3"),
          disk: { name: "n8n", mountPath: "/home/node/.n8n", sizeGb: 1 },
        },
      ),
    },
  },
  {
    name: "twenty-seventh-migration-of-a-disk-file",
    rules: ["service/disk-before-start"],
    at: ["web", "preDeployCommand"],
    why: "The pre-deploy command has no disk, and migrates a file that is lost.",
    source: "Render's page on deploys",
    resources: {
      web: app(
        "brook-web",
        PYTHON,
        GUNICORN,
        { DATABASE_URL: "sqlite:////var/data/db.sqlite3" },
        { disk: DISK, preDeployCommand: "python manage.py migrate" },
      ),
    },
  },
];
