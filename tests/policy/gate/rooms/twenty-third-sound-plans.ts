import { docker, native, type ProgramCase, values, web } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { GUNICORN } from "../twenty-first-form";
import { job, pooled, SESSION, works } from "./twenty-third-form";

const disk = (mountPath: string) => ({ name: "lark-data", sizeGb: 1, mountPath });

/** Sound programs of public guides with plans, disks and commands that fit each other. */
export const PLANNED_OF_TWENTY_THIRD: readonly ProgramCase[] = [
  works("disk-on-a-paid-instance", "A paid service has a disk.", "Render's page on disks", {
    gateway: web({
      name: "lark-gateway",
      plan: "starter",
      region: "oregon",
      startCommand: "uvicorn main:app --host 0.0.0.0 --port 8000",
      runtimeSource: docker(),
      healthCheckPath: "/health",
      disk: disk("/app/cookies"),
      envVars: values({ PORT: "8000", COOKIE_FILE: "/app/cookies/session.json" }),
    }),
  }),
  works(
    "free-instance-that-migrates-when-it-starts",
    "A free service has no pre-deploy command, so the start command migrates.",
    "Render's page on free instances",
    {
      shop: python(
        "lark-shop",
        `python manage.py migrate --noinput && ${GUNICORN}`,
        { DATABASE_URL: SESSION },
        { plan: "free" },
      ),
    },
  ),
  works(
    "two-instances-without-a-disk",
    "Nothing is kept at the instances, so there may be two.",
    "Render's page on scaling",
    {
      shop: python(
        "lark-shop",
        GUNICORN,
        { DATABASE_URL: SESSION, WEB_CONCURRENCY: "2" },
        { numInstances: 2, preDeployCommand: "python manage.py migrate --noinput" },
      ),
    },
  ),
  works(
    "uploads-linked-by-the-start",
    "The start command has the disk, and makes the folder before Strapi starts.",
    "Render's page on disks; render-examples/strapi-sqlite",
    {
      cms: nodeApp(
        "lark-cms",
        "mkdir -p /data/public && cp -rn public/. /data/public/ && exec npx strapi start",
        {
          DATABASE_FILENAME: "/data/strapi.db",
          NODE_ENV: "production",
          HOST: "0.0.0.0",
          APP_KEYS: "Wm4vTarn8kLedge2xQ==,r3HeronFen8sTarn5wMoss==",
          API_TOKEN_SALT: "Zp7cBarrow5nKestrel3w==",
          ADMIN_JWT_SECRET: "k20Vr8YbSedge8kLedge2x==",
          JWT_SECRET: "Tq4nBarrow7cKestrelFen2w==",
        },
        {
          healthCheckPath: "/_health",
          disk: disk("/data"),
          runtimeSource: native("node", "yarn install && yarn build"),
        },
      ),
    },
  ),
  works(
    "backup-that-asks-the-service",
    "The job asks the service with the disk over HTTP, and opens no file of it.",
    "Render's page on disks",
    {
      shop: python("lark-shop", GUNICORN, { SQLITE_PATH: "/var/data/shop.db" }, { disk: disk("/var/data") }),
      backup: job(
        "lark-backup",
        "0 2 * * *",
        "curl --fail --silent --request POST $SHOP_URL/internal/backup",
        {
          SHOP_URL: "${shop.url}",
        },
      ),
    },
  ),
  works(
    "database-on-its-disk",
    "PocketBase keeps its files where the disk is.",
    "PocketBase's page on production; Render's page on disks",
    {
      base: web({
        name: "lark-base",
        plan: "starter",
        region: "frankfurt",
        startCommand: "./pocketbase serve --dir=/workspace/pb_data --http=0.0.0.0:8000",
        runtimeSource: docker(),
        healthCheckPath: "/api/health",
        disk: disk("/workspace/pb_data"),
        envVars: values({ PORT: "8000" }),
      }),
    },
  ),
  works(
    "instances-by-load",
    "The smallest number is not more than the largest one, and the target is below 90 percent.",
    "Render's page on scaling",
    {
      api: nodeApp(
        "lark-api",
        "node dist/main.js",
        { DATABASE_URL: pooled("6543/postgres?sslmode=no-verify") },
        {
          plan: "standard",
          autoscaling: {
            enabled: true,
            min: 1,
            max: 4,
            criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 80 } },
          },
        },
      ),
    },
  ),
];
