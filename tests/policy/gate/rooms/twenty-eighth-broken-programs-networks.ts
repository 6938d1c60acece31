import { type BrokenProgram, cron, keyValue, native, PIP, values } from "../eighteenth-form";
import { inner, nodeApp, python, queue } from "../twentieth-form";
import { disk, NETWORK, SESSION, STORE, UNICORN } from "./twenty-eighth-form";

const BIND = "service/loopback-bind";
const PEER = "port/peer-mismatch";
const web = (more = {}) => python("fen-web", UNICORN, { DATABASE_URL: SESSION, ...more });
const tasks = "celery -A fen worker --loglevel=info";

/** Broken programs: what services ask of one another, by name, port, region, store and disk. */
export const REJECTED_PROGRAM_NETWORKS_OF_TWENTY_EIGHTH: readonly BrokenProgram[] = [
  {
    name: "twenty-eighth-worker-asked-by-name",
    rules: [NETWORK],
    at: ["web", "envVars.JOBS_URL"],
    why: "A background worker has no name in the private network, and receives nothing.",
    source: "Render's skill on background workers",
    resources: {
      web: web({ JOBS_URL: "http://fen-jobs:8000" }),
      jobs: queue("fen-jobs", "python -m fen.jobs", { DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-eighth-peer-at-the-port-of-development",
    rules: [PEER],
    at: ["web", "envVars.SEARCH_URL"],
    why: "The private service listens on 8000, and is asked at 5000.",
    source: "moddroid94/STLVault, issue 25; Render's page on private services",
    resources: {
      web: web({ SEARCH_URL: "http://fen-search:5000" }),
      search: inner("fen-search", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-eighth-peer-without-a-port",
    rules: [PEER, NETWORK],
    at: ["web", "envVars.SEARCH_URL"],
    why: "http:// without a port is 80, and the private service listens on 8000.",
    source: "Render's page on private services",
    resources: {
      web: web({ SEARCH_URL: "http://fen-search" }),
      search: inner("fen-search", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-eighth-peer-by-https",
    rules: [NETWORK, PEER, "environment/refused-value"],
    at: ["web", "envVars.SEARCH_URL"],
    why: "In the private network a service speaks HTTP, and TLS to its port fails.",
    source: "Render's page on the private network",
    resources: {
      web: web({ SEARCH_URL: "https://fen-search:8000" }),
      search: inner("fen-search", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-eighth-peer-of-another-region",
    rules: [NETWORK],
    at: ["web", "envVars.SEARCH_URL"],
    why: "The private network is one region's, and the service is in Oregon.",
    source: "Render's page on the private network",
    resources: {
      web: web({ SEARCH_URL: "http://fen-search:8000" }),
      search: inner("fen-search", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }, { region: "oregon" }),
    },
  },
  {
    name: "twenty-eighth-free-peer-in-the-private-network",
    rules: [NETWORK],
    at: ["web", "envVars.SEARCH_URL"],
    why: "A free web service receives no private traffic.",
    source: "Render's page on free instances",
    resources: {
      web: web({ SEARCH_URL: "http://fen-search:8000" }),
      search: python("fen-search", UNICORN, { DATABASE_URL: SESSION }, { plan: "free" }),
    },
  },
  {
    name: "twenty-eighth-inner-flask-on-the-loopback",
    rules: [BIND],
    at: ["search", "startCommand"],
    why: "The private service listens for its own machine alone.",
    source: "Render's page on private services; Flask's page on its quickstart",
    resources: {
      web: web({ SEARCH_URL: "http://fen-search:8000" }),
      search: inner("fen-search", "flask --app search run --port 8000", { PORT: "8000" }),
    },
  },
  {
    name: "twenty-eighth-peer-by-the-compose-name",
    rules: [NETWORK, PEER],
    at: ["web", "envVars.BACKEND_URL"],
    why: "The compose file's name is backend, and the service's name at Render is fen-search.",
    source: "moddroid94/STLVault, issue 25",
    resources: {
      web: nodeApp("fen-front", "npx next start -p $PORT", { BACKEND_URL: "http://backend:8000" }),
      search: inner("fen-search", UNICORN, { PORT: "8000", DATABASE_URL: SESSION }),
    },
  },
  {
    name: "twenty-eighth-broker-on-localhost",
    rules: [NETWORK, "database/local-host", "environment/refused-value"],
    at: ["worker", "envVars.CELERY_BROKER_URL"],
    why: "The store is a service of its own, and nothing listens on the worker's 6379.",
    source: "celery/celery, issue 7731",
    resources: {
      store: keyValue({
        name: "fen-store",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "noeviction",
      }),
      web: web({ CELERY_BROKER_URL: STORE }),
      worker: queue("fen-worker", tasks, { CELERY_BROKER_URL: "redis://localhost:6379/0" }),
    },
  },
  {
    name: "twenty-eighth-rq-on-localhost",
    rules: [NETWORK, "database/local-host"],
    at: ["worker", "startCommand"],
    why: "The worker's own command names its own machine.",
    source: "redis/redis-py, issue 1092; rq's page on workers",
    resources: {
      web: web({ REDIS_URL: STORE }),
      worker: queue("fen-worker", "rq worker default --url redis://localhost:6379/0", {
        DATABASE_URL: SESSION,
      }),
    },
  },
  {
    name: "twenty-eighth-queue-in-a-cache",
    rules: ["service/queue-store"],
    at: ["store", "maxMemoryPolicy"],
    why: "allkeys-lru takes jobs away when the memory is full.",
    source: "Render's skill on background workers; taskforcesh/bullmq, issue 1046",
    resources: {
      store: keyValue({
        name: "fen-store",
        plan: "starter",
        region: "frankfurt",
        maxMemoryPolicy: "allkeys_lru",
      }),
      worker: queue("fen-worker", tasks, { CELERY_BROKER_URL: "redis://${store.id}:6379/0" }),
    },
  },
  {
    name: "twenty-eighth-worker-writes-to-the-webs-disk",
    rules: ["service/disk-of-another"],
    at: ["worker", "envVars.MEDIA_ROOT"],
    why: "A disk is mounted in one service, and the worker's /var/media is its own and is lost.",
    source: "Render's page on disks",
    resources: {
      web: python(
        "fen-web",
        UNICORN,
        { DATABASE_URL: SESSION, MEDIA_ROOT: "/var/media" },
        { disk: disk("/var/media") },
      ),
      worker: queue("fen-worker", tasks, { CELERY_BROKER_URL: STORE, MEDIA_ROOT: "/var/media" }),
    },
  },
  {
    name: "twenty-eighth-cron-reads-the-webs-disk",
    rules: ["service/disk-of-another"],
    at: ["backup", "startCommand"],
    why: "A cron job has no disk, and the database's file is on the web service's.",
    source: "ChaelCodes/MeetAnotherDay, pull request 253; Render's page on disks",
    resources: {
      web: python(
        "fen-web",
        UNICORN,
        { DATABASE_URL: "sqlite:////var/data/fen.db" },
        { disk: disk("/var/data") },
      ),
      backup: cron({
        name: "fen-backup",
        plan: "starter",
        region: "frankfurt",
        schedule: "0 3 * * *",
        runtimeSource: native("python", PIP, "fen"),
        startCommand: "python -m fen.backup --database /var/data/fen.db",
        envVars: values({ S3_BUCKET: "fen-backups" }),
      }),
    },
  },
];
