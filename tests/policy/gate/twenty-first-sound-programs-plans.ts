import { cron, docker, NPM, native, type ProgramCase, values, web, worker } from "./eighteenth-form";
import { image, inner, nodeApp, python } from "./twentieth-form";
import { GUNICORN, SESSION } from "./twenty-first-form";

const DISKS = "Render's page on persistent disks";
const DEPLOYS = "Render's page on deploys";
const data = { name: "data", mountPath: "/var/data", sizeGb: 1 };

/** Sound programs at the limits of plans and disks. */
export const SOUND_PROGRAM_PLANS_OF_TWENTY_FIRST: readonly ProgramCase[] = [
  {
    name: "smallest-disk-of-a-worker",
    why: "Paid workers may have a disk, and one gigabyte is the least.",
    source: DISKS,
    resources: {
      work: worker({
        name: "tide-feed",
        plan: "starter",
        region: "ohio",
        startCommand: "node dist/feed.js",
        runtimeSource: native("node", NPM, "feed"),
        disk: data,
        envVars: values({ SPOOL_DIR: "/var/data/spool", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "file-that-litestream-copies",
    why: "Litestream starts the server in -exec and ends with it; file and disk are there at the start.",
    source: "Litestream's page on replicate",
    resources: {
      notes: python(
        "tide-notes",
        'litestream replicate -exec "gunicorn notes.wsgi --bind 0.0.0.0:8000"',
        { DATABASE_URL: "sqlite:////var/data/notes.db" },
        { runtimeSource: docker(), disk: data },
      ),
    },
  },
  {
    name: "client-in-the-build-and-migration-at-the-start",
    why: "The build asks no database, and the migration runs where the disk is.",
    source: `${DISKS}; Prisma's page on generate`,
    resources: {
      notes: nodeApp(
        "tide-notes",
        "npx prisma migrate deploy && exec node dist/server.js",
        { DATABASE_URL: "file:/var/data/notes.db" },
        {
          runtimeSource: native("node", "npm ci && npx prisma generate && npm run build", "notes"),
          disk: data,
        },
      ),
    },
  },
  {
    name: "private-service-that-scales",
    why: "Private services scale too, by memory alone.",
    source: "Render's page on scaling",
    resources: {
      embed: inner(
        "embed",
        "uvicorn embed.main:app --host 0.0.0.0 --port $PORT",
        { PORT: "8080" },
        {
          plan: "pro_plus",
          autoscaling: {
            enabled: true,
            min: 1,
            max: 4,
            criteria: { cpu: { enabled: false, percentage: 60 }, memory: { enabled: true, percentage: 75 } },
          },
        },
      ),
    },
  },
  {
    name: "shortest-farewell",
    why: "One second is the least that Render takes.",
    source: DEPLOYS,
    resources: {
      api: python("tide-api", GUNICORN, {}, { region: "singapore", maxShutdownDelaySeconds: 1 }),
    },
  },
  {
    name: "maintenance-that-is-off",
    why: "A paid service may name the mode and leave it off.",
    source: "Render's page on maintenance mode",
    resources: {
      api: python(
        "tide-api",
        GUNICORN,
        {},
        { plan: "standard", maintenanceMode: { enabled: false, uri: "" } },
      ),
    },
  },
  {
    name: "image-by-its-digest",
    why: "A digest names one image, and no tag is needed beside it.",
    source: "the Terraform provider's page on the web service",
    resources: {
      api: web({
        name: "tide-api",
        plan: "starter",
        region: "virginia",
        runtimeSource: {
          image: {
            imageUrl: "ghcr.io/tidewater-coop/api",
            digest: "sha256:6c3f1e0a9b7d2458e1c0fa93d7b64825c19e0d3fa7b8462519cde07f3a64b8d1",
          },
        },
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "pre-deploy-of-an-image",
    why: "One program without a shell's signs, which ends; the service itself runs the image's own command.",
    source: DEPLOYS,
    resources: {
      api: web({
        name: "tide-api",
        plan: "starter",
        region: "frankfurt",
        ...image("ghcr.io/tidewater-coop/api", "2.8.0"),
        preDeployCommand: "python manage.py migrate --noinput",
        healthCheckPath: "/health",
        envVars: values({ PORT: "8000", DATABASE_URL: SESSION }),
      }),
      tidy: cron({
        name: "tide-tidy",
        plan: "standard",
        region: "frankfurt",
        schedule: "30 1 * * SUN",
        startCommand: "python manage.py clearsessions",
        runtimeSource: docker("./Dockerfile.jobs"),
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
];
