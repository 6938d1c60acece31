import { type BrokenProgram, NPM, native, worker } from "./eighteenth-form";
import { nodeApp, python } from "./twentieth-form";
import { GUNICORN, jobOf, SESSION } from "./twenty-first-form";

const LIMITS = "plan/limits";
const DISKS = "Render's page on persistent disks";
const SCHEMA = "the Terraform provider's page on the web service";
const data = { name: "data", mountPath: "/var/data", sizeGb: 5 };

/** Broken programs that ask for more than a plan has, or use a disk where there is none. */
export const REJECTED_PROGRAM_PLANS_OF_TWENTY_FIRST: readonly BrokenProgram[] = [
  {
    name: "two-instances-with-a-disk",
    rules: [LIMITS],
    at: ["wiki", "numInstances"],
    alsoAt: [["wiki", "disk"]],
    why: "A service with a disk has one instance.",
    source: DISKS,
    resources: { wiki: python("tide-wiki", GUNICORN, {}, { disk: data, numInstances: 2 }) },
  },
  {
    name: "free-worker",
    rules: [LIMITS],
    at: ["work", "plan"],
    why: "Background workers have no free plan.",
    source: "Render's page on free instances",
    resources: {
      work: worker({
        name: "tide-worker",
        plan: "free",
        region: "frankfurt",
        startCommand: "node dist/worker.js",
        runtimeSource: native("node", NPM, "worker"),
        envVars: { DATABASE_URL: { value: SESSION } },
      }),
    },
  },
  {
    name: "three-free-instances",
    rules: [LIMITS],
    at: ["api", "numInstances"],
    alsoAt: [["api", "plan"]],
    why: "A free web service has one instance.",
    source: "Render's page on free instances",
    resources: { api: python("tide-api", GUNICORN, {}, { plan: "free", numInstances: 3 }) },
  },
  {
    name: "farewell-of-fifteen-minutes",
    rules: [LIMITS],
    at: ["api", "maxShutdownDelaySeconds"],
    why: "Render waits for 300 seconds at most.",
    source: `Render's page on deploys; ${SCHEMA}`,
    resources: { api: python("tide-api", GUNICORN, {}, { maxShutdownDelaySeconds: 900 }) },
  },
  {
    name: "disk-at-a-relative-path",
    rules: [LIMITS],
    at: ["api", "disk"],
    why: "A disk's path begins with /.",
    source: SCHEMA,
    resources: {
      api: python("tide-api", GUNICORN, {}, { disk: { name: "media", mountPath: "media", sizeGb: 5 } }),
    },
  },
  {
    name: "plan-as-a-blueprint-spells-it",
    rules: [LIMITS, "blueprint/unknown-value"],
    at: ["api", "plan"],
    why: "The API's plan is pro_plus; with a space it is a Blueprint's.",
    source: `Render's API: create a service; ${SCHEMA}`,
    resources: { api: python("tide-api", GUNICORN, {}, { plan: "pro plus" }) },
  },
  {
    name: "schema-pushed-to-a-file-in-the-build",
    rules: ["service/disk-before-start"],
    at: ["notes", "runtimeSource"],
    alsoAt: [["notes", "envVars.DATABASE_URL"]],
    why: "No disk is there in a build: its folder is missing, and what a build writes there the running service never sees.",
    source: DISKS,
    resources: {
      notes: nodeApp(
        "tide-notes",
        "node dist/server.js",
        { DATABASE_URL: "file:/var/data/notes.db" },
        {
          runtimeSource: native("node", `${NPM} && npx prisma db push`, "notes"),
          disk: data,
        },
      ),
    },
  },
  {
    name: "job-that-saves-the-disk-of-a-service",
    rules: ["service/disk-of-another"],
    at: ["backup", "startCommand"],
    why: "The file is on the service's disk, and a cron job has none: sqlite3 finds no such folder.",
    source: `${DISKS}; Render's page on cron jobs`,
    resources: {
      notes: python("tide-notes", GUNICORN, { DATABASE_URL: "sqlite:////var/data/notes.db" }, { disk: data }),
      backup: jobOf(
        "tide-backup",
        "10 3 * * *",
        'sqlite3 /var/data/notes.db ".backup /tmp/notes.db" && python -m jobs.upload /tmp/notes.db',
      ),
    },
  },
];
