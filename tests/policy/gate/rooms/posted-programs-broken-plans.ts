import { type BrokenProgram, cron, native, PIP, values } from "../eighteenth-form";
import { nodeApp, python } from "../twentieth-form";
import { broken, GUNICORN, LIMITS, SESSION } from "./posted-programs-form";

const DISK = { name: "data", mountPath: "/var/data", sizeGb: 5 };
const job = (schedule: string, startCommand = "python -m jobs.nightly", more = {}) =>
  cron({
    name: "tern-nightly",
    plan: "starter",
    region: "frankfurt",
    schedule,
    startCommand,
    runtimeSource: native("python", PIP, "jobs"),
    envVars: values({ DATABASE_URL: SESSION }),
    ...more,
  });
const sqlite = (more = {}) =>
  nodeApp(
    "tern-cms",
    "npx strapi start",
    { DATABASE_FILENAME: "/var/data/strapi.db" },
    { disk: DISK, ...more },
  );
/** Broken programs of plans and disks. */
export const POSTED_PROGRAMS_BROKEN_PLANS: readonly BrokenProgram[] = [
  broken(
    "tern-free-with-a-pre-deploy-command",
    [LIMITS],
    ["web", "preDeployCommand"],
    "Render refuses it: pre-deploy commands are of paid services.",
    "maybe-finance/maybe, issue 1717",
    {
      web: python(
        "tern-web",
        GUNICORN,
        { DATABASE_URL: SESSION },
        { plan: "free", preDeployCommand: "python manage.py migrate" },
      ),
    },
    [["web", "plan"]],
  ),
  broken(
    "tern-free-with-a-disk",
    [LIMITS],
    ["cms", "disk"],
    "Free services have no disks.",
    "cedarjs/cedar, pull request 2404; zhiyu1998/Gemi2Api-Server, pull request 50",
    { cms: sqlite({ plan: "free" }) },
    [["cms", "plan"]],
  ),
  broken(
    "tern-two-instances-of-one-disk",
    [LIMITS],
    ["cms", "numInstances"],
    "A service with a disk has one instance.",
    "usdigitalresponse/usdr-gost, issue 315; render-examples/elixir_cluster, issue 7",
    { cms: sqlite({ numInstances: 2 }) },
    [["cms", "disk"]],
  ),
  broken(
    "tern-scaling-with-a-disk",
    [LIMITS],
    ["cms", "autoscaling"],
    "A service with a disk does not scale.",
    "render-examples/elixir_cluster, issue 7; Render's page on scaling",
    {
      cms: sqlite({
        plan: "standard",
        autoscaling: {
          enabled: true,
          min: 1,
          max: 3,
          criteria: { cpu: { enabled: true, percentage: 70 }, memory: { enabled: false, percentage: 80 } },
        },
      }),
    },
    [["cms", "disk"]],
  ),
  broken(
    "tern-postgres-of-a-legacy-plan",
    [LIMITS, "blueprint/unknown-value"],
    ["records", "plan"],
    "The plan starter is no longer sold for new databases.",
    "brightbeanxyz/brightbean-studio, issue 14",
    {
      records: {
        type: "render:index:Postgres",
        properties: { name: "tern-records", plan: "starter", region: "frankfurt", version: "17" },
      },
      web: python("tern-web", GUNICORN, { DATABASE_URL: SESSION }),
    },
  ),
  broken(
    "tern-migration-on-the-disk-before-the-deploy",
    ["service/disk-before-start"],
    ["cms", "preDeployCommand"],
    "The pre-deploy command has no disk: it migrates a file that is lost when it ends.",
    "cedarjs/cedar, pull request 2401",
    {
      cms: nodeApp(
        "tern-cms",
        "node dist/server.js",
        { DATABASE_URL: "file:/var/data/app.db" },
        {
          disk: DISK,
          preDeployCommand: "npx prisma migrate deploy && sqlite3 /var/data/app.db 'PRAGMA journal_mode=WAL'",
        },
      ),
    },
  ),
  broken(
    "tern-job-that-reads-the-disk-of-another",
    ["service/disk-of-another"],
    ["nightly", "startCommand"],
    "The disk is the service's alone: the job finds no such file.",
    "Render's page on disks; Open-Finance-Lab/AgenticTrading, issue 470",
    {
      cms: sqlite(),
      nightly: job(
        "0 2 * * *",
        "sqlite3 /var/data/strapi.db '.backup /tmp/b.db' && python upload.py /tmp/b.db",
      ),
    },
  ),
];
