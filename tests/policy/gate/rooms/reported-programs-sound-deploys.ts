import type { ProgramCase } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { CANARY, GUNICORN, SESSION } from "./reported-programs-form";

const DISK = { name: "data", mountPath: "/var/data", sizeGb: 1 };
const SQLITE = { DATABASE_URL: "sqlite:////var/data/db.sqlite3" };

const criteria = (cpu: boolean, memory: boolean) => ({
  cpu: { enabled: cpu, percentage: 70 },
  memory: { enabled: memory, percentage: 80 },
});

/** Sound programs with disks, plans, sources, folders, domains and commands before the deploy. */
export const REPORTED_PROGRAMS_SOUND_DEPLOYS: readonly ProgramCase[] = [
  {
    name: "migrations-at-the-start-of-the-disk-s-service",
    why: "The start command has the disk.",
    source: "Render's page on disks",
    resources: {
      api: python("ferry-api", `python manage.py migrate --noinput && ${GUNICORN}`, SQLITE, { disk: DISK }),
    },
  },
  {
    name: "migrations-of-the-server-beside-a-disk",
    why: "The disk has uploads, and the migration asks Supabase's database.",
    source: "Render's pages on disks and on deploys",
    resources: {
      api: python(
        "ferry-api",
        GUNICORN,
        { DATABASE_URL: SESSION, MEDIA_ROOT: "/var/data/media" },
        { disk: DISK, preDeployCommand: "python manage.py migrate --noinput" },
      ),
    },
  },
  {
    name: "uploads-of-one-instance",
    why: "A service with a disk has one instance.",
    source: "Strapi's page on Render",
    resources: {
      cms: nodeApp(
        "ferry-cms",
        "npm run start",
        { NODE_ENV: "production", HOST: "0.0.0.0", DATABASE_URL: SESSION },
        { disk: { ...DISK, mountPath: "/opt/render/project/src/public/uploads" }, numInstances: 1 },
      ),
    },
  },
  {
    name: "instances-by-load",
    why: "Fewest and most are in order, and one criterion is on.",
    source: "Render's page on scaling",
    resources: {
      api: python(
        "ferry-api",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "standard", autoscaling: { enabled: true, min: 1, max: 3, criteria: criteria(true, false) } },
      ),
      jobs: python(
        "ferry-maps",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "pro", autoscaling: { enabled: true, min: 2, max: 4, criteria: criteria(false, true) } },
      ),
    },
  },
  {
    name: "mail-of-a-free-service-by-another-port",
    why: "Port 2525 is none of those that free services may not reach.",
    source: "Render's page on free instances; Mailgun's page on SMTP",
    resources: {
      api: nodeApp(
        "ferry-api",
        "node dist/server.js",
        {
          DATABASE_URL: SESSION,
          SMTP_HOST: "smtp.mailgun.org",
          SMTP_PORT: "2525",
          SMTP_USER: "desk@ferry-lines.app",
          SMTP_PASS: CANARY,
        },
        { plan: "free" },
      ),
    },
  },
  {
    name: "mail-of-a-paid-service",
    why: "A paid service reaches port 587.",
    source: "Render's page on free instances",
    resources: {
      api: nodeApp("ferry-api", "node dist/server.js", {
        DATABASE_URL: SESSION,
        SMTP_HOST: "smtp.gmail.com",
        SMTP_PORT: "587",
        SMTP_USER: "desk@ferry-lines.app",
        SMTP_PASS: CANARY,
      }),
    },
  },
];
