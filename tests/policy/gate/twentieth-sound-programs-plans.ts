import type { ProgramCase } from "./eighteenth-form";
import { GUNICORN, nodeApp, python, queue, SESSION } from "./twentieth-form";

const DISKS = "Render's page on persistent disks";
const SCALING = "Render's page on scaling";
const data = { name: "data", mountPath: "/var/data", sizeGb: 5 };

/** Sound programs at the limits of plans and disks. */
export const SOUND_PROGRAM_PLANS_OF_TWENTIETH: readonly ProgramCase[] = [
  {
    name: "autoscaling-without-a-disk",
    why: "Paid instances without a disk may scale, by one measure or by both.",
    source: SCALING,
    resources: {
      api: python(
        "orchard-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        {
          plan: "standard",
          autoscaling: {
            enabled: true,
            min: 1,
            max: 3,
            criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 80 } },
          },
        },
      ),
    },
  },
  {
    name: "migration-of-a-file-at-the-start",
    why: "The disk is there when the start command runs, and the migration ends before gunicorn starts.",
    source: DISKS,
    resources: {
      wiki: python(
        "wiki",
        `python manage.py migrate --noinput && exec ${GUNICORN}`,
        { DATABASE_URL: "sqlite:////var/data/wiki.db" },
        { disk: data, numInstances: 1 },
      ),
    },
  },
  {
    name: "migration-at-the-start-of-a-free-service",
    why: "A free service has no pre-deploy command, so the start command migrates.",
    source: "Render's page on deploys",
    resources: {
      api: python(
        "orchard-api",
        `alembic upgrade head && exec ${GUNICORN}`,
        { DATABASE_URL: SESSION },
        {
          plan: "free",
        },
      ),
    },
  },
  {
    name: "mail-by-2525-on-the-free-plan",
    why: "2525 is none of the ports that Render keeps free services from.",
    source: "Render's changelog; Mailgun's page on ports",
    resources: {
      api: python(
        "orchard-api",
        GUNICORN,
        { EMAIL_HOST: "smtp.eu.mailgun.org", EMAIL_PORT: "2525", EMAIL_USE_TLS: "True" },
        { plan: "free" },
      ),
    },
  },
  {
    name: "mail-by-465-on-a-paid-plan",
    why: "Paid services may send by 465, which is TLS from the start.",
    source: "Render's page on free instances",
    resources: {
      api: python("orchard-api", GUNICORN, {
        EMAIL_HOST: "smtp.fastmail.com",
        EMAIL_PORT: "465",
        EMAIL_USE_SSL: "True",
      }),
    },
  },
  {
    name: "pre-deploy-and-a-long-farewell",
    why: "300 seconds are the most that Render waits, and a paid instance has the pre-deploy command.",
    source: "Render's page on deploys",
    resources: {
      api: python(
        "orchard-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        {
          preDeployCommand: "python manage.py migrate --noinput",
          maxShutdownDelaySeconds: 300,
        },
      ),
    },
  },
  {
    name: "two-disks-under-one-path",
    why: "Each service has a disk of its own, and the path is that of a cache that both fill by themselves.",
    source: DISKS,
    resources: {
      api: python("orchard-api", GUNICORN, { HF_HOME: "/var/data/models" }, { disk: data }),
      work: queue(
        "orchard-worker",
        "python -m orchard.transcribe",
        { HF_HOME: "/var/data/models" },
        {
          disk: { name: "models", mountPath: "/var/data", sizeGb: 20 },
        },
      ),
    },
  },
  {
    name: "three-instances",
    why: "Nothing is on a disk: sessions are in the database.",
    source: SCALING,
    resources: {
      shop: nodeApp("shop", "npm run start:prod", { DATABASE_URL: SESSION }, { numInstances: 3 }),
    },
  },
  {
    name: "two-folders-of-one-repository",
    why: "The root directories differ, and so do the names.",
    source: "Render's page on monorepos",
    resources: {
      api: nodeApp("orchard-api", "pnpm --filter api start", {}, { rootDirectory: "packages/api" }),
      admin: nodeApp("orchard-admin", "npx next start -p $PORT", {}, { rootDirectory: "packages/admin" }),
    },
  },
  {
    name: "previews-for-each-pull-request",
    why: "Previews are by Render's own means and of the whole service.",
    source: "Render's page on service previews",
    resources: {
      site: nodeApp(
        "orchard-web",
        "node ./dist/server/entry.mjs",
        { HOST: "0.0.0.0" },
        {
          previews: { generation: "automatic" },
        },
      ),
    },
  },
];
