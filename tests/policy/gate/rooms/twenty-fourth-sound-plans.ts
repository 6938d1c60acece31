import { cron, docker, type ProgramCase, registryCredential, values, web, worker } from "../eighteenth-form";
import { CANARY, NODE, open, PYTHON, SESSION, service } from "./twenty-fourth-form";

/** Sound programs with disks, jobs and images that their plans have. */
export const SOUND_PLANS_OF_TWENTY_FOURTH: readonly ProgramCase[] = [
  {
    name: "file-that-is-migrated-at-the-start",
    why: "The start command has the disk, on which the file is.",
    source: "Render's page on disks; cedarjs/cedar 2404",
    resources: {
      api: open(
        NODE,
        "quarry-api",
        "npx prisma migrate deploy && node dist/server.js",
        { DATABASE_URL: "file:/opt/render/project/src/data/prod.db" },
        { disk: { name: "sqlite", sizeGb: 1, mountPath: "/opt/render/project/src/data" } },
      ),
    },
  },
  {
    name: "pre-deploy-of-a-paid-service",
    why: "A paid service has a command before each deploy, and it asks the database by session mode.",
    source: "Render's page on deploys; Supabase's page on Prisma",
    resources: {
      api: open(
        NODE,
        "quarry-api",
        "node dist/main.js",
        { DATABASE_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "free-service-by-itself",
    why: "A free service has a start command, a health check and a public address, and asks for no more.",
    source: "Render's page on free instances",
    resources: {
      api: open(
        PYTHON,
        "quarry-api",
        "uvicorn main:app --host 0.0.0.0 --port $PORT",
        { DATABASE_URL: SESSION },
        { plan: "free" },
      ),
    },
  },
  {
    name: "job-of-working-days",
    why: "Names of days are part of an expression, and the command ends by itself.",
    source: "Render's page on cron jobs, which has the expression; Django's page on sessions",
    resources: {
      sessions: service(
        cron,
        PYTHON,
        "quarry-sessions",
        "python manage.py clearsessions",
        { DATABASE_URL: SESSION },
        { schedule: "*/60 * * * MON-FRI" },
      ),
    },
  },
  {
    name: "job-of-node-by-minutes",
    why: "Five fields, and a script that ends.",
    source: "Render's page on cron jobs",
    resources: {
      digest: service(
        cron,
        NODE,
        "quarry-digest",
        "node dist/jobs/digest.js",
        { DATABASE_URL: SESSION, NODE_OPTIONS: "--max-old-space-size=384" },
        { schedule: "*/15 * * * *" },
      ),
    },
  },
  {
    name: "system-packages-in-an-image",
    why: "An image's build runs as root, and has what its Dockerfile installs.",
    source: "Render's page on Docker",
    resources: {
      scan: web({
        name: "quarry-scan",
        plan: "starter",
        region: "ohio",
        runtimeSource: docker("./Dockerfile.scan"),
        healthCheckPath: "/health",
        envVars: values({
          PORT: "8000",
          DATABASE_URL: SESSION,
          TESSDATA_PREFIX: "/usr/share/tesseract-ocr/5/tessdata",
        }),
      }),
    },
  },
  {
    name: "worker-from-a-private-image",
    why: "The credential is one of the image's registry, and the tag is beside the name.",
    source: "Render's page on deploying an image",
    resources: {
      registry: registryCredential({
        name: "quarry-ghcr",
        registry: "GITHUB",
        username: "quarry-bot",
        authToken: CANARY,
      }),
      mailer: worker({
        name: "quarry-mailer",
        plan: "starter",
        region: "ohio",
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/quarry-labs/mailer",
            tag: "2.3.1",
            registryCredentialId: "${registry.id}",
          },
        },
        envVars: values({ DATABASE_URL: SESSION, SMTP_HOST: "smtp.eu.mailgun.org", SMTP_PORT: "587" }),
      }),
    },
  },
];
