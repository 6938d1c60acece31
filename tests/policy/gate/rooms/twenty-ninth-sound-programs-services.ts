import { cron, envGroup, envGroupLink, keyValue, native, type ProgramCase, values } from "../eighteenth-form";
import { innerPython, nodeWeb, pooled, pythonWeb, SESSION, worker } from "./twenty-ninth-form";

const CELERY_RUN = "celery -A willow worker -l info";
const STORE = "${store.connectionInfo.internalConnectionString}";
const store = (more = {}) =>
  keyValue({
    name: "willow-store",
    plan: "starter",
    region: "frankfurt",
    maxMemoryPolicy: "noeviction",
    ...more,
  });

/** Services that reach each other, their stores, disks, groups and schedules. */
export const SOUND_PROGRAM_SERVICES_OF_TWENTY_NINTH: readonly ProgramCase[] = [
  {
    name: "twenty-ninth-inner-asked-at-its-port",
    why: "The private service listens on 8000, and is asked there in its region.",
    source: "Render's page on private services",
    resources: {
      inner: innerPython("willow-inner"),
      front: nodeWeb("willow-front", { API_URL: "http://willow-inner:8000" }),
    },
  },
  {
    name: "twenty-ninth-paid-service-asked-privately",
    why: "A paid web service receives private requests too.",
    source: "Render's page on private networks",
    resources: {
      api: pythonWeb("willow-api"),
      front: nodeWeb("willow-front", { API_URL: "http://willow-api:8000" }),
    },
  },
  {
    name: "twenty-ninth-free-service-asked-publicly",
    why: "A free service is asked by its public address.",
    source: "Render's page on free instances",
    resources: {
      api: pythonWeb("willow-api", {}, { plan: "free" }),
      front: nodeWeb("willow-front", { API_URL: "https://willow-api.onrender.com" }),
    },
  },
  {
    name: "twenty-ninth-queue-in-a-store-that-keeps",
    why: "The store takes no keys away, and is in the worker's region.",
    source: "common; BullMQ's and Render's pages on key value",
    resources: {
      store: store(),
      api: pythonWeb("willow-api", { CELERY_BROKER_URL: STORE }),
      jobs: worker("willow-jobs", CELERY_RUN, { CELERY_BROKER_URL: STORE, DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-ninth-cache-in-a-store-that-evicts",
    why: "A cache may lose its keys.",
    source: "common; Render's page on key value",
    resources: {
      store: store({ maxMemoryPolicy: "allkeys_lru" }),
      api: pythonWeb("willow-api", { CACHE_URL: STORE }),
    },
  },
  {
    name: "twenty-ninth-group-with-the-session-pooler",
    why: "Both services get the pooler's URL from one group.",
    source: "common; Render's page on environment groups",
    resources: {
      shared: envGroup({
        name: "willow-database",
        envVars: values({ DATABASE_URL: SESSION, LOG_LEVEL: "info" }),
      }),
      store: store(),
      api: pythonWeb("willow-api"),
      jobs: worker("willow-jobs", CELERY_RUN, { CELERY_BROKER_URL: STORE }),
      link: envGroupLink({ envGroupId: "${shared.id}", serviceIds: ["${api.id}", "${jobs.id}"] }),
    },
  },
  {
    name: "twenty-ninth-migration-in-session-mode",
    why: "Prisma migrates by DIRECT_URL in session mode, and asks in transaction mode.",
    source: "common; Supabase's page on Prisma",
    resources: {
      api: nodeWeb(
        "willow-api",
        { DATABASE_URL: pooled("6543/postgres?pgbouncer=true&connection_limit=1"), DIRECT_URL: SESSION },
        { preDeployCommand: "npx prisma migrate deploy" },
      ),
    },
  },
  {
    name: "twenty-ninth-file-on-its-own-disk",
    why: "The file is on the disk of the one service that opens it.",
    source: "Render's page on disks",
    resources: {
      api: pythonWeb(
        "willow-notes",
        { DATABASE_URL: "sqlite:////var/data/willow.db" },
        { disk: { name: "data", mountPath: "/var/data", sizeGb: 1 } },
      ),
    },
  },
  {
    name: "twenty-ninth-cron-of-five-fields",
    why: "Five fields, and a command that ends.",
    source: "common; Render's page on cron jobs",
    resources: {
      digest: cron({
        name: "willow-digest",
        plan: "starter",
        region: "frankfurt",
        runtimeSource: native("python", "pip install -r requirements.txt", "willow"),
        startCommand: "python -m willow.digest",
        schedule: "0 7 * * 1",
        envVars: values({ DATABASE_URL: SESSION }),
      }),
    },
  },
  {
    name: "twenty-ninth-domain-for-each",
    why: "Each service has a domain of its own.",
    source: "common; Render's page on custom domains",
    resources: {
      api: pythonWeb("willow-api", {}, { customDomains: [{ name: "api.willowcreek.dev" }] }),
      front: nodeWeb(
        "willow-front",
        { NEXT_PUBLIC_API_URL: "https://api.willowcreek.dev" },
        { customDomains: [{ name: "app.willowcreek.dev" }] },
      ),
    },
  },
  {
    name: "twenty-ninth-scaled-service-without-a-disk",
    why: "A paid service without a disk scales by itself.",
    source: "common; Render's page on scaling",
    resources: {
      api: pythonWeb(
        "willow-api",
        {},
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
];
