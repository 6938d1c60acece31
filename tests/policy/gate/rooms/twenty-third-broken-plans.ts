import { type BrokenProgram, docker, native, values, web } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { GUNICORN } from "../twenty-first-form";
import { breaks, job, LIMITS, SESSION, works } from "./twenty-third-form";

const disk = (mountPath: string) => ({ name: "lark-data", sizeGb: 1, mountPath });

/** Broken programs of reports whose plan does not have what is asked, or whose disk is not where files are written. */
export const PLANLESS_OF_TWENTY_THIRD: readonly BrokenProgram[] = [
  breaks(
    [LIMITS],
    [
      ["gateway", "disk"],
      ["gateway", "plan"],
    ],
    works(
      "disk-on-a-free-instance",
      "A free service has no disk (zhiyu1998/Gemi2Api-Server#50).",
      "Render's page on free instances",
      {
        gateway: web({
          name: "lark-gateway",
          plan: "free",
          region: "oregon",
          startCommand: "uvicorn main:app --host 0.0.0.0 --port 8000",
          runtimeSource: docker(),
          healthCheckPath: "/health",
          disk: disk("/app/cookies"),
          envVars: values({ PORT: "8000" }),
        }),
      },
    ),
  ),
  breaks(
    [LIMITS],
    [
      ["shop", "preDeployCommand"],
      ["shop", "plan"],
    ],
    works(
      "release-phase-on-a-free-instance",
      "What Heroku's release line did is a pre-deploy command here, and a free service has none.",
      "Render's pages on deploys and on free instances",
      {
        shop: python(
          "lark-shop",
          GUNICORN,
          { DATABASE_URL: SESSION },
          {
            plan: "free",
            preDeployCommand: "python manage.py migrate --noinput",
          },
        ),
      },
    ),
  ),
  breaks(
    [LIMITS],
    [
      ["cms", "numInstances"],
      ["cms", "disk"],
    ],
    works(
      "two-instances-with-one-disk",
      "A service with a disk has one instance.",
      "Render's page on disks",
      {
        cms: nodeApp(
          "lark-cms",
          "npx strapi start",
          { DATABASE_URL: SESSION, NODE_ENV: "production" },
          {
            numInstances: 2,
            healthCheckPath: "/_health",
            disk: disk("/opt/render/project/src/public/uploads"),
          },
        ),
      },
    ),
  ),
  breaks(
    ["service/disk-before-start"],
    [
      ["cms", "runtimeSource.nativeRuntime.buildCommand"],
      ["cms", "runtimeSource"],
      ["cms", "disk"],
    ],
    works(
      "uploads-copied-by-the-build",
      "The build has no disk: /data/public is not there when Strapi starts (render-examples/strapi-sqlite#28).",
      "Render's page on disks",
      {
        cms: nodeApp(
          "lark-cms",
          "npx strapi start",
          { DATABASE_FILENAME: "/data/strapi.db" },
          {
            healthCheckPath: "/_health",
            disk: disk("/data"),
            runtimeSource: native(
              "node",
              "yarn install && yarn build && mkdir -p /data/public && cp -r public /data",
            ),
          },
        ),
      },
    ),
  ),
  breaks(
    ["service/disk-of-another"],
    [
      ["backup", "startCommand"],
      ["shop", "disk"],
    ],
    works(
      "backup-of-a-file-on-another-disk",
      "The job has a file system of its own, in which /var/data/shop.db is not there.",
      "Render's page on disks",
      {
        shop: python(
          "lark-shop",
          GUNICORN,
          { SQLITE_PATH: "/var/data/shop.db" },
          { disk: disk("/var/data") },
        ),
        backup: job("lark-backup", "0 2 * * *", "python scripts/backup.py --database /var/data/shop.db"),
      },
    ),
  ),
  breaks(
    [],
    [
      ["base", "disk"],
      ["base", "disk.mountPath"],
      ["base", "startCommand"],
    ],
    works(
      "disk-beside-the-folder-of-the-database",
      "The database is in /workspace/pb_data, which each deploy empties (tinycld/tinycld#94).",
      "Render's page on disks",
      {
        base: web({
          name: "lark-base",
          plan: "starter",
          region: "frankfurt",
          startCommand: "./pocketbase serve --dir=/workspace/pb_data --http=0.0.0.0:8000",
          runtimeSource: docker(),
          healthCheckPath: "/api/health",
          disk: disk("/workspace/tinycld/pb_data"),
          envVars: values({ PORT: "8000" }),
        }),
      },
    ),
  ),
];
