import { type BrokenProgram, cron, native, PIP, values } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { CANARY, GUNICORN, pages, SESSION } from "./reported-programs-form";

const DISK = { name: "data", mountPath: "/var/data", sizeGb: 1 };
const SQLITE = { DATABASE_URL: "sqlite:////var/data/db.sqlite3" };

/** Broken programs whose fault is a disk, a plan, a source, a folder, a domain or a command before the deploy. */
export const REPORTED_PROGRAMS_BROKEN_DEPLOYS: readonly BrokenProgram[] = [
  {
    name: "migrations-of-a-file-on-the-disk",
    rules: ["service/disk-before-start"],
    at: ["api", "preDeployCommand"],
    why: "The pre-deploy command's instance has no disk: the tables are made in a file that is lost.",
    source: "Render's page on disks",
    resources: {
      api: python("ferry-api", GUNICORN, SQLITE, {
        disk: DISK,
        preDeployCommand: "python manage.py migrate --noinput",
      }),
    },
  },
  {
    name: "backup-of-another-service-s-disk",
    rules: ["service/disk-of-another"],
    at: ["backup", "startCommand"],
    why: "A disk is of one service: the cron job finds no /var/data/db.sqlite3.",
    source: "Render's page on disks",
    resources: {
      api: python("ferry-api", `python manage.py migrate && ${GUNICORN}`, SQLITE, { disk: DISK }),
      backup: cron({
        name: "ferry-backup",
        plan: "starter",
        region: "frankfurt",
        schedule: "30 1 * * *",
        runtimeSource: native("python", PIP, "ferry"),
        startCommand: "python backup.py /var/data/db.sqlite3",
        envVars: values({ S3_BUCKET: "ferry-backups" }),
      }),
    },
  },
  {
    name: "two-instances-of-one-disk",
    rules: ["plan/limits"],
    at: ["cms", "numInstances"],
    alsoAt: [["cms", "disk"]],
    why: "A service with a disk has one instance alone.",
    source: "Render's page on disks",
    resources: {
      cms: nodeApp(
        "ferry-cms",
        "npm run start",
        { NODE_ENV: "production", HOST: "0.0.0.0", DATABASE_URL: SESSION },
        { disk: { ...DISK, mountPath: "/opt/render/project/src/public/uploads" }, numInstances: 2 },
      ),
    },
  },
  {
    name: "fewest-instances-above-the-most",
    rules: ["plan/limits"],
    at: ["api", "autoscaling"],
    alsoAt: [["api", "autoscaling.min"]],
    why: "The fewest instances may not be more than the most.",
    source: "Render's page on scaling",
    resources: {
      api: python(
        "ferry-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        {
          plan: "standard",
          autoscaling: {
            enabled: true,
            min: 4,
            max: 2,
            criteria: {
              cpu: { enabled: true, percentage: 70 },
              memory: { enabled: false, percentage: 80 },
            },
          },
        },
      ),
    },
  },
  {
    name: "mail-of-a-free-service",
    rules: ["service/blocked-port"],
    at: ["api", "envVars.SMTP_PORT"],
    alsoAt: [["api", "plan"]],
    why: "A free service reaches no port 587: Nodemailer ends with Connection timeout.",
    source: "Render's page on free instances",
    resources: {
      api: nodeApp(
        "ferry-api",
        "node dist/server.js",
        {
          DATABASE_URL: SESSION,
          SMTP_HOST: "smtp.gmail.com",
          SMTP_PORT: "587",
          SMTP_USER: "desk@ferry-lines.app",
          SMTP_PASS: CANARY,
        },
        { plan: "free" },
      ),
      pages: pages(values({ VITE_API_URL: "https://ferry-api.onrender.com" })),
    },
  },
  {
    name: "migrations-before-a-free-service",
    rules: ["plan/limits"],
    at: ["api", "preDeployCommand"],
    alsoAt: [["api", "plan"]],
    why: "A pre-deploy command is of paid services.",
    source: "render.com/blog/build-pipelines",
    resources: {
      api: python(
        "ferry-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "free", preDeployCommand: "python manage.py migrate --noinput" },
      ),
    },
  },
];
