import {
  type BrokenProgram,
  cron,
  envGroup,
  envGroupLink,
  keyValue,
  native,
  values,
} from "../eighteenth-form";
import {
  DIRECT,
  DOMAIN,
  IPV6,
  MIGRATIONS,
  nodeWeb,
  pooled,
  pythonWeb,
  SCHEDULE,
  SESSION,
  url,
  worker,
} from "./twenty-ninth-form";

const DISK = { name: "data", mountPath: "/var/data", sizeGb: 1 };

/** Names, domains, disks, plans, schedules and shared databases of whole programs. */
export const REJECTED_PROGRAM_FIELDS_OF_TWENTY_NINTH: readonly BrokenProgram[] = [
  {
    name: "twenty-ninth-one-domain-for-two",
    rules: [DOMAIN],
    at: ["front", "customDomains"],
    alsoAt: [["api", "customDomains"]],
    why: "A domain leads to one service, and Render refuses it for the second.",
    source: "common; Render's page on custom domains",
    resources: {
      api: pythonWeb("willow-api", {}, { customDomains: [{ name: "app.willowcreek.dev" }] }),
      front: nodeWeb("willow-front", {}, { customDomains: [{ name: "app.willowcreek.dev" }] }),
    },
  },
  {
    name: "twenty-ninth-own-name-as-custom-domain",
    rules: [DOMAIN],
    at: ["api", "customDomains"],
    why: "onrender.com is Render's, and no custom domain.",
    source: "common; Render's page on custom domains",
    resources: { api: pythonWeb("willow-api", {}, { customDomains: [{ name: "willow.onrender.com" }] }) },
  },
  {
    name: "twenty-ninth-one-name-for-two",
    rules: ["service/taken-name"],
    at: ["jobs", "name"],
    alsoAt: [["api", "name"]],
    why: "A name is unique in a workspace.",
    source: "common; Render's API description",
    resources: {
      api: pythonWeb("willow"),
      jobs: worker("willow", "celery -A willow worker -l info", {
        CELERY_BROKER_URL: "redis://red-d2willow0creek0canary:6379/0",
      }),
    },
  },
  {
    name: "twenty-ninth-file-on-anothers-disk",
    rules: ["service/disk-of-another"],
    at: ["jobs", "envVars.DATABASE_URL"],
    alsoAt: [["api", "disk"]],
    why: "A disk is one service's, so the worker opens an empty file of its own.",
    source: "Render's page on disks",
    resources: {
      api: pythonWeb("willow-api", { DATABASE_URL: "sqlite:////var/data/willow.db" }, { disk: DISK }),
      jobs: worker("willow-jobs", "python -m willow.jobs", { DATABASE_URL: "sqlite:////var/data/willow.db" }),
    },
  },
  {
    name: "twenty-ninth-queue-in-a-store-that-evicts",
    rules: ["service/queue-store"],
    at: ["store", "maxMemoryPolicy"],
    why: "The store takes keys away when it is full, and the queue loses jobs.",
    source: "taskforcesh/bullmq, issues 921 and 1046",
    resources: {
      store: keyValue({
        name: "willow-store",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "allkeys_lru",
      }),
      jobs: worker("willow-jobs", "celery -A willow worker -l info", {
        CELERY_BROKER_URL: "${store.connectionInfo.internalConnectionString}",
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-ninth-group-with-the-direct-host",
    rules: [IPV6],
    at: ["shared", "envVars.DATABASE_URL"],
    alsoAt: [["api", "envVars.DATABASE_URL"]],
    why: "The direct host has no IPv4, and Render has no IPv6.",
    source: "stripe/sync-engine, issue 106; supabase/cli, pull request 5492",
    resources: {
      shared: envGroup({
        name: "willow-database",
        envVars: values({ DATABASE_URL: url("postgres", `${DIRECT}:5432/postgres`) }),
      }),
      api: nodeWeb("willow-api"),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}"] }),
    },
  },
  {
    name: "twenty-ninth-migration-in-transaction-mode",
    rules: [MIGRATIONS],
    at: ["api", "envVars.DATABASE_URL"],
    alsoAt: [["api", "preDeployCommand"]],
    why: "Prisma's migration takes a lock of the session, and hangs in transaction mode.",
    source: "prisma/orm, issue 17338; vercel/next-forge, issue 477",
    resources: {
      api: nodeWeb(
        "willow-api",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true") },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "twenty-ninth-cron-of-six-fields",
    rules: [SCHEDULE],
    at: ["digest", "schedule"],
    why: "Render takes five fields.",
    source: "common; Render's page on cron jobs",
    resources: {
      digest: cron({
        name: "willow-digest",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("python", "pip install -r requirements.txt", "willow"),
        startCommand: "python -m willow.digest",
        schedule: "0 0 7 * * 1",
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
];
